// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.io.File;

import org.example.golden.ModelPO;
import org.example.golden.ModelSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** Does what a test says. */
public final class TestNodeModel extends NodeModel implements PortObjectHolder {

    static final DataTableSpec SPEC = new DataTableSpec(DataTableSpec.createColumnSpecs(new String[]{"d"},
        new org.knime.core.data.DataType[]{DoubleCell.TYPE}));

    static final ModelPO MODEL = new ModelPO(new ModelSpec("e", 1), 1);

    /** What the node does. */
    interface Work {

        default void validate(final NodeSettingsRO settings) throws InvalidSettingsException {
            settings.getInt("seed");
        }

        default PortObjectSpec[] configure(final TestNodeModel model, final PortObjectSpec... in)
            throws InvalidSettingsException {
            return new PortObjectSpec[]{SPEC, MODEL.getSpec()};
        }

        default PortObject[] execute(final TestNodeModel model, final PortObject[] in, final ExecutionContext exec)
            throws Exception {
            return new PortObject[]{table(exec, 1), MODEL};
        }
    }

    private final Work m_work;

    private int m_seed = 1;

    private PortObject[] m_internal;

    private int m_resets;

    private int m_disposals;

    TestNodeModel(final PortType[] in, final PortType[] out, final Work work) {
        super(in, out);
        m_work = work;
    }

    static BufferedDataTable table(final ExecutionContext exec, final int rows) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, (double)i));
        }
        container.close();
        return container.getTable();
    }

    int seed() {
        return m_seed;
    }

    int resets() {
        return m_resets;
    }

    int disposals() {
        return m_disposals;
    }

    void warn(final String message) {
        setWarningMessage(message);
    }

    void push(final String name, final int value) {
        pushFlowVariableInt(name, value);
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        return m_work.configure(this, inSpecs);
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        return m_work.execute(this, inObjects, exec);
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        settings.addInt("seed", m_seed);
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_work.validate(settings);
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_seed = settings.getInt("seed");
    }

    @Override
    protected void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // nothing is kept
    }

    @Override
    protected void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // nothing is kept
    }

    @Override
    protected void reset() {
        m_resets++;
        m_internal = null;
    }

    @Override
    protected void onDispose() {
        m_disposals++;
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_internal;
    }

    @Override
    public void setInternalPortObjects(final PortObject[] portObjects) {
        m_internal = portObjects;
    }
}
