// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory.FromComplexString;
import org.knime.core.data.DataCellFactory.FromInputStream;
import org.knime.core.data.DataCellFactory.FromReader;
import org.knime.core.data.DataCellFactory.FromSimpleString;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** Skeleton. */
public final class StringCell extends DataCell implements StringValue, NominalValue {
    public static final DataType TYPE = null;
    public StringCell(String str) { throw new UnsupportedOperationException(); }
    public String getStringValue() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    protected boolean equalsDataCell(DataCell dc) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public static final class StringCellFactory implements FromSimpleString, FromComplexString, FromReader, FromInputStream {
        public static final DataType TYPE = null;
        public DataCell createCell(String s) { throw new UnsupportedOperationException(); }
        public DataType getDataType() { throw new UnsupportedOperationException(); }
        public DataCell createCell(InputStream input) throws IOException { throw new UnsupportedOperationException(); }
        public DataCell createCell(Reader input) throws IOException { throw new UnsupportedOperationException(); }
        public static DataCell create(String s) { throw new UnsupportedOperationException(); }
    }
}
