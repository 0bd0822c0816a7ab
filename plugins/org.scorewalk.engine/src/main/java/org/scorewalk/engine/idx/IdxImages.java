// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.idx;

import static org.scorewalk.engine.InputException.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;

/**
 * Reads chosen images, with their labels where there are any, from IDX files: first the labels, which say which images
 * are wanted, then the images one by one. Files are read to their end even where fewer images are wanted, so that a
 * damaged one never passes for a good one.
 */
public final class IdxImages {

    private static final long REPORT_NANOS = 500_000_000L;

    private IdxImages() {
    }

    /** Opens a file. */
    public interface Source {
        /**
         * @return the bytes of the file
         * @throws IOException if it cannot be read
         */
        InputStream open() throws IOException;

        /**
         * @return how many bytes there are, or -1 if that is not known
         * @throws IOException if the file cannot be found
         */
        default long length() throws IOException {
            return -1;
        }
    }

    /**
     * Which images are wanted.
     *
     * @param limit how many at most; 0 for all
     * @param random whether these are drawn at random instead of being the first ones; they keep their order
     * @param seed for the draw
     * @param classes the labels that are wanted; empty for all
     */
    public record Choice(int limit, boolean random, long seed, Set<Integer> classes) {

        /** Checks the numbers. */
        public Choice {
            classes = Set.copyOf(classes);
            check(limit >= 0, "The number of images must not be negative, but it is %d.", limit);
        }
    }

    /**
     * The size of all images.
     *
     * @param width pixels across
     * @param height pixels down
     * @param channels 1 for grey, 3 for red, green and blue
     */
    public record Size(int width, int height, int channels) {
    }

    /** Takes the images. */
    public interface Sink {
        /**
         * Called once, before the first image.
         *
         * @param size the size of all images
         * @param chosen how many there will be
         */
        void begin(Size size, int chosen);

        /**
         * @param index the position in the file, from 0
         * @param pixels its bytes, row by row, the channels of a pixel together
         * @param label its label, or -1 where there are no labels
         */
        void image(int index, byte[] pixels, int label);
    }

    /**
     * Reads images.
     *
     * @param images the file of images
     * @param labels the file of labels, if there is one
     * @param choice which images are wanted
     * @param sink takes them
     * @param monitor progress and cancel
     * @throws IOException if a file cannot be read
     * @throws InputException if a file is not what it should be, or no image is chosen
     */
    public static void read(final Source images, final Optional<Source> labels, final Choice choice, final Sink sink,
        final Monitor monitor) throws IOException {
        check(choice.classes().isEmpty() || labels.isPresent(),
            "Classes can only be chosen where there is a file of labels. Give one, or clear the option 'Classes'.");
        final byte[] all = labels.isPresent() ? labels(labels.get(), monitor) : null;
        try (IdxStream stream = new IdxStream(images.open(), images.length(), "the image file", 3, 4)) {
            final int[] d = stream.dimensions();
            check(d.length == 3 || d[3] == 1 || d[3] == 3,
                "The image file has four dimensions, the last of length %d. It must be 1 or 3, the channels of a "
                + "pixel.",
                d.length == 3 ? 1 : d[3]);
            check(all == null || all.length == stream.items(),
                "The image file holds %d images, but the label file %d labels. Please choose files that belong "
                + "together.",
                stream.items(), all == null ? 0 : all.length);
            final BitSet chosen = choose(stream.items(), all, choice);
            check(!chosen.isEmpty(),
                "No image has the class %s. Choose others in the option 'Classes'.",
                choice.classes().stream().sorted().map(Object::toString).collect(Collectors.joining(" or ")));
            sink.begin(new Size(d[2], d[1], d.length == 3 ? 1 : d[3]), chosen.cardinality());
            copy(stream, all, chosen, sink, monitor);
        }
    }

    private static byte[] labels(final Source source, final Monitor monitor) throws IOException {
        try (IdxStream stream = new IdxStream(source.open(), source.length(), "the label file", 1)) {
            // the length is claimed by the file: memory grows with what arrives
            byte[] labels = new byte[Math.min(stream.items(), 1 << 16)];
            for (int i = 0; i < stream.items(); i++) {
                if (i == labels.length) {
                    monitor.check();
                    labels = Arrays.copyOf(labels, (int)Math.min(stream.items(), 2L * labels.length));
                }
                labels[i] = stream.next()[0];
            }
            stream.end();
            return labels;
        }
    }

    /** Selection sampling (Knuth, algorithm S): each set of the wanted size is equally likely. */
    private static BitSet choose(final int items, final byte[] labels, final Choice choice) {
        final BitSet wanted = new BitSet();
        for (int i = 0; i < items; i++) {
            if (choice.classes().isEmpty() || choice.classes().contains(labels[i] & 255)) {
                wanted.set(i);
            }
        }
        final int available = wanted.cardinality();
        if (choice.limit() == 0 || choice.limit() >= available) {
            return wanted;
        }
        final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(choice.seed());
        final BitSet chosen = new BitSet();
        int seen = 0;
        int taken = 0;
        for (int i = wanted.nextSetBit(0); taken < choice.limit(); i = wanted.nextSetBit(i + 1)) {
            if (!choice.random() || random.nextInt(available - seen) < choice.limit() - taken) {
                chosen.set(i);
                taken++;
            }
            seen++;
        }
        return chosen;
    }

    private static void copy(final IdxStream stream, final byte[] labels, final BitSet chosen, final Sink sink,
        final Monitor monitor) throws IOException {
        final int items = stream.items();
        final long start = System.nanoTime();
        long reported = start;
        final int checkEvery = Math.max(1, (1 << 20) / stream.bytesPerItem());
        for (int i = 0; i < items; i++) {
            if (i % checkEvery == 0 || chosen.get(i)) {
                monitor.check();
            }
            if (chosen.get(i)) {
                sink.image(i, stream.next(), labels == null ? -1 : labels[i] & 255);
            } else {
                stream.skip();
            }
            final long now = System.nanoTime();
            if (now - reported > REPORT_NANOS) {
                reported = now;
                final int done = i + 1;
                final double rate = done / ((now - start) * 1e-9);
                monitor.report((double)done / items, () -> String.format(Locale.ROOT,
                    "image %d of %d · %.0f images/s · %.0f s left", done, items, rate, (items - done) / rate));
            }
        }
        stream.end();
    }
}
