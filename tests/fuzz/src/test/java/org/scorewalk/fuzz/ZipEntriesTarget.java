// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Archives with valid check sums and any names, any number of times, with sizes that may be lies. The input holds the
 * entries: a byte that says how the entry is stored, one for the length of the name, two for the length of the content,
 * name and content.
 */
public final class ZipEntriesTarget {

    private static final int LOCAL = 0x04034b50;

    private static final int CENTRAL = 0x02014b50;

    private static final int END = 0x06054b50;

    private static final int MAX_ENTRIES = 50;

    private ZipEntriesTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(ZipEntriesTarget.class).forEach(ZipEntriesTarget::fuzzerTestOneInput);
    }

    /** @param data the entries */
    public static void fuzzerTestOneInput(final byte[] data) {
        Contract.check(() -> KnwfTarget.open(zip(data)));
    }

    /** The input for entries. */
    static byte[] entries(final Object... namesAndContents) {
        final var out = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            final byte[] name = ((String)namesAndContents[i]).getBytes(StandardCharsets.UTF_8);
            final byte[] content = (byte[])namesAndContents[i + 1];
            out.write(1);
            out.write(name.length);
            out.write(content.length >> 8);
            out.write(content.length);
            out.writeBytes(name);
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(final byte[] data) {
        final var in = ByteBuffer.wrap(data);
        final var out = new ByteArrayOutputStream();
        final List<byte[]> central = new ArrayList<>();
        while (in.remaining() >= 4 && central.size() < MAX_ENTRIES) {
            final int how = in.get();
            final int nameLength = in.get() & 0xFF;
            final int contentLength = in.getShort() & 0xFFFF;
            final byte[] name = take(in, nameLength);
            final byte[] content = take(in, contentLength);
            final byte[] stored = (how & 1) == 0 ? content : deflate(content, (how & 2) == 0 ? 1 : 1000);
            final byte[] plain = (how & 3) == 3 ? repeat(content, 1000) : content;
            final var crc = new CRC32();
            crc.update(plain);
            final int size = (how & 4) == 0 ? plain.length : 1;
            final var header = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN).putShort((short)20)
                .putShort((short)((how & 8) == 0 ? 0x800 : 0)).putShort((short)((how & 1) == 0 ? 0 : 8)).putInt(0)
                .putInt((int)crc.getValue()).putInt(stored.length).putInt(size).putShort((short)name.length)
                .putShort((short)0).array();
            final int offset = out.size();
            write(out, little(LOCAL), header, name, stored);
            final var entry = new ByteArrayOutputStream();
            write(entry, little(CENTRAL), new byte[]{20, 0}, header, new byte[10], little(offset), name);
            central.add(entry.toByteArray());
        }
        final int start = out.size();
        central.forEach(out::writeBytes);
        final int length = out.size() - start;
        final byte[] counts = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0)
            .putShort((short)central.size()).putShort((short)central.size()).array();
        write(out, little(END), counts, little(length), little(start), new byte[2]);
        return out.toByteArray();
    }

    private static byte[] take(final ByteBuffer in, final int wanted) {
        final byte[] bytes = new byte[Math.min(wanted, in.remaining())];
        in.get(bytes);
        return bytes;
    }

    private static byte[] repeat(final byte[] content, final int times) {
        final byte[] all = new byte[content.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(content, 0, all, i * content.length, content.length);
        }
        return all;
    }

    private static byte[] deflate(final byte[] content, final int times) {
        final var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(times == 1 ? content : repeat(content, times));
            deflater.finish();
            final var out = new ByteArrayOutputStream();
            final byte[] buffer = new byte[1 << 12];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] little(final int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private static void write(final ByteArrayOutputStream out, final byte[]... parts) {
        try {
            for (final byte[] part : parts) {
                out.write(part);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
