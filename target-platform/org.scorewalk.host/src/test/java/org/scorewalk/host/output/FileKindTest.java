// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endings of binary content. */
class FileKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GIF87a...|gif", "GIF89a...|gif", "%PDF-1.7|pdf", "RIFF1234WEBPVP8|webp",
        "BM....|bmp",
        "<svg width='1'/>|svg", "'<?xml version=\"1.0\"?><svg/>'|svg", "'<?xml version=\"1.0\"?><a/>'|xml", "text|bin",
        "G|bin",
        "''|bin"})
    void followFromTheFirstBytes(final String head, final String ending) {
        final byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FileKind.ending(bytes, bytes.length)).isEqualTo(ending);
    }

    @ParameterizedTest
    @CsvSource({"137 80 78 71 13 10 26 10,png", "255 216 255 224,jpg", "31 139 8,gz", "80 75 3 4,zip",
        "73 73 42 0,tif"})
    void followFromBytesThatAreNoText(final String numbers, final String ending) {
        final String[] parts = numbers.split(" ");
        final byte[] bytes = new byte[parts.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)Integer.parseInt(parts[i]);
        }

        assertThat(FileKind.ending(bytes, bytes.length)).isEqualTo(ending);
    }
}
