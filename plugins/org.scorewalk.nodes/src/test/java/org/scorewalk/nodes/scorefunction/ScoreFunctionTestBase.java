// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

/** Configures and executes Score Function nodes. */
abstract class ScoreFunctionTestBase extends ExecutionTestBase {

    static ScoreFunctionPortObjectSpec configure(final ScoreFunctionParameters parameters,
        final PortObjectSpec... specs) throws InvalidSettingsException {
        final var call = NodeCall.configure(parameters, specs);
        ScoreFunctionNode.configure(call, call);
        return call.outSpec(0);
    }

    ScoreFunctionPortObject execute(final ScoreFunctionParameters parameters, final PortObject... inputs)
        throws CanceledExecutionException, KNIMEException {
        final var call = NodeCall.execute(parameters, context(), inputs);
        ScoreFunctionNode.execute(call, call);
        return call.outData(0);
    }

    static ScoreFunctionParameters parameters(final DensityFamily family) {
        final var parameters = new ScoreFunctionParameters();
        parameters.m_density = family;
        return parameters;
    }
}
