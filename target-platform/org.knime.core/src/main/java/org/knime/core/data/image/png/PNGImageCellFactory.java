// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory.FromInputStream;
import org.knime.core.data.DataType;

/** Skeleton. */
public class PNGImageCellFactory implements FromInputStream {
    public static final DataType TYPE = null;
    public DataType getDataType() { throw new UnsupportedOperationException(); }
    public DataCell createCell(InputStream input) throws IOException { throw new UnsupportedOperationException(); }
    public static DataCell create(InputStream is) throws IOException { throw new UnsupportedOperationException(); }
    public static DataCell create(byte[] contents) { throw new UnsupportedOperationException(); }
}
