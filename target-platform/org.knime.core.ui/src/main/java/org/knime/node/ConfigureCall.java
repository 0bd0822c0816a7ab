// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.Arrays;
import java.util.function.Consumer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.parameters.NodeParameters;

/** One call of a node's configure function: what it may ask for and where its results go. */
final class ConfigureCall implements ConfigureInput, ConfigureOutput {

    private final NodeParameters m_parameters;

    private final PortObjectSpec[] m_inSpecs;

    private final PortType[] m_outTypes;

    private final Consumer<String> m_warning;

    private final PortObjectSpec[] m_outSpecs;

    ConfigureCall(final NodeParameters parameters, final PortObjectSpec[] inSpecs, final PortType[] outTypes,
        final Consumer<String> warning) {
        m_parameters = parameters;
        m_inSpecs = inSpecs;
        m_outTypes = outTypes;
        m_warning = warning;
        m_outSpecs = new PortObjectSpec[outTypes.length];
    }

    PortObjectSpec[] result() {
        return m_outSpecs;
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names its own parameters class
    public <S extends NodeParameters> S getParameters() {
        return (S)m_parameters;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_inSpecs.clone();
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows the type of its port
    public <S extends PortObjectSpec> S getInPortSpec(final int index) {
        return (S)m_inSpecs[index];
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(m_inSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public DataTableSpec getInTableSpec(final int portIndex) {
        return DataTableSpec.class.cast(m_inSpecs[portIndex]);
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_outTypes.clone();
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
        m_outSpecs[index] = spec;
    }

    @Override
    @SafeVarargs
    public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
        System.arraycopy(specs, 0, m_outSpecs, 0, specs.length);
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning.accept(message);
    }
}
