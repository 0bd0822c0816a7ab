// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;

class IdxImagesTest {

    private static final IdxImages.Choice ALL = new IdxImages.Choice(0, false, 1, Set.of());

    /** Collects what is read. */
    private static final class Collected implements IdxImages.Sink {
        private IdxImages.Size m_size;

        private int m_announced;

        private final List<Integer> m_indices = new ArrayList<>();

        private final List<byte[]> m_pixels = new ArrayList<>();

        private final List<Integer> m_labels = new ArrayList<>();

        @Override
        public void begin(final IdxImages.Size size, final int chosen) {
            m_size = size;
            m_announced = chosen;
        }

        @Override
        public void image(final int index, final byte[] pixels, final int label) {
            m_indices.add(index);
            m_pixels.add(pixels);
            m_labels.add(label);
        }
    }

    static byte[] idx(final int type, final int[] dimensions, final byte... data) {
        final ByteBuffer b = ByteBuffer.allocate(4 + 4 * dimensions.length + data.length);
        b.put((byte)0).put((byte)0).put((byte)type).put((byte)dimensions.length);
        Arrays.stream(dimensions).forEach(b::putInt);
        return b.put(data).array();
    }

    private static byte[] bytes(final int n) {
        final byte[] bytes = new byte[n];
        for (int i = 0; i < n; i++) {
            bytes[i] = (byte)(7 * i);
        }
        return bytes;
    }

