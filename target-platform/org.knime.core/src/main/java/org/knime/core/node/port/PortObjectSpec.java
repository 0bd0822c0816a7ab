// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

/** What is known of a port's object before execution. Specifications never change. */
public interface PortObjectSpec {

    /** @return classic views; no one shows them here */
    JComponent[] getViews();

    /**
     * Writes and reads specifications of a class.
     *
     * @param <T> the class
     */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> {

        /** Made by subclasses. */
        public PortObjectSpecSerializer() {
            // no state
        }

        /**
         * @param portObjectSpec the specification
         * @param out takes entries and stays open
         * @throws IOException if it cannot be written
         */
        public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out)
            throws IOException;

        /**
         * @param in gives the entries and stays open
         * @return the specification
         * @throws IOException if it cannot be read
         */
        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
