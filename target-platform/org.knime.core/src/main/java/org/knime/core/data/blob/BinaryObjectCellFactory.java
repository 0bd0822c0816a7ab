// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.blob;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory.FromInputStream;
import org.knime.core.data.DataType;
import org.knime.core.node.ExecutionContext;

/** Makes cells from bytes. All bytes are kept in memory here, whatever their number. */
public final class BinaryObjectCellFactory implements FromInputStream {

    /** A factory outside an execution. */
    public BinaryObjectCellFactory() {
        // no state
    }

    /** @param exec the execution that the cells belong to */
    public BinaryObjectCellFactory(final ExecutionContext exec) {
        // cells are kept in memory, so that nothing of the execution is needed
    }

    @Override
    public DataType getDataType() {
        return BinaryObjectDataCell.TYPE;
    }

    /**
     * @param bytes the content, is not copied
     * @return the cell
     * @throws IOException never here
     */
    public DataCell create(final byte[] bytes) throws IOException {
        return new BinaryObjectDataCell(bytes);
    }

    /**
     * @param input the content, read to its end and closed
     * @return the cell
     * @throws IOException if it cannot be read
     */
    public DataCell create(final InputStream input) throws IOException {
        try (input) {
            return new BinaryObjectDataCell(input.readAllBytes());
        }
    }

    @Override
    public DataCell createCell(final InputStream input) throws IOException {
        return create(input);
    }

    /**
     * @param in bytes; is closed
     * @param length how many of them at most
     * @return sixteen bytes a line: place, hexadecimal digits, characters
     * @throws IOException if they cannot be read
     */
    public static String getHexDump(final InputStream in, final int length) throws IOException {
        final StringBuilder dump = new StringBuilder();
        try (in) {
            final byte[] bytes = in.readNBytes(length);
            for (int line = 0; line < bytes.length; line += 16) {
                dump.append(String.format("%08x ", line));
                final StringBuilder text = new StringBuilder();
                for (int i = line; i < line + 16; i++) {
                    dump.append(i < bytes.length ? String.format(" %02x", bytes[i]) : "   ");
                    if (i < bytes.length) {
                        text.append(bytes[i] >= 32 && bytes[i] < 127 ? (char)bytes[i] : '.');
                    }
                }
                dump.append("  ").append(text).append('\n');
            }
        }
        return dump.toString();
    }
}
