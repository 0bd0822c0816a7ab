// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;

/**
 * One node of any factory, and what KNIME's workflow engine does around its model. Ports count from 0; the hidden
 * flow-variable port has no place here. Calls must not overlap.
 */
public final class NodeDriver implements AutoCloseable {

    private NodeDriver() {
    }

    /**
     * @param factory of the node
     * @return a new node with the ports that it has by default
     */
    public static NodeDriver create(final NodeFactory<?> factory) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param factory of the node
     * @param creationConfig the {@code node_creation_config} of a stored node; null or without a group: the default
     * @return a new node
     * @throws InvalidSettingsException if a port type is not installed or not supported by the node
     */
    public static NodeDriver create(final NodeFactory<?> factory, final NodeSettingsRO creationConfig)
        throws InvalidSettingsException {
        throw new UnsupportedOperationException();
    }

    /** @return the factory */
    public NodeFactory<?> factory() {
        throw new UnsupportedOperationException();
    }

    /** @return the model */
    public NodeModel model() {
        throw new UnsupportedOperationException();
    }

    /** @return the texts about the node */
    public NodeDescription description() {
        throw new UnsupportedOperationException();
    }

    /** @return the ports as configured, if the node's are configurable */
    public Optional<ModifiableNodeCreationConfiguration> creationConfig() {
        throw new UnsupportedOperationException();
    }

    /** @return the types of the inputs */
    public PortType[] inputTypes() {
        throw new UnsupportedOperationException();
    }

    /** @return the types of the outputs */
    public PortType[] outputTypes() {
        throw new UnsupportedOperationException();
    }

    /** @param directory the workflow's folder, which {@code knime://knime.workflow} means while this node works */
    public void setWorkflowDirectory(final Path directory) {
        throw new UnsupportedOperationException();
    }

    /** @return what the model writes now: the settings that it has, or else its defaults; the key is {@code model} */
    public NodeSettings saveSettings() {
        throw new UnsupportedOperationException();
    }

    /**
     * Overwrites settings by flow variables, validates them and gives them to the model.
     *
     * @param model the {@code model} config, is not changed
     * @param variables the {@code variables} config; null or empty if no option is overwritten
     * @param stack the flow variables by name
     * @throws InvalidSettingsException if the settings or a variable do not fit; the model keeps what it had
     */
    public void loadSettings(final NodeSettingsRO model, final NodeSettingsRO variables,
        final Map<String, FlowVariable> stack) throws InvalidSettingsException {
        throw new UnsupportedOperationException();
    }

    /**
     * @param inSpecs one for each input; null where not connected or not known
     * @return one for each output; null where not known before execution
     * @throws NodeFailure if the node cannot be executed like this
     */
    public PortObjectSpec[] configure(final PortObjectSpec... inSpecs) throws NodeFailure {
        throw new UnsupportedOperationException();
    }

    /**
     * Executes the node on this thread. Objects of other ports than table ports must be copies
     * ({@link PortObjects#copy}). The results live until {@link #reset()} or {@link #close()}.
     *
     * @param inObjects one for each input
     * @param execution is left open
     * @return one for each output, never null
     * @throws CanceledExecutionException if it was cancelled
     * @throws NodeFailure if it failed
     */
    public PortObject[] execute(final PortObject[] inObjects, final NodeExecution execution)
        throws CanceledExecutionException, NodeFailure {
        throw new UnsupportedOperationException();
    }

    /** @return the warning of the last configure or execute */
    public Optional<Message> warning() {
        throw new UnsupportedOperationException();
    }

    /** @return the objects that the executed node holds for its view; null if it has none */
    public PortObject[] internalObjects() {
        throw new UnsupportedOperationException();
    }

    /** Drops results and internal objects; settings stay. */
    public void reset() {
        throw new UnsupportedOperationException();
    }

    /** Resets the node and tells the model that it is not needed any more. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
