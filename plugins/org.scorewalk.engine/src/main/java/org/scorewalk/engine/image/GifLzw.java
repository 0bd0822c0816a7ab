// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The compression of GIF files: LZW with codes of 9 to 12 bits, packed from the lowest bit, in blocks of at most 255
 * bytes (CompuServe, GIF89a specification, 1990, appendix F). The JDK's writer is not used because it insists on
 * palettes of its own making and needs a document tree for each frame.
 */
final class GifLzw {

    /** Bits of a pixel: palettes have 256 entries. */
    private static final int PIXEL_BITS = 8;

    private static final int CLEAR = 1 << PIXEL_BITS;

    private static final int END = CLEAR + 1;

    private static final int MAX_CODES = 1 << 12;

    private static final int BLOCK = 255;

    /** Open addressing: four times as many places as codes. */
    private static final int SLOTS = 4 * MAX_CODES;

    private final ByteArrayOutputStream m_out;

    /** A string's last pixel and the code of what comes before it, plus one; 0 is free. */
    private final int[] m_strings = new int[SLOTS];

    private final short[] m_codes = new short[SLOTS];

    private final byte[] m_block = new byte[BLOCK];

    private int m_blockSize;

    private int m_bits;

    private int m_bitCount;

    private int m_codeSize;

    private int m_next;

    GifLzw(final ByteArrayOutputStream out) {
        m_out = out;
    }

    /** Writes the image data of a frame: code size, blocks, terminator. */
    void write(final byte[] pixels) {
        m_out.write(PIXEL_BITS);
        m_bits = 0;
        m_bitCount = 0;
        m_blockSize = 0;
        clear();
        int prefix = pixels[0] & 255;
        for (int i = 1; i < pixels.length; i++) {
            final int pixel = pixels[i] & 255;
            final int key = (prefix << PIXEL_BITS | pixel) + 1;
            int slot = key * 0x9E3779B1 >>> 18;
            while (m_strings[slot] != 0 && m_strings[slot] != key) {
                slot = slot + 1 & SLOTS - 1;
            }
            if (m_strings[slot] == key) {
                prefix = m_codes[slot];
                continue;
            }
            put(prefix);
            prefix = pixel;
            if (m_next == MAX_CODES) {
                clear();
            } else {
                m_strings[slot] = key;
                m_codes[slot] = (short)m_next;
                if (m_next++ == 1 << m_codeSize) {
                    m_codeSize++;
                }
            }
        }
        put(prefix);
        put(END);
        flush();
    }

    private void clear() {
        if (m_codeSize == 0) {
            m_codeSize = PIXEL_BITS + 1;
        }
        put(CLEAR);
        Arrays.fill(m_strings, 0);
        m_codeSize = PIXEL_BITS + 1;
        m_next = END + 1;
    }

    private void put(final int code) {
        m_bits |= code << m_bitCount;
        m_bitCount += m_codeSize;
        while (m_bitCount >= 8) {
            put8(m_bits);
            m_bits >>>= 8;
            m_bitCount -= 8;
        }
    }

    private void put8(final int bits) {
        m_block[m_blockSize++] = (byte)bits;
        if (m_blockSize == BLOCK) {
            writeBlock();
        }
    }

    private void writeBlock() {
        if (m_blockSize > 0) {
            m_out.write(m_blockSize);
            m_out.write(m_block, 0, m_blockSize);
            m_blockSize = 0;
        }
    }

    private void flush() {
        if (m_bitCount > 0) {
            put8(m_bits);
        }
        writeBlock();
        m_out.write(0);
        m_codeSize = 0;
    }
}
