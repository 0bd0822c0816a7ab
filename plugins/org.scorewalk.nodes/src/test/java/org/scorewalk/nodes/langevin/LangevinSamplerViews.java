// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.util.List;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.langevin.LangevinSamplerParameters.Keep;
import org.scorewalk.nodes.particleplot.ViewSessions;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.standin.ui.NodeViewSession;

/** Views of executed Langevin Sampler nodes, as the window that shows them gets them. */
public final class LangevinSamplerViews {

    private LangevinSamplerViews() {
    }

    /** Chains of adjusted and unadjusted dynamics on a correlated Gaussian: runs 1 and 3 keep each step. */
    public static NodeViewSession chains(final ExecutionContext context, final Density density, final int particles,
        final int steps) throws Exception {
        return session(execute(context, density, particles, run(Algorithm.MALA, steps, 0.3),
            run(Algorithm.ULA, steps, 0.05), run(Algorithm.HMC, steps, 0.2)));
    }

    /** One run of one algorithm. */
    public static NodeViewSession one(final ExecutionContext context, final Density density, final Algorithm algorithm,
        final int particles, final int steps, final double stepSize) throws Exception {
        return session(execute(context, density, particles, run(algorithm, steps, stepSize)));
    }

    /** Many runs of many coordinates. */
    public static NodeViewSession many(final ExecutionContext context, final int runs, final int dimension,
        final int steps) throws Exception {
        final var list = new RunParameters[runs];
        for (int r = 0; r < runs; r++) {
            list[r] = run(Algorithm.ULA, steps, 0.01 * (r + 1));
        }
        return session(execute(context, new StandardNormalDensity(dimension, List.of()), 4, list));
    }

    /** A node that is not executed. */
    public static NodeViewSession empty() {
        return session(null);
    }

    private static NodeViewSession session(final PortObject[] internal) {
        return ViewSessions.of(new LangevinSamplerNodeFactory(), internal);
    }

    private static RunParameters run(final Algorithm algorithm, final int steps, final double stepSize) {
        final var run = new RunParameters();
        run.m_algorithm = algorithm;
        run.m_steps = steps;
        run.m_stepSize = stepSize;
        run.m_warmup = algorithm.isAdjusted() ? Math.max(1, steps / 5) : 0;
        return run;
    }

    private static PortObject[] execute(final ExecutionContext context, final Density density, final int particles,
        final RunParameters... runs) throws Exception {
        final var parameters = new LangevinSamplerParameters();
        parameters.m_particles = particles;
        parameters.m_runs = runs;
        parameters.m_keep = Keep.ALL;
        final NodeCall call = NodeCall.execute(parameters, context, new ScoreFunctionPortObject(density));
        LangevinSamplerNode.execute(call, call);
        return call.internalData();
    }
}
