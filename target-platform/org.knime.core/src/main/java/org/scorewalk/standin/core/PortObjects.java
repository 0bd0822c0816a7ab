// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortUtil;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;

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
        if (object == null || object instanceof BufferedDataTable || object instanceof FlowVariablePortObject
            || object instanceof InactiveBranchPortObject) {
            return object;
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
            @Override
            public void write(final byte[] b, final int from, final int length) {
                try {
                    exec.checkCanceled(); // large models take seconds
                } catch (CanceledExecutionException e) {
                    throw (CancellationException)new CancellationException().initCause(e);
                }
                super.write(b, from, length);
            }
        };
        try {
            PortUtil.writeObjectToStream(object, bytes, exec);
            return PortUtil.readObjectFromStream(new ByteArrayInputStream(bytes.toByteArray()), exec);
        } catch (CancellationException e) {
            exec.checkCanceled();
            throw e;
        } catch (RuntimeException e) {
            throw new IOException("A port object of class " + object.getClass().getName()
                + " cannot be handed on: " + e.getMessage(), e);
        }
    }
}
