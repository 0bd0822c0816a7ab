// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes that is written at its end and read at a place that moves. */
final class Bytes {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] m_bytes;

    private int m_size;

    private int m_at;

    Bytes(final int capacity) {
        m_bytes = new byte[capacity];
    }

    /** Reads the first bytes of an array, which is not copied. */
    Bytes(final byte[] bytes, final int size) {
        m_bytes = bytes;
        m_size = size;
    }

    int size() {
        return m_size;
    }

    byte[] array() {
        return m_bytes;
    }

    byte[] toArray() {
        return Arrays.copyOf(m_bytes, m_size);
    }

    /** Drops what was written from this place on. */
    void truncate(final int size) {
        m_size = size;
    }

    private void ensure(final int more) {
        if (m_size + more < 0) {
            throw new OutOfMemoryError("A block of rows would exceed 2 GB.");
        }
        if (m_size + more > m_bytes.length) {
            final long wanted = Math.max(m_size + (long)more, m_bytes.length * 2L);
            m_bytes = Arrays.copyOf(m_bytes, (int)Math.min(wanted, Integer.MAX_VALUE - 8));
        }
    }

    void putByte(final int b) {
        ensure(1);
        m_bytes[m_size++] = (byte)b;
    }

    void putInt(final int v) {
        ensure(Integer.BYTES);
        INT.set(m_bytes, m_size, v);
        m_size += Integer.BYTES;
    }

    void putLong(final long v) {
        ensure(Long.BYTES);
        LONG.set(m_bytes, m_size, v);
        m_size += Long.BYTES;
    }

    void putDouble(final double v) {
        putLong(Double.doubleToRawLongBits(v));
    }

    void putArray(final byte[] b) {
        putInt(b.length);
        ensure(b.length);
        System.arraycopy(b, 0, m_bytes, m_size, b.length);
        m_size += b.length;
    }

    /** Texts with unpaired surrogates, which UTF-8 cannot hold, are written as UTF-16. */
    void putString(final String s) {
        final byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
        final boolean exact = isAscii(s) || new String(utf8, StandardCharsets.UTF_8).equals(s);
        putByte(exact ? 0 : 1);
        putArray(exact ? utf8 : utf16(s));
    }

    private static boolean isAscii(final String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf16(final String s) {
        final byte[] b = new byte[s.length() * 2];
        for (int i = 0; i < s.length(); i++) {
            b[2 * i] = (byte)(s.charAt(i) >> 8);
            b[2 * i + 1] = (byte)s.charAt(i);
        }
        return b;
    }

    int getByte() {
        return m_bytes[m_at++];
    }

    int getInt() {
        final int v = (int)INT.get(m_bytes, m_at);
        m_at += Integer.BYTES;
        return v;
    }

    long getLong() {
        final long v = (long)LONG.get(m_bytes, m_at);
        m_at += Long.BYTES;
        return v;
    }

    double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    byte[] getArray() {
        final int n = getInt();
        final byte[] b = Arrays.copyOfRange(m_bytes, m_at, m_at + n);
        m_at += n;
        return b;
    }

    String getString() {
        if (getByte() == 0) {
            final int n = getInt();
            final String s = new String(m_bytes, m_at, n, StandardCharsets.UTF_8);
            m_at += n;
            return s;
        }
        final byte[] b = getArray();
        final char[] c = new char[b.length / 2];
        for (int i = 0; i < c.length; i++) {
            c[i] = (char)(b[2 * i] << 8 | b[2 * i + 1] & 0xff);
        }
        return new String(c);
    }

    void skip(final int n) {
        m_at += n;
    }

    void skipArray() {
        final int n = getInt(); // on a line of its own: += reads m_at before getInt moves it
        m_at += n;
    }
}
