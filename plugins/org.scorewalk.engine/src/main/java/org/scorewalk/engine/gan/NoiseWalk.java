// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

/**
 * Noise on the way from one noise row to the next. Normal noise of many dimensions lies near a sphere; an arc
 * (spherical linear interpolation, Shoemake 1985; White 2016) stays near it, a straight line runs through the inside.
 */
public final class NoiseWalk {

    /** Below this angle, in radians, and as close to a half turn, an arc is as good as straight, or not defined. */
    private static final double SMALL_ANGLE = 1e-4;

    private NoiseWalk() {
    }

    /**
     * Puts noise rows between the given ones.
     *
     * @param noise noise, row by row
     * @param dimension how many numbers a row has
     * @param steps how many rows come between each row and the next
     * @param arc whether the way is an arc; its radius goes evenly from that of one row to that of the next
     * @return the given rows and those between them
     */
    public static float[] between(final float[] noise, final int dimension, final int steps, final boolean arc) {
        final int rows = noise.length / dimension;
        final int result = Math.addExact(rows, Math.multiplyExact(rows - 1, steps));
        final float[] all = new float[Math.multiplyExact(result, dimension)];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(noise, r * dimension, all, r * (steps + 1) * dimension, dimension);
        }
        for (int r = 0; r + 1 < rows; r++) {
            final double angle = angle(noise, r * dimension, dimension);
            final boolean round = arc && angle > SMALL_ANGLE && angle < Math.PI - SMALL_ANGLE;
            final double ratio = round ? length(noise, r * dimension, dimension)
                / length(noise, (r + 1) * dimension, dimension) : 1;
            for (int k = 1; k <= steps; k++) {
                final double t = (double)k / (steps + 1);
                double from = 1 - t;
                double to = t;
                if (round) {
                    // directions turn evenly; each is given the length between both
                    final double a = Math.sin((1 - t) * angle) / Math.sin(angle);
                    final double b = Math.sin(t * angle) / Math.sin(angle);
                    from = a * (1 - t + t / ratio);
                    to = b * ((1 - t) * ratio + t);
                }
                final int at = (r * (steps + 1) + k) * dimension;
                for (int j = 0; j < dimension; j++) {
                    all[at + j] = (float)(from * noise[r * dimension + j] + to * noise[(r + 1) * dimension + j]);
                }
            }
        }
        return all;
    }

    private static double angle(final float[] noise, final int at, final int dimension) {
        double dot = 0;
        for (int j = 0; j < dimension; j++) {
            dot += (double)noise[at + j] * noise[at + dimension + j];
        }
        final double cosine = dot / (length(noise, at, dimension) * length(noise, at + dimension, dimension));
        // a row of zeros has no direction: the way is straight then
        return Double.isNaN(cosine) ? 0 : Math.acos(Math.max(-1, Math.min(1, cosine)));
    }

    private static double length(final float[] noise, final int at, final int dimension) {
        double square = 0;
        for (int j = 0; j < dimension; j++) {
            square += (double)noise[at + j] * noise[at + j];
        }
        return Math.sqrt(square);
    }
}
