// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.port;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.GanShape;

/**
 * What is known of a GAN before it is trained: what it generates, how many noise numbers it takes, and what can be done
 * with it. The size of images is known after training only.
 */
public final class GanPortObjectSpec extends AbstractSimplePortObjectSpec {

    /** Reads and writes the spec; registered in plugin.xml. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<GanPortObjectSpec> {
    }

    /** What a GAN can do. The names are stored. */
    public enum Capability {
        /** It generates rows from noise. */
        GENERATE,
        /** It says how real a row looks. */
        DISCRIMINATE,
        /** Its training can go on. */
        CONTINUE
    }

    private static final int VERSION = 1;

    private static final String KEY_VERSION = "version";

    private static final String KEY_DATA = "data";

    private static final String KEY_COLUMNS = "columns";

    private static final String KEY_WIDTH = "width";

    private static final String KEY_HEIGHT = "height";

    private static final String KEY_CHANNELS = "channels";

    private static final String KEY_NOISE = "noiseDimension";

    private static final String KEY_CAPABILITIES = "capabilities";

    private static final String IMAGES = "images";

    private static final String TABLE = "table";

    private static final int UNKNOWN = -1;

    private static final int MAX_COLUMNS = 10_000;

    private List<String> m_columns;

    private int m_width = UNKNOWN;

    private int m_height = UNKNOWN;

    private int m_channels = UNKNOWN;

    private int m_noiseDimension;

    private List<String> m_capabilities =
        List.of(Capability.GENERATE.name(), Capability.DISCRIMINATE.name(), Capability.CONTINUE.name());

    /** For the framework, which calls {@link #load} next. */
    public GanPortObjectSpec() {
        // filled by load
    }

    /**
     * @param columns the names of the columns that are generated; null for images
     * @param noiseDimension how many noise numbers the generator takes
     */
    public GanPortObjectSpec(final List<String> columns, final int noiseDimension) {
        m_columns = columns == null ? null : List.copyOf(columns);
        m_noiseDimension = noiseDimension;
    }

    /**
     * The spec of a trained GAN.
     *
     * @param model the GAN
     * @return its spec
     */
    public static GanPortObjectSpec of(final GanModel model) {
        final var spec = new GanPortObjectSpec(model.shape() instanceof GanShape.Table t ? t.names() : null,
            model.noiseDimension());
        if (model.shape() instanceof GanShape.Images images) {
            spec.m_width = images.width();
            spec.m_height = images.height();
            spec.m_channels = images.channels();
        }
        return spec;
    }

    /**
     * Whether images are generated.
     *
     * @return false for rows of numbers
     */
    public boolean isImages() {
        return m_columns == null;
    }

    /**
     * The columns that are generated.
     *
     * @return their names, empty for images
     */
    public List<String> columns() {
        return m_columns == null ? List.of() : m_columns;
    }

    /**
     * The size of images.
     *
     * @return empty if it is not known yet, or for rows of numbers
     */
    public Optional<GanShape.Images> images() {
        return m_width > 0 ? Optional.of(new GanShape.Images(m_width, m_height, m_channels)) : Optional.empty();
    }

    /**
     * How many noise numbers the generator takes.
     *
     * @return at least 1
     */
    public int noiseDimension() {
        return m_noiseDimension;
    }

    /**
     * What the GAN can do.
     *
     * @param capability something
     * @return whether it can
     */
    public boolean can(final Capability capability) {
        return m_capabilities.contains(capability.name());
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addInt(KEY_VERSION, VERSION);
        model.addString(KEY_DATA, isImages() ? IMAGES : TABLE);
        model.addStringArray(KEY_COLUMNS, columns().toArray(String[]::new));
        model.addInt(KEY_WIDTH, m_width);
        model.addInt(KEY_HEIGHT, m_height);
        model.addInt(KEY_CHANNELS, m_channels);
        model.addInt(KEY_NOISE, m_noiseDimension);
        model.addStringArray(KEY_CAPABILITIES, m_capabilities.toArray(String[]::new));
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        if (model.getInt(KEY_VERSION) > VERSION) {
            throw new InvalidSettingsException(
                "The stored GAN was written by a newer version of Scorewalk. Update Scorewalk, "
                + "or execute the node that made it once more.");
        }
        final String data = model.getString(KEY_DATA);
        final String[] columns = model.getStringArray(KEY_COLUMNS);
        final String[] capabilities = model.getStringArray(KEY_CAPABILITIES);
        m_width = model.getInt(KEY_WIDTH);
        m_height = model.getInt(KEY_HEIGHT);
        m_channels = model.getInt(KEY_CHANNELS);
        m_noiseDimension = model.getInt(KEY_NOISE);
        final boolean sizeKnown = m_width > 0 && m_height > 0 && (m_channels == 1 || m_channels == 3)
            && (long)m_width * m_height * m_channels <= GanShape.Images.MAX_NUMBERS;
        final boolean sizeUnknown = m_width == UNKNOWN && m_height == UNKNOWN && m_channels == UNKNOWN;
        final boolean valid = m_noiseDimension >= 1 && columns != null && columns.length <= MAX_COLUMNS
            && capabilities != null && capabilities.length <= MAX_COLUMNS && (IMAGES.equals(data)
                ? columns.length == 0 && (sizeKnown || sizeUnknown) : TABLE.equals(data) && sizeUnknown
                && columns.length > 0);
        if (!valid || hasGap(columns) || hasGap(capabilities)) {
            throw new InvalidSettingsException(
                "The stored description of the GAN is damaged. Execute the node that made it once more.");
        }
        m_columns = IMAGES.equals(data) ? null : List.of(columns);
        m_capabilities = List.of(capabilities);
    }

    private static boolean hasGap(final String[] names) {
        return Arrays.stream(names).anyMatch(n -> n == null || n.isEmpty());
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof GanPortObjectSpec s && Objects.equals(m_columns, s.m_columns) && m_width == s.m_width
            && m_height == s.m_height && m_channels == s.m_channels && m_noiseDimension == s.m_noiseDimension
            && m_capabilities.equals(s.m_capabilities);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_columns, m_width, m_height, m_channels, m_noiseDimension, m_capabilities);
    }
}
