// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ModelFileTest {

    private static ModelDocument document() {
        final ObjectNode description = JsonNodeFactory.instance.objectNode().put("a", 1).put("b", "ü");
        final Map<String, ModelDocument.Array> arrays = new LinkedHashMap<>();
        arrays.put("x/1", new ModelDocument.Array(List.of(2, 3), new float[]{1, 2, 3, -4, Float.MIN_VALUE, 1e30f}));
        arrays.put("empty", new ModelDocument.Array(List.of(0, 7), new float[0]));
        arrays.put("long", new ModelDocument.Array(List.of(40_000), new float[40_000]));
        return new ModelDocument("test", description, arrays);
    }

    private static byte[] bytes(final ModelDocument document) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(document, out);
        return out.toByteArray();
    }

    private static ModelDocument read(final byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes));
    }

    /** A file with any description, its arrays all zero, its checksum right or not. */
    private static byte[] file(final int version, final String json, final int numbers) throws Exception {
        final byte[] text = json.getBytes(StandardCharsets.UTF_8);
        final ByteBuffer b = ByteBuffer.allocate(16 + text.length + 4 * numbers + 32).order(ByteOrder.LITTLE_ENDIAN);
        b.put("SCWKMODL".getBytes(StandardCharsets.US_ASCII)).putInt(version).putInt(text.length).put(text);
        b.position(b.limit() - 32);
        b.put(java.security.MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(b.array(), b.limit() - 32)));
        return b.array();
    }

    @Test
    void whatIsWrittenIsReadBackBitByBit() throws IOException {
        assertThat(read(bytes(document()))).isEqualTo(document());
    }

    @Test
    void theLayoutOfTheFileIsTheDocumentedOne() throws Exception {
        final ModelDocument small = new ModelDocument("k", JsonNodeFactory.instance.objectNode(),
            Map.of("x", new ModelDocument.Array(List.of(1), new float[]{0f})));
        assertThat(bytes(small)).containsExactly(
            file(1, "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[1]}]}", 1));
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        final byte[] good = bytes(document());
        for (int length = 0; length < good.length; length += length < 400 || length > good.length - 80 ? 1 : 997) {
            final byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(InputException.class);
        }
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        final byte[] good = bytes(document());
        for (int at = 0; at < good.length; at += at < 400 || at > good.length - 80 ? 1 : 997) {
            final byte[] bad = good.clone();
            bad[at] ^= (byte)(1 << at % 8);
            assertThatThrownBy(() -> read(bad)).as("byte %d", at).isInstanceOf(InputException.class)
                .hasMessageEndingWith(".");
        }
    }

    @Test
    void somethingBehindTheEndIsRefused() throws IOException {
        final byte[] good = bytes(document());
        assertThatThrownBy(() -> read(Arrays.copyOf(good, good.length + 1))).isInstanceOf(InputException.class)
            .hasMessageContaining("follows");
    }

    @Test
    void aNewerVersionIsNamed() throws Exception {
        final byte[] newer = file(2, "{}", 0);
        assertThatThrownBy(() -> read(newer)).isInstanceOf(InputException.class).hasMessageContaining("newer")
            .hasMessageContaining("format 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "{\"kind\":\"k\"}", "{\"kind\":1,\"description\":{},\"arrays\":[]}",
        "{\"kind\":\"k\",\"kind\":\"l\",\"description\":{},\"arrays\":[]}", "{\"kind\":\"k\",", "{} {}",
        "{\"kind\":\"../k\",\"description\":{},\"arrays\":[]}",
        "{\"kind\":\"java.lang.Runtime\",\"description\":{},\"arrays\":[]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"../../etc/passwd\",\"shape\":[1]}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"C:x\",\"shape\":[1]}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[-1]}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[]}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[1,1,1,1,1]}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[65536,65536,65536,65536]}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[4294967297]}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[2147483647]}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[1.5]}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":\"1\"}]}",
        "{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[1]},"
            + "{\"name\":\"x\",\"shape\":[1]}]}"})
    void hostileDescriptionsAreRefused(final String json) throws Exception {
        final byte[] bytes = file(1, json, 2);
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(InputException.class).hasMessageEndingWith(".");
    }

    @Test
    void deeplyNestedDescriptionsAreRefused() throws Exception {
        final String nested = "[".repeat(20_000) + "]".repeat(20_000);
        final byte[] bytes = file(1, "{\"kind\":\"k\",\"arrays\":[],\"description\":{\"x\":" + nested + "}}", 0);
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(InputException.class);
    }

    @Test
    void aFileThatAnnouncesMuchAndBringsLittleTakesLittleMemory() throws Exception {
        final int numbers = 1 << 24; // 64 MiB announced
        final byte[] json = ("{\"kind\":\"k\",\"description\":{},\"arrays\":[{\"name\":\"x\",\"shape\":[" + numbers
            + "]}]}").getBytes(StandardCharsets.UTF_8);
        final ByteBuffer b = ByteBuffer.allocate(16 + json.length + 100).order(ByteOrder.LITTLE_ENDIAN);
        b.put("SCWKMODL".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(json.length).put(json);
        final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean)java.lang.management.ManagementFactory.getThreadMXBean();
        final long id = Thread.currentThread().getId();
        final long before = threads.getThreadAllocatedBytes(id);
        assertThatThrownBy(() -> read(b.array())).isInstanceOf(InputException.class).hasMessageContaining("truncated");
        assertThat(threads.getThreadAllocatedBytes(id) - before).isLessThan(8 << 20);
    }

    @Test
    void aStreamWithoutEndIsNotReadToItsEnd() throws Exception {
        final byte[] good = bytes(document());
        final InputStream endless = new java.io.SequenceInputStream(new ByteArrayInputStream(good), new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        });
        assertThatThrownBy(() -> ModelFile.read(endless)).isInstanceOf(InputException.class);
    }
}
