// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.List;
import java.util.Objects;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.density.ProductDensity;
import org.scorewalk.engine.kernel.Metric;

/**
 * Everything that the result of sampling depends on.
 *
 * @param density what to sample
 * @param runs the runs, one or more; each starts anew and has random numbers of its own
 * @param particles how many particles each run moves; each is a chain of its own
 * @param start where particles start
 * @param kept which steps are recorded
 * @param seed equal seeds give equal results
 */
public record SamplingPlan(Density density, List<RunPlan> runs, int particles, InitialState start, KeptSteps kept,
    long seed) {

    /**
     * @throws InputException if these do not fit together
     */
    public SamplingPlan {
        Objects.requireNonNull(density);
        Objects.requireNonNull(start);
        runs = List.copyOf(runs);
        check(density.document(), runs, particles, kept);
    }

    /**
     * Checks what can be checked before the density itself is known.
     *
     * @param density the density's document, which may lack its arrays
     * @param runs the runs
     * @param particles how many particles each run moves
     * @param kept which steps are recorded
     * @throws InputException if these do not fit together
     */
    public static void check(final DensityDocument density, final List<RunPlan> runs, final int particles,
        final KeptSteps kept) {
        InputException.check(!runs.isEmpty(),
            "There is no run. Add at least one run with its number of steps and its step size.");
        InputException.check(particles >= 1, "The number of particles is %d, but it must be 1 or more.", particles);
        for (int r = 0; r < runs.size(); r++) {
            final var run = runs.get(r);
            run.stepSizes(density.dimension());
            InputException.check(
                run.algorithm() != Algorithm.EXACT || density.capabilities().contains(Capability.EXACT_DRAWS),
                "The density '%s' offers no exact draws. Remove run %d or choose another density.",
                DensityFamily.label(density), r + 1);
            InputException.check(
                !run.algorithm().isAdjusted() || density.capabilities().contains(Capability.LOG_DENSITY),
                "The density '%s' knows its score, but no log-density, which the algorithm '%s' of run %d needs for "
                    + "its acceptance test. Choose another algorithm, such as '%s'.",
                DensityFamily.label(density), run.algorithm().label(), r + 1,
                density.capabilities().contains(Capability.NOISE_CONDITIONAL_SCORE) ? Algorithm.ANNEALED.label()
                    : Algorithm.ULA.label());
            InputException.check(
                !run.algorithm().isAnnealed()
                    || density.capabilities().contains(Capability.NOISE_CONDITIONAL_SCORE),
                "The density '%s' offers no score with noise, which the algorithm '%s' of run %d needs. Choose another "
                    + "algorithm, or connect a score function from the node Score Learner.",
                DensityFamily.label(density), run.algorithm().label(), r + 1);
            if (run.algorithm().needsDataTerm() && !density.capabilities().contains(Capability.DATA_TERM)) {
                throw withoutDataTerm(density, r + 1);
            }
            InputException.check(
                !run.algorithm().hasWarmup() || run.settings().warmup() == 0
                    || run.settings().metric() != Metric.DENSE || density.dimension() <= Metric.MAX_DENSE,
                "The density has %s, but a dense metric can be learned for no more than %d. Choose the diagonal "
                    + "metric for run %d.", Plural.of(density.dimension(), "coordinate"), Metric.MAX_DENSE, r + 1);
            InputException.check(kept.count(run.steps()) > 0,
                "Run %d has %s, but none of them is kept. Choose a shorter burn-in, a smaller thinning or other "
                    + "steps to keep.",
                r + 1, Plural.of(run.steps(), "step"));
        }
    }

    private static InputException withoutDataTerm(final DensityDocument density, final int run) {
        final int factors = ProductDensity.dataTerms(density);
        final String label = DensityFamily.label(density);
        return new InputException(factors > 1
            ? ("The density '%s' has no single data term: %d of the densities that it multiplies have one, but run %d "
                + "looks at some rows of the data at a time. Choose another algorithm, or write one expression with "
                + "one data term instead of several.").formatted(label, factors, run)
            : ("The density '%s' has no data term, but run %d looks at some rows of the data at a time. Choose "
                + "another algorithm, or give the node Score Function an expression with a data term.")
                .formatted(label, run));
    }
}
