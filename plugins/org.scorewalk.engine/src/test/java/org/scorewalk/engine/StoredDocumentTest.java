// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

class StoredDocumentTest {

    private static final String FORMAT = "test-model";

    private static StoredDocument sample() {
        final var content = JsonNodeFactory.instance.objectNode().put("name", "Größe 中").put("width", 0.033);
        final var random = new Random(1);
        return new StoredDocument(content, Map.of("b", random.doubles(20_000).toArray(), "a",
            new double[]{Double.NaN, -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY}, "empty", new double[0]));
    }

    private static byte[] bytes(final StoredDocument document, final int version) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            document.write(zip, FORMAT, version);
        }
        return bytes.toByteArray();
    }

    private static StoredDocument read(final byte[] bytes) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            return StoredDocument.read(zip, FORMAT, 1);
        }
    }

    private static Map<String, byte[]> entries(final byte[] bytes) throws IOException {
        final var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(final Map<String, byte[]> entries) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (final var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A document as a stranger would forge it: the JSON changed, the checksum right. */
    private static byte[] forged(final UnaryOperator<String> change) throws Exception {
        final var entries = entries(bytes(sample(), 1));
        final var json = change.apply(new String(entries.get("document.json"), StandardCharsets.UTF_8));
        entries.put("document.json", json.getBytes(StandardCharsets.UTF_8));
        final var digest = MessageDigest.getInstance("SHA-256");
        digest.update(entries.get("document.json"));
        digest.update(entries.get("arrays.bin"));
        entries.put("sha256.txt", HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII));
        return zip(entries);
    }

    @Test
    void everythingComesBackBitForBit() throws IOException {
        final var again = read(bytes(sample(), 1));

        assertThat(again.content()).isEqualTo(sample().content());
        assertThat(again.arrays()).containsOnlyKeys("a", "b", "empty");
        assertThat(again.arrays().get("a")).containsExactly(sample().arrays().get("a"));
        assertThat(1 / again.arrays().get("a")[1]).isNegative();
        assertThat(again.arrays().get("b")).containsExactly(sample().arrays().get("b"));
    }

    @Test
    void theSameDocumentGivesTheSameEntries() throws IOException {
        final var first = entries(bytes(sample(), 1));

        assertThat(first.keySet()).containsExactly("document.json", "arrays.bin", "sha256.txt");
        entries(bytes(sample(), 1)).forEach((name, content) -> assertThat(content).isEqualTo(first.get(name)));
    }

    @Test
    void otherEntriesAreIgnored() throws IOException {
        final var entries = entries(bytes(sample(), 1));
        entries.put("preview.txt", new byte[10]);

        assertThat(read(zip(entries)).content()).isEqualTo(sample().content());
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        final var whole = entries(bytes(sample(), 1));
        final var random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            final var entries = new LinkedHashMap<>(whole);
            final var name = new ArrayList<>(whole.keySet()).get(trial % 3);
            final var content = whole.get(name).clone();
            content[random.nextInt(content.length)] ^= 1 << random.nextInt(5);
            entries.put(name, content);
            final var bytes = zip(entries);

            assertThatThrownBy(() -> read(bytes)).isInstanceOf(InputException.class);
        }
    }

    @Test
    void truncatedStreamsAreNoticed() throws IOException {
        final var whole = bytes(sample(), 1);
        for (int length = 0; length < whole.length - 400; length += 997) {
            final var part = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> read(part)).isInstanceOfAny(InputException.class, IOException.class);
        }
    }

    @Test
    void eachMissingEntryIsNoticed() throws IOException {
        for (final var name : entries(bytes(sample(), 1)).keySet()) {
            final var entries = entries(bytes(sample(), 1));
            entries.remove(name);
            final var bytes = zip(entries);

            assertThatThrownBy(() -> read(bytes)).isInstanceOf(InputException.class).hasMessageContaining("damaged");
        }
    }

    @Test
    void newerVersionsAndOtherFormatsAreToldApart() throws IOException {
        final var newer = bytes(sample(), 2);

        assertThatThrownBy(() -> read(newer)).isInstanceOf(InputException.class).hasMessageContaining("newer version");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes(sample(), 1)))) {
            assertThatThrownBy(() -> StoredDocument.read(zip, "other", 1)).isInstanceOf(InputException.class)
                .hasMessageContaining("'other'");
        }
    }

    @Test
    void lyingLengthsCostNoMemory() throws Exception {
        assertThatThrownBy(() -> read(forged(json -> json.replace("20000", "16000000"))))
            .hasMessageContaining("shorter");
        assertThatThrownBy(() -> read(forged(json -> json.replace("20000", "2000000000"))))
            .hasMessageContaining("too large");
        assertThatThrownBy(() -> read(forged(json -> json.replace("20000", "-1"))))
            .hasMessageContaining("list of arrays");
        assertThatThrownBy(() -> read(forged(json -> json.replace("20000", "100")))).hasMessageContaining("longer");
        assertThatThrownBy(() -> read(forged(json -> json.replace("\"length\":20000", "\"length\":\"x\""))))
            .hasMessageContaining("list of arrays");
    }

    @Test
    void hostileJsonIsRefused() {
        assertThatThrownBy(() -> read(forged(json -> json.replace("0.033", "[".repeat(5000) + "]".repeat(5000)))))
            .isInstanceOf(InputException.class).hasMessageContaining("no JSON");
        assertThatThrownBy(() -> read(forged(json -> json.replace("0.033", "1".repeat(5000)))))
            .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> read(forged(json -> json + "{}"))).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> read(forged(json -> json.replace("\"width\"", "\"name\""))))
            .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> read(forged(json -> json.replace("0.033", "\"" + "y".repeat(2 << 20) + "\""))))
            .isInstanceOf(InputException.class).hasMessageContaining("too large");
        assertThatThrownBy(() -> read(forged(json -> "nonsense"))).isInstanceOf(InputException.class)
            .hasMessageContaining("no JSON");
    }

    @Test
    void contentMustBeAnObject() {
        assertThatThrownBy(() -> read(forged(json -> {
            final var document = (ObjectNode)Json.read(json);
            document.put("content", 3);
            return new String(Json.write(document), StandardCharsets.UTF_8);
        }))).isInstanceOf(InputException.class).hasMessageContaining("no content");
    }
}
