// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.linalg.NumberText;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.nodes.util.NumberColumnChoices;
import org.scorewalk.nodes.util.SecondPort;
import org.scorewalk.nodes.util.UserErrors;

/** What to sample with, where to start and what to record. Keys and constants are frozen: see docs/frozen-names.md. */
final class LangevinSamplerParameters implements NodeParameters {

    private static final int MAX_RUNS = 1000;

    @Section(title = "Runs")
    interface RunsSection {
    }

    @Section(title = "Particles")
    @After(RunsSection.class)
    interface ParticlesSection {
    }

    @Section(title = "Recording")
    @After(ParticlesSection.class)
    interface RecordingSection {
    }

    @Section(title = "Random numbers")
    @After(RecordingSection.class)
    interface RandomSection {
    }

    enum Start {
        @Label(value = "Standard normal", description = "Independent normals with mean 0 and standard deviation 1.")
        STANDARD_NORMAL, //
        @Label(value = "Normal", description = "Independent normals with a given mean and standard deviation.")
        NORMAL, //
        @Label(value = "Point", description = "All particles start at one point.")
        POINT
    }

    enum Keep {
        @Label(value = "All", description = "All steps after the burn-in.")
        ALL, //
        @Label(value = "Every k-th", description = "Every k-th step after the burn-in.")
        EVERY, //
        @Label(value = "Last", description = "Only the last step of each run.")
        LAST, //
        @Label(value = "Chosen", description = "The steps of a list.")
        CHOSEN
    }

    static final class StartReference implements ParameterReference<Start> {
    }

    static final class KeepReference implements ParameterReference<Keep> {
    }

