// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.data.DataCell;
import org.knime.core.data.image.ImageContent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;

/** Skeleton. */
public class ImagePortObject extends AbstractPortObject {
    public static final class Serializer extends AbstractPortObjectSerializer<ImagePortObject> {
    }
    public static final PortType TYPE = null;
    public static final PortType TYPE_OPTIONAL = null;
    public ImagePortObject() { throw new UnsupportedOperationException(); }
    public ImagePortObject(ImageContent content, ImagePortObjectSpec spec) { throw new UnsupportedOperationException(); }
    public DataCell toDataCell() { throw new UnsupportedOperationException(); }
    public String getSummary() { throw new UnsupportedOperationException(); }
    public ImagePortObjectSpec getSpec() { throw new UnsupportedOperationException(); }
    public JComponent[] getViews() { throw new UnsupportedOperationException(); }
    protected void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    protected void save(PortObjectZipOutputStream out, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
}
