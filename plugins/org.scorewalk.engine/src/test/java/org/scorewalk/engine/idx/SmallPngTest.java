// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;

class SmallPngTest {

    private static SmallPng.Image image(final int width, final int height, final int channels) {
        final byte[] pixels = new byte[width * height * channels];
        new Random(1).nextBytes(pixels);
        return new SmallPng.Image(width, height, channels, pixels);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void imageIoReadsWhatWeWriteAndWeReadItBack(final int channels) throws IOException {
        final SmallPng.Image image = image(13, 7, channels);
        try (SmallPng png = new SmallPng()) {
            final byte[] bytes = png.write(image);
            final BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
            for (int y = 0; y < 7; y++) {
                for (int x = 0; x < 13; x++) {
                    for (int c = 0; c < channels; c++) {
                        assertThat((byte)read.getRaster().getSample(x, y, c))
                            .isEqualTo(image.pixels()[(y * 13 + x) * channels + c]);
                    }
                }
            }
            final SmallPng.Image back = png.read(bytes, "The image");
            assertThat(back.pixels()).containsExactly(image.pixels());
            assertThat(back.channels()).isEqualTo(channels);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_INDEXED})
    void weReadWhatImageIoWrites(final int type) throws IOException {
        final BufferedImage image = new BufferedImage(40, 30, type);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) { // smooth, so that the writer uses all filters
                image.setRGB(x, y, 0xff000000 | 5 * x << 16 | 5 * x << 8 | 5 * x);
            }
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        try (SmallPng png = new SmallPng()) {
            final SmallPng.Image read = png.read(out.toByteArray(), "The image");
            assertThat(read.width()).isEqualTo(40);
            assertThat(read.height()).isEqualTo(30);
            for (int x = 0; x < 40; x++) {
                final int first = read.pixels()[(3 * 40 + x) * read.channels()] & 255;
                final int expected = type == BufferedImage.TYPE_USHORT_GRAY ? image.getRaster().getSample(x, 3, 0) >> 8
                    : type == BufferedImage.TYPE_BYTE_GRAY ? image.getRaster().getSample(x, 3, 0)
                        : image.getRGB(x, 3) >> 16 & 255;
                assertThat(first).as("column %d", x).isEqualTo(expected);
            }
            final boolean grey = type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY
                || type == BufferedImage.TYPE_BYTE_BINARY;
            assertThat(read.channels()).isEqualTo(grey ? 1 : 3);
        }
    }

    @Test
    void damagedImagesGiveAMessageThatNamesThem() {
        try (SmallPng png = new SmallPng()) {
            final byte[] good = png.write(image(9, 9, 1));
            for (int length = 0; length < good.length - 20; length += 5) {
                final byte[] cut = Arrays.copyOf(good, length);
                assertThatThrownBy(() -> png.read(cut, "The image in row 'Row3'")).isInstanceOf(InputException.class)
                    .hasMessageContaining("Row3");
            }
            final byte[] huge = good.clone();
            Arrays.fill(huge, 16, 20, (byte)0x7f); // the width
            assertThatThrownBy(() -> png.read(huge, "The image in row 'Row3'")).isInstanceOf(InputException.class)
                .hasMessageContaining("Row3");
        }
    }
}
