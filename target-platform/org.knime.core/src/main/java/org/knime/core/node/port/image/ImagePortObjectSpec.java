// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import javax.swing.JComponent;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** What is known of a picture before execution: the type of cells that it can become. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {

    private DataType m_type;

    /** To be loaded. */
    public ImagePortObjectSpec() {
        // load fills it
    }

    /** @param type the type of cells that the picture can become */
    public ImagePortObjectSpec(final DataType type) {
        m_type = type;
    }

    /** @return the type of cells that the picture can become */
    public DataType getDataType() {
        return m_type;
    }

    @Override
    protected void save(final ModelContentWO model) {
        m_type.save(model);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_type = DataType.load(model);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Writes and reads these specifications. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ImagePortObjectSpec> {

        /** A serializer. */
        public Serializer() {
            // no state
        }
    }
}
