// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.BufferedDataTableHolder;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.scorewalk.standin.core.table.RowStore;

/**
 * One node of any factory, and what KNIME's workflow engine does around its model. Ports count from 0; the hidden
 * flow-variable port has no place here. Calls must not overlap.
 */
public final class NodeDriver implements AutoCloseable {

    private static final NodeAccess ACCESS = NodeAccess.get();

    private final NodeFactory<?> m_factory;

    private final ModifiableNodeCreationConfiguration m_creationConfig;

    private final NodeModel m_model;

    private final PortType[] m_inputs;

    private final PortType[] m_outputs;

    private final List<RowStore> m_held = new ArrayList<>();

    private Path m_workflow;

    private Map<String, FlowVariable> m_stack = Map.of();

    private Map<String, FlowVariable> m_exposed = Map.of();

    private PortObjectSpec[] m_configured;

    private boolean m_closed;

    private NodeDriver(final NodeFactory<?> factory, final ModifiableNodeCreationConfiguration creationConfig) {
        m_factory = factory;
        m_creationConfig = creationConfig;
        m_model = ACCESS.createModel(factory, creationConfig);
        m_inputs = ACCESS.inputTypes(m_model);
        m_outputs = ACCESS.outputTypes(m_model);
    }

    /**
     * @param factory of the node
     * @return a new node with the ports that it has by default
     */
    public static NodeDriver create(final NodeFactory<?> factory) {
        return new NodeDriver(factory, creationConfig(factory));
    }

    /**
     * @param factory of the node
     * @param creationConfig the {@code node_creation_config} of a stored node; null or without a group: the default
     * @return a new node
     * @throws InvalidSettingsException if a port type is not installed or not supported by the node
     */
    public static NodeDriver create(final NodeFactory<?> factory, final NodeSettingsRO creationConfig)
        throws InvalidSettingsException {
        final ModifiableNodeCreationConfiguration config = creationConfig(factory);
        if (config != null && creationConfig != null) {
            config.loadSettingsFrom(creationConfig);
        }
        return new NodeDriver(factory, config);
    }

    private static ModifiableNodeCreationConfiguration creationConfig(final NodeFactory<?> factory) {
        return factory instanceof ConfigurableNodeFactory<?> f ? f.createNodeCreationConfig() : null;
    }

    /** @return the factory */
    public NodeFactory<?> factory() {
        return m_factory;
    }

    /** @return the model */
    public NodeModel model() {
        return m_model;
    }

    /** @return the texts about the node */
    public NodeDescription description() {
        return ACCESS.description(m_factory);
    }

    /** @return the ports as configured, if the node's are configurable */
    public Optional<ModifiableNodeCreationConfiguration> creationConfig() {
        return Optional.ofNullable(m_creationConfig);
    }

    /** @return the types of the inputs */
    public PortType[] inputTypes() {
        return m_inputs.clone();
    }

    /** @return the types of the outputs */
    public PortType[] outputTypes() {
        return m_outputs.clone();
    }

    /** @param directory the workflow's folder, which {@code knime://knime.workflow} means while this node works */
    public void setWorkflowDirectory(final Path directory) {
        m_workflow = directory;
    }

    private WorkPlace enter() {
        return WorkPlace.enter(m_workflow, null);
    }

    // ---- settings

    /** @return what the model writes now: the settings that it has, or else its defaults; the key is {@code model} */
    public NodeSettings saveSettings() {
        final NodeSettings settings = new NodeSettings("model");
        try (WorkPlace place = enter()) {
            ACCESS.saveSettings(m_model, settings);
        }
        return settings;
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
        final NodeSettings settings = new NodeSettings("model");
        model.copyTo(settings);
        final VariableSettings overwrites = new VariableSettings(variables);
        overwrites.overwrite(settings, stack);
        try (WorkPlace place = enter()) {
            validate(settings);
            ACCESS.loadSettings(m_model, settings);
        }
        m_stack = Map.copyOf(stack);
        m_exposed = overwrites.exposed(settings);
    }

