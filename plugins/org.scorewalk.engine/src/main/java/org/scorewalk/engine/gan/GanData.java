// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a GAN learns from.
 */
public interface GanData {

    /** The fewest rows that make sense. */
    int MIN_ROWS = 2;

    /**
     * @return what the rows are
     */
    GanShape shape();

    /**
     * @return how many rows there are
     */
    int rows();

    /**
     * Writes a row, scaled to -1 to 1. Called by several threads at once.
     *
     * @param row the number of the row
     * @param to receives the numbers
     * @param offset where they begin
     */
    void read(int row, float[] to, int offset);

    /**
     * @param shape the size of all images
     * @param images 0 to 255 for each pixel, row by row, the channels of a pixel together
     * @return the images, scaled so that 0 becomes -1 and 255 becomes 1
     */
    static GanData images(final GanShape.Images shape, final List<byte[]> images) {
        final byte[][] pixels = images.toArray(byte[][]::new);
        check(pixels.length >= MIN_ROWS, "The GAN needs at least %d images to learn from, but the input has %d.",
            MIN_ROWS, pixels.length);
        for (final byte[] image : pixels) {
            check(image.length == shape.columns(), "An image has %d numbers instead of %d.", image.length,
                shape.columns());
        }
        final float[] values = new float[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i / 255f - 0.5f) / 0.5f;
        }
        return new GanData() {
            @Override
            public GanShape shape() {
                return shape;
            }

            @Override
            public int rows() {
                return pixels.length;
            }

            @Override
            public void read(final int row, final float[] to, final int offset) {
                final byte[] image = pixels[row];
                for (int i = 0; i < image.length; i++) {
                    to[offset + i] = values[image[i] & 255];
                }
            }
        };
    }

    /**
     * @param names the columns' names
     * @param rows one array a row, of finite numbers
     * @return the rows, scaled column by column
     */
    static GanData table(final List<String> names, final List<double[]> rows) {
        check(rows.size() >= MIN_ROWS, "The GAN needs at least %d rows to learn from, but the input has %d.", MIN_ROWS,
            rows.size());
        final int columns = names.size();
        final double[] minimum = rows.get(0).clone();
        final double[] maximum = rows.get(0).clone();
        for (final double[] row : rows) {
            for (int j = 0; j < columns; j++) {
                check(Double.isFinite(row[j]), "Column '%s' holds %s. Please remove such rows before training.",
                    names.get(j), row[j]);
                minimum[j] = Math.min(minimum[j], row[j]);
                maximum[j] = Math.max(maximum[j], row[j]);
            }
        }
        return table(new GanShape.Table(names, minimum, maximum), rows);
    }

    /**
     * @param shape columns and ranges, as an earlier training saw them
     * @param rows one array a row, of finite numbers
     * @return the rows, scaled by these ranges
     */
    static GanData table(final GanShape.Table shape, final List<double[]> rows) {
        check(rows.size() >= MIN_ROWS, "The GAN needs at least %d rows to learn from, but the input has %d.", MIN_ROWS,
            rows.size());
        final List<float[]> scaled = new ArrayList<>(rows.size());
        for (final double[] row : rows) {
            final float[] x = new float[shape.columns()];
            for (int j = 0; j < x.length; j++) {
                check(Double.isFinite(row[j]), "Column '%s' holds %s. Please remove such rows before training.",
                    shape.names().get(j), row[j]);
                x[j] = shape.scale(j, row[j]);
            }
            scaled.add(x);
        }
        final float[][] values = scaled.toArray(float[][]::new);
        return new GanData() {
            @Override
            public GanShape shape() {
                return shape;
            }

            @Override
            public int rows() {
                return values.length;
            }

            @Override
            public void read(final int row, final float[] to, final int offset) {
                System.arraycopy(values[row], 0, to, offset, values[row].length);
            }
        };
    }
}
