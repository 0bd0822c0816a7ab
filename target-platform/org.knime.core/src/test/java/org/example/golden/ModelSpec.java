// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

public final class ModelSpec extends AbstractSimplePortObjectSpec {

    private String m_kind;

    private int m_dim;

    public ModelSpec() {
    }

    public ModelSpec(final String kind, final int dim) {
        m_kind = kind;
        m_dim = dim;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString("kind", m_kind);
        model.addInt("dim", m_dim);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_kind = model.getString("kind");
        m_dim = model.getInt("dim");
    }

    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ModelSpec> {
    }
}
