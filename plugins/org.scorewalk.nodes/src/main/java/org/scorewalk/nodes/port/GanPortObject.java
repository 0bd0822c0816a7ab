// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.port;

import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.gan.GanDocument;
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.model.ModelFile;

/**
 * A trained GAN on its way between nodes, immutable. It is stored as one entry {@value #ENTRY} in the form that
 * {@link ModelFile} describes: reading one from a stranger's workflow creates no object by name and takes bounded
 * memory.
 */
public final class GanPortObject extends AbstractPortObject {

    /** Reads and writes the port object; registered in plugin.xml. */
    public static final class Serializer extends AbstractPortObjectSerializer<GanPortObject> {
    }

    /** The type of ports that carry GANs. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(GanPortObject.class);

    private static final String ENTRY = "model.bin";

    private GanModel m_model;

    private GanPortObjectSpec m_spec;

    /** For the framework, which calls {@link #load} next. */
    public GanPortObject() {
        // filled by load
    }

    /**
     * @param model what the port carries
     */
    public GanPortObject(final GanModel model) {
        m_model = Objects.requireNonNull(model);
        m_spec = GanPortObjectSpec.of(model);
    }

    /**
     * What the port carries.
     *
     * @return the GAN
     */
    public GanModel model() {
        return m_model;
    }

    @Override
    public PortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        final int numbers = m_model.shape().columns();
        final String rows = m_model.shape() instanceof GanShape.Images i
            ? "%s images of %d x %d pixels".formatted(i.channels() == 1 ? "grey" : "coloured", i.width(), i.height())
            : "rows of %d %s".formatted(numbers, numbers == 1 ? "number" : "numbers");
        return "GAN for %s, generator %s, discriminator %s, trained for %d %s".formatted(rows, m_model.generator(),
            m_model.discriminator(), m_model.epochs(), m_model.epochs() == 1 ? "epoch" : "epochs");
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        out.setLevel(Deflater.NO_COMPRESSION); // weights hardly shrink, and compressing them takes seconds
        out.putNextEntry(new ZipEntry(ENTRY));
        ModelFile.write(GanDocument.write(m_model), out);
        out.closeEntry();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final String damaged =
            "The stored GAN is damaged: its numbers are missing. Execute the node that made it once more.";
        final ZipEntry entry;
        try {
            entry = in.getNextEntry();
        } catch (IllegalArgumentException | EOFException e) { // a name that is no UTF-8; a cut
            throw new IOException(damaged, e);
        }
        if (entry == null || !ENTRY.equals(entry.getName())) {
            throw new IOException(damaged);
        }
        try {
            m_model = GanDocument.read(ModelFile.read(in));
        } catch (InputException e) {
            throw new IOException(e.getMessage(), e);
        }
        m_spec = GanPortObjectSpec.of(m_model);
        if (!m_spec.equals(spec)) {
            throw new IOException(
                "The stored GAN does not agree with its description. Execute the node that made it once more.");
        }
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof GanPortObject o && m_model.shape().equals(o.m_model.shape())
            && m_model.generator().equals(o.m_model.generator())
            && m_model.discriminator().equals(o.m_model.discriminator()) && m_model.loss() == o.m_model.loss()
            && m_model.iterations() == o.m_model.iterations();
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_model.generator(), m_model.discriminator());
    }
}
