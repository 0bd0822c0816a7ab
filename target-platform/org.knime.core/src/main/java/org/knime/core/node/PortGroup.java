// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.context.ports.PortGroupConfiguration;

/** A group of inputs, of outputs, or of ports that are both. */
abstract class PortGroup implements PortGroupConfiguration {

    private final boolean m_in;

    private final boolean m_out;

    PortGroup(final boolean in, final boolean out) {
        m_in = in;
        m_out = out;
    }

    @Override
    public final boolean definesInputPorts() {
        return m_in;
    }

    @Override
    public final boolean definesOutputPorts() {
        return m_out;
    }
}
