// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.port;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;

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
import org.scorewalk.engine.StoredDocument;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.DensityFamily;

/**
 * A score function on its way between nodes: a {@link Density}, immutable. Every family of density, whatever its
 * numbers, travels as this one class and is stored as a {@link StoredDocument}.
 */
public final class ScoreFunctionPortObject extends AbstractPortObject {

    /** Reads and writes the port object; registered in plugin.xml. */
    public static final class Serializer extends AbstractPortObjectSerializer<ScoreFunctionPortObject> {
    }

    /** The type of ports that carry score functions. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ScoreFunctionPortObject.class);

    private static final String FORMAT = "scorewalk-score-function";

    private static final int VERSION = 1;

    private static final int SHOWN = 4;

    private Density m_density;

    private ScoreFunctionPortObjectSpec m_spec;

    /** For the framework, which calls {@link #load} next. */
    public ScoreFunctionPortObject() {
        // filled by load
    }

    /**
     * @param density what the port carries
     */
    public ScoreFunctionPortObject(final Density density) {
        m_density = Objects.requireNonNull(density);
        m_spec = ScoreFunctionPortObjectSpec.of(density);
    }

    /**
     * What the port carries.
     *
     * @return the density
     */
    public Density density() {
        return m_density;
    }

    @Override
    public PortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        final var document = m_density.document();
        final var names = document.coordinateNames();
        return "%s density, %d %s: %s%s".formatted(DensityFamily.label(document), names.size(),
            names.size() == 1 ? "coordinate" : "coordinates",
            names.stream().limit(SHOWN).collect(Collectors.joining(", ")), names.size() > SHOWN ? ", ..." : "");
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var document = m_density.document();
        new StoredDocument(document.toJson(), document.arrays()).write(out, FORMAT, VERSION);
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        try {
            final var stored = StoredDocument.read(in, FORMAT, VERSION);
            m_density = DensityFamily.read(DensityDocument.fromJson(stored.content(), stored.arrays()));
        } catch (InputException e) {
            throw new IOException(e.getMessage(), e);
        }
        m_spec = ScoreFunctionPortObjectSpec.of(m_density);
        if (!m_spec.equals(spec)) {
            throw new IOException("The stored score function does not agree with its description. Execute the node "
                + "that made it "
                + "once more.");
        }
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof ScoreFunctionPortObject o && m_density.document().equals(o.m_density.document());
    }

    @Override
    public int hashCode() {
        return m_density.document().hashCode();
    }
}
