// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** The key of a row: a text, kept as it is (blanks and the empty text included). */
public final class RowKey implements RowKeyValue {

    private final String m_id;

    /** @param id the text, not null */
    public RowKey(final String id) {
        if (id == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        m_id = id;
    }

    /**
     * @param rowIndex a number
     * @return "Row" and the number
     */
    public static RowKey createRowKey(final long rowIndex) {
        return new RowKey("Row" + rowIndex);
    }

    @Override
    public String getString() {
        return m_id;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj instanceof RowKey k && m_id.equals(k.m_id);
    }

    @Override
    public int hashCode() {
        return m_id.hashCode();
    }

    @Override
    public String toString() {
        return m_id;
    }
}
