// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class PointCloudTest {

    private static final Viewport UNIT = new Viewport(0, 1, 0, 1);

    @Test
    void aPointLandsOnItsPixel() {
        final int[] pixels = draw(UNIT, 100, 50, new Dots(1, 1), 0x0000FF, new double[][]{{0.255, 0.75}});

        // x = 25.5 pixels from the left, y = 12.5 from the top: the centre of pixel (25, 12)
        assertThat(pixels[12 * 100 + 25] & 0xFF0000).as("red is covered").isLessThan(0x600000);
        assertThat(pixels[12 * 100 + 23]).isEqualTo(0xFFFFFF);
        assertThat(pixels[10 * 100 + 25]).isEqualTo(0xFFFFFF);
    }

    @Test
    void faintPointsAddUpAsTranslucentPaintDoes() {
        final double[][] same = new double[20][];
        Arrays.fill(same, new double[]{0.5, 0.5});

        final int[] pixels = draw(UNIT, 41, 41, new Dots(6, 0.1), 0x0000FF, same);

        final double expected = 255 * Math.pow(0.9, 20);
        assertThat((double)(pixels[20 * 41 + 20] >> 16 & 255)).isCloseTo(expected, within(1.0));
        assertThat(pixels[20 * 41 + 20] & 255).isEqualTo(255);
    }

    @Test
    void inkEqualsAreaTimesOpacityWhereverThePointLies() {
        final Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            final double[][] point = {{0.2 + 0.6 * random.nextDouble(), 0.2 + 0.6 * random.nextDouble()}};
            final int[] pixels = draw(UNIT, 60, 60, new Dots(5, 1), 0, point);

            final double ink = Arrays.stream(pixels).mapToDouble(p -> 1 - (p & 255) / 255.0).sum();

            assertThat(ink).isCloseTo(Math.PI * 2.5 * 2.5, within(0.25));
        }
    }

    @Test
    void looksLikeTheSameDotsDrawnOneByOne() {
        final Random random = new Random(3);
        final double[][] points = new double[2000][];
        Arrays.setAll(points, i -> new double[]{0.5 + 0.15 * random.nextGaussian(),
            0.5 + 0.15 * random.nextGaussian()});
        final BufferedImage slow = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = slow.createGraphics();
        Fonts.smooth(g);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 200, 200);
        g.setColor(new Color(0, 0, 255, 51));
        for (final double[] p : points) {
            g.fill(new Ellipse2D.Double(p[0] * 200 - 2, 200 - p[1] * 200 - 2, 4, 4));
        }
        g.dispose();

        final int[] fast = draw(UNIT, 200, 200, new Dots(4, 0.2), 0x0000FF, points);

        double difference = 0;
        for (int i = 0; i < fast.length; i++) {
            difference += Math.abs((fast[i] >> 16 & 255) - (slow.getRGB(i % 200, i / 200) >> 16 & 255));
        }
        assertThat(difference / fast.length).as("mean difference of 255 levels").isLessThan(2);
    }

    @Test
    void pointsOutsideAreCountedAndNotDrawn() {
        final PointCloud cloud = new PointCloud(UNIT, 10, 10, new Dots(3, 1));
        cloud.add(-0.01, 0.5);
        cloud.add(0.5, 1.01);
        cloud.add(1, 0);

        assertThat(cloud.points()).isEqualTo(3);
        assertThat(cloud.outside()).isEqualTo(2);
        final int[] pixels = new int[100];
        Arrays.fill(pixels, 0xFFFFFF);
        cloud.blend(pixels, 10, 0, 0, 0);
        assertThat(pixels[99]).as("the corner point is cut by the border").isNotEqualTo(0xFFFFFF);
        assertThat(pixels[50]).isEqualTo(0xFFFFFF);
    }

    private static int[] draw(final Viewport viewport, final int width, final int height, final Dots dots,
        final int rgb, final double[][] points) {
        final PointCloud cloud = new PointCloud(viewport, width, height, dots);
        for (final double[] point : points) {
            cloud.add(point[0], point[1]);
        }
        final int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xFFFFFF);
        cloud.blend(pixels, width, 0, 0, rgb);
        return pixels;
    }
}
