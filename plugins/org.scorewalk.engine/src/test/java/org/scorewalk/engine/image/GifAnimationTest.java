// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;

class GifAnimationTest {

    /** A frame of an animation as a viewer shows it. */
    record Shown(BufferedImage image, int delay, String disposal) {
    }

    @Test
    void framesComeBackPixelByPixelWithDelayAndLoop() throws IOException {
        final List<BufferedImage> frames = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            frames.add(square(40, 30, 3 * i, 2 * i, 0x102030 + i));
        }

        final byte[] gif = GifAnimation.encode(frames::get, 7, 5, Monitor.SILENT);

        final List<Shown> shown = play(gif);
        assertThat(shown).hasSize(7);
        for (int i = 0; i < 7; i++) {
            assertThat(shown.get(i).delay()).isEqualTo(20);
            assertThat(firstDifference(shown.get(i).image(), frames.get(i))).as("frame %d", i).isNegative();
        }
        assertThat(loops(gif)).as("repetitions; 0 is for ever").isZero();
    }

    @Test
    void equalFramesStayFramesSoThatTimingHolds() throws IOException {
        final BufferedImage same = square(20, 20, 4, 4, 0xFF0000);

        final List<Shown> shown = play(GifAnimation.encode(i -> same, 3, 10, Monitor.SILENT));

        assertThat(shown).hasSize(3).allSatisfy(s -> {
            assertThat(s.delay()).isEqualTo(10);
            assertThat(firstDifference(s.image(), same)).isNegative();
        });
    }

    @Test
    void manyColoursAreReducedToNearOnes() throws IOException {
        final BufferedImage many = new BufferedImage(256, 64, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 256; x++) {
                many.setRGB(x, y, y < 40 ? 0xFFFFFF : x << 16 | 255 - x << 8 | 4 * y);
            }
        }

        final BufferedImage shown = play(GifAnimation.encode(i -> many, 1, 5, Monitor.SILENT)).get(0).image();

        double error = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 256; x++) {
                final int a = many.getRGB(x, y);
                final int b = shown.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    error = Math.max(error, Math.abs((a >> shift & 255) - (b >> shift & 255)));
                }
                if (y < 40) {
                    assertThat(b & 0xFFFFFF).as("paper stays white").isEqualTo(0xFFFFFF);
                }
            }
        }
        assertThat(error).isLessThan(24);
    }

    @Test
    void sameFramesGiveSameBytes() {
        final byte[] first = GifAnimation.encode(i -> square(64, 64, i, i, 0x336699 * i), 5, 5, Monitor.SILENT);
        final byte[] second = GifAnimation.encode(i -> square(64, 64, i, i, 0x336699 * i), 5, 5, Monitor.SILENT);

        assertThat(first).isEqualTo(second);
    }

    @Test
    void speedIsRoundedToHundredthsOfASecond() {
        assertThat(GifAnimation.delay(5)).isEqualTo(20);
        assertThat(GifAnimation.delay(30)).isEqualTo(3);
        assertThat(GifAnimation.delay(1000)).isEqualTo(2);
        assertThat(GifAnimation.delay(0.5)).isEqualTo(200);
    }

    @Test
    void cancelStopsBetweenFrames() {
        final int[] drawn = {0};
        final Monitor monitor = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // only cancellation matters here
            }

            @Override
            public void check() {
                if (drawn[0] >= 3) {
                    throw new CancellationException();
                }
            }
        };

        assertThatThrownBy(() -> GifAnimation.encode(i -> {
            drawn[0]++;
            return square(10, 10, 0, 0, i);
        }, 100, 5, monitor)).isInstanceOf(CancellationException.class);
        assertThat(drawn[0]).isEqualTo(3);
    }

    private static BufferedImage square(final int width, final int height, final int x, final int y, final int rgb) {
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < height; j++) {
                image.setRGB(i, j, i >= x && i < x + 8 && j >= y && j < y + 6 ? rgb & 0xFFFFFF : 0xFFFFFF);
            }
        }
        return image;
    }

    private static int firstDifference(final BufferedImage one, final BufferedImage other) {
        return java.util.Arrays.mismatch(pixels(one), pixels(other));
    }

    private static int[] pixels(final BufferedImage image) {
        final int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return pixels;
    }

    /** Decodes with the JDK's reader and composes as a viewer does. */
    public static List<Shown> play(final byte[] gif) throws IOException {
        final ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(gif)));
        final List<Shown> result = new ArrayList<>();
        BufferedImage canvas = null;
        for (int i = 0; i < reader.getNumImages(true); i++) {
            final BufferedImage part = reader.read(i);
            final IIOMetadataNode root =
                (IIOMetadataNode)reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
            final IIOMetadataNode position = (IIOMetadataNode)root.getElementsByTagName("ImageDescriptor").item(0);
            final IIOMetadataNode control =
                (IIOMetadataNode)root.getElementsByTagName("GraphicControlExtension").item(0);
            if (canvas == null) {
                canvas = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
            }
            canvas.getGraphics().drawImage(part, Integer.parseInt(position.getAttribute("imageLeftPosition")),
                Integer.parseInt(position.getAttribute("imageTopPosition")), null);
            final BufferedImage copy =
                new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
            copy.getGraphics().drawImage(canvas, 0, 0, null);
            result.add(new Shown(copy, Integer.parseInt(control.getAttribute("delayTime")),
                control.getAttribute("disposalMethod")));
        }
        reader.dispose();
        return result;
    }

    private static int loops(final byte[] gif) throws IOException {
        final ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(gif)));
        final IIOMetadataNode root =
            (IIOMetadataNode)reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
        final IIOMetadataNode loop = (IIOMetadataNode)root.getElementsByTagName("ApplicationExtension").item(0);
        assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
        final byte[] data = (byte[])loop.getUserObject();
        return data[1] & 255 | (data[2] & 255) << 8;
    }
}
