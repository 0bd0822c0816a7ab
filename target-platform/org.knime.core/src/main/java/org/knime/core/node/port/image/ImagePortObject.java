// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import java.io.IOException;
import java.util.Objects;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.data.DataCell;
import org.knime.core.data.image.ImageContent;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.scorewalk.standin.core.ZipEntries;

/** A picture at a port. Here only pictures in PNG form can be read back. */
public class ImagePortObject extends AbstractPortObject {

    /** The type of picture ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ImagePortObject.class);

    /** The type of picture ports that need not be connected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(ImagePortObject.class, true);

    private ImageContent m_content;

    private ImagePortObjectSpec m_spec;

    /** To be loaded. */
    public ImagePortObject() {
        // load fills it
    }

    /**
     * @param content the picture
     * @param spec its specification
     */
    public ImagePortObject(final ImageContent content, final ImagePortObjectSpec spec) {
        m_content = Objects.requireNonNull(content, "Argument must not be null.");
        m_spec = Objects.requireNonNull(spec, "Argument must not be null.");
    }

    /** @return a cell that holds the picture */
    public DataCell toDataCell() {
        return m_content.toImageCell();
    }

    @Override
    public String getSummary() {
        return m_content.getSummary();
    }

    @Override
    public ImagePortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        out.putNextEntry(new ZipEntry(m_content.getClass().getName()));
        m_content.save(out);
        out.closeEntry();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final ZipEntry entry = ZipEntries.next(in);
        if (entry == null || !entry.getName().equals(PNGImageContent.class.getName())) {
            throw new IOException("Expected a picture of class " + PNGImageContent.class.getName() + ", got "
                + (entry == null ? "none" : entry.getName()));
        }
        try {
            m_content = new PNGImageContent(in);
        } catch (IllegalArgumentException e) {
            throw new IOException("A stored picture is damaged: " + e.getMessage(), e);
        }
        m_spec = (ImagePortObjectSpec)spec;
    }

    /** Writes and reads these objects. */
    public static final class Serializer extends AbstractPortObjectSerializer<ImagePortObject> {

        /** A serializer. */
        public Serializer() {
            // no state
        }
    }
}
