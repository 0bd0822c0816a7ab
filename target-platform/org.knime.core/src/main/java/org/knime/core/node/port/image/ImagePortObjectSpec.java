// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import javax.swing.JComponent;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Skeleton. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ImagePortObjectSpec> {
    }
    public ImagePortObjectSpec(DataType type) { throw new UnsupportedOperationException(); }
    public ImagePortObjectSpec() { throw new UnsupportedOperationException(); }
    public DataType getDataType() { throw new UnsupportedOperationException(); }
    public JComponent[] getViews() { throw new UnsupportedOperationException(); }
    protected void load(ModelContentRO model) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    protected void save(ModelContentWO model) { throw new UnsupportedOperationException(); }
}
