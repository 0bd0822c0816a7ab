// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

public final class ModelSpec extends AbstractSimplePortObjectSpec {
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ModelSpec> {
    }

    private String m_kind;
    private int m_dim;

    public ModelSpec() {
    }

    public ModelSpec(final String kind, final int dim) {
        m_kind = kind;
        m_dim = dim;
    }

    public String kind() {
        return m_kind;
    }

    @Override
    protected void save(final ModelContentWO m) {
        Log.add("ModelSpec.save");
        m.addString("kind", m_kind);
        m.addInt("dim", m_dim);
    }

    @Override
    protected void load(final ModelContentRO m) throws InvalidSettingsException {
        Log.add("ModelSpec.load");
        m_kind = m.getString("kind");
        m_dim = m.getInt("dim");
    }
}
