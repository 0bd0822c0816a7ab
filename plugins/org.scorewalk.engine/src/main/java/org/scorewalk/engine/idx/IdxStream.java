// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.idx;

import static org.scorewalk.engine.InputException.check;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Plural;

/**
 * An IDX file of unsigned bytes, read item by item. The header is four bytes 0, 0, 8 (unsigned byte) and the number of
 * dimensions, then each dimension as a big-endian 32-bit number, the first one the number of items; the numbers follow
 * without any structure. A gzip file is told by its first two bytes.
 * <p>
 * Everything that the header claims is checked before memory is taken, and only one item is held at a time.
 */
public final class IdxStream implements AutoCloseable {

    /** The most bytes in an item. */
    public static final int MAX_ITEM = 1 << 24;

    /** The most items. */
    public static final int MAX_ITEMS = 100_000_000;

    /** Deflate cannot shrink data further than about a thousandfold. */
    private static final long MAX_GZIP_RATIO = 1_100;

    private final String m_name;

    private final InputStream m_in;

    private final int[] m_dimensions;

    private final int m_itemSize;

    private int m_read;

    /**
     * Opens a file and reads its header.
     *
     * @param in the bytes of the file; closed by {@link #close()}, and here if the header is refused
     * @param length how many bytes there are, or -1 if that is not known
     * @param name how messages call the file, such as {@code the image file 'x'}
     * @param dimensions the numbers of dimensions that are accepted
     * @throws IOException if reading fails
     * @throws InputException if this is no such file
     */
    public IdxStream(final InputStream in, final long length, final String name, final int... dimensions)
        throws IOException {
        m_name = name;
        InputStream opened = in;
        try {
            final BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
            buffered.mark(2);
            final boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            opened = gzip ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16), 1 << 16) : buffered;
            m_in = opened;
            m_dimensions = header(dimensions);
            m_itemSize = itemSize();
            checkLength(length, gzip);
        } catch (final EOFException | ZipException e) {
            opened.close();
            throw new InputException(capital(name)
                + " is damaged or no IDX file: it ends before its header does, or its compression is broken."
                + " Choose another file.", e);
        } catch (final IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static String capital(final String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private int[] header(final int... accepted) throws IOException {
        final byte[] magic = exactly(4);
        check(magic[0] == 0 && magic[1] == 0,
            "%s is no IDX file: its first four bytes are %02x %02x %02x %02x instead of"
            + " 00 00 08 and the number of dimensions. Choose another file.", capital(m_name),
            magic[0], magic[1], magic[2], magic[3]);
        check(magic[2] == 8,
            "%s holds numbers of the IDX type %02x, but only unsigned bytes (08) are supported. Choose another file.",
            capital(m_name), magic[2]);
        final int count = magic[3];
        check(Arrays.stream(accepted).anyMatch(a -> a == count),
            "%s has %s, but %s needed. %sChoose another file.",
            capital(m_name), Plural.of(count, "dimension"), accepted.length == 1 ? accepted[0] + " is"
                : Arrays.stream(accepted).mapToObj(Integer::toString).collect(Collectors.joining(" or ")) + " are",
            count == 1 ? "It seems to be a file of labels. " : count == 3 ? "It seems to be a file of images. " : "");
        final int[] dimensions = new int[count];
        for (int d = 0; d < count; d++) {
            final byte[] b = exactly(4);
            final long value = (b[0] & 255L) << 24 | (b[1] & 255) << 16 | (b[2] & 255) << 8 | b[3] & 255;
            check(value >= 1 && value <= MAX_ITEMS, "%s claims to have the length %d in dimension %d, which is not"
                + " possible (1 to %d). The file is damaged; choose another one.",
                capital(m_name), value, d + 1, MAX_ITEMS);
            dimensions[d] = (int)value;
        }
        return dimensions;
    }

    private int itemSize() {
        long size = 1;
        for (int d = 1; d < m_dimensions.length; d++) {
            size *= m_dimensions[d];
            check(size <= MAX_ITEM, "%s claims to hold items of %s bytes, which is more than %d. Choose another file.",
                capital(m_name),
                Arrays.stream(m_dimensions).skip(1).mapToObj(Integer::toString).collect(Collectors.joining(" x ")),
                MAX_ITEM);
        }
        return (int)size;
    }

    private void checkLength(final long length, final boolean gzip) {
        if (length < 0) {
            return;
        }
        final long needed = 4L + 4L * m_dimensions.length + (long)m_dimensions[0] * m_itemSize;
        if (gzip) {
            check(needed / MAX_GZIP_RATIO <= length,
                "%s claims to hold %d bytes, which cannot be in a compressed file of"
                + " %d bytes. The file is damaged; choose another one.", capital(m_name), needed, length);
        } else {
            check(needed == length, "%s should have %d bytes according to its header, but it has %d. The file is"
                + " truncated or damaged; choose another one.", capital(m_name), needed, length);
        }
    }

    /**
     * The lengths of the dimensions.
     *
     * @return a copy, beginning with the number of items
     */
    public int[] dimensions() {
        return m_dimensions.clone();
    }

    /**
     * How many items the header announces.
     *
     * @return at least 1
     */
    public int items() {
        return m_dimensions[0];
    }

    /**
     * How many bytes an item has.
     *
     * @return at least 1
     */
    public int bytesPerItem() {
        return m_itemSize;
    }

    /**
     * Reads the next item.
     *
     * @return its bytes
     * @throws IOException if reading fails
     * @throws InputException if the file ends too early
     */
    public byte[] next() throws IOException {
        try {
            final byte[] item = exactly(m_itemSize);
            m_read++;
            return item;
        } catch (final EOFException | ZipException e) {
            throw broken(e);
        }
    }

    /**
     * Passes over the next item.
     *
     * @throws IOException if reading fails
     * @throws InputException if the file ends too early
     */
    public void skip() throws IOException {
        try {
            m_in.skipNBytes(m_itemSize);
            m_read++;
        } catch (final EOFException | ZipException e) {
            throw broken(e);
        }
    }

    /**
     * Checks, after the last item, that nothing follows.
     *
     * @throws IOException if reading fails
     * @throws InputException if something follows
     */
    public void end() throws IOException {
        try {
            check(m_in.read() < 0, "%s goes on after the %d items that its header announces. The file is damaged;"
                + " choose another one.",
                capital(m_name), m_dimensions[0]);
        } catch (final EOFException | ZipException e) {
            throw broken(e);
        }
    }

    private InputException broken(final IOException e) {
        return new InputException(capital(m_name) + " is truncated or damaged: it should hold " + m_dimensions[0]
            + " items, but only " + m_read + " can be read. Choose another file.", e);
    }

    private byte[] exactly(final int n) throws IOException {
        final byte[] bytes = m_in.readNBytes(n);
        if (bytes.length < n) {
            throw new EOFException();
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        m_in.close();
    }
}
