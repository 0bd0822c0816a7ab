// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What a port hands on. Objects never change. */
public interface PortObject {

    /** The type of ports that take any object. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** The type of ports that take any object and need not be connected. */
    PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

    /** @return one line about the object */
    String getSummary();

    /** @return what is known of the object before execution */
    PortObjectSpec getSpec();

    /** @return classic views; no one shows them here */
    JComponent[] getViews();

    /**
     * Writes and reads objects of a class.
     *
     * @param <T> the class
     */
    abstract class PortObjectSerializer<T extends PortObject> {

        /** Made by subclasses. */
        public PortObjectSerializer() {
            // no state
        }

        /**
         * @param portObject the object
         * @param out takes entries and stays open
         * @param exec for progress and cancellation
         * @throws IOException if it cannot be written
         * @throws CanceledExecutionException if canceled
         */
        public abstract void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

        /**
         * @param in gives the entries and stays open
         * @param spec the object's specification
         * @param exec for progress and cancellation
         * @return the object
         * @throws IOException if it cannot be read
         * @throws CanceledExecutionException if canceled
         */
        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;
    }
}
