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

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ModelPO.class);

    private ModelSpec m_spec;

    private double[] m_weights;

    public ModelPO() {
    }

    public ModelPO(final ModelSpec spec, final double... weights) {
        m_spec = spec;
        m_weights = weights;
    }

    public double[] weights() {
        return m_weights;
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
    protected void save(final ModelContentWO model, final ExecutionMonitor exec) {
        model.addDoubleArray("weights", m_weights);
        model.addModelContent("nested").addString("note", "a\nb");
    }

    @Override
    protected void load(final ModelContentRO model, final PortObjectSpec spec, final ExecutionMonitor exec)
        throws InvalidSettingsException {
        m_spec = (ModelSpec)spec;
        m_weights = model.getDoubleArray("weights");
    }

    public static final class Serializer extends AbstractSimplePortObjectSerializer<ModelPO> {
    }
}
