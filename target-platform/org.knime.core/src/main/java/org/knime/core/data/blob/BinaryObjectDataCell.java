// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** A cell that holds bytes. */
public final class BinaryObjectDataCell extends DataCell implements BinaryObjectDataValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(BinaryObjectDataCell.class);

    private static final long serialVersionUID = 1L;

    private final byte[] m_bytes;

    BinaryObjectDataCell(final byte[] bytes) {
        m_bytes = bytes;
    }

    @Override
    public long length() {
        return m_bytes.length;
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return new ByteArrayInputStream(m_bytes);
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return Arrays.equals(m_bytes, ((BinaryObjectDataCell)dc).m_bytes);
    }

    @Override
    protected boolean equalContent(final DataValue otherValue) {
        try {
            return BinaryObjectDataValue.equalContent(this, (BinaryObjectDataValue)otherValue);
        } catch (IOException e) {
            throw new IllegalStateException("Bytes of a cell cannot be read.", e);
        }
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_bytes);
    }

    @Override
    public String toString() {
        try {
            return BinaryObjectCellFactory.getHexDump(openInputStream(), 1024);
        } catch (IOException e) {
            throw new IllegalStateException("Bytes of a cell cannot be read.", e);
        }
    }
}
