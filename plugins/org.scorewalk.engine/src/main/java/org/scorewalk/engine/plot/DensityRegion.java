// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.Arrays;
import java.util.List;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.NoiseConditionalScore;
import org.scorewalk.engine.kernel.KernelSettings;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;
import org.scorewalk.engine.transform.Interval;

/**
 * Where a density is worth looking at, in the coordinates that people see. Nothing of it is random: equal densities
 * give equal regions.
 *
 * @param ranges one range {@code {from, to}} a coordinate that holds nearly all of the mass
 * @param point a point of high density, or the middle where densities cannot be compared
 * @param source how the ranges were found
 */
public record DensityRegion(double[][] ranges, double[] point, Source source) {

    /** How ranges are found. */
    public enum Source {
        /** From exact draws. */
        EXACT_DRAWS,
        /** From short chains of Hamiltonian Monte Carlo. */
        SHORT_CHAINS,
        /** From what the density says of its middle and size, also where no chain can start. */
        SCALE
    }

    private static final int DRAWS = 4000;

    private static final int COMPARED = 400;

    private static final int CHAINS = 24;

    private static final int STEPS = 200;

    private static final int WARMUP = 150;

    /** Evaluations times stored numbers, such as data, that the short chains may take: a second or two. */
    private static final double EFFORT = 3e8;

    private static final int GRADIENTS_A_STEP = KernelSettings.DEFAULT.leapfrogSteps();

    /** What lies beyond, on each side, is left out; in heavy tails the other one. */
    private static final double TAIL = 0.005;

    private static final double HEAVY_TAIL = 0.02;

    private static final double HEAVY = 4;

    private static final double MARGIN = 0.25;

    /** How many standard deviations are shown of a density without draws, to each side. */
    private static final double DEVIATIONS = 3;

    /** How many extents, where that is all that is known. */
    private static final double EXTENTS = 1.5;

    /**
     * @param density a density
     * @param monitor asked for a cancel
     * @return its region
     */
    public static DensityRegion of(final Density density, final Monitor monitor) {
        final var capabilities = density.document().capabilities();
        if (density.exactDraws().isPresent()) {
            final var x = new double[density.dimension()][DRAWS];
            density.exactDraws().get().draw(x, DRAWS, new RandomStreams(1).nextRun(1)[0]);
            return fromDraws(density, x, Source.EXACT_DRAWS);
        }
        if (capabilities.contains(Capability.LOG_DENSITY)) {
            try {
                return fromDraws(density, chains(density, monitor), Source.SHORT_CHAINS);
            } catch (InputException e) { // NOSONAR no chain can start, which is no reason to show nothing
                return byScale(density);
            }
        }
        return byScale(density);
    }

    private static DensityRegion byScale(final Density density) {
        final int dimension = density.dimension();
        final var smooth = density.noiseConditionalScore();
        final double[] middle = smooth.map(NoiseConditionalScore::centre).orElseGet(() -> new double[dimension]);
        final double[] scale = smooth.map(NoiseConditionalScore::scale).orElseGet(() -> new double[0]);
        final var ranges = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            final double width = smooth.isPresent() ? DEVIATIONS * scale[i] : EXTENTS * density.extent();
            final var interval = density.ranges().isEmpty() ? Interval.LINE : density.ranges().get(i);
            ranges[i] = new double[]{interval.toRange(middle[i] - width), interval.toRange(middle[i] + width)};
            middle[i] = interval.toRange(middle[i]);
        }
        return new DensityRegion(ranges, middle, Source.SCALE);
    }

    /** Points on the line from short chains that start apart from each other. */
    private static double[][] chains(final Density density, final Monitor monitor) {
        final double cost = (double)Math.max(1, density.document().arrayValues()) * STEPS * GRADIENTS_A_STEP;
        final int chains = (int)Math.max(4, Math.min(CHAINS, EFFORT / cost));
        final var run = new RunPlan(Algorithm.HMC, STEPS, KernelSettings.DEFAULT.withWarmup(WARMUP), 0.1);
        final var plan = new SamplingPlan(density, List.of(run), chains, InitialState.standardNormal(),
            KeptSteps.every(false, WARMUP, 1), 1);
        final var x = new double[density.dimension()][chains * (STEPS - WARMUP)];
        final var ranges = density.ranges();
        Sampler.run(plan, (number, step, first, block, n) -> {
            for (int i = 0; i < x.length; i++) {
                for (int k = 0; k < n; k++) {
                    // the sampler shows points in their ranges
                    x[i][(step - WARMUP - 1) * chains + first + k] =
                        ranges.isEmpty() ? block[i][k] : ranges.get(i).toLine(block[i][k]);
                }
            }
        }, monitor);
        return x;
    }

    private static DensityRegion fromDraws(final Density density, final double[][] x, final Source source) {
        final var ranges = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            final var interval = density.ranges().isEmpty() ? Interval.LINE : density.ranges().get(i);
            ranges[i] = range(Arrays.stream(x[i]).map(interval::toRange).toArray(), interval);
        }
        final var point =
            density.document().capabilities().contains(Capability.LOG_DENSITY) ? typical(density, x) : middle(x);
        for (int i = 0; i < point.length && !density.ranges().isEmpty(); i++) {
            point[i] = density.ranges().get(i).toRange(point[i]);
        }
        return new DensityRegion(ranges, point, source);
    }

    /** The central part of draws with a margin, within the bounds. */
    static double[] range(final double[] draws, final Interval bounds) {
        final var sorted = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new double[]{bounds.toRange(-1), bounds.toRange(1)};
        }
        double from = at(sorted, TAIL);
        double to = at(sorted, 1 - TAIL);
        if (to - from > HEAVY * (at(sorted, 0.9) - at(sorted, 0.1))) {
            from = at(sorted, HEAVY_TAIL);
            to = at(sorted, 1 - HEAVY_TAIL);
        }
        final double margin = to > from ? MARGIN * (to - from) : Math.max(1e-6, 0.1 * Math.abs(from));
        return new double[]{Math.max(bounds.lower(), from - margin), Math.min(bounds.upper(), to + margin)};
    }

    private static double at(final double[] sorted, final double part) {
        return sorted[(int)Math.round(part * (sorted.length - 1))];
    }

    private static double[] middle(final double[][] x) {
        return Arrays.stream(x).mapToDouble(row -> Arrays.stream(row).average().orElse(0)).toArray();
    }

    /**
     * The middle of the draws if its density is at least as high as that of most draws, else the best of some draws.
     * The mode itself would be no good place for slices: that of a funnel lies in its neck.
     */
    private static double[] typical(final Density density, final double[][] x) {
        final double[] middle = middle(x);
        final int n = Math.min(COMPARED, x[0].length);
        final double[] heights = new double[n];
        int best = 0;
        for (int k = 0; k < n; k++) {
            heights[k] = height(density, draw(x, k));
            best = heights[k] > heights[best] ? k : best;
        }
        final double[] point = draw(x, best);
        Arrays.sort(heights);
        return height(density, middle) >= heights[n / 2] ? middle : point;
    }

    private static double[] draw(final double[][] x, final int k) {
        return Arrays.stream(x).mapToDouble(row -> row[k]).toArray();
    }

    private static double height(final Density density, final double[] point) {
        final double value = density.logDensity(point);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
