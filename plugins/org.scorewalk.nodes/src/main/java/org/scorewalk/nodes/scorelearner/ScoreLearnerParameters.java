// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.linalg.NumberText;
import org.scorewalk.engine.nn.AdamSettings;
import org.scorewalk.engine.scorelearning.ScoreSettings;
import org.scorewalk.nodes.util.BelowOne;
import org.scorewalk.nodes.util.Choices;
import org.scorewalk.nodes.util.NumberColumnChoices;
import org.scorewalk.nodes.util.UserErrors;

/** How a score is learned. Keys and constants are frozen: see docs/frozen-names.md. */
final class ScoreLearnerParameters implements NodeParameters {

    private static final ScoreSettings DEFAULT = ScoreSettings.DEFAULT;

    @Section(title = "Data")
    interface DataSection {
    }

    @Section(title = "Training")
    @After(DataSection.class)
    interface TrainingSection {
    }

    @Section(title = "Network and noise")
    @After(TrainingSection.class)
    @Advanced
    interface NetworkSection {
    }

    @Section(title = "Optimiser")
    @After(NetworkSection.class)
    @Advanced
    interface OptimizerSection {
    }

    @Section(title = "Losses")
    @After(OptimizerSection.class)
    @Advanced
    interface LossesSection {
    }

    static final class MethodChoices implements EnumChoicesProvider<ScoreSettings.Method> {
        @Override
        public List<EnumChoice<ScoreSettings.Method>> computeState(final NodeParametersInput context) {
            return Choices.of(ScoreSettings.Method.class, ScoreSettings.Method::label);
        }
    }

    static final class LargestBatch extends MaxValidation {
        @Override
        protected double getMax() {
            return ScoreSettings.MAX_BATCH;
        }
    }

    static final class MostSteps extends MaxValidation {
        @Override
        protected double getMax() {
            return ScoreSettings.MAX_STEPS;
        }
    }

    static final class NineTenths extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.9;
        }
    }

    @Layout(DataSection.class)
    @Widget(title = "Columns", description = """
            The columns of numbers whose joint density is learned; their names become those of the coordinates. By
            default these are all columns of numbers but <tt>run</tt>, <tt>step</tt> and <tt>particle</tt>, which are
            never learned.""")
    @ChoicesProvider(NumberColumnChoices.First.class)
    ColumnFilter m_columns = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(TrainingSection.class)
    @Widget(title = "Training steps", description = """
            How many steps the optimiser makes, each on one batch: a positive whole number, by default 5000. More steps
            learn finer structure, as long as the validation loss does not rise.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostSteps.class)
    int m_trainingSteps = DEFAULT.steps();

    @Layout(TrainingSection.class)
    @Widget(title = "Method", description = """
            What is minimised. <b>Denoising score matching</b>, the default: the network predicts the noise in noisy
            rows. <b>Sliced score matching</b>: derivatives of the network along random directions take the place of the
            known noise; it has the same solution, takes about twice as long and varies more.""")
    @ChoicesProvider(MethodChoices.class)
    ScoreSettings.Method m_method = DEFAULT.method();

    @Layout(TrainingSection.class)
    @Widget(title = "Seed", description = """
            Where all random numbers come from: any whole number, by default 42. The same seed gives the same
            result.""")
    long m_seed = DEFAULT.seed();

    @Layout(NetworkSection.class)
    @Widget(title = "Hidden layers", description = """
            The widths of the network's layers between input and output, whose activation is SiLU: whole numbers from 1
            to 4096, separated by commas. The default is 128, 128.""")
    String m_hiddenLayers = "128, 128";

    @Layout(NetworkSection.class)
    @Widget(title = "Largest noise", description = """
            The standard deviation of the largest noise, in standard deviations of the columns: a positive number, by
            default 5. It has to hide the form of the density.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_largestNoise = DEFAULT.levels().largest();

    @Layout(NetworkSection.class)
    @Widget(title = "Smallest noise", description = """
            The standard deviation of the smallest noise, in standard deviations of the columns: a positive number below
            the largest noise, by default 0.02. The score function that comes out is that of the density with this
            noise, so finer structure than this is lost.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_smallestNoise = DEFAULT.levels().smallest();

    @Layout(OptimizerSection.class)
    @Widget(title = "Batch size", description = """
            How many noisy rows make a batch: from 1 to 65536, by default 1024. Where the table has fewer rows, they
            come several times, each time with other noise.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LargestBatch.class)
    int m_batchSize = DEFAULT.batch();

    @Layout(OptimizerSection.class)
    @Widget(title = "Learning rate", description = """
            The first step size of the optimiser Adam: a positive number, by default 0.005. It falls to 0 along half a
            cosine.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_learningRate = DEFAULT.adam().learningRate();

    @Layout(OptimizerSection.class)
    @Widget(title = "Averaging", description = """
            How slowly the running mean of the weights, which is what comes out, forgets: from 0, for the last weights,
            to below 1; by default 0.999, about a thousand steps.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = BelowOne.class)
    double m_averaging = DEFAULT.averaging();

    @Layout(LossesSection.class)
    @Widget(title = "Validation part", description = """
            The part of the rows, chosen at random, that is kept from learning to compute the validation loss: from 0,
            for none, to 0.9; by default 0.05.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = NineTenths.class)
    double m_validationPart = DEFAULT.validation();

    @Layout(LossesSection.class)
    @Widget(title = "Losses every", description = """
            After how many training steps a row of losses is written: a positive whole number, by default 100.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostSteps.class)
    int m_lossEvery = DEFAULT.lossEvery();

    ScoreLearnerParameters() {
        // the defaults
    }

    ScoreSettings settings() {
        final AdamSettings adam = DEFAULT.adam();
        return new ScoreSettings(NumberText.integers("The option 'Hidden layers'", m_hiddenLayers),
            new NoiseLevels(m_largestNoise, m_smallestNoise, DEFAULT.levels().count()), m_method,
            new AdamSettings(m_learningRate, adam.beta1(), adam.beta2(), adam.epsilon()), m_averaging, m_batchSize,
            m_trainingSteps, m_validationPart, m_lossEvery, m_seed);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        UserErrors.configuring(() -> settings());
    }
}
