// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

public final class BinPO extends AbstractPortObject {
    public static final class Serializer extends AbstractPortObjectSerializer<BinPO> {
    }

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BinPO.class);

    private BinSpec m_spec;
    private byte[] m_data;

    public BinPO() {
    }

    public BinPO(final byte[] data) {
        m_data = data;
        m_spec = new BinSpec(data.length);
    }

    public byte[] data() {
        return m_data;
    }

    @Override
    public String getSummary() {
        return m_data.length + " bytes";
    }

    @Override
    public PortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor e) throws IOException {
        Log.add("BinPO.save");
        out.putNextEntry(new ZipEntry("weights.bin"));
        out.write(m_data);
        out.closeEntry();
        out.putNextEntry(new ZipEntry("info.txt"));
        out.write("golden".getBytes("UTF-8"));
        out.closeEntry();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor e)
        throws IOException {
        StringBuilder b = new StringBuilder();
        m_spec = (BinSpec)spec;
        for (ZipEntry z = in.getNextEntry(); z != null; z = in.getNextEntry()) {
            byte[] d = in.readAllBytes();
            b.append(z.getName()).append('(').append(d.length).append(") ");
            if (z.getName().equals("weights.bin")) {
                m_data = d;
            }
        }
        Log.add("BinPO.load entries " + b);
    }
}