    private void validate(final NodeSettings settings) throws InvalidSettingsException {
        try {
            ACCESS.validateSettings(m_model, settings);
        } catch (RuntimeException e) {
            throw new InvalidSettingsException("Coding issue: " + e.getMessage(), e);
        }
    }

    /** @return the variables that the node gives to its successors: exposed settings, and what the model pushed */
    public Map<String, FlowVariable> outgoingVariables() {
        final Map<String, FlowVariable> result = new LinkedHashMap<>(m_exposed);
        result.putAll(ACCESS.pushedFlowVariables(m_model));
        return result;
    }

    // ---- configure

    /**
     * @param inSpecs one for each input; null where not connected or not known
     * @return one for each output; null where not known before execution
     * @throws NodeFailure if the node cannot be executed like this
     */
    public PortObjectSpec[] configure(final PortObjectSpec... inSpecs) throws NodeFailure {
        if (inSpecs.length != m_inputs.length) {
            throw new IllegalArgumentException(
                "The node has " + m_inputs.length + " inputs, but there are " + inSpecs.length + " specifications.");
        }
        m_configured = null;
        ACCESS.setWarning(m_model, null);
        if (Stream.of(inSpecs).anyMatch(InactiveBranchPortObjectSpec.class::isInstance)) {
            m_configured = Stream.of(m_outputs).map(t -> InactiveBranchPortObjectSpec.INSTANCE)
                .toArray(PortObjectSpec[]::new);
            return m_configured.clone();
        }
        try (WorkPlace place = enter()) {
            ACCESS.setFlowVariables(m_model, m_stack);
            m_configured = specs(ACCESS.configure(m_model, checked(inSpecs)));
        } catch (InvalidSettingsException | RuntimeException | LinkageError e) {
            throw NodeFailure.ofConfigure(e);
        }
        return m_configured.clone();
    }

    private PortObjectSpec[] checked(final PortObjectSpec... inSpecs) throws InvalidSettingsException {
        final PortObjectSpec[] specs = inSpecs.clone();
        for (int i = 0; i < specs.length; i++) {
            final PortType type = m_inputs[i];
            if (specs[i] == null && !type.isOptional() && BufferedDataTable.TYPE.equals(type)) {
                specs[i] = new DataTableSpec();
            }
            if (specs[i] != null && !type.acceptsPortObjectSpec(specs[i])) {
                throw new InvalidSettingsException("Incompatible port spec at port " + i + ", expected: "
                    + type.getPortObjectSpecClass().getName() + ", actual: " + specs[i].getClass().getName());
            }
        }
        return specs;
    }

    private PortObjectSpec[] specs(final PortObjectSpec... specs) {
        if (specs != null && specs.length != m_outputs.length) {
            NodeLogger.getLogger(m_model.getClass()).coding("configure returned " + specs.length
                + " specifications for " + m_outputs.length + " outputs; they count as unknown.");
        }
        final PortObjectSpec[] result = new PortObjectSpec[m_outputs.length];
        if (specs != null && specs.length == result.length) {
            System.arraycopy(specs, 0, result, 0, result.length);
        }
        return result;
    }

    // ---- execute

    /**
     * Executes the node on this thread. Objects of other ports than table ports must be copies
     * ({@link PortObjects#copy}). The results live until {@link #reset()} or {@link #close()}.
     *
     * @param inObjects one for each input; null only at optional inputs
     * @param execution is left open
     * @return one for each output, never null
     * @throws CanceledExecutionException if it was cancelled
     * @throws NodeFailure if it failed
     */
    public PortObject[] execute(final PortObject[] inObjects, final NodeExecution execution)
        throws CanceledExecutionException, NodeFailure {
        ACCESS.setWarning(m_model, null);
        if (Stream.of(inObjects).anyMatch(InactiveBranchPortObject.class::isInstance)) {
            return Stream.of(m_outputs).map(t -> InactiveBranchPortObject.INSTANCE).toArray(PortObject[]::new);
        }
        checkInputs(inObjects);
        execution.begin();
        execution.progress().setMessage("Performing node execution...");
        try (WorkPlace place = WorkPlace.enter(m_workflow, execution::files)) {
            execution.context().checkCanceled(); // a cancel before begin() could interrupt nobody
            ACCESS.setFlowVariables(m_model, m_stack);
            final PortObject[] results = ACCESS.execute(m_model, inObjects.clone(), execution.context());
            execution.context().checkCanceled();
            checkOutputs(results);
            warnAboutTables(results);
            hold(results);
            hold(internalObjects());
            return results.clone();
        } catch (Throwable e) { // NOSONAR KNIME takes every error of a node for the node's failure
            throw NodeFailure.ofExecute(e, execution.isCanceled());
        } finally {
            execution.end();
        }
    }

