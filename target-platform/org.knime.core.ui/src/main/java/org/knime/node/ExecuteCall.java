// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.Arrays;
import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** One call of a node's execute function: what it may ask for and where its results go. */
final class ExecuteCall implements ExecuteInput, ExecuteOutput {

    private final NodeParameters m_parameters;

    private final PortObject[] m_inObjects;

    private final ExecutionContext m_exec;

    private final PortType[] m_outTypes;

    private final Consumer<String> m_warning;

    private final PortObject[] m_outObjects;

    private PortObject[] m_internalData;

    ExecuteCall(final NodeParameters parameters, final PortObject[] inObjects, final ExecutionContext exec,
        final PortType[] outTypes, final Consumer<String> warning) {
        m_parameters = parameters;
        m_inObjects = inObjects;
        m_exec = exec;
        m_outTypes = outTypes;
        m_warning = warning;
        m_outObjects = new PortObject[outTypes.length];
    }

    PortObject[] result() {
        return m_outObjects;
    }

    /** What the node keeps for its view, null if it keeps nothing. */
    PortObject[] internalData() {
        return m_internalData;
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names its own parameters class
    public <S extends NodeParameters> S getParameters() {
        return (S)m_parameters;
    }

    @Override
    public ExecutionContext getExecutionContext() {
        return m_exec;
    }

    @Override
    public PortObject[] getInPortObjects() {
        return m_inObjects.clone();
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows the type of its port
    public <D extends PortObject> D getInPortObject(final int portIndex) {
        return (D)m_inObjects[portIndex];
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(m_inObjects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public BufferedDataTable getInTable(final int portIndex) {
        return BufferedDataTable.class.cast(m_inObjects[portIndex]);
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_outTypes.clone();
    }

    @Override
    public <D extends PortObject> void setOutData(final int index, final D data) {
        m_outObjects[index] = data;
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setOutData(final D... data) {
        System.arraycopy(data, 0, m_outObjects, 0, data.length);
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setInternalData(final D... data) {
        m_internalData = Arrays.copyOf(data, data.length, PortObject[].class);
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning.accept(message);
    }
}
