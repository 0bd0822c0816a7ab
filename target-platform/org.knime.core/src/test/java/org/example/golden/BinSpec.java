// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

public final class BinSpec extends AbstractSimplePortObjectSpec {

    private int m_size;

    public BinSpec() {
    }

    public BinSpec(final int size) {
        m_size = size;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addInt("size", m_size);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_size = model.getInt("size");
    }

    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<BinSpec> {
    }
}
