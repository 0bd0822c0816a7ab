// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

public final class ModelPO extends AbstractSimplePortObject {
    public static final class Serializer extends AbstractSimplePortObjectSerializer<ModelPO> {
    }

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ModelPO.class);

    private ModelSpec m_spec;
    private double[] m_weights;

    public ModelPO() {
    }

    public ModelPO(final ModelSpec spec, final double... w) {
        m_spec = spec;
        m_weights = w;
    }

    @Override
    public String getSummary() {
        return "golden model with " + m_weights.length + " weights";
    }

    @Override
    public ModelSpec getSpec() {
        return m_spec;
    }

    @Override
    protected void save(final ModelContentWO m, final ExecutionMonitor e) {
        Log.add("ModelPO.save");
        m.addDoubleArray("weights", m_weights);
        m.addModelContent("nested").addString("note", "a\nb");
    }

    @Override
    protected void load(final ModelContentRO m, final PortObjectSpec s, final ExecutionMonitor e)
        throws InvalidSettingsException {
        Log.add("ModelPO.load");
        m_spec = (ModelSpec)s;
        m_weights = m.getDoubleArray("weights");
    }
}
