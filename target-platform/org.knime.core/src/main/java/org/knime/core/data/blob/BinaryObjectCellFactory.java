// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.blob;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory.FromInputStream;
import org.knime.core.data.DataType;
import org.knime.core.node.ExecutionContext;

/** Skeleton. */
public final class BinaryObjectCellFactory implements FromInputStream {
    public static final String PROPERTY_MEMORY_LIMIT = "org.knime.binaryobject.memorylimit";
    public static final int DEFAULT_MEMORY_LIMIT = 4 * 1024;
    public BinaryObjectCellFactory(ExecutionContext exec) { throw new UnsupportedOperationException(); }
    public BinaryObjectCellFactory() { throw new UnsupportedOperationException(); }
    public DataCell create(byte[] bytes) throws IOException { throw new UnsupportedOperationException(); }
    public DataCell create(InputStream input) throws IOException { throw new UnsupportedOperationException(); }
    public static String getHexDump(InputStream in, int length) throws IOException { throw new UnsupportedOperationException(); }
    public DataType getDataType() { throw new UnsupportedOperationException(); }
    public DataCell createCell(InputStream input) throws IOException { throw new UnsupportedOperationException(); }
}
