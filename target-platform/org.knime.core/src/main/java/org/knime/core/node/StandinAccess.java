// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.Map;

import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.scorewalk.standin.core.ExecutionScope;
import org.scorewalk.standin.core.NodeAccess;
import org.scorewalk.standin.core.table.RowStore;

/** Lets the host's side of the stand-in call what this package does not publish. */
final class StandinAccess implements NodeAccess {

    @Override
    public NodeDescription description(final NodeFactory<?> factory) {
        return factory.nodeDescription();
    }

    @Override
    public NodeModel createModel(final NodeFactory<?> factory, final NodeCreationConfiguration config) {
        return config == null ? factory.createNodeModel() : factory.createNodeModel(config);
    }

    @Override
    public PortType[] inputTypes(final NodeModel model) {
        final PortType[] types = new PortType[model.getNrInPorts()];
        for (int i = 0; i < types.length; i++) {
            types[i] = model.getInPortType(i);
        }
        return types;
    }

    @Override
    public PortType[] outputTypes(final NodeModel model) {
        final PortType[] types = new PortType[model.getNrOutPorts()];
        for (int i = 0; i < types.length; i++) {
            types[i] = model.getOutPortType(i);
        }
        return types;
    }

    @Override
    public void saveSettings(final NodeModel model, final NodeSettingsWO settings) {
        model.saveSettingsTo(settings);
    }

    @Override
    public void validateSettings(final NodeModel model, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        model.validateSettings(settings);
    }

    @Override
    public void loadSettings(final NodeModel model, final NodeSettingsRO settings) throws InvalidSettingsException {
        model.loadValidatedSettingsFrom(settings);
    }

    @Override
    public void setFlowVariables(final NodeModel model, final Map<String, FlowVariable> variables) {
        model.setFlowVariables(variables);
    }

    @Override
    public Map<String, FlowVariable> pushedFlowVariables(final NodeModel model) {
        return model.pushedFlowVariables();
    }

    @Override
    public PortObjectSpec[] configure(final NodeModel model, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        return model.configure(inSpecs);
    }

    @Override
    public PortObject[] execute(final NodeModel model, final PortObject[] inObjects, final ExecutionContext exec)
        throws Exception {
        return model.execute(inObjects, exec);
    }

    @Override
    public void reset(final NodeModel model) {
        model.reset();
    }

    @Override
    public void dispose(final NodeModel model) {
        model.onDispose();
    }

    @Override
    public Message warning(final NodeModel model) {
        return model.getWarning();
    }

    @Override
    public void setWarning(final NodeModel model, final Message warning) {
        model.setWarning(warning);
    }

    @Override
    public ExecutionContext newContext(final NodeProgressMonitor progress, final ExecutionScope scope) {
        return new ExecutionContext(progress, scope);
    }

    @Override
    public RowStore store(final BufferedDataTable table) {
        return table.store();
    }

    @Override
    public void tellListeners(final DefaultNodeProgressMonitor progress) {
        progress.notifyListeners(true);
    }
}
