// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Json;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.DensityFamily;

/**
 * What is known of a score function before it is computed: family, dimension, coordinate names, parameters and
 * capabilities, and the numbers themselves as long as they are few. Nodes that follow check their settings against it.
 */
public final class ScoreFunctionPortObjectSpec extends AbstractSimplePortObjectSpec {

    /** Reads and writes the spec; registered in plugin.xml. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ScoreFunctionPortObjectSpec> {
    }

    private static final int VERSION = 1;

    private static final String KEY_VERSION = "version";

    private static final String KEY_DOCUMENT = "document";

    private static final String KEY_COMPLETE = "complete";

    private static final String KEY_ARRAYS = "arrays";

    /** More numbers than these do not go into the spec, which must stay small: 30 coordinates of a Gaussian. */
    private static final int MAX_VALUES = 1024;

    private DensityDocument m_document;

    private boolean m_complete;

    /** For the framework, which calls {@link #load} next. */
    public ScoreFunctionPortObjectSpec() {
        // filled by load
    }

    private ScoreFunctionPortObjectSpec(final DensityDocument document, final boolean complete) {
        m_document = document;
        m_complete = complete;
    }

    /**
     * The spec of a density that is known.
     *
     * @param density the density
     * @return its spec, with its numbers if they are few
     */
    public static ScoreFunctionPortObjectSpec of(final Density density) {
        final var document = density.document();
        final boolean complete = document.arrayValues() <= MAX_VALUES;
        return new ScoreFunctionPortObjectSpec(complete ? document : document.withoutArrays(), complete);
    }

    /**
     * The spec of a density whose numbers are not known before execution.
     *
     * @param document what is known; its arrays are left out
     * @return the spec
     */
    public static ScoreFunctionPortObjectSpec incomplete(final DensityDocument document) {
        return new ScoreFunctionPortObjectSpec(document.withoutArrays(), false);
    }

    /**
     * What is known of the density.
     *
     * @return its document, perhaps without the arrays
     */
    public DensityDocument document() {
        return m_document;
    }

    /**
     * The density, if all of it is known.
     *
     * @return empty if its numbers are too many for the spec or not known before execution
     */
    public Optional<Density> density() {
        return m_complete ? Optional.of(DensityFamily.read(m_document)) : Optional.empty();
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addInt(KEY_VERSION, VERSION);
        model.addString(KEY_DOCUMENT, m_document.toJson().toString());
        model.addBoolean(KEY_COMPLETE, m_complete);
        final var arrays = model.addModelContent(KEY_ARRAYS);
        m_document.arrays().forEach(arrays::addDoubleArray);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        final int version = model.getInt(KEY_VERSION);
        if (version > VERSION) {
            throw new InvalidSettingsException("The stored score function was written by a newer version of "
                + "Scorewalk. Update "
                + "Scorewalk, or execute the node that made it once more.");
        }
        final Map<String, double[]> arrays = new HashMap<>();
        final var stored = model.getModelContent(KEY_ARRAYS);
        for (final var name : stored.keySet()) {
            arrays.put(name, Objects.requireNonNullElse(stored.getDoubleArray(name), new double[0]));
        }
        try {
            m_document = DensityDocument.fromJson(Json.read(Objects.requireNonNullElse(model.getString(KEY_DOCUMENT),
                "")),
                arrays);
            m_complete = model.getBoolean(KEY_COMPLETE);
            density(); // complete means that it can be made
        } catch (InputException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof ScoreFunctionPortObjectSpec s && m_complete == s.m_complete
            && Objects.equals(m_document, s.m_document);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_document, m_complete);
    }
}
