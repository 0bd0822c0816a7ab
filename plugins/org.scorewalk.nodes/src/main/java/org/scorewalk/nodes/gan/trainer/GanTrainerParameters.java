// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scorewalk.engine.gan.GanLoss;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.AdamSettings;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.ActivationChoices;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.DataReference;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.DiscriminatorActivationReference;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.GeneratorActivationReference;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.HalfAtMost;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.HasLeakyLayers;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.HasPenalty;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.ImageColumnChoices;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.IsImages;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.IsNumbers;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.LargestBatch;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.LossChoices;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.LossReference;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.MostSamples;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.MostSteps;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.OrderChoices;
import org.scorewalk.nodes.gan.trainer.GanTrainerDialog.WidestLayer;
import org.scorewalk.nodes.util.BelowOne;
import org.scorewalk.nodes.util.NumberColumnChoices;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.SecondPort;
import org.scorewalk.nodes.util.UserErrors;

/** How a GAN is built and trained. Keys and constants are frozen: see docs/frozen-names.md. */
final class GanTrainerParameters implements NodeParameters {

    /** What is learned. */
    enum Data {
        @Label(value = "Images", description = "A column of PNG images.")
        IMAGES,
        @Label(value = "Numbers", description = "Columns of numbers.")
        NUMBERS
    }

    @Section(title = "Data")
    interface DataSection {
    }

    @Section(title = "Networks")
    @After(DataSection.class)
    interface NetworkSection {
    }

    @Section(title = "Training")
    @After(NetworkSection.class)
    interface TrainingSection {
    }

    @Section(title = "Stop early")
    @After(TrainingSection.class)
    @Advanced
    interface StopSection {
    }

    @Section(title = "Output")
    @After(StopSection.class)
    interface OutputSection {
    }

    @Layout(DataSection.class)
    @Widget(title = "Learn from", description = """
            What the rows are: images, which is the default where the table has a column of them, or numbers.""")
    @ValueSwitchWidget
    @ValueReference(DataReference.class)
    Data m_data = Data.IMAGES;

    @Layout(DataSection.class)
    @Widget(title = "Image column", description = """
            The column of PNG images, all of one size and either grey or coloured. If none is chosen, it is the first
            column of PNG images.""")
    @ChoicesProvider(ImageColumnChoices.class)
    @Effect(predicate = IsImages.class, type = EffectType.SHOW)
    String m_imageColumn = "";

