// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

/** A set of numbers in an array that is at most half full. */
final class LongSet {

    private long[] m_slots = new long[64];

    private int m_size;

    private boolean m_hasZero;

    boolean contains(final long value) {
        return value == 0 ? m_hasZero : m_slots[slot(m_slots, value)] == value;
    }

    /** @return whether the number was not in the set before */
    boolean add(final long value) {
        if (value == 0) {
            final boolean added = !m_hasZero;
            m_hasZero = true;
            return added;
        }
        final int at = slot(m_slots, value);
        if (m_slots[at] == value) {
            return false;
        }
        m_slots[at] = value;
        m_size++;
        if (m_size * 2 > m_slots.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        final long[] slots = new long[m_slots.length * 2];
        for (final long value : m_slots) {
            if (value != 0) {
                slots[slot(slots, value)] = value;
            }
        }
        m_slots = slots;
    }

    private static int slot(final long[] slots, final long value) {
        int at = (int)(value ^ value >>> 32) & slots.length - 1;
        while (slots[at] != 0 && slots[at] != value) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }
}
