// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.util.Map;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.scorewalk.standin.core.table.RowStore;

/**
 * What {@code org.knime.core.node} lets this package call although it does not publish it. Used by {@link NodeDriver};
 * others should use that.
 */
public interface NodeAccess {

    /** @return the way in */
    static NodeAccess get() {
        return Holder.INSTANCE;
    }

    /** Makes the implementation, whose class is not public. */
    final class Holder {

        private static final NodeAccess INSTANCE = create();

        private Holder() {
        }

        private static NodeAccess create() {
            try {
                final var constructor = Class.forName("org.knime.core.node.StandinAccess").getDeclaredConstructor();
                constructor.setAccessible(true);
                return (NodeAccess)constructor.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The stand-in is not complete.", e);
            }
        }
    }

    /** @return {@code factory}'s texts */
    NodeDescription description(NodeFactory<?> factory);

    /** @return a new model; {@code config} is null if the ports are fixed */
    NodeModel createModel(NodeFactory<?> factory, NodeCreationConfiguration config);

    /** @return types of the inputs */
    PortType[] inputTypes(NodeModel model);

    /** @return types of the outputs */
    PortType[] outputTypes(NodeModel model);

    /** Calls saveSettingsTo. */
    void saveSettings(NodeModel model, NodeSettingsWO settings);

    /** Calls validateSettings. */
    void validateSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException;

    /** Calls loadValidatedSettingsFrom. */
    void loadSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException;

    /** Sets the incoming variables and forgets the pushed ones. */
    void setFlowVariables(NodeModel model, Map<String, FlowVariable> variables);

    /** @return the variables that the model pushed since */
    Map<String, FlowVariable> pushedFlowVariables(NodeModel model);

    /** Calls configure. */
    PortObjectSpec[] configure(NodeModel model, PortObjectSpec[] inSpecs) throws InvalidSettingsException;

    /** Calls execute. */
    PortObject[] execute(NodeModel model, PortObject[] inObjects, ExecutionContext exec) throws Exception;

    /** Calls reset. */
    void reset(NodeModel model);

    /** Calls onDispose. */
    void dispose(NodeModel model);

    /** @return the model's warning, null for none */
    Message warning(NodeModel model);

    /** Sets the model's warning, null for none. */
    void setWarning(NodeModel model, Message warning);

    /** @return a context whose tables belong to the scope */
    ExecutionContext newContext(NodeProgressMonitor progress, ExecutionScope scope);

    /** @return where the table's rows are */
    RowStore store(BufferedDataTable table);

    /** Tells the listeners at once. */
    void tellListeners(DefaultNodeProgressMonitor progress);
}
