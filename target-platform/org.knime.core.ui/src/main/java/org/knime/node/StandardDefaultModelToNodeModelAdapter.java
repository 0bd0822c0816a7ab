// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.io.File;
import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.scorewalk.standin.ui.ParametersPersistence;
import org.scorewalk.standin.ui.PortsInput;

/**
 * Runs a node's definition as a node model. The class name shows up in log messages of KNIME, too.
 *
 * <p>Parameters that no settings were loaded for are made when the specs of the inputs are first known. Saving before
 * that writes defaults.
 */
final class StandardDefaultModelToNodeModelAdapter extends NodeModel implements PortObjectHolder {

    private final PortType[] m_inTypes;

    private final PortType[] m_outTypes;

    private final StandardDefaultModel m_model;

    private NodeParameters m_parameters;

    private PortObject[] m_internalData;

    StandardDefaultModelToNodeModelAdapter(final PortType[] inTypes, final PortType[] outTypes,
        final StandardDefaultModel model) {
        super(inTypes, outTypes);
        m_inTypes = inTypes.clone();
        m_outTypes = outTypes.clone();
        m_model = model;
    }

    /** The parameters that the node runs with; empty before they are made or if there are none. */
    Optional<NodeParameters> parameters() {
        return Optional.ofNullable(m_parameters);
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        if (m_parameters != null) {
            ParametersPersistence.save(m_parameters, settings);
        } else {
            m_model.parametersClass()
                .ifPresent(type -> ParametersPersistence.save(ParametersPersistence.create(type), settings));
        }
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var type = m_model.parametersClass();
        if (type.isPresent()) {
            ParametersPersistence.load(type.get(), settings).validate();
        }
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var type = m_model.parametersClass();
        if (type.isPresent()) {
            m_parameters = ParametersPersistence.load(type.get(), settings);
        }
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final var type = m_model.parametersClass();
        if (m_parameters == null && type.isPresent()) {
            final NodeParameters parameters =
                ParametersPersistence.create(type.get(), new PortsInput(m_inTypes, inSpecs, m_outTypes));
            parameters.validate();
            m_parameters = parameters;
        }
        final var call = new ConfigureCall(m_parameters, inSpecs, m_outTypes, this::setWarningMessage);
        m_model.configure().accept(call, call);
        return call.result();
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec)
        throws CanceledExecutionException, KNIMEException {
        final var call = new ExecuteCall(m_parameters, inObjects, exec, m_outTypes, this::setWarningMessage);
        m_model.execute().accept(call, call);
        m_internalData = call.internalData();
        return call.result();
    }

    @Override
    protected void reset() {
        m_internalData = null;
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_internalData;
    }

    @Override
    public void setInternalPortObjects(final PortObject[] portObjects) {
        m_internalData = portObjects;
    }

    @Override
    protected void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // a node made of a definition has none
    }

    @Override
    protected void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // a node made of a definition has none
    }
}
