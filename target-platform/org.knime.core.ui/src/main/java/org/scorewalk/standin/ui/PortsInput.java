// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/**
 * What a parameters class gets to know of its node's ports. A port beyond the last one is an
 * {@link ArrayIndexOutOfBoundsException}, a table asked from another kind of port a {@link ClassCastException}.
 */
public final class PortsInput implements NodeParametersInput {

    private final PortType[] m_inTypes;

    private final PortObjectSpec[] m_inSpecs;

    private final PortObject[] m_inObjects;

    private final PortType[] m_outTypes;

    /**
     * @param inTypes types of the inputs
     * @param inSpecs specs of the inputs, null where unknown
     * @param outTypes types of the outputs
     */
    public PortsInput(final PortType[] inTypes, final PortObjectSpec[] inSpecs, final PortType[] outTypes) {
        m_inTypes = inTypes.clone();
        m_inSpecs = inSpecs.clone();
        m_inObjects = new PortObject[inTypes.length];
        m_outTypes = outTypes.clone();
    }

    @Override
    public PortType[] getInPortTypes() {
        return m_inTypes.clone();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_inSpecs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(m_inSpecs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(m_inSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return m_inObjects.clone();
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.ofNullable(m_inObjects[portIndex]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(m_inObjects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return getInPortObject(portIndex).map(BufferedDataTable.class::cast);
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_outTypes.clone();
    }
}
