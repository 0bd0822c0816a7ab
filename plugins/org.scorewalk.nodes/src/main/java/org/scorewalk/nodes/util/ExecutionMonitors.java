// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.scorewalk.engine.Monitor;

/** Shows a node's progress bar and cancel button to the engine. */
public final class ExecutionMonitors {

    private ExecutionMonitors() {
    }

    /**
     * A monitor of the engine that reports to a node.
     *
     * @param execution the node's progress
     * @return a monitor that is canceled when the execution is
     */
    public static Monitor of(final ExecutionMonitor execution) {
        return new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                execution.setProgress(fraction, message);
            }

            @Override
            public void check() {
                try {
                    execution.checkCanceled();
                } catch (CanceledExecutionException e) {
                    throw (CancellationException)new CancellationException(e.getMessage()).initCause(e);
                }
            }
        };
    }
}
