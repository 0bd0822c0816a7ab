// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class Histogram2DTest {

    @Test
    void countsEqualABruteForceCount() {
        final Viewport range = new Viewport(-4, 6, -0.7, 0.4);
        final int nx = 50;
        final int ny = 7;
        final Histogram2D histogram = new Histogram2D(range, nx, ny);
        final double[] ex = edges(range.xMin(), range.xMax(), nx);
        final double[] ey = edges(range.yMin(), range.yMax(), ny);
        final long[][] expected = new long[nx][ny];
        final Random random = new Random(11);
        long inside = 0;
        for (int k = 0; k < 20_000; k++) {
            // every fifth point lies exactly on an edge
            final double x = k % 5 == 0 ? ex[random.nextInt(nx + 1)] : 1 + 3 * random.nextGaussian();
            final double y = k % 5 == 1 ? ey[random.nextInt(ny + 1)] : 0.5 * random.nextGaussian();
            histogram.add(x, y);
            for (int i = 0; i < nx; i++) {
                for (int j = 0; j < ny; j++) {
                    if (holds(ex, i, x) && holds(ey, j, y)) {
                        expected[i][j]++;
                        inside++;
                    }
                }
            }
        }

        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                assertThat(histogram.count(i, j)).as("bin %d, %d", i, j).isEqualTo(expected[i][j]);
            }
        }
        assertThat(histogram.inside()).isEqualTo(inside);
        assertThat(histogram.inside() + histogram.outside()).isEqualTo(20_000);
    }

    @Test
    void densitySumsToOneOverTheRange() {
        final Histogram2D histogram = new Histogram2D(new Viewport(0, 2, 0, 5), 8, 10);
        final Random random = new Random(2);
        for (int k = 0; k < 1000; k++) {
            histogram.add(random.nextDouble() * 3, random.nextDouble() * 5);
        }

        double sum = 0;
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 10; j++) {
                sum += histogram.density(i, j) * (2.0 / 8) * (5.0 / 10);
            }
        }

        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void upperEndBelongsToTheLastBin() {
        final Histogram2D histogram = new Histogram2D(new Viewport(0, 0.3, 0, 1), 3, 1);
        histogram.add(0.3, 1);
        histogram.add(0, 0);
        histogram.add(Math.nextUp(0.3), 0.5);

        assertThat(histogram.count(2, 0)).isEqualTo(1);
        assertThat(histogram.count(0, 0)).isEqualTo(1);
        assertThat(histogram.outside()).isEqualTo(1);
    }

    private static double[] edges(final double min, final double max, final int bins) {
        final double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = i == bins ? max : min + (max - min) / bins * i;
        }
        return edges;
    }

    private static boolean holds(final double[] edges, final int bin, final double value) {
        final boolean last = bin == edges.length - 2;
        return value >= edges[bin] && (last ? value <= edges[bin + 1] : value < edges[bin + 1]);
    }
}
