// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import static org.scorewalk.engine.InputException.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scorewalk.engine.linalg.NumberText;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.nodes.util.Choices;

/** One run of the sampler. Keys and constants are frozen: see docs/frozen-names.md. */
final class RunParameters implements NodeParameters {

    /** The algorithms that the options below are all there is to say about. */
    private static final Set<Algorithm> OFFERED = EnumSet.of(Algorithm.ULA, Algorithm.EXACT);

    enum StepSizeMode {
        @Label(value = "One for all", description = "All coordinates have the same step size.")
        COMMON, //
        @Label(value = "One for each", description = "Each coordinate has a step size of its own.")
        PER_COORDINATE
    }

    static final class AlgorithmReference implements ParameterReference<Algorithm> {
    }

    static final class AlgorithmChoices implements EnumChoicesProvider<Algorithm> {
        @Override
        public List<EnumChoice<Algorithm>> computeState(final NodeParametersInput context) {
            return Choices.of(Algorithm.class, Algorithm::label).stream()
                .filter(choice -> OFFERED.contains(choice.id())).toList();
        }
    }

    static final class ModeReference implements ParameterReference<StepSizeMode> {
    }

    static final class HasStepSize implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.EXACT));
        }
    }

    static final class HasCommonStepSize implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(HasStepSize.class), i.getEnum(ModeReference.class).isOneOf(StepSizeMode.COMMON));
        }
    }

    static final class HasOwnStepSizes implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(HasStepSize.class),
                i.getEnum(ModeReference.class).isOneOf(StepSizeMode.PER_COORDINATE));
        }
    }

    @Widget(title = "Algorithm", description = """
            How the particles move. <b>Langevin</b>: unadjusted Langevin dynamics. <b>Exact draws</b>: each step
            replaces all particles by independent draws from the density itself, as a reference to compare with; the
            density must offer them, as rings and normal densities do. The default is Langevin.""")
    @ValueReference(AlgorithmReference.class)
    @ChoicesProvider(AlgorithmChoices.class)
    Algorithm m_algorithm = Algorithm.ULA;

    @Widget(title = "Steps", description = """
            The number of steps of this run, burn-in included: a whole number from 1, by default 10.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_steps = 10;

    @Widget(title = "Step sizes", description = """
            Whether all coordinates have the same step size or each has its own, which helps where the density is much
            narrower in one direction than in another. The default is one for all.""")
    @ValueReference(ModeReference.class)
    @Effect(predicate = HasStepSize.class, type = EffectType.SHOW)
    StepSizeMode m_stepSizeMode = StepSizeMode.COMMON;

    @Widget(title = "Step size", description = """
            The step size h of all coordinates, in squared units of the coordinates: a positive number, by default 0.01.
            The larger it is, the faster particles move and the larger is the error of what they converge to; beyond the
            stable bound they run away.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = HasCommonStepSize.class, type = EffectType.SHOW)
    double m_stepSize = 0.01;

    @Widget(title = "Step size list", description = """
            The step sizes of the coordinates, in squared units of these: one positive number for each coordinate,
            separated by commas or blanks. The default is 0.01, 0.01.""")
    @Effect(predicate = HasOwnStepSizes.class, type = EffectType.SHOW)
    String m_stepSizes = "0.01, 0.01";

    RunParameters() {
        // the defaults
    }

    /** The run for the engine. */
    RunPlan plan() {
        check(OFFERED.contains(m_algorithm),
            "The option 'Algorithm' is '%s', which this node does not offer. Choose another algorithm.",
            m_algorithm.label());
        if (!m_algorithm.hasStepSize()) {
            return new RunPlan(m_algorithm, m_steps);
        }
        return new RunPlan(m_algorithm, m_steps, m_stepSizeMode == StepSizeMode.COMMON ? new double[]{m_stepSize}
            : NumberText.vector("The option 'Step size list'", m_stepSizes));
    }
}
