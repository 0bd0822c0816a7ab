// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.List;

import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;

/** Densities and plans of the tests of the sampler. */
final class Plans {

    static final RingDensity RING = new RingDensity(1.5, 1.5, 0, 0, 0.033);

    static final GaussianDensity GAUSSIAN =
        new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of());

    private Plans() {
    }

    static RunPlan ula(final int steps, final double... stepSizes) {
        return new RunPlan(Algorithm.ULA, steps, stepSizes);
    }

    static SamplingPlan plan(final Density density, final int particles, final KeptSteps kept, final long seed,
        final RunPlan... runs) {
        return new SamplingPlan(density, List.of(runs), particles, InitialState.standardNormal(), kept, seed);
    }
}