    @Layout(DataSection.class)
    @Widget(title = "Number columns", description = """
            The columns of numbers that are learned and generated together. By default these are all columns of
            numbers.""")
    @ChoicesProvider(NumberColumnChoices.First.class)
    @Effect(predicate = IsNumbers.class, type = EffectType.SHOW)
    ColumnFilter m_columns = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(NetworkSection.class)
    @Widget(title = "Noise dimension", description = """
            How many standard normal numbers the generator takes: from 1 to 16384, by default 100.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = WidestLayer.class)
    @Effect(predicate = SecondPort.IsAbsent.class, type = EffectType.SHOW)
    int m_noiseDimension = 100;

    @Layout(NetworkSection.class)
    @Widget(title = "Generator's hidden layers", description = """
            The widths of the generator's layers between noise and output: whole numbers from 1 to 16384, separated by
            commas. If empty, there is no layer between. The default is 256, 512.""")
    @Effect(predicate = SecondPort.IsAbsent.class, type = EffectType.SHOW)
    String m_generatorLayers = "256, 512";

    @Layout(NetworkSection.class)
    @Widget(title = "Generator's activation", description = """
            What is done to the weighted sums in the generator's hidden layers. The default is ReLU, max(0, x).""")
    @ChoicesProvider(ActivationChoices.class)
    @ValueReference(GeneratorActivationReference.class)
    @Effect(predicate = SecondPort.IsAbsent.class, type = EffectType.SHOW)
    Activation m_generatorActivation = Activation.RELU;

    @Layout(NetworkSection.class)
    @Widget(title = "Discriminator's hidden layers", description = """
            The widths of the discriminator's layers between row and output: whole numbers from 1 to 16384, separated by
            commas. If empty, there is no layer between. The default is 512, 256.""")
    @Effect(predicate = SecondPort.IsAbsent.class, type = EffectType.SHOW)
    String m_discriminatorLayers = "512, 256";

    @Layout(NetworkSection.class)
    @Widget(title = "Discriminator's activation", description = """
            What is done to the weighted sums in the discriminator's hidden layers. The default is Leaky ReLU. The
            gradient penalty needs ReLU, Leaky ReLU or None.""")
    @ChoicesProvider(ActivationChoices.class)
    @ValueReference(DiscriminatorActivationReference.class)
    @Effect(predicate = SecondPort.IsAbsent.class, type = EffectType.SHOW)
    Activation m_discriminatorActivation = Activation.LEAKY_RELU;

    @Advanced
    @Layout(NetworkSection.class)
    @Widget(title = "Slope of the leaky ReLU", description = """
            The slope left of zero of a leaky ReLU: from 0 to below 1, by default 0.2.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = BelowOne.class)
    @Effect(predicate = HasLeakyLayers.class, type = EffectType.SHOW)
    double m_leakySlope = 0.2;

    @Layout(TrainingSection.class)
    @Widget(title = "Epochs", description = """
            How many times all rows are gone through: a positive whole number, by default 30.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_epochs = 30;

    @Layout(TrainingSection.class)
    @Widget(title = "Batch size", description = """
            How many rows make a batch: from 1 to 65536, by default 64. Where the table has fewer rows, all of them are
            one batch.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LargestBatch.class)
    int m_batchSize = 64;

    @Layout(TrainingSection.class)
    @Widget(title = "Learning rate", description = """
            The step size of the optimiser Adam for both networks: a positive number, by default 0.0002.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_learningRate = 2e-4;

    @Layout(TrainingSection.class)
    @Widget(title = "Beta 1", description = """
            How slowly Adam's mean of the gradients forgets: from 0 to below 1, by default 0.5.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = BelowOne.class)
    double m_beta1 = 0.5;

    @Layout(TrainingSection.class)
    @Widget(title = "Beta 2", description = """
            How slowly Adam's mean of the squared gradients forgets: from 0 to below 1, by default 0.999.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = BelowOne.class)
    double m_beta2 = 0.999;

    @Layout(TrainingSection.class)
    @Widget(title = "Loss", description = """
            What the networks minimise; the formulas are in the description above. The default is Binary
            cross-entropy.""")
    @ChoicesProvider(LossChoices.class)
    @ValueReference(LossReference.class)
    GanLoss m_loss = GanLoss.BINARY_CROSS_ENTROPY;

    @Layout(TrainingSection.class)
    @Widget(title = "Weight of the gradient penalty", description = """
            How much the gradient penalty counts: zero or a positive number, by default 10.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasPenalty.class, type = EffectType.SHOW)
    double m_gradientPenalty = 10;

    @Advanced
    @Layout(TrainingSection.class)
    @Widget(title = "Label smoothing", description = """
            By how much the discriminator's target for real rows is lowered from 1: from 0, the default, to 0.5. It has
            no meaning for the Wasserstein loss.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = HalfAtMost.class)
    double m_labelSmoothing;

    @Advanced
    @Layout(TrainingSection.class)
    @Widget(title = "Order of updates", description = """
            Which network is updated first in an iteration. <b>Generator first</b>, the default: both gradients are
            taken before either network changes. <b>Discriminator first</b>: the generator's gradient goes through the
            discriminator as it is after its step.""")
    @ChoicesProvider(OrderChoices.class)
    GanSettings.Order m_order = GanSettings.Order.GENERATOR_FIRST;

    @Advanced
    @Layout(TrainingSection.class)
    @Widget(title = "Discriminator steps", description = """
            How many batches the discriminator learns from for one step of the generator: from 1, the default, to 100.
            For the Wasserstein loss, 5 is usual.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostSteps.class)
    int m_discriminatorSteps = 1;

    @Advanced
    @Layout(TrainingSection.class)
    @Widget(title = "Shuffle rows", description = """
            Whether each epoch goes through the rows in an order of its own. By default they come in the order of the
            table.""")
    boolean m_shuffle;

    @Layout(TrainingSection.class)
    @Widget(title = "Seed", description = """
            Where all random numbers come from: any whole number, by default 42. The same seed gives the same
            result.""")
    long m_seed = 42;

    @Layout(StopSection.class)
    @Widget(title = "Minutes", description = """
            After how many minutes training stops and keeps its result, even within an epoch: a number; 0, the default,
            sets no limit. Results then depend on the speed of the machine.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_maxMinutes;

    @Layout(StopSection.class)
    @Widget(title = "Patience", description = """
            After how many epochs in a row without an improvement training stops and keeps its result; 0, the default,
            sets no limit. What is to improve is the sliced Wasserstein distance between up to 512 real and as many
            generated rows, since the losses of a GAN do not tell whether it gets better.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_patience;

    @Layout(OutputSection.class)
    @Widget(title = "Sample every", description = """
            After how many epochs samples are written to the third output port; those of the last epoch always are. By
            default 5; 0 writes none.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_sampleEvery = 5;

    @Layout(OutputSection.class)
    @Widget(title = "Number of samples", description = """
            How many samples are written each time: from 1 to 10000, by default 10. They come from the same noise each
            time.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostSamples.class)
    int m_sampleCount = 10;

    @Advanced
    @Layout(OutputSection.class)
    @Widget(title = "Losses every", description = """
            After how many iterations a row of losses is written, besides the one at the end of each epoch; 0, the
            default, writes only the latter.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_lossEvery;

    @Advanced
    @Layout(OutputSection.class)
    @Widget(title = "Keep the optimiser's memory", description = """
            Whether the GAN keeps what the optimiser remembers, so that training can go on later as if it had not been
            interrupted. It triples the size of the GAN. By default it is kept.""")
    boolean m_keepMemory = true;

    GanTrainerParameters() {
        // the defaults
    }

    /** Chooses the columns that it would take anyway, so that the dialog shows them. */
    GanTrainerParameters(final NodeParametersInput input) {
        final var images = GanTrainerDialog.images(input);
        if (!images.isEmpty()) {
            m_imageColumn = images.get(0).getName();
        } else if (!NumberColumns.choices(input, 0).isEmpty()) {
            m_data = Data.NUMBERS;
        }
    }

    GanSettings settings() throws InvalidSettingsException {
        return GanSettings.builder() //
            .generator(m_noiseDimension, widths("Generator's hidden layers", m_generatorLayers),
                m_generatorActivation) //
            .discriminator(widths("Discriminator's hidden layers", m_discriminatorLayers), m_discriminatorActivation) //
            .leakySlope(m_leakySlope) //
            .loss(m_loss) //
            .gradientPenalty(m_gradientPenalty) //
            .labelSmoothing(m_labelSmoothing) //
            .adam(new AdamSettings(m_learningRate, m_beta1, m_beta2, GanSettings.EPSILON)) //
            .batch(m_batchSize) //
            .epochs(m_epochs) //
            .order(m_order, m_discriminatorSteps) //
            .shuffle(m_shuffle) //
            .seed(m_seed) //
            .samples(m_sampleEvery, m_sampleCount) //
            .lossEvery(m_lossEvery) //
            .stop(m_maxMinutes, m_patience) //
            .build();
    }

    private static int[] widths(final String option, final String text) throws InvalidSettingsException {
        try {
            return text == null || text.isBlank() ? new int[0]
                : Arrays.stream(text.strip().split("[,;\\s-]+")).mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            throw new InvalidSettingsException(
                ("The option '%s' is '%s', but it must list whole numbers separated by commas, "
                + "for instance 256, 512.").formatted(option, text), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        UserErrors.configuring(() -> settings());
    }
}
