// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BinPO.class);

    private final List<String> m_entries = new ArrayList<>();

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

    /** Name and size of the entries that load() was given. */
    public List<String> entries() {
        return m_entries;
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
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec) throws IOException {
        out.putNextEntry(new ZipEntry("weights.bin"));
        out.write(m_data);
        out.closeEntry();
        out.putNextEntry(new ZipEntry("info.txt"));
        out.write("golden".getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor exec)
        throws IOException {
        m_spec = (BinSpec)spec;
        for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
            final byte[] bytes = in.readAllBytes();
            m_entries.add(e.getName() + "(" + bytes.length + ")");
            if (e.getName().equals("weights.bin")) {
                m_data = bytes;
            }
        }
    }

    public static final class Serializer extends AbstractPortObjectSerializer<BinPO> {
    }
}
