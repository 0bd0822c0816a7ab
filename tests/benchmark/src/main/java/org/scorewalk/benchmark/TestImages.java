// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The images of the example workflow, over and over, as many as are asked for. */
final class TestImages {

    static final int SIDE = 28;

    private static final int IDX_IMAGES = 0x803;

    private TestImages() {
    }

    /** Pixels of images, row by row. */
    static List<byte[]> pixels(final int count) {
        final List<byte[]> shipped = shipped();
        final List<byte[]> images = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            images.add(shipped.get(i % shipped.size()));
        }
        return images;
    }

    /** Writes an IDX file of images, compressed if the name ends so. */
    static void write(final Path file, final int count) throws IOException {
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream zipped = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw;
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zipped, 1 << 16))) {
            out.writeInt(IDX_IMAGES);
            out.writeInt(count);
            out.writeInt(SIDE);
            out.writeInt(SIDE);
            for (final byte[] image : pixels(count)) {
                out.write(image);
            }
        }
    }

    private static List<byte[]> shipped() {
        final List<byte[]> images = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(Places.shippedImages());
                DataInputStream in = new DataInputStream(new GZIPInputStream(raw))) {
            in.readInt();
            final int count = in.readInt();
            in.readInt();
            in.readInt();
            for (int i = 0; i < count; i++) {
                images.add(in.readNBytes(SIDE * SIDE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return images;
    }
}