    private void checkInputs(final PortObject... inObjects) {
        if (inObjects.length != m_inputs.length) {
            throw new IllegalArgumentException(
                "The node has " + m_inputs.length + " inputs, but there are " + inObjects.length + " objects.");
        }
        for (int i = 0; i < inObjects.length; i++) {
            if (inObjects[i] == null && !m_inputs[i].isOptional()
                || inObjects[i] != null && !m_inputs[i].acceptsPortObject(inObjects[i])) {
                throw new IllegalArgumentException("Input " + i + " takes objects of type " + m_inputs[i].getName()
                    + ", but there is " + inObjects[i]);
            }
        }
    }

    private void checkOutputs(final PortObject... results) throws NodeFailure {
        if (results == null || results.length != m_outputs.length) {
            throw new IllegalStateException("Invalid result. Execution failed, reason: "
                + (results == null ? "data is null." : "there are " + results.length + " results for "
                    + m_outputs.length + " outputs."));
        }
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                throw new IllegalStateException(
                    "Invalid result. Execution failed, reason: data at output " + i + " is null.");
            }
            if (!m_outputs[i].acceptsPortObject(results[i])
                && !(results[i] instanceof InactiveBranchPortObject)) {
                throw new NodeFailure("Invalid output port object at port " + i, new IllegalStateException("Wanted: "
                    + m_outputs[i].getPortObjectClass().getName() + ", actual: " + results[i].getClass().getName()),
                    false);
            }
        }
    }

    private void warnAboutTables(final PortObject... results) {
        final List<BufferedDataTable> tables = Stream.of(results).filter(BufferedDataTable.class::isInstance)
            .map(BufferedDataTable.class::cast).toList();
        final boolean allEmpty = !tables.isEmpty() && tables.stream().allMatch(t -> t.size() == 0);
        if (allEmpty && ACCESS.warning(m_model) == null) {
            ACCESS.setWarning(m_model, Message.fromSummary(tables.size() == 1 ? "Node created an empty data table."
                : "Node created empty data tables on all out-ports."));
        }
        for (int i = 0; i < results.length; i++) {
            if (m_configured != null && m_configured[i] instanceof DataTableSpec before
                && results[i].getSpec() instanceof DataTableSpec after && !before.equalStructure(after)) {
                ACCESS.setWarning(m_model,
                    Message.fromSummary("DataSpec generated by configure does not match spec after execution."));
            }
        }
    }

    private void hold(final PortObject... objects) {
        if (objects == null) {
            return;
        }
        for (final PortObject object : objects) {
            if (object instanceof BufferedDataTable table) {
                final RowStore store = ACCESS.store(table);
                store.retain();
                m_held.add(store);
            }
        }
    }

    /** @return the warning of the last configure or execute */
    public Optional<Message> warning() {
        return Optional.ofNullable(ACCESS.warning(m_model));
    }

    /** @return the objects that the executed node holds for its view; null if it has none */
    public PortObject[] internalObjects() {
        if (m_model instanceof PortObjectHolder h) {
            return h.getInternalPortObjects();
        }
        return m_model instanceof BufferedDataTableHolder h ? h.getInternalTables() : null;
    }

    /** Drops results and internal objects; settings stay. */
    public void reset() {
        ACCESS.reset(m_model);
        ACCESS.setWarning(m_model, null);
        m_held.forEach(RowStore::release);
        m_held.clear();
    }

    /** Resets the node and tells the model that it is not needed any more. */
    @Override
    public void close() {
        if (!m_closed) {
            m_closed = true;
            reset();
            ACCESS.dispose(m_model);
        }
    }
}
