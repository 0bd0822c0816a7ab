// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;

class PngImagesTest {

    @Test
    void imageComesBackPixelByPixel() {
        final BufferedImage image = new BufferedImage(37, 11, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 37 * 11; i++) {
            image.setRGB(i % 37, i / 37, i * 0x01F3A7 & 0xFFFFFF);
        }

        final byte[] png = PngImages.encode(image);
        final BufferedImage read = PngImages.decode(png, "The image");

        assertThat(read.getRGB(0, 0, 37, 11, null, 0, 37)).isEqualTo(image.getRGB(0, 0, 37, 11, null, 0, 37));
        assertThat(PngImages.encode(image)).isEqualTo(png);
    }

    @Test
    void whatIsNoPngIsNamed() {
        assertThatThrownBy(() -> PngImages.decode("not an image".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "The image in row 'Row3'")).isInstanceOf(InputException.class)
            .hasMessageStartingWith("The image in row 'Row3' cannot be read as a PNG image");
    }

    @Test
    void truncatedPngIsNamed() {
        final byte[] png = PngImages.encode(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB));

        assertThatThrownBy(() -> PngImages.decode(Arrays.copyOf(png, png.length / 2), "The image"))
            .isInstanceOf(InputException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void hugeSizeIsRefusedBeforeThePixelsAreAllocated() {
        final byte[] png = PngImages.encode(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB));
        // width and height in the header: two billion each; the checksum of the header is set to match
        for (int i = 16; i < 24; i++) {
            png[i] = i % 4 == 0 ? (byte)0x77 : (byte)0xFF;
        }
        final var crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte)(crc.getValue() >> 24 - 8 * i);
        }

        assertThatThrownBy(() -> PngImages.decode(png, "The image")).isInstanceOf(InputException.class)
            .hasMessageContaining("more than the limit");
    }
}
