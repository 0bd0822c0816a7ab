// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/**
 * Does the work of a node: keeps its settings, says what comes out, computes it. A subclass overrides either the
 * methods for tables or those for port objects.
 */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {

    private final PortType[] m_inTypes;

    private final PortType[] m_outTypes;

    private Map<String, FlowVariable> m_inVariables = Map.of();

    private final Map<String, FlowVariable> m_pushed = new LinkedHashMap<>();

    private Message m_warning;

    /**
     * @param nrInDataPorts number of table inputs
     * @param nrOutDataPorts number of table outputs
     */
    protected NodeModel(final int nrInDataPorts, final int nrOutDataPorts) {
        this(tables(nrInDataPorts), tables(nrOutDataPorts));
    }

    /**
     * @param inPortTypes types of the inputs
     * @param outPortTypes types of the outputs
     */
    protected NodeModel(final PortType[] inPortTypes, final PortType[] outPortTypes) {
        m_inTypes = inPortTypes == null ? new PortType[0] : inPortTypes.clone();
        m_outTypes = outPortTypes == null ? new PortType[0] : outPortTypes.clone();
        Stream.of(m_inTypes, m_outTypes).flatMap(Stream::of)
            .forEach(t -> Objects.requireNonNull(t, "Port type must not be null."));
    }

    private static PortType[] tables(final int n) {
        final PortType[] types = new PortType[n];
        Arrays.fill(types, BufferedDataTable.TYPE);
        return types;
    }

    // ---- what subclasses do

    /**
     * Reads what {@link #saveInternals} wrote.
     *
     * @param nodeInternDir folder
     * @param exec for progress and cancellation
     * @throws IOException if it cannot be read
     * @throws CanceledExecutionException if canceled
     */
    protected abstract void loadInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /**
     * Writes what an executed node needs besides its outputs.
     *
     * @param nodeInternDir folder
     * @param exec for progress and cancellation
     * @throws IOException if it cannot be written
     * @throws CanceledExecutionException if canceled
     */
    protected abstract void saveInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /** @param settings takes the settings now, or the defaults */
    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    /**
     * @param settings are checked, nothing else
     * @throws InvalidSettingsException if they do not fit
     */
    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * @param settings were checked and are taken
     * @throws InvalidSettingsException if they do not fit
     */
    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    /** Drops what was computed; settings stay. */
    protected abstract void reset();

    /** The node is not needed any more. */
    protected void onDispose() {
        // for subclasses
    }

    /**
     * @param inSpecs one for each input
     * @return one for each output, null where not known; or null if none is known
     * @throws InvalidSettingsException if the node cannot be executed like this
     */
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final DataTableSpec[] specs = new DataTableSpec[inSpecs.length];
        for (int i = 0; i < specs.length; i++) {
            specs[i] = (DataTableSpec)inSpecs[i];
        }
        return configure(specs);
    }

    /**
     * @param inSpecs one for each input
     * @return one for each output, null where not known; or null if none is known
     * @throws InvalidSettingsException if the node cannot be executed like this
     */
    protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
        throw new InvalidSettingsException("NodeModel.configure() implementation missing!");
    }

    /**
     * @param inObjects one for each input
     * @param exec for progress, cancellation and new tables
     * @return one for each output
     * @throws Exception if it cannot be done
     */
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final BufferedDataTable[] tables = new BufferedDataTable[inObjects.length];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = (BufferedDataTable)inObjects[i];
        }
        return execute(tables, exec);
    }

    /**
     * @param inData one for each input
     * @param exec for progress, cancellation and new tables
     * @return one for each output
     * @throws Exception if it cannot be done
     */
    protected BufferedDataTable[] execute(final BufferedDataTable[] inData, final ExecutionContext exec)
        throws Exception {
        throw new IOException("NodeModel.execute() implementation missing!");
    }

    // ---- ports

    /** @return the number of inputs */
    protected final int getNrInPorts() {
        return m_inTypes.length;
    }

    /** @return the number of outputs */
    protected final int getNrOutPorts() {
        return m_outTypes.length;
    }

    /**
     * @param index of an input
     * @return its type
     */
    protected final PortType getInPortType(final int index) {
        return m_inTypes[index];
    }

    /**
     * @param index of an output
     * @return its type
     */
    protected final PortType getOutPortType(final int index) {
        return m_outTypes[index];
    }

    // ---- messages

    /** @param warningMessage is shown at the node; null for none */
    protected final void setWarningMessage(final String warningMessage) {
        setWarning(warningMessage == null ? null : Message.fromSummary(warningMessage));
    }

    /** @return what is shown at the node, null for nothing */
    protected final String getWarningMessage() {
        return Message.getSummaryFrom(m_warning);
    }

    /** @param message is shown at the node; null for none */
    protected final void setWarning(final Message message) {
        m_warning = message;
    }

    /** @return what is shown at the node, null for nothing */
    protected final Message getWarning() {
        return m_warning;
    }

    /** @return the log of this class */
    protected final NodeLogger getLogger() {
        return NodeLogger.getLogger(getClass());
    }

    // ---- flow variables

    final void setFlowVariables(final Map<String, FlowVariable> variables) {
        m_inVariables = Map.copyOf(variables);
        m_pushed.clear();
    }

    final Map<String, FlowVariable> pushedFlowVariables() {
        return new LinkedHashMap<>(m_pushed);
    }

    /**
     * @param name of a variable
     * @param type of the value
     * @param value of the variable that goes out
     * @param <T> the class of the value
     */
    protected final <T> void pushFlowVariable(final String name, final VariableType<T> type, final T value) {
        m_pushed.put(name, new FlowVariable(name, type, value));
    }

    /**
     * @param name of a variable
     * @param value of the variable that goes out
     */
    protected final void pushFlowVariableInt(final String name, final int value) {
        pushFlowVariable(name, VariableType.IntType.INSTANCE, value);
    }

    /**
     * @param name of a variable
     * @param type of the value
     * @param <T> the class of the value
     * @return the value
     * @throws NoSuchElementException if there is no such variable
     */
    public final <T> T peekFlowVariable(final String name, final VariableType<T> type) {
        final FlowVariable variable = m_pushed.getOrDefault(name, m_inVariables.get(name));
        if (variable == null) {
            throw new NoSuchElementException("No such variable \"" + name + "\" of type " + type);
        }
        return variable.getValue(type);
    }

    /**
     * @param name of a variable
     * @return the value
     */
    public final int peekFlowVariableInt(final String name) {
        return peekFlowVariable(name, VariableType.IntType.INSTANCE);
    }
}
