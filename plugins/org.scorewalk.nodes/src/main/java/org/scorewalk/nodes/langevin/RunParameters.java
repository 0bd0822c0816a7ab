// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.util.List;
import java.util.Locale;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.Migrate;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.kernel.Annealing;
import org.scorewalk.engine.kernel.KernelSettings;
import org.scorewalk.engine.kernel.Metric;
import org.scorewalk.engine.kernel.StepSchedule;
import org.scorewalk.engine.linalg.NumberText;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.nodes.util.BelowOne;
import org.scorewalk.nodes.util.Choices;

/** One run of the sampler. Keys and constants are frozen: see docs/frozen-names.md. */
final class RunParameters implements NodeParameters {

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
            return Choices.of(Algorithm.class, Algorithm::label);
        }
    }

    static final class IsAdjusted implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.MALA, Algorithm.HMC, Algorithm.NUTS);
        }
    }

    static final class HasWarmup implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.ULA, Algorithm.SGLD, Algorithm.UNDERDAMPED,
                Algorithm.MALA, Algorithm.HMC, Algorithm.NUTS);
        }
    }

    static final class IsStochastic implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.SGLD);
        }
    }

    static final class IsHamiltonian implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.HMC);
        }
    }

    static final class IsNoUTurn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.NUTS);
        }
    }

    static final class IsUnderdamped implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.UNDERDAMPED);
        }
    }

    static final class HasSchedule implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.ULA, Algorithm.SGLD);
        }
    }

    static final class IsAnnealed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.ANNEALED);
        }
    }

    static final class IsNotAnnealed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getPredicate(IsAnnealed.class));
        }
    }

    static final class FewestLevels extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    static final class MostLevels extends MaxValidation {
        @Override
        protected double getMax() {
            return NoiseLevels.MAX_COUNT;
        }
    }

    static final class MostStepsPerLevel extends MaxValidation {
        @Override
        protected double getMax() {
            return Annealing.MAX_STEPS;
        }
    }

    static final class BelowTwo extends MaxValidation {
        @Override
        protected double getMax() {
            return 2;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    static final class DeepestTree extends MaxValidation {
        @Override
        protected double getMax() {
            return KernelSettings.MAX_DEPTH;
        }
    }

    static final class MetricChoices implements EnumChoicesProvider<Metric> {
        @Override
        public List<EnumChoice<Metric>> computeState(final NodeParametersInput context) {
            return Choices.of(Metric.class, Metric::label);
        }
    }

    static final class ScheduleChoices implements EnumChoicesProvider<StepSchedule> {
        @Override
        public List<EnumChoice<StepSchedule>> computeState(final NodeParametersInput context) {
            return Choices.of(StepSchedule.class,
                s -> s.name().charAt(0) + s.name().substring(1).toLowerCase(Locale.ROOT));
        }
    }

    static final class ModeReference implements ParameterReference<StepSizeMode> {
    }

    static final class HasStepSize implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getEnum(AlgorithmReference.class).isOneOf(Algorithm.EXACT, Algorithm.ANNEALED));
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
            How the particles move. <b>Langevin</b>: unadjusted Langevin dynamics, fast and slightly biased.
            <b>Metropolis-adjusted Langevin</b> (MALA): the same moves with an acceptance test, without bias.
            <b>Underdamped Langevin</b>: particles have a velocity, too (the BAOAB scheme), so that they travel farther
            and the bias is smaller. <b>Hamiltonian Monte Carlo</b>: each step is a trajectory of several leapfrog steps
            with an acceptance test, without bias. <b>No-U-turn sampler</b> (NUTS): Hamiltonian Monte Carlo that finds
            the length of each trajectory itself; with a warm-up it needs no tuning. Those with an acceptance test need
            a density that knows its log-density. <b>Stochastic-gradient Langevin</b> (SGLD): Langevin moves that look
            at a few rows of the data at a time, for an expression with a data term and a large table. <b>Exact
            draws</b>: each step replaces all particles by independent draws from the density itself, as a reference to
            compare with; the density must offer them, as all kinds but expressions and learned ones do at the
            temperature 1. <b>Annealed Langevin</b>: Langevin dynamics on the density smoothed by less and less noise,
            from which it starts; it needs a score function that was learned by the node Score Learner. The default is
            Langevin.""")
    @ValueReference(AlgorithmReference.class)
    @ChoicesProvider(AlgorithmChoices.class)
    Algorithm m_algorithm = Algorithm.ULA;

    @Widget(title = "Steps", description = """
            The number of steps of this run, burn-in included: a whole number from 1, by default 10.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsNotAnnealed.class, type = EffectType.SHOW)
    int m_steps = 10;

    @Widget(title = "Noise levels", description = """
            How many noise levels there are, from the largest to the smallest that the score function knows, each the
            same fraction of the one before: a whole number from 2 to 10000, by default 20.""")
    @NumberInputWidget(minValidation = FewestLevels.class, maxValidation = MostLevels.class)
    @Effect(predicate = IsAnnealed.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    int m_noiseLevels = Annealing.DEFAULT.levels();

    @Widget(title = "Steps per level", description = """
            How many steps are made at each noise level: a whole number from 1 to 1000000, by default 20. The run has as
            many steps as levels times this number, and one more for the final denoising.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostStepsPerLevel.class)
    @Effect(predicate = IsAnnealed.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    int m_stepsPerLevel = Annealing.DEFAULT.stepsPerLevel();

    @Widget(title = "Step relative to noise", description = """
            The step size h as a part of the variance of the noise, so that steps shrink with the noise: a number
            between 0 and 2, by default 0.1. Larger steps move faster and spread particles a little more; 0.05 to 0.3
            suit most densities.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = BelowTwo.class)
    @Effect(predicate = IsAnnealed.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    double m_noiseStep = Annealing.DEFAULT_STEP;

    @Widget(title = "Predict the next level", description = """
            Whether the first step at each level, but the first level, leads there by taking away just the noise between
            both levels (the predictor of Song et al. 2021), so that the other steps need only correct. The default is
            yes; no gives the algorithm of Song and Ermon (2019).""")
    @Effect(predicate = IsAnnealed.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_predictor = Annealing.DEFAULT.predictor();

    @Widget(title = "Final denoising", description = """
            Whether a last step takes away the noise of the smallest level: particles go to the mean of what they may
            have been before it. The default is yes.""")
    @Effect(predicate = IsAnnealed.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_denoise = Annealing.DEFAULT.denoise();

    @Widget(title = "Step sizes", description = """
            Whether all coordinates have the same step size or each has its own, which helps where the density is much
            narrower in one direction than in another. The default is one for all.""")
    @ValueReference(ModeReference.class)
    @Effect(predicate = HasStepSize.class, type = EffectType.SHOW)
    StepSizeMode m_stepSizeMode = StepSizeMode.COMMON;

    @Widget(title = "Step size", description = """
            The step size h of all coordinates: a positive number, by default 0.01. It is in squared units of the
            coordinates for the Langevin algorithms without velocity, and in units of the coordinates for the others.
            If a warm-up adapts the step size, it is only what that starts from.
            The larger it is, the faster particles move and the larger is the error of what they converge to; beyond the
            stable bound they run away.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = HasCommonStepSize.class, type = EffectType.SHOW)
    double m_stepSize = 0.01;

    @Widget(title = "Step size list", description = """
            The step sizes of the coordinates: one positive number for each coordinate, separated by commas or blanks.
            They are in squared units of the coordinates for the Langevin algorithms without velocity, and in units of
            the coordinates for the others. The default is 0.01, 0.01.""")
    @Effect(predicate = HasOwnStepSizes.class, type = EffectType.SHOW)
    String m_stepSizes = "0.01, 0.01";

    @Widget(title = "Warm-up steps", description = """
            How many of the first steps adapt the moves to the density: the metric, and with an acceptance test the step
            size. A whole number of steps, 0 or more, fewer than the run has; by default 0, so that the step size stays
            as given. 500 to 1000 suit the No-U-turn sampler. Without acceptance test the step size keeps its geometric
            mean over all directions. These steps belong to no sample: choose a burn-in at least as long.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasWarmup.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    int m_warmup;

    @Widget(title = "Metric", description = """
            What the warm-up learns of the density's shape from the particles. <b>Identity</b>: nothing, so that the
            ratio of the step sizes stays as given. <b>Diagonal</b>: the variance of each coordinate, so that steps are
            long where the density is wide. <b>Dense</b>: the covariance matrix, for coordinates that go together; a
            step then costs more, with the square of the number of coordinates, of which there can be up to 1000. The
            default is diagonal.""")
    @ChoicesProvider(MetricChoices.class)
    @Effect(predicate = HasWarmup.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    Metric m_metric = KernelSettings.DEFAULT.metric();

    @Widget(title = "Target acceptance", description = """
            The mean acceptance that the warm-up aims at: a number from 0 to less than 1, where 0, the default, stands
            for what suits the algorithm, 0.574 for Metropolis-adjusted Langevin and 0.8 for Hamiltonian Monte Carlo and
            the No-U-turn sampler. A higher target gives a smaller step size; 0.9 to 0.99 help against divergences.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = BelowOne.class)
    @Effect(predicate = IsAdjusted.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    double m_targetAcceptance;

    @Widget(title = "Leapfrog steps", description = """
            How many leapfrog steps each trajectory has, each of which computes the score once: a whole number from 1,
            by default 10.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsHamiltonian.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    int m_leapfrogSteps = KernelSettings.DEFAULT.leapfrogSteps();

    @Widget(title = "Maximum tree depth", description = """
            How often a trajectory doubles at most: a whole number from 1 to 20, by default 10, which is up to 1023
            leapfrog steps.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = DeepestTree.class)
    @Effect(predicate = IsNoUTurn.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    int m_maxDepth = KernelSettings.DEFAULT.maxDepth();

    @Widget(title = "Friction", description = """
            The friction of the velocities, per unit of time: a positive number, by default 1. Small values let
            particles travel far, large ones approach Langevin dynamics without velocity.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsUnderdamped.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    double m_friction = KernelSettings.DEFAULT.friction();

    @Widget(title = "Schedule", description = """
            How the step size changes in the course of the run. <b>Constant</b>: it stays as given. <b>Polynomial</b>:
            it falls as (1 + 10 t / T) to the power of -1/3 at step t of T. <b>Cosine</b>: it falls to a hundredth along
            half a cosine, so that the last steps have almost no bias. The default is constant.""")
    @ChoicesProvider(ScheduleChoices.class)
    @Effect(predicate = HasSchedule.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    StepSchedule m_schedule = StepSchedule.CONSTANT;

    @Widget(title = "Batch size", description = """
            How many rows of the data each step of each particle looks at, drawn at random without replacement: a whole
            number from 1, by default 100; all rows if there are fewer. Fewer rows make steps cheaper and their result
            wider, which a falling schedule mends.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsStochastic.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    int m_batchSize = KernelSettings.DEFAULT.batchSize();

    RunParameters() {
        // the defaults
    }

    private KernelSettings settings() {
        return KernelSettings.DEFAULT.withWarmup(m_algorithm.hasWarmup() ? m_warmup : 0)
            .withMetric(m_metric).withTarget(m_algorithm.isAdjusted() ? m_targetAcceptance : 0)
            .withBatchSize(m_algorithm.needsDataTerm() ? m_batchSize : 1)
            .withLeapfrogSteps(m_leapfrogSteps).withMaxDepth(m_maxDepth).withFriction(m_friction)
            .withSchedule(m_schedule, Math.max(1, m_steps));
    }

    /** The run for the engine. */
    RunPlan plan() {
        if (!m_algorithm.hasStepSize()) {
            return new RunPlan(m_algorithm, m_steps);
        }
        if (m_algorithm.isAnnealed()) {
            final var annealing = new Annealing(m_noiseLevels, m_stepsPerLevel, m_predictor, m_denoise);
            return new RunPlan(m_algorithm, annealing.steps(), KernelSettings.DEFAULT.withAnnealing(annealing),
                m_noiseStep);
        }
        return new RunPlan(m_algorithm, m_steps, settings(),
            m_stepSizeMode == StepSizeMode.COMMON ? new double[]{m_stepSize}
            : NumberText.vector("The option 'Step size list'", m_stepSizes));
    }
}
