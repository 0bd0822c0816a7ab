// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes;

import java.util.Arrays;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/**
 * What a node's static methods are called with, and what they answer: both sides of one call of configure or execute.
 */
public final class NodeCall implements ConfigureInput, ConfigureOutput, ExecuteInput, ExecuteOutput {

    private static final int MAX_PORTS = 8;

    private final NodeParameters m_parameters;

    private final ExecutionContext m_context;

    private final PortObjectSpec[] m_inSpecs;

    private final PortObject[] m_inObjects;

    private final PortObjectSpec[] m_outSpecs = new PortObjectSpec[MAX_PORTS];

    private final PortObject[] m_outObjects = new PortObject[MAX_PORTS];

    private PortObject[] m_internal;

    private String m_warning;

    private NodeCall(final NodeParameters parameters, final ExecutionContext context, final PortObjectSpec[] specs,
        final PortObject[] objects) {
        m_parameters = parameters;
        m_context = context;
        m_inSpecs = specs;
        m_inObjects = objects;
    }

    /**
     * @param parameters the node's settings
     * @param specs one for each input, null where not known
     * @return a call of configure
     */
    public static NodeCall configure(final NodeParameters parameters, final PortObjectSpec... specs) {
        return new NodeCall(parameters, null, specs, new PortObject[0]);
    }

    /**
     * @param parameters the node's settings
     * @param context makes tables
     * @param objects one for each input
     * @return a call of execute
     */
    public static NodeCall execute(final NodeParameters parameters, final ExecutionContext context,
        final PortObject... objects) {
        return new NodeCall(parameters, context,
            Arrays.stream(objects).map(PortObject::getSpec).toArray(PortObjectSpec[]::new), objects);
    }

    /** @return the warning, null if there is none */
    public String warning() {
        return m_warning;
    }

    /**
     * @param <S> the type that is expected
     * @param index of an output
     * @return what configure said about it
     */
    @SuppressWarnings("unchecked")
    public <S extends PortObjectSpec> S outSpec(final int index) {
        return (S)m_outSpecs[index];
    }

    /**
     * @param <D> the type that is expected
     * @param index of an output
     * @return what execute put there
     */
    @SuppressWarnings("unchecked")
    public <D extends PortObject> D outData(final int index) {
        return (D)m_outObjects[index];
    }

    /** @return the objects for the view, null if there are none */
    public PortObject[] internalData() {
        return m_internal;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
        return (S)m_parameters;
    }

    @Override
    public ExecutionContext getExecutionContext() {
        return m_context;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_inSpecs.clone();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends PortObjectSpec> S getInPortSpec(final int index) {
        return (S)m_inSpecs[index];
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(m_inSpecs).filter(DataTableSpec.class::isInstance).toArray(DataTableSpec[]::new);
    }

    @Override
    public DataTableSpec getInTableSpec(final int portIndex) {
        return (DataTableSpec)m_inSpecs[portIndex];
    }

    @Override
    public PortObject[] getInPortObjects() {
        return m_inObjects.clone();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <D extends PortObject> D getInPortObject(final int portIndex) {
        return (D)m_inObjects[portIndex];
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(m_inObjects).filter(BufferedDataTable.class::isInstance).toArray(BufferedDataTable[]::new);
    }

    @Override
    public BufferedDataTable getInTable(final int portIndex) {
        return (BufferedDataTable)m_inObjects[portIndex];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return new PortType[0];
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
        m_internal = data.clone();
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning = message;
    }
}
