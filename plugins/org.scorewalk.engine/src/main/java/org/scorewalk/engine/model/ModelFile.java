// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.model;

import static org.scorewalk.engine.InputException.check;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes and reads {@link ModelDocument}s. All numbers little-endian:
 *
 * <pre>
 * 8 bytes   the letters SCWKMODL
 * int32     format version, now 1
 * int32     length n of the JSON text in bytes, at most 1 MiB
 * n bytes   JSON, UTF-8: {"kind": ..., "description": {...}, "arrays": [{"name": ..., "shape": [...]}, ...]}
 * float32   the arrays one after the other, as many numbers as the shapes say
 * 32 bytes  SHA-256 of everything before
 * </pre>
 *
 * What is read may come from a stranger. Nothing in it names a class, a file or a place; sizes are checked before
 * memory is taken, and memory for an array grows with the bytes that arrive, so that a small file that announces much
 * costs little. The checksum finds damage, not forgery.
 */
public final class ModelFile {

    /** The newest version that this class reads, and the one that it writes. */
    public static final int VERSION = 1;

    private static final byte[] MAGIC = "SCWKMODL".getBytes(StandardCharsets.US_ASCII);

    private static final int MAX_JSON = 1 << 20;

    /** The most numbers of all arrays together: 2 GiB. */
    private static final long MAX_NUMBERS = 1L << 29;

    private static final int CHUNK = 1 << 16;

    private ModelFile() {
    }

    /**
     * @param document the model
     * @param to where it is written; stays open
     * @throws IOException if writing fails
     */
    public static void write(final ModelDocument document, final OutputStream to) throws IOException {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", document.kind());
        json.set("description", document.description());
        final ArrayNode list = json.putArray("arrays");
        document.arrays().forEach((name, array) -> {
            final ArrayNode shape = list.addObject().put("name", name).putArray("shape");
            array.shape().forEach(shape::add);
        });
        final byte[] text = Json.write(json);
        check(text.length <= MAX_JSON, "The description of the model is too long to be stored.");
        final DigestOutputStream out = new DigestOutputStream(to, sha256());
        out.write(MAGIC);
        out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION).putInt(text.length).array());
        out.write(text);
        final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (final ModelDocument.Array array : document.arrays().values()) {
            final float[] values = array.values();
            for (int from = 0; from < values.length; from += CHUNK / Float.BYTES) {
                final int n = Math.min(CHUNK / Float.BYTES, values.length - from);
                buffer.clear();
                buffer.asFloatBuffer().put(values, from, n);
                out.write(buffer.array(), 0, n * Float.BYTES);
            }
        }
        out.on(false);
        out.write(out.getMessageDigest().digest());
        out.flush();
    }

    /**
     * @param from where the model is read from, up to its end; stays open
     * @return the model
     * @throws InputException if it is damaged, truncated, newer than this version, or no model at all
     * @throws IOException if reading fails
     */
    public static ModelDocument read(final InputStream from) throws IOException {
        try {
            return readChecked(new DigestInputStream(from, sha256()));
        } catch (final EOFException e) {
            throw new InputException("The model is truncated: it ends before all of its numbers have been read. Please"
                + " execute the node that made it once more, or get the file again.", e);
        }
    }

    private static ModelDocument readChecked(final DigestInputStream in) throws IOException {
        check(Arrays.equals(exactly(in, MAGIC.length), MAGIC),
            "This is no model of Scorewalk, or its start is damaged.");
        final ByteBuffer head = ByteBuffer.wrap(exactly(in, 8)).order(ByteOrder.LITTLE_ENDIAN);
        final int version = head.getInt();
        check(version <= VERSION,
            "The model was written by a newer version of Scorewalk (format %d; this version reads up to %d). Please"
                + " update the extension.",
            version, VERSION);
        check(version >= 1, "The model is damaged: its format version is %d.", version);
        final int length = head.getInt();
        check(length >= 2 && length <= MAX_JSON, "The model is damaged: its description claims to have %d bytes.",
            length);
        final JsonNode json = parse(exactly(in, length));
        check(json.path("kind").isTextual() && json.path("description").isObject() && json.path("arrays").isArray(),
            "The model is damaged: its description lacks a part.");
        final Map<String, List<Integer>> shapes = shapes(json.path("arrays"));
        final Map<String, ModelDocument.Array> arrays = new LinkedHashMap<>();
        for (final Map.Entry<String, List<Integer>> shape : shapes.entrySet()) {
            final int size = (int)ModelDocument.Array.size(shape.getValue());
            arrays.put(shape.getKey(), new ModelDocument.Array(shape.getValue(), numbers(in, size)));
        }
        in.on(false);
        final byte[] digest = in.getMessageDigest().digest();
        check(MessageDigest.isEqual(exactly(in, digest.length), digest),
            "The model is damaged: its checksum does not fit its content. Please execute the node that made it once"
                + " more, or get the file again.");
        check(in.read() < 0, "The model is damaged: something follows after its end.");
        return new ModelDocument(json.path("kind").textValue(), (ObjectNode)json.path("description"), arrays);
    }

    private static JsonNode parse(final byte[] text) {
        try {
            return Json.read(text);
        } catch (final InputException e) {
            throw new InputException("The model is damaged: its description cannot be read.", e);
        }
    }

    private static Map<String, List<Integer>> shapes(final JsonNode list) {
        check(list.size() <= ModelDocument.MAX_ARRAYS, "The model is damaged: it claims to have %d arrays.",
            list.size());
        final Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        long numbers = 0;
        for (final JsonNode entry : list) {
            final String name = entry.path("name").textValue();
            ModelDocument.checkName(name);
            final List<Integer> shape = new ArrayList<>();
            check(entry.path("shape").isArray() && entry.path("shape").size() <= ModelDocument.MAX_DIMENSIONS,
                "The model is damaged: the array '%s' has no valid shape.", name);
            for (final JsonNode dimension : entry.path("shape")) {
                check(dimension.isInt(), "The model is damaged: the array '%s' has no valid shape.", name);
                shape.add(dimension.intValue());
            }
            numbers += ModelDocument.Array.size(shape);
            check(shapes.put(name, shape) == null, "The model is damaged: it has two arrays named '%s'.", name);
        }
        final long memory = Runtime.getRuntime().maxMemory();
        check(numbers <= MAX_NUMBERS && numbers * Float.BYTES <= memory / 2,
            "The model claims to hold %d numbers, which is too much for the memory of this program (%d MiB). If the"
                + " model is genuine, give Java more memory (-Xmx).",
            numbers, memory >> 20);
        return shapes;
    }

    private static byte[] exactly(final InputStream in, final int n) throws IOException {
        final byte[] bytes = in.readNBytes(n);
        if (bytes.length < n) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Reads numbers into an array that grows at most twofold beyond what has arrived. */
    private static float[] numbers(final InputStream in, final int n) throws IOException {
        float[] values = new float[Math.min(n, CHUNK)];
        final byte[] bytes = new byte[CHUNK];
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int have = 0; have < n;) {
            final int count = Math.min(CHUNK / Float.BYTES, n - have);
            if (in.readNBytes(bytes, 0, count * Float.BYTES) < count * Float.BYTES) {
                throw new EOFException();
            }
            if (have + count > values.length) {
                values = Arrays.copyOf(values, (int)Math.min(n, 2L * values.length));
            }
            buffer.asFloatBuffer().get(values, have, count);
            have += count;
        }
        return values;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
