// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/** Skeleton. */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {
    protected NodeModel(int nrInDataPorts, int nrOutDataPorts) { throw new UnsupportedOperationException(); }
    protected NodeModel(PortType[] inPortTypes, PortType[] outPortTypes) { throw new UnsupportedOperationException(); }
    protected abstract void loadInternals(File nodeInternDir, ExecutionMonitor exec) throws IOException, CanceledExecutionException;
    protected abstract void saveInternals(File nodeInternDir, ExecutionMonitor exec) throws IOException, CanceledExecutionException;
    protected final int getNrInPorts() { throw new UnsupportedOperationException(); }
    protected final int getNrOutPorts() { throw new UnsupportedOperationException(); }
    protected final PortType getInPortType(int index) { throw new UnsupportedOperationException(); }
    protected final PortType getOutPortType(int index) { throw new UnsupportedOperationException(); }
    protected abstract void saveSettingsTo(NodeSettingsWO settings);
    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;
    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;
    protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception { throw new UnsupportedOperationException(); }
    protected BufferedDataTable[] execute(BufferedDataTable[] inData, ExecutionContext exec) throws Exception { throw new UnsupportedOperationException(); }
    protected abstract void reset();
    protected void onDispose() { throw new UnsupportedOperationException(); }
    protected final void stateChanged() { throw new UnsupportedOperationException(); }
    protected final void notifyViews(Object arg) { throw new UnsupportedOperationException(); }
    protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    protected DataTableSpec[] configure(DataTableSpec[] inSpecs) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    protected final MessageBuilder createMessageBuilder() { throw new UnsupportedOperationException(); }
    protected final void setWarningMessage(String warningMessage) { throw new UnsupportedOperationException(); }
    protected final String getWarningMessage() { throw new UnsupportedOperationException(); }
    protected final void setWarning(Message message) { throw new UnsupportedOperationException(); }
    protected final Message getWarning() { throw new UnsupportedOperationException(); }
    public void addWarningListener(NodeModelWarningListener listener) { throw new UnsupportedOperationException(); }
    public void removeWarningListener(NodeModelWarningListener listener) { throw new UnsupportedOperationException(); }
    public final String peekFlowVariableString(String name) { throw new UnsupportedOperationException(); }
    protected final void pushFlowVariableDouble(String name, double value) { throw new UnsupportedOperationException(); }
    protected final <T> void pushFlowVariable(String name, VariableType<T> type, T value) { throw new UnsupportedOperationException(); }
    public final double peekFlowVariableDouble(String name) { throw new UnsupportedOperationException(); }
    public final <T> T peekFlowVariable(String name, VariableType<T> type) { throw new UnsupportedOperationException(); }
    protected final void pushFlowVariableInt(String name, int value) { throw new UnsupportedOperationException(); }
    public final int peekFlowVariableInt(String name) { throw new UnsupportedOperationException(); }
    protected final void pushFlowVariableString(String name, String value) { throw new UnsupportedOperationException(); }
    public final Map<String, FlowVariable> getAvailableFlowVariables(VariableType<?>[] types) { throw new UnsupportedOperationException(); }
    public Map<String, FlowVariable> getAvailableFlowVariables(VariableType<?> type, VariableType<?>... otherTypes) { throw new UnsupportedOperationException(); }
    public final Map<String, FlowVariable> getAvailableInputFlowVariables(VariableType<?>[] types) { throw new UnsupportedOperationException(); }
    public Map<String, FlowVariable> getAvailableInputFlowVariables(VariableType<?> type, VariableType<?>... otherTypes) { throw new UnsupportedOperationException(); }
    protected final void continueLoop() { throw new UnsupportedOperationException(); }
    protected final NodeLogger getLogger() { throw new UnsupportedOperationException(); }
}
