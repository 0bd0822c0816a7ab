// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

import static org.scorewalk.engine.InputException.check;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How models are stored: a small JSON document and arrays of numbers, as entries of a zip stream.
 * <ul>
 * <li>{@code document.json}: {@code format}, {@code version}, {@code content}, and {@code arrays} (name and length of
 * each, in the order in which they follow);</li>
 * <li>{@code arrays.bin}: the arrays' numbers one after the other, 8 bytes each, little-endian IEEE 754;</li>
 * <li>{@code sha256.txt}: the SHA-256 of the bytes of the two entries, as 64 hexadecimal digits.</li>
 * </ul>
 * Nothing in it names a class, nothing is executed by reading it, and reading it takes bounded memory, so it is safe to
 * open a stranger's file. Other entries are ignored, so that later versions can add some.
 *
 * @param content the document
 * @param arrays the arrays by name
 */
public record StoredDocument(ObjectNode content, Map<String, double[]> arrays) {

    private static final String DOCUMENT = "document.json";

    private static final String ARRAYS = "arrays.bin";

    private static final String CHECKSUM = "sha256.txt";

    private static final int MAX_DOCUMENT_BYTES = 1 << 20;

    /** 128 MiB of numbers. */
    private static final long MAX_VALUES = 1L << 24;

    private static final int MAX_ARRAYS = 10_000;

    private static final int MAX_NAME_LENGTH = 256;

    private static final int CHUNK_VALUES = 1 << 13;

