// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** Rows as bytes: the key (one byte if it is "Row" and the row's number), then the cells. */
final class RowCodec {

    private static final int NUMBERED_KEY = 0;

    private static final int OTHER_KEY = 1;

    private RowCodec() {
    }

    static void write(final DataRow row, final long index, final int columns, final Bytes out) {
        final String key = row.getKey().getString();
        if (isNumber(key, index)) {
            out.putByte(NUMBERED_KEY);
        } else {
            out.putByte(OTHER_KEY);
            out.putString(key);
        }
        for (int i = 0; i < columns; i++) {
            CellCodec.write(row.getCell(i), out);
        }
    }

    /** @return whether the key is "Row" and this number in its usual form; without making a text */
    static boolean isNumber(final String key, final long index) {
        int at = key.length() - 1;
        if (at < 3 || !key.startsWith("Row")) {
            return false;
        }
        long rest = index;
        do {
            if (at < 3 || key.charAt(at) != '0' + (int)(rest % 10)) {
                return false;
            }
            rest /= 10;
            at--;
        } while (rest > 0);
        return at == 2;
    }

    static RowKey readKey(final long index, final Bytes in) {
        return in.getByte() == NUMBERED_KEY ? RowKey.createRowKey(index) : new RowKey(in.getString());
    }

    static void skipKey(final Bytes in) {
        if (in.getByte() == OTHER_KEY) {
            in.skip(1);
            in.skipArray();
        }
    }

    /** @param wanted the columns to read, null for all; the others give null */
    static DataCell[] readCells(final int columns, final boolean[] wanted, final Bytes in) {
        final DataCell[] cells = new DataCell[columns];
        for (int i = 0; i < columns; i++) {
            if (wanted == null || wanted[i]) {
                cells[i] = CellCodec.read(in);
            } else {
                CellCodec.skip(in);
            }
        }
        return cells;
    }

    static void skipCells(final int columns, final Bytes in) {
        for (int i = 0; i < columns; i++) {
            CellCodec.skip(in);
        }
    }
}
