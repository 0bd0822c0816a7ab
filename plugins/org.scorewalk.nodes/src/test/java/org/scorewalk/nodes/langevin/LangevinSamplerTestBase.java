// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

/** Configures and executes Langevin Samplers with the runs that tests name. */
abstract class LangevinSamplerTestBase extends ExecutionTestBase {

    static final Density RING = new RingDensity(1.5, 1.5, 0, 0, 0.033);

    static final Density GAUSSIAN =
        new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of());

    static NodeCall configure(final LangevinSamplerParameters parameters, final Density density,
        final DataTableSpec... table) throws InvalidSettingsException {
        final var specs = new PortObjectSpec[1 + table.length];
        specs[0] = ScoreFunctionPortObjectSpec.of(density);
        System.arraycopy(table, 0, specs, 1, table.length);
        final var call = NodeCall.configure(parameters, specs);
        LangevinSamplerNode.configure(call, call);
        return call;
    }

    NodeCall execute(final LangevinSamplerParameters parameters, final Density density,
        final PortObject... table) throws CanceledExecutionException, KNIMEException {
        final var objects = new PortObject[1 + table.length];
        objects[0] = new ScoreFunctionPortObject(density);
        System.arraycopy(table, 0, objects, 1, table.length);
        final var call = NodeCall.execute(parameters, context(), objects);
        LangevinSamplerNode.execute(call, call);
        return call;
    }

    static RunParameters run(final int steps, final double stepSize) {
        final var run = new RunParameters();
        run.m_steps = steps;
        run.m_stepSize = stepSize;
        return run;
    }

    static LangevinSamplerParameters parameters(final int particles, final RunParameters... runs) {
        final var parameters = new LangevinSamplerParameters();
        parameters.m_particles = particles;
        parameters.m_runs = runs;
        return parameters;
    }
}
