// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.List;

/**
 * What the rows are that a GAN learns and generates. Inside, every number lies between -1 and 1.
 */
public sealed interface GanShape {

    /**
     * @return how many numbers a row has
     */
    int columns();

    /**
     * Images.
     *
     * @param width pixels across
     * @param height pixels down
     * @param channels 1 for grey, 3 for red, green and blue
     */
    record Images(int width, int height, int channels) implements GanShape {

        /** The most numbers in an image: a dense network for more would be unwieldy. */
        public static final int MAX_NUMBERS = 256 * 256 * 3;

        /** Checks the sizes. */
        public Images {
            check(width >= 1 && height >= 1 && (channels == 1 || channels == 3),
                "Images of %d x %d pixels with %d channels are not supported.", width, height, channels);
            check((long)width * height * channels <= MAX_NUMBERS,
                "Images of %d x %d pixels with %d channels are too large for a dense network; at most %d numbers an"
                    + " image are supported. Please scale the images down.",
                width, height, channels, MAX_NUMBERS);
        }

        @Override
        public int columns() {
            return width * height * channels;
        }

        /**
         * @param x numbers between -1 and 1, row by row, the channels of a pixel together
         * @param from where the image begins
         * @return bytes between 0 and 255
         */
        public byte[] pixels(final float[] x, final int from) {
            final byte[] pixels = new byte[columns()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte)Math.max(0, Math.min(255, Math.round((x[from + i] + 1) * 127.5f)));
            }
            return pixels;
        }
    }

    /**
     * Rows of numbers, scaled column by column to the range that was seen.
     *
     * @param names the columns' names
     * @param minimum the least value of each
     * @param maximum the greatest value of each
     */
    record Table(List<String> names, double[] minimum, double[] maximum) implements GanShape {

        /** The most columns. */
        public static final int MAX_COLUMNS = 10_000;

        /** Checks the sizes. */
        public Table {
            names = List.copyOf(names);
            minimum = minimum.clone();
            maximum = maximum.clone();
            check(!names.isEmpty() && names.size() <= MAX_COLUMNS,
                "A GAN learns between 1 and %d numeric columns, but there are %d.", MAX_COLUMNS, names.size());
            check(minimum.length == names.size() && maximum.length == names.size(),
                "The ranges do not belong to the %d columns.", names.size());
            for (int j = 0; j < minimum.length; j++) {
                check(Double.isFinite(minimum[j]) && Double.isFinite(maximum[j]) && minimum[j] <= maximum[j],
                    "The range of column '%s' is not valid (%s to %s).", names.get(j), minimum[j], maximum[j]);
            }
        }

        @Override
        public int columns() {
            return names.size();
        }

        @Override
        public double[] minimum() {
            return minimum.clone();
        }

        @Override
        public double[] maximum() {
            return maximum.clone();
        }

        /**
         * @param column the number of a column
         * @return whether all values were equal
         */
        public boolean isConstant(final int column) {
            return minimum[column] == maximum[column];
        }

        /**
         * @param column the number of a column
         * @param value a value of it
         * @return the value between -1 and 1; 0 in a constant column
         */
        public float scale(final int column, final double value) {
            final double half = half(column);
            return half == 0 ? 0f : (float)((value - centre(column)) / half);
        }

        // Halves are taken first, so that the range of very large numbers does not overflow.

        private double half(final int column) {
            return maximum[column] / 2 - minimum[column] / 2;
        }

        private double centre(final int column) {
            return maximum[column] / 2 + minimum[column] / 2;
        }

        /**
         * @param column the number of a column
         * @param x a generated number between -1 and 1
         * @return the value in the column's own range
         */
        public double unscale(final int column, final float x) {
            return Math.max(minimum[column],
                Math.min(maximum[column], centre(column) + half(column) * (double)x));
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof Table t && names.equals(t.names) && Arrays.equals(minimum, t.minimum)
                && Arrays.equals(maximum, t.maximum);
        }

        @Override
        public int hashCode() {
            return names.hashCode() * 31 + Arrays.hashCode(minimum);
        }
    }
}
