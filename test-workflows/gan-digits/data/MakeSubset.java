// SPDX-License-Identifier: Apache-2.0
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the first images of Fashion-MNIST, with their labels, as IDX files into this folder. Run:
 * {@code java MakeSubset.java /usr/share/datasets/fashion-mnist 4400 .}, where the first argument is the folder that
 * Debian's package {@code dataset-fashion-mnist} installs.
 */
public final class MakeSubset {

    private MakeSubset() {
    }

    public static void main(final String[] arguments) throws IOException {
        final int count = Integer.parseInt(arguments[1]);
        copy(Path.of(arguments[0], "train-images-idx3-ubyte.gz"), 3, count,
            Path.of(arguments[2], "fashion-images-idx3-ubyte.gz"));
        copy(Path.of(arguments[0], "train-labels-idx1-ubyte.gz"), 1, count,
            Path.of(arguments[2], "fashion-labels-idx1-ubyte.gz"));
    }

    private static void copy(final Path from, final int dimensions, final int count, final Path to) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(from)));
                DataOutputStream out = new DataOutputStream(new BestGzip(Files.newOutputStream(to)))) {
            out.writeInt(in.readInt());
            in.readInt();
            out.writeInt(count);
            int size = count;
            for (int d = 1; d < dimensions; d++) {
                final int length = in.readInt();
                out.writeInt(length);
                size *= length;
            }
            out.write(in.readNBytes(size));
        }
    }

    /** gzip with the greatest effort and, as Java does it, without a time of its own. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(final OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
