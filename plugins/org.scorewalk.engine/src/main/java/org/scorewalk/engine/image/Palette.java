// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * At most 255 colours that stand for the colours of a set of images, plus one transparent entry. Exact where the images
 * have no more colours than that; else the colours are split at the mean along the channel of greatest variance, always
 * in the group with the largest squared error (the idea of Wu's quantizer, Graphics Gems II, 1991). The most frequent
 * colours (paper, frame, text) are kept exactly. No dithering: dots of noise would ruin both looks and compression.
 */
public final class Palette {

    /** Number of opaque colours at most. */
    static final int MAX_COLORS = 255;

    /** Index of the transparent entry. */
    static final int TRANSPARENT = 255;

    /** Frequent colours that are kept as they are. */
    private static final int EXACT = 12;

    private final int[] m_colors;

    /** Cache colour -> index; open addressing, the key is the colour with the top bit set. */
    private final int[] m_keys = new int[1 << 16];

    private final byte[] m_values = new byte[1 << 16];

    private int m_cached;

    private Palette(final int[] colors) {
        m_colors = colors;
    }

    /** @return the opaque colours in use, 0xRRGGBB */
    int[] colors() {
        return m_colors.clone();
    }

    /**
     * @param image an image of type {@link BufferedImage#TYPE_INT_RGB}
     * @return the index of the nearest palette colour a pixel, row by row
     */
    byte[] indices(final BufferedImage image) {
        final int[] pixels = pixels(image);
        final byte[] result = new byte[pixels.length];
        int last = -1;
        byte lastIndex = 0;
        for (int i = 0; i < pixels.length; i++) {
            final int color = pixels[i] & 0xFFFFFF;
            if (color != last) {
                last = color;
                lastIndex = lookup(color);
            }
            result[i] = lastIndex;
        }
        return result;
    }

    /** Pixels of the image's own buffer: not a copy. */
    static int[] pixels(final BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_INT_RGB) {
            throw new IllegalArgumentException("The image must be of type TYPE_INT_RGB");
        }
        return ((DataBufferInt)image.getRaster().getDataBuffer()).getData();
    }

    private byte lookup(final int color) {
        final int key = color | 0x80000000;
        int slot = (color * 0x9E3779B1) >>> 16;
        while (m_keys[slot] != 0) {
            if (m_keys[slot] == key) {
                return m_values[slot];
            }
            slot = slot + 1 & m_keys.length - 1;
        }
        if (m_cached > m_keys.length / 2) {
            Arrays.fill(m_keys, 0);
            m_cached = 0;
            slot = (color * 0x9E3779B1) >>> 16;
        }
        final byte index = (byte)nearest(color);
        m_keys[slot] = key;
        m_values[slot] = index;
        m_cached++;
        return index;
    }

    private int nearest(final int color) {
        final int r = color >> 16 & 255;
        final int g = color >> 8 & 255;
        final int b = color & 255;
        int best = 0;
        int bestDistance = Integer.MAX_VALUE;
        for (int i = 0; i < m_colors.length; i++) {
            final int dr = r - (m_colors[i] >> 16 & 255);
            final int dg = g - (m_colors[i] >> 8 & 255);
            final int db = b - (m_colors[i] & 255);
            final int distance = dr * dr + dg * dg + db * db;
            if (distance < bestDistance) {
                bestDistance = distance;
                best = i;
            }
        }
        return best;
    }

    /** Counts the colours of images and makes a palette of them. */
    public static final class Collector {

        /** Beyond this many different colours the counting is by 5 bits a channel. */
        private static final int LIMIT = 1 << 17;

        private int[] m_keys = new int[1 << 12];

        private long[] m_counts = new long[1 << 12];

        private int m_size;

        private boolean m_coarse;

        /** @param image an image of type {@link BufferedImage#TYPE_INT_RGB} */
        public void add(final BufferedImage image) {
            final int[] pixels = pixels(image);
            int i = 0;
            while (i < pixels.length) {
                final int color = pixels[i];
                int end = i + 1;
                while (end < pixels.length && pixels[end] == color) {
                    end++;
                }
                count(reduce(color), end - i);
                i = end;
            }
        }

        /** @return the palette of what was counted so far */
        public Palette palette() {
            final int[] colors = new int[m_size];
            final long[] counts = new long[m_size];
            // sorted, so that the palette depends on the counts alone and not on the order of counting
            final long[] sorted = new long[m_size];
            int n = 0;
            for (int slot = 0; slot < m_keys.length; slot++) {
                if (m_keys[slot] != 0) {
                    sorted[n++] = (long)(m_keys[slot] & 0xFFFFFF) << 32 | slot;
                }
            }
            Arrays.sort(sorted);
            for (int i = 0; i < n; i++) {
                colors[i] = (int)(sorted[i] >>> 32);
                counts[i] = m_counts[(int)sorted[i]];
            }
            return new Palette(n <= MAX_COLORS ? colors : quantize(colors, counts));
        }

        private void count(final int color, final long by) {
            int slot = slot(color);
            if (m_keys[slot] == 0) {
                if (m_size >= LIMIT && !m_coarse) {
                    coarsen();
                    count(reduce(color), by);
                    return;
                }
                if (m_size * 2 >= m_keys.length) {
                    rehash(m_keys.length * 2);
                    slot = slot(color);
                }
                m_keys[slot] = color | 0x80000000;
                m_size++;
            }
            m_counts[slot] += by;
        }

        private int slot(final int color) {
            final int key = color | 0x80000000;
            int slot = (color * 0x9E3779B1) >>> 8 & m_keys.length - 1;
            while (m_keys[slot] != 0 && m_keys[slot] != key) {
                slot = slot + 1 & m_keys.length - 1;
            }
            return slot;
        }

        private void coarsen() {
            m_coarse = true;
            rehash(m_keys.length);
        }

        /** Five bits a channel when there are too many colours, spread so that black and white stay what they are. */
        private int reduce(final int color) {
            return m_coarse ? color & 0xF8F8F8 | color >> 5 & 0x070707 : color & 0xFFFFFF;
        }

        private void rehash(final int length) {
            final int[] keys = m_keys;
            final long[] counts = m_counts;
            m_keys = new int[length];
            m_counts = new long[length];
            m_size = 0;
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != 0) {
                    count(reduce(keys[i]), counts[i]);
                }
            }
        }
    }

    private static int[] quantize(final int[] colors, final long[] counts) {
        final int[] result = new int[MAX_COLORS];
        final long[] frequent = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            frequent[i] = counts[i] << 24 | i;
        }
        Arrays.sort(frequent);
        final Integer[] order = new Integer[colors.length];
        Arrays.setAll(order, i -> i);
        int exact = 0;
        for (int i = frequent.length - 1; exact < EXACT; i--) {
            result[exact++] = colors[(int)(frequent[i] & 0xFFFFFF)];
        }
        final Box[] boxes = new Box[MAX_COLORS - exact];
        boxes[0] = new Box(colors, counts, order, 0, order.length);
        int n = 1;
        while (n < boxes.length) {
            int worst = 0;
            for (int i = 1; i < n; i++) {
                if (boxes[i].m_error > boxes[worst].m_error) {
                    worst = i;
                }
            }
            final int cut = boxes[worst].cut(colors, order);
            if (cut < 0) {
                break;
            }
            final Box box = boxes[worst];
            boxes[worst] = new Box(colors, counts, order, box.m_from, cut);
            boxes[n++] = new Box(colors, counts, order, cut, box.m_to);
        }
        for (int i = 0; i < n; i++) {
            result[exact + i] = boxes[i].color();
        }
        return Arrays.copyOf(result, exact + n);
    }

    /** A group of colours: a range of the order array. */
    private static final class Box {

        private final int m_from;

        private final int m_to;

        private final double[] m_mean = new double[3];

        /** Squared error of the group when its mean stands for each colour; counts enter by their square root. */
        private final double m_error;

        private final int m_channel;

        Box(final int[] colors, final long[] counts, final Integer[] order, final int from, final int to) {
            m_from = from;
            m_to = to;
            final double[] square = new double[3];
            double weight = 0;
            for (int i = from; i < to; i++) {
                final int color = colors[order[i]];
                // the root keeps rare colours (text edges, the thin outline) from being drowned by the paper
                final double w = Math.sqrt(counts[order[i]]);
                weight += w;
                for (int c = 0; c < 3; c++) {
                    final double v = color >> 16 - 8 * c & 255;
                    m_mean[c] += w * v;
                    square[c] += w * v * v;
                }
            }
            int channel = 0;
            double error = 0;
            final double[] variance = new double[3];
            for (int c = 0; c < 3; c++) {
                m_mean[c] /= weight;
                variance[c] = Math.max(0, square[c] - weight * m_mean[c] * m_mean[c]);
                error += variance[c];
                if (variance[c] > variance[channel]) {
                    channel = c;
                }
            }
            m_error = to - from < 2 ? 0 : error;
            m_channel = channel;
        }

        /** Splits at the mean; the range is reordered. Returns where the second part starts, or -1 for none. */
        int cut(final int[] colors, final Integer[] order) {
            if (m_error <= 0) {
                return -1;
            }
            final int shift = 16 - 8 * m_channel;
            Arrays.sort(order, m_from, m_to, (a, b) -> {
                final int byChannel = Integer.compare(colors[a] >> shift & 255, colors[b] >> shift & 255);
                return byChannel != 0 ? byChannel : Integer.compare(colors[a], colors[b]);
            });
            int cut = m_from + 1;
            while (cut < m_to - 1 && (colors[order[cut]] >> shift & 255) <= m_mean[m_channel]) {
                cut++;
            }
            return cut;
        }

        int color() {
            return (int)Math.round(m_mean[0]) << 16 | (int)Math.round(m_mean[1]) << 8 | (int)Math.round(m_mean[2]);
        }
    }
}
