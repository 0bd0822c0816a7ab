// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.scorewalk.engine.gan.GanLoss;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.nodes.util.Choices;
import org.scorewalk.nodes.util.PngCells;
import org.scorewalk.nodes.util.SecondPort;

/** The conditions, choices and ranges of the GAN Trainer's dialog. */
final class GanTrainerDialog {

    private GanTrainerDialog() {
    }

    static final class DataReference implements ParameterReference<GanTrainerParameters.Data> {
    }

    static final class LossReference implements ParameterReference<GanLoss> {
    }

    static final class IsImages implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DataReference.class).isOneOf(GanTrainerParameters.Data.IMAGES);
        }
    }

    static final class IsNumbers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DataReference.class).isOneOf(GanTrainerParameters.Data.NUMBERS);
        }
    }

    static final class HasPenalty implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LossReference.class).isOneOf(GanLoss.WASSERSTEIN_GRADIENT_PENALTY);
        }
    }

    static final class GeneratorActivationReference implements ParameterReference<Activation> {
    }

    static final class DiscriminatorActivationReference implements ParameterReference<Activation> {
    }

    static final class HasLeakyLayers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(SecondPort.IsAbsent.class),
                or(i.getEnum(GeneratorActivationReference.class).isOneOf(Activation.LEAKY_RELU),
                    i.getEnum(DiscriminatorActivationReference.class).isOneOf(Activation.LEAKY_RELU)));
        }
    }

    static final class ImageColumnChoices implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return images(context);
        }
    }

    static final class ActivationChoices implements EnumChoicesProvider<Activation> {
        @Override
        public List<EnumChoice<Activation>> computeState(final NodeParametersInput context) {
            return Choices.of(Activation.class, Activation::label);
        }
    }

    static final class LossChoices implements EnumChoicesProvider<GanLoss> {
        @Override
        public List<EnumChoice<GanLoss>> computeState(final NodeParametersInput context) {
            return Choices.of(GanLoss.class, GanLoss::label);
        }
    }

    static final class OrderChoices implements EnumChoicesProvider<GanSettings.Order> {
        @Override
        public List<EnumChoice<GanSettings.Order>> computeState(final NodeParametersInput context) {
            return Choices.of(GanSettings.Order.class, GanSettings.Order::label);
        }
    }

    static final class HalfAtMost extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.5;
        }
    }

    static final class LargestBatch extends MaxValidation {
        @Override
        protected double getMax() {
            return GanSettings.MAX_BATCH;
        }
    }

    static final class MostSteps extends MaxValidation {
        @Override
        protected double getMax() {
            return GanSettings.MAX_DISCRIMINATOR_STEPS;
        }
    }

    static final class MostSamples extends MaxValidation {
        @Override
        protected double getMax() {
            return GanSettings.MAX_SAMPLES;
        }
    }

    static final class WidestLayer extends MaxValidation {
        @Override
        protected double getMax() {
            return GanSettings.MAX_WIDTH;
        }
    }

    static List<DataColumnSpec> images(final NodeParametersInput input) {
        final var specs = input.getInPortSpecs();
        return specs.length > 0 && specs[0] instanceof DataTableSpec table
            ? table.stream().filter(PngCells::isPng).toList() : List.of();
    }
}