    static byte[] gzip(final byte[] bytes) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static IdxImages.Source source(final byte[] bytes, final boolean lengthKnown) {
        return new IdxImages.Source() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long length() {
                return lengthKnown ? bytes.length : -1;
            }
        };
    }

    private static Collected read(final byte[] images, final byte[] labels, final IdxImages.Choice choice)
        throws IOException {
        final Collected collected = new Collected();
        IdxImages.read(source(images, true), Optional.ofNullable(labels).map(l -> source(l, true)), choice, collected,
            Monitor.SILENT);
        return collected;
    }

    private static byte[] labels(final int... labels) {
        final byte[] data = new byte[labels.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte)labels[i];
        }
        return idx(8, new int[]{labels.length}, data);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void imagesAndLabelsAreReadPlainAndCompressed(final boolean compressed) throws IOException {
        final byte[] images = idx(8, new int[]{3, 2, 4}, bytes(24));
        final byte[] labels = labels(5, 0, 255);

        final Collected c = read(compressed ? gzip(images) : images, compressed ? gzip(labels) : labels, ALL);

        assertThat(c.m_size).isEqualTo(new IdxImages.Size(4, 2, 1));
        assertThat(c.m_announced).isEqualTo(3);
        assertThat(c.m_labels).containsExactly(5, 0, 255);
        assertThat(c.m_pixels.get(1)).containsExactly(Arrays.copyOfRange(bytes(24), 8, 16));
    }

    @Test
    void colourImagesAndMissingLabelsAreRead() throws IOException {
        final Collected c = read(idx(8, new int[]{2, 1, 2, 3}, bytes(12)), null, ALL);

        assertThat(c.m_size).isEqualTo(new IdxImages.Size(2, 1, 3));
        assertThat(c.m_labels).containsExactly(-1, -1);
    }

    @Test
    void theFirstImagesOfChosenClassesAreRead() throws IOException {
        final byte[] images = idx(8, new int[]{6, 1, 1}, bytes(6));
        final byte[] labels = labels(1, 2, 3, 1, 2, 3);

        assertThat(read(images, labels, new IdxImages.Choice(3, false, 1, Set.of(1, 3))).m_indices)
            .containsExactly(0, 2, 3);
        assertThat(read(images, labels, new IdxImages.Choice(2, false, 1, Set.of())).m_indices).containsExactly(0, 1);
        assertThat(read(images, labels, new IdxImages.Choice(99, true, 1, Set.of(2))).m_indices).containsExactly(1, 4);
    }

    @Test
    void aRandomSampleIsTheSameForTheSameSeedAndTakesEachImageEquallyOften() throws IOException {
        final byte[] images = idx(8, new int[]{20, 1, 1}, bytes(20));
        final int[] counts = new int[20];
        for (int seed = 0; seed < 4000; seed++) {
            final IdxImages.Choice choice = new IdxImages.Choice(5, true, seed, Set.of());
            final List<Integer> drawn = read(images, null, choice).m_indices;
            assertThat(drawn).hasSize(5).isSorted().doesNotHaveDuplicates();
            if (seed < 5) {
                assertThat(read(images, null, choice).m_indices).isEqualTo(drawn);
            }
            drawn.forEach(i -> counts[i]++);
        }
        for (final int count : counts) { // binomial(4000, 1/4): mean 1000, sd 27; six standard errors
            assertThat(count).isBetween(836, 1164);
        }
    }

    static Stream<Arguments> malformed() {
        final byte[] good = idx(8, new int[]{2, 2, 2}, bytes(8));
        final byte[] goodLabels = labels(0, 1);
        return Stream.of( //
            Arguments.of("empty file", new byte[0], goodLabels, "ends before its header"),
            Arguments.of("short header", Arrays.copyOf(good, 9), goodLabels, "ends before its header"),
            Arguments.of("text", "not an IDX file, but some text".getBytes(), goodLabels, "no IDX file"),
            Arguments.of("number type", idx(13, new int[]{2, 2, 2}, bytes(32)), goodLabels, "type 0d"),
            Arguments.of("labels as images", goodLabels, goodLabels, "seems to be a file of labels"),
            Arguments.of("images as labels", good, good, "seems to be a file of images"),
            Arguments.of("truncated", Arrays.copyOf(good, good.length - 1), goodLabels, "truncated"),
            Arguments.of("too long", Arrays.copyOf(good, good.length + 1), goodLabels, "should have"),
            Arguments.of("fewer labels", good, labels(1), "2 images, but the label file 1 labels"),
            Arguments.of("more labels", good, labels(1, 2, 3), "2 images, but the label file 3 labels"),
            Arguments.of("no items", idx(8, new int[]{0, 2, 2}), goodLabels, "length 0"),
            Arguments.of("negative", idx(8, new int[]{-1, 2, 2}), goodLabels, "4294967295"),
            Arguments.of("billions of images", idx(8, new int[]{2_000_000_000, 2, 2}), goodLabels, "2000000000"),
            Arguments.of("huge images", idx(8, new int[]{2, 100_000, 100_000}), goodLabels, "100000 x 100000 bytes"),
            Arguments.of("much announced", idx(8, new int[]{90_000_000, 4000, 4000}), goodLabels,
            "truncated or damaged"),
            Arguments.of("much announced, compressed", gzip(idx(8, new int[]{90_000_000, 4000, 4000})), goodLabels,
                "cannot be in a compressed file"),
            Arguments.of("many labels announced", good, idx(8, new int[]{100_000_000}), "truncated or damaged"),
            Arguments.of("five channels", idx(8, new int[]{2, 1, 1, 5}, bytes(10)), goodLabels, "1 or 3"),
            Arguments.of("truncated gzip", Arrays.copyOf(gzip(good), gzip(good).length - 12), goodLabels, "amaged"),
            Arguments.of("gzip goes on", gzip(Arrays.copyOf(good, good.length + 5)), goodLabels, "goes on after"),
            Arguments.of("gzip of nothing", gzip(new byte[0]), goodLabels, "ends before its header"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformedFilesAreRefusedBeforeMemoryIsTaken(final String name, final byte[] images, final byte[] labels,
        final String message) {
        assertThatThrownBy(() -> read(images, labels, ALL)).as(name).isInstanceOf(InputException.class)
            .hasMessageContaining(message).hasMessageEndingWith(".");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformedFilesOfUnknownLengthAreRefusedToo(final String name, final byte[] images, final byte[] labels) {
        assertThatThrownBy(() -> IdxImages.read(source(images, false), Optional.of(source(labels, false)), ALL,
            new Collected(), Monitor.SILENT)).as(name).isInstanceOf(InputException.class);
    }

    @Test
    void aFlippedBitInACompressedFileIsFoundEvenBehindTheLastWantedImage() {
        final byte[] packed = gzip(idx(8, new int[]{50, 4, 4}, bytes(800)));
        packed[packed.length - 8] ^= 1; // its checksum
        assertThatThrownBy(() -> read(packed, null, new IdxImages.Choice(1, false, 1, Set.of())))
            .isInstanceOf(InputException.class).hasMessageContaining("amaged");
    }

    @Test
    void classesWithoutLabelsAndClassesThatDoNotOccurAreRefused() {
        final byte[] good = idx(8, new int[]{2, 2, 2}, bytes(8));
        assertThatThrownBy(() -> read(good, null, new IdxImages.Choice(0, false, 1, Set.of(1))))
            .isInstanceOf(InputException.class).hasMessageContaining("'Classes'");
        assertThatThrownBy(() -> read(good, labels(0, 1), new IdxImages.Choice(0, false, 1, Set.of(7))))
            .isInstanceOf(InputException.class).hasMessageContaining("the class 7.");
        assertThatThrownBy(() -> read(good, labels(0, 1), new IdxImages.Choice(0, false, 1, Set.of(11, 7))))
            .isInstanceOf(InputException.class).hasMessageContaining("the class 7 or 11.");
        assertThatThrownBy(() -> read(labels(0, 1), null, ALL)).isInstanceOf(InputException.class)
            .hasMessageContaining("has 1 dimension, but 3 or 4 are needed.");
    }

    @Test
    void readingStopsWhenCanceled() {
        final byte[] images = idx(8, new int[]{5000, 10, 10}, bytes(500_000));
        final Collected collected = new Collected();
        final Monitor canceled = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // not of interest
            }

            @Override
            public void check() {
                if (collected.m_indices.size() == 10) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> IdxImages.read(source(images, true), Optional.empty(), ALL, collected, canceled))
            .isInstanceOf(CancellationException.class);
        assertThat(collected.m_indices).hasSize(10);
    }
}