    /**
     * Writes the entries. The stream stays open.
     *
     * @param out the zip stream
     * @param format what kind of document this is
     * @param version the version of its schema
     * @throws IOException if writing fails
     */
    public void write(final ZipOutputStream out, final String format, final int version) throws IOException {
        final var sorted = new TreeMap<>(arrays);
        final var document = JsonNodeFactory.instance.objectNode().put("format", format).put("version", version);
        document.set("content", content);
        final var list = document.putArray("arrays");
        sorted.forEach((name, values) -> list.addObject().put("name", name).put("length", values.length));
        final var digest = newDigest();
        out.putNextEntry(new ZipEntry(DOCUMENT));
        final byte[] bytes = Json.write(document);
        digest.update(bytes);
        out.write(bytes);
        out.closeEntry();
        out.putNextEntry(new ZipEntry(ARRAYS));
        // the digest stream is not closed: that would close the zip stream
        final OutputStream digesting = new DigestOutputStream(out, digest); // NOSONAR
        for (final double[] values : sorted.values()) {
            writeValues(digesting, values);
        }
        out.closeEntry();
        out.putNextEntry(new ZipEntry(CHECKSUM));
        out.write(HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII));
        out.closeEntry();
    }

    private static void writeValues(final OutputStream out, final double[] values) throws IOException {
        final var buffer = ByteBuffer.allocate(CHUNK_VALUES * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK_VALUES) {
            final int n = Math.min(CHUNK_VALUES, values.length - from);
            buffer.asDoubleBuffer().put(values, from, n);
            out.write(buffer.array(), 0, n * Double.BYTES);
        }
    }

    /**
     * Reads what {@link #write} wrote, up to the end of the zip stream.
     *
     * @param in the zip stream, which may come from a stranger
     * @param format what kind of document it must be
     * @param newest the newest version of its schema that can be read
     * @return the document
     * @throws InputException if it is damaged, truncated, of another kind or too new
     * @throws IOException if reading fails, or the zip stream itself is damaged
     */
    public static StoredDocument read(final ZipInputStream in, final String format, final int newest)
        throws IOException {
        try {
            return readEntries(in, format, newest);
        } catch (final EOFException e) { // comes without a message
            throw new InputException(damaged("it is truncated"), e);
        }
    }

    private static StoredDocument readEntries(final ZipInputStream in, final String format, final int newest)
        throws IOException {
        final var digest = newDigest();
        JsonNode document = null;
        Map<String, double[]> arrays = null;
        String checksum = null;
        for (var entry = next(in); entry != null; entry = next(in)) {
            if (DOCUMENT.equals(entry.getName())) {
                check(document == null, damaged("it has two documents"));
                final byte[] bytes = in.readNBytes(MAX_DOCUMENT_BYTES + 1);
                check(bytes.length <= MAX_DOCUMENT_BYTES, damaged("its document is too large"));
                digest.update(bytes);
                document = checked(bytes, format, newest);
            } else if (ARRAYS.equals(entry.getName())) {
                check(document != null && arrays == null, damaged("its parts stand in the wrong order"));
                arrays = readArrays(in, document.path("arrays"), digest);
            } else if (CHECKSUM.equals(entry.getName())) {
                checksum = new String(in.readNBytes(128), StandardCharsets.US_ASCII).strip();
            }
        }
        check(document != null && arrays != null && checksum != null, damaged("a part of it is missing"));
        check(HexFormat.of().formatHex(digest.digest()).equals(checksum), damaged("its checksum is wrong"));
        check(document.path("content") instanceof ObjectNode, damaged("it has no content"));
        return new StoredDocument((ObjectNode)document.path("content"), arrays);
    }

    /** Java tells a name that is no UTF-8 by an exception of its own kind. */
    private static ZipEntry next(final ZipInputStream in) throws IOException {
        try {
            return in.getNextEntry();
        } catch (final IllegalArgumentException e) {
            throw new InputException(damaged("the name of a part cannot be read"), e);
        }
    }

    private static JsonNode checked(final byte[] bytes, final String format, final int newest) {
        final JsonNode document;
        try {
            document = Json.read(bytes);
        } catch (InputException e) {
            throw new InputException(damaged("its document is no JSON"), e);
        }
        check(format.equals(document.path("format").textValue()),
            "The stored model is not a '%s' document. Connect a port of the right kind.", format);
        final var version = document.path("version");
        check(version.isInt() && version.intValue() >= 1, damaged("it has no version"));
        check(version.intValue() <= newest,
            "The stored model was written by a newer version of Scorewalk (its format is %d, this version reads up "
                + "to %d). "
                + "Update Scorewalk, or execute the node that made it once more.",
            version.intValue(), newest);
        return document;
    }

    private static Map<String, double[]> readArrays(final InputStream in, final JsonNode list,
        final MessageDigest digest) throws IOException {
        check(list.isArray() && list.size() <= MAX_ARRAYS, damaged("its list of arrays is wrong"));
        final var arrays = new HashMap<String, double[]>();
        long total = 0;
        for (final var item : list) {
            final var name = item.path("name").textValue();
            final var length = item.path("length");
            check(name != null && name.length() <= MAX_NAME_LENGTH && !arrays.containsKey(name)
                && length.canConvertToInt() && length.isIntegralNumber() && length.intValue() >= 0,
                damaged("its list of arrays is wrong"));
            total += length.intValue();
            check(total <= MAX_VALUES, damaged("its arrays are too large"));
            arrays.put(name, readValues(in, length.intValue(), digest));
        }
        check(in.read() < 0, damaged("its arrays are longer than they should be"));
        return arrays;
    }

    /** Grows with what is really there, so that a wrong length costs no memory. */
    private static double[] readValues(final InputStream in, final int length, final MessageDigest digest)
        throws IOException {
        var values = new double[Math.min(length, CHUNK_VALUES)];
        final var chunk = new byte[CHUNK_VALUES * Double.BYTES];
        for (int from = 0; from < length; from += CHUNK_VALUES) {
            final int n = Math.min(CHUNK_VALUES, length - from);
            check(in.readNBytes(chunk, 0, n * Double.BYTES) == n * Double.BYTES,
                damaged("its arrays are shorter than they should be"));
            digest.update(chunk, 0, n * Double.BYTES);
            if (from + n > values.length) {
                values = Arrays.copyOf(values, (int)Math.min(length, 2L * values.length));
            }
            ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values, from, n);
        }
        return values;
    }

    private static String damaged(final String how) {
        return "The stored model is damaged: " + how + ". Execute the node that made it once more.";
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
