// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.io.IOException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;

/** What happens to a port object between two nodes. */
public final class PortObjects {

    private PortObjects() {
    }

    /**
     * Saves and loads an object and its specification, as is done before a consumer executes. Tables and the constants
     * for flow variables and inactive branches are handed on as they are.
     *
     * @param object an object
     * @param exec for progress and cancellation
     * @return the copy
     * @throws IOException if the object cannot be saved or loaded
     * @throws CanceledExecutionException if cancelled
     */
    public static PortObject copy(final PortObject object, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        throw new UnsupportedOperationException();
    }
}
