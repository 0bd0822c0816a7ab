// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.scorewalk.engine.Plural;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.RunSummary;
import org.scorewalk.engine.sampling.RunSummary.Status;

/** What users are told about runs: those that diverge or will, move hardly or slowly, or record their warm-up. */
final class RunWarnings {

    private static final int SHOWN = 3;

    /** A step size that could be multiplied by no more than this is close to the stable bound. */
    private static final double CLOSE = 1.25;

    private static final double LOW_ACCEPTANCE = 0.1;

    private static final double HIGH_ACCEPTANCE = 0.99;

    /** The part of all trajectories that may end at the maximum depth. */
    private static final double CUT = 0.01;

    private RunWarnings() {
    }

    /** The warning before runs are computed: step sizes beyond the bound that the density knows, or close to it. */
    static List<String> before(final Density density, final List<RunPlan> runs) {
        final var warnings = new ArrayList<String>();
        for (int r = 0; r < runs.size(); r++) {
            final var run = runs.get(r);
            if (run.algorithm().hasStableBound()) {
                final int number = r + 1;
                density.stableFactor(run.stepSizes(density.dimension())).stream().filter(factor -> !(factor > CLOSE))
                    .forEach(factor -> warnings.add(factor > 1 ? close(number, run, factor)
                        : unstable(number, run, factor)));
            }
        }
        return warnings;
    }

    /** The warning before runs are computed: steps that still adapt will be recorded. */
    static List<String> warmup(final List<RunPlan> runs, final KeptSteps kept) {
        final var warnings = new ArrayList<String>();
        for (int r = 0; r < runs.size(); r++) {
            final var run = runs.get(r);
            final int first = kept.next(0, run.steps());
            if (run.algorithm().hasWarmup() && first > 0 && first <= run.settings().warmup()) {
                warnings.add("The warm-up of run %d has %s, some of which are recorded, although their moves "
                    .formatted(r + 1, Plural.of(run.settings().warmup(), "step"))
                    + "were still being adapted. Choose a burn-in of %s or more.".formatted(
                        Plural.of(run.settings().warmup(), "step")));
            }
        }
        return warnings;
    }

    /** What is to be said of the settings of runs, before and after they are computed. */
    static List<String> notes(final List<RunPlan> runs, final KeptSteps kept, final boolean hasTable) {
        final var notes = new ArrayList<>(warmup(runs, kept));
        notes.addAll(annealed(runs, hasTable));
        return notes;
    }

    /** The warning that annealed runs take no starting points from a table. */
    private static List<String> annealed(final List<RunPlan> runs, final boolean hasTable) {
        final var warnings = new ArrayList<String>();
        for (int r = 0; hasTable && r < runs.size(); r++) {
            if (runs.get(r).algorithm().isAnnealed()) {
                warnings.add(("Run %d is annealed, so it starts from noise; the table at the port '%s' only says how "
                    + "many particles there are.").formatted(r + 1, LangevinSamplerNodeFactory.START_PORT));
            }
        }
        return warnings;
    }

    /** The warnings after runs were computed: those that diverged, nearly did, hardly moved or were cut short. */
    static List<String> after(final List<RunSummary> summaries) {
        final var warnings = new ArrayList<String>();
        for (int r = 0; r < summaries.size(); r++) {
            final var summary = summaries.get(r);
            if (summary.status() == Status.DIVERGED) {
                final var cause = summary.stableFactor() <= 1 ? unstable(r + 1, summary.plan(), summary.stableFactor())
                    : "Run %d diverged. Choose a smaller step size than %s.".formatted(r + 1, sizes(summary.plan(), 1));
                warnings.add(cause + (summary.brokenBy() == 0 ? ""
                    : String.format(Locale.ROOT, " By step %,d its values had left the range of numbers, so no later "
                        + "step is kept.", summary.brokenBy())));
            } else if (summary.stableFactor() <= CLOSE) {
                warnings.add(close(r + 1, summary.plan(), summary.stableFactor()));
            }
            acceptance(r + 1, summary).ifPresent(warnings::add);
            if (summary.divergences() > 0) {
                warnings.add(String.format(Locale.ROOT, "%,d trajectories of run %d diverged, so results near narrow "
                    + "places of the density are biased. Choose a smaller step size, or a longer warm-up with a higher "
                    + "target acceptance.", summary.divergences(), r + 1));
            }
            final double trajectories =
                (summary.plan().steps() - summary.plan().settings().warmup()) * (double)summary.particles();
            if (summary.longest() > CUT * trajectories) {
                warnings.add(String.format(Locale.ROOT, "%,d trajectories of run %d were cut at the maximum tree "
                    + "depth, so particles mix slowly. Choose a larger step size, a warm-up with a dense metric, or a "
                    + "greater depth.", summary.longest(), r + 1));
            }
        }
        return warnings;
    }

    private static Optional<String> acceptance(final int number, final RunSummary summary) {
        if (summary.acceptance() < LOW_ACCEPTANCE) {
            return Optional.of(String.format(Locale.ROOT, "Run %d accepted only %.2g %% of its moves, so particles "
                + "hardly moved. Choose a smaller step size or a warm-up.", number, 100 * summary.acceptance()));
        }
        if (summary.acceptance() > HIGH_ACCEPTANCE && summary.plan().settings().warmup() == 0) {
            return Optional.of(("Run %d accepted nearly all of its moves: its step size %s is so small that particles "
                + "mix slowly. Choose a larger one or a warm-up.").formatted(number, sizes(summary.plan(), 1)));
        }
        return Optional.empty();
    }

    private static String close(final int number, final RunPlan run, final double factor) {
        return ("The step size %s of run %d is close to the stable bound %s of this density, so particles spread far "
            + "too widely where it is narrow. Choose a smaller step size.").formatted(sizes(run, 1), number,
                sizes(run, factor));
    }

    private static String unstable(final int number, final RunPlan run, final double factor) {
        return "Run %d diverges, because its step size %s is not stable: for this density it must lie below %s."
            .formatted(number, sizes(run, 1), sizes(run, factor));
    }

    private static String sizes(final RunPlan run, final double factor) {
        final boolean many = run.stepSizes().length > 1;
        return Arrays.stream(run.stepSizes()).mapToObj(size -> shortened(size * factor))
            .collect(Collectors.joining(", ", many ? "(" : "", many ? ")" : ""));
    }

    private static String shortened(final double value) {
        final var four = Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
        return Double.toString(four);
    }

    /** One message of several. */
    static Optional<String> joined(final List<String> some, final List<String> others) {
        final var warnings = new ArrayList<>(some);
        warnings.addAll(others);
        if (warnings.isEmpty()) {
            return Optional.empty();
        }
        final int more = warnings.size() - SHOWN;
        return Optional.of(warnings.stream().limit(SHOWN).collect(Collectors.joining(" "))
            + (more <= 0 ? "" : (more == 1 ? " There is one more warning." : (" There are " + more
                + " more warnings."))));
    }
}
