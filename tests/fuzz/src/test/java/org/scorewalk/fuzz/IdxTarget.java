// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.idx.IdxImages;

/** Any bytes as IDX files: a byte with the length of the label file (0: none), the label file, the image file. */
public final class IdxTarget {

    private static final IdxImages.Sink SINK = new IdxImages.Sink() {
        private int m_pixels;

        @Override
        public void begin(final IdxImages.Size size, final int chosen) {
            m_pixels = Math.multiplyExact(Math.multiplyExact(size.width(), size.height()), size.channels());
        }

        @Override
        public void image(final int index, final byte[] pixels, final int label) {
            if (pixels.length != m_pixels) {
                throw new AssertionError("An image of " + pixels.length + " pixels instead of " + m_pixels);
            }
        }
    };

    private IdxTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(IdxTarget.class).forEach(IdxTarget::fuzzerTestOneInput);
    }

    /** @param data see above */
    public static void fuzzerTestOneInput(final byte[] data) {
        if (data.length == 0) {
            return;
        }
        final int length = Math.min(data[0] & 0xFF, data.length - 1);
        final byte[] labels = Arrays.copyOfRange(data, 1, 1 + length);
        final byte[] images = Arrays.copyOfRange(data, 1 + length, data.length);
        for (final boolean known : new boolean[]{true, false}) {
            for (final boolean random : new boolean[]{true, false}) {
                Contract.check(() -> IdxImages.read(source(images, known),
                    length == 0 ? Optional.empty() : Optional.of(source(labels, known)),
                    new IdxImages.Choice(random ? 2 : 0, random, 1, length == 0 || random ? Set.of() : Set.of(1, 3)),
                    SINK, Monitor.SILENT));
            }
        }
    }

    private static IdxImages.Source source(final byte[] bytes, final boolean known) {
        return new IdxImages.Source() {
            @Override
            public java.io.InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long length() {
                return known ? bytes.length : -1;
            }
        };
    }
}
