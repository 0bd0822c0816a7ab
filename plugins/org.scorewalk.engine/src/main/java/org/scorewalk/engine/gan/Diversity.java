// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

/**
 * How different generated rows are from one another, measured by those that were learned from. A generator that makes
 * nearly the same row of any noise, which is called mode collapse, has a value near zero.
 */
public final class Diversity {

    /** Below this share of the data's own diversity something is wrong. */
    public static final double SUSPICIOUS = 0.5;

    private static final int ROWS = 512;

    private static final long SEED = 1;

    private Diversity() {
    }

    /**
     * @param model a trained GAN
     * @param data the rows that it has learned from
     * @return the mean Euclidean distance of pairs of generated rows, divided by that of pairs of rows of the data; 1
     *         where all rows of the data are equal
     */
    public static double relative(final GanModel model, final GanData data) {
        final int width = model.shape().columns();
        final int n = Math.min(ROWS, data.rows());
        final float[] real = new float[n * width];
        for (int r = 0; r < n; r++) {
            data.read((int)((long)r * data.rows() / n), real, r * width);
        }
        final double reference = meanDistance(real, n, width);
        return reference == 0 ? 1
            : meanDistance(model.generator().apply(model.noise(SEED, ROWS), ROWS), ROWS, width) / reference;
    }

    /** Each row of the first half beside one of the second: neighbours in a sorted table are no fair pairs. */
    private static double meanDistance(final float[] rows, final int n, final int width) {
        final int half = n / 2;
        double sum = 0;
        for (int r = 0; r < half; r++) {
            double square = 0;
            for (int j = 0; j < width; j++) {
                final double difference = rows[r * width + j] - rows[(r + half) * width + j];
                square += difference * difference;
            }
            sum += Math.sqrt(square);
        }
        return sum / half;
    }
}
