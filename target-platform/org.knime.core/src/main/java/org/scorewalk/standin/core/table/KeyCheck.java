// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import java.util.BitSet;

import org.knime.core.util.DuplicateKeyException;
import org.scorewalk.standin.core.table.RowStore.BlockOfRows;

/**
 * Finds keys that are given twice, in little memory: "Row" and the row's own number cost nothing (or a bit), any other
 * key costs a 64-bit hash. Where hashes meet, the stored rows decide.
 */
final class KeyCheck {

    private final RowStore m_store;

    /** Rows with another key than "Row" and their number; null until there is one. */
    private BitSet m_others;

    private LongSet m_hashes;

    KeyCheck(final RowStore store) {
        m_store = store;
    }

    /** @param key the key of the row that is about to be appended to the store */
    void add(final String key) {
        final long index = m_store.size();
        if (RowCodec.isNumber(key, index)) {
            if (m_hashes != null && m_hashes.contains(hash(key)) && isStored(key)) {
                throw duplicate(key);
            }
            return;
        }
        if (m_hashes == null) {
            m_hashes = new LongSet();
            m_others = new BitSet();
        }
        final boolean sameHash = !m_hashes.add(hash(key));
        if (isNumberOfEarlierRow(key, index) || sameHash && isStored(key)) {
            throw duplicate(key);
        }
        m_others.set((int)index);
    }

    private static DuplicateKeyException duplicate(final String key) {
        return new DuplicateKeyException(new DuplicateKeyException(key));
    }

    private boolean isNumberOfEarlierRow(final String key, final long index) {
        if (!key.startsWith("Row") || key.length() < 4 || key.length() > 13) {
            return false;
        }
        long number = 0;
        for (int i = 3; i < key.length(); i++) {
            final char c = key.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            number = number * 10 + c - '0';
        }
        return number < index && RowCodec.isNumber(key, number) && !m_others.get((int)number);
    }

    private boolean isStored(final String key) {
        long row = 0;
        while (row < m_store.size()) {
            final BlockOfRows block = m_store.blockAt(row);
            for (; row < block.end(); row++) {
                if (RowCodec.readKey(row, block.bytes()).getString().equals(key)) {
                    return true;
                }
                RowCodec.skipCells(m_store.columns(), block.bytes());
            }
        }
        return false;
    }

    private static long hash(final String key) {
        long h = 0x9E3779B97F4A7C15L ^ key.length();
        for (int i = 0; i < key.length(); i++) {
            h = (h ^ key.charAt(i)) * 0xBF58476D1CE4E5B9L;
            h ^= h >>> 29;
        }
        h *= 0x94D049BB133111EBL;
        return h ^ h >>> 32;
    }
}
