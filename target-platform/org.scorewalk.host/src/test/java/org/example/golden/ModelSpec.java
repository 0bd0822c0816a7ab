// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Spec of a model with a name. */
public final class ModelSpec extends AbstractSimplePortObjectSpec {

    /** Saves and loads it. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ModelSpec> {
    }

    private String m_name;

    /** For loading. */
    public ModelSpec() {
        this(null);
    }

    public ModelSpec(final String name) {
        m_name = name;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString("name", m_name);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_name = model.getString("name");
    }
}