    static final class StartsNormal implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(SecondPort.IsAbsent.class),
                i.getEnum(StartReference.class).isOneOf(Start.NORMAL));
        }
    }

    static final class StartsAtPoint implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(SecondPort.IsAbsent.class),
                i.getEnum(StartReference.class).isOneOf(Start.POINT));
        }
    }

    static final class HasBurnIn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KeepReference.class).isOneOf(Keep.ALL, Keep.EVERY);
        }
    }

    static final class HasThinning implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KeepReference.class).isOneOf(Keep.EVERY);
        }
    }

    static final class HasChosenSteps implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KeepReference.class).isOneOf(Keep.CHOSEN);
        }
    }

    @Layout(RunsSection.class)
    @Widget(title = "Runs", description = """
            The runs, all of which are computed in one execution, one after the other. Each starts anew and has random
            numbers of its own, so that it does not depend on the others. There can be from 1 to 1000; by default there
            is one.""")
    @ArrayWidget(elementTitle = "Run", addButtonText = "Add run", showSortButtons = true)
    RunParameters[] m_runs = {new RunParameters()};

    @Layout(ParticlesSection.class)
    @Widget(title = "Number of particles", description = """
            How many particles each run moves; each particle is a chain of its own. A whole number from 1, by default
            10000. If a table is connected, its rows are the particles.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = SecondPort.IsAbsent.class, type = EffectType.SHOW)
    int m_particles = 10_000;

    @Layout(ParticlesSection.class)
    @Widget(title = "Start", description = """
            Where particles start if no table is connected: spread by a standard normal density, by a normal density of
            your choice, or all at one point. The default is standard normal.""")
    @ValueReference(StartReference.class)
    @Effect(predicate = SecondPort.IsAbsent.class, type = EffectType.SHOW)
    Start m_start = Start.STANDARD_NORMAL;

    @Layout(ParticlesSection.class)
    @Widget(title = "Start mean", description = """
            The mean of the starting points, in the units of the coordinates: one finite number for all coordinates, or
            one for each, separated by commas or blanks. The default is 0.""")
    @Effect(predicate = StartsNormal.class, type = EffectType.SHOW)
    String m_startMean = "0";

    @Layout(ParticlesSection.class)
    @Widget(title = "Start deviation", description = """
            The standard deviation of the starting points, in the units of the coordinates: one number, 0 or more, for
            all coordinates, or one for each, separated by commas or blanks. The default is 1.""")
    @Effect(predicate = StartsNormal.class, type = EffectType.SHOW)
    String m_startDeviation = "1";

    @Layout(ParticlesSection.class)
    @Widget(title = "Start point", description = """
            The point where all particles start: one finite number for all coordinates, or one for each, separated by
            commas or blanks. The default is 0.""")
    @Effect(predicate = StartsAtPoint.class, type = EffectType.SHOW)
    String m_startPoint = "0";

    @Layout(ParticlesSection.class)
    @Widget(title = "Start columns", description = """
            The columns of the input table that hold the starting points, one for each coordinate. If none is chosen,
            which is the default, they are the columns that bear the names of the density's coordinates, or else all
            columns of numbers but run, step and particle. They are matched to the coordinates by name if the names
            agree, else in the order of the table.""")
    @ChoicesProvider(NumberColumnChoices.Second.class)
    @Effect(predicate = SecondPort.IsThere.class, type = EffectType.SHOW)
    ColumnFilter m_startColumns = new ColumnFilter();

    @Layout(RecordingSection.class)
    @Widget(title = "Steps to keep", description = """
            Which steps become rows of the table Particles: all, every k-th, the last of each run, or those of a list.
            Only what is kept needs room, however many steps there are. The default is all.""")
    @ValueReference(KeepReference.class)
    Keep m_keep = Keep.ALL;

    @Layout(RecordingSection.class)
    @Widget(title = "Keep start", description = """
            Whether the starting points are kept, too, as step 0. The default is yes.""")
    boolean m_keepStart = true;

    @Layout(RecordingSection.class)
    @Widget(title = "Burn-in", description = """
            How many steps at the beginning of each run are left out, so that particles can forget where they started: a
            whole number of steps, 0 or more, by default 0. They count as steps of the run.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasBurnIn.class, type = EffectType.SHOW)
    int m_burnIn;

    @Layout(RecordingSection.class)
    @Widget(title = "Thinning", description = """
            The number k of which every k-th step after the burn-in is kept: a whole number from 1, by default 10.
            Neighbouring steps of a chain resemble each other, so little is lost.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasThinning.class, type = EffectType.SHOW)
    int m_thinning = 10;

    @Layout(RecordingSection.class)
    @Widget(title = "Chosen steps", description = """
            The numbers of the steps to keep, whole numbers from 0, separated by commas or blanks; 0 is the start. Steps
            beyond the end of a run are left out for that run. The default is 1, 10.""")
    @Effect(predicate = HasChosenSteps.class, type = EffectType.SHOW)
    String m_chosenSteps = "1, 10";

    @Layout(RandomSection.class)
    @Widget(title = "Seed", description = """
            The seed of the random numbers: any whole number, by default 42. The same seed and settings give the same
            tables, bit for bit, on every machine and with any number of threads; another seed gives others.""")
    long m_seed = 42;

    LangevinSamplerParameters() {
        // the defaults
    }

    /** The runs for the engine. */
    List<RunPlan> runs() {
        check(m_runs != null && m_runs.length > 0,
            "There is no run. Add at least one run with its number of steps and its step size.");
        check(m_runs.length <= MAX_RUNS, "There are %d runs, but there can be no more than %d.", m_runs.length,
            MAX_RUNS);
        final var runs = new ArrayList<RunPlan>();
        for (final var run : m_runs) {
            try {
                runs.add(run.plan());
            } catch (InputException e) {
                throw m_runs.length == 1 ? e
                    : new InputException("Run %d: %s".formatted(runs.size() + 1, e.getMessage()), e);
            }
        }
        return runs;
    }

    /** The steps to keep, for the engine. */
    KeptSteps kept() {
        return switch (m_keep) {
            case ALL -> KeptSteps.every(m_keepStart, m_burnIn, 1);
            case EVERY -> KeptSteps.every(m_keepStart, m_burnIn, m_thinning);
            case LAST -> KeptSteps.last(m_keepStart);
            case CHOSEN -> KeptSteps.chosen(m_keepStart,
                NumberText.integers("The option 'Chosen steps'", m_chosenSteps));
        };
    }

    /**
     * Where particles start without a table, for the engine. A standard normal start is one in the sampler's own
     * coordinates, where bounded parameters lie on the whole line; other starts are given as tables show them.
     */
    InitialState start(final Density density) {
        final var start = start(density.dimension());
        return m_start == Start.STANDARD_NORMAL ? start : InitialState.within(density.ranges(), start);
    }

    /** Where particles start without a table, for the engine, as the user gave it. */
    InitialState start(final int dimension) {
        return switch (m_start) {
            case STANDARD_NORMAL -> InitialState.standardNormal();
            case NORMAL -> InitialState.normal(NumberText.vector("The option 'Start mean'", m_startMean, dimension),
                NumberText.vector("The option 'Start deviation'", m_startDeviation, dimension));
            case POINT -> InitialState.point(NumberText.vector("The option 'Start point'", m_startPoint, dimension));
        };
    }

    @Override
    public void validate() throws InvalidSettingsException {
        UserErrors.configuring(() -> {
            runs();
            kept();
            check(m_particles >= 1, "The number of particles is %d, but it must be 1 or more.", m_particles);
            switch (m_start) {
                case STANDARD_NORMAL -> {
                    // nothing to check
                }
                case NORMAL -> InitialState.normal(NumberText.vector("The option 'Start mean'", m_startMean),
                    NumberText.vector("The option 'Start deviation'", m_startDeviation));
                case POINT -> InitialState.point(NumberText.vector("The option 'Start point'", m_startPoint));
            }
        });
    }
}
