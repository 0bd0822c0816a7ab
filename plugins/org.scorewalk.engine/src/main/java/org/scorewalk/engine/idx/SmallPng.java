// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.idx;

import static org.scorewalk.engine.InputException.check;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.scorewalk.engine.image.PngImages;

/**
 * PNG files of small grey or coloured images of 8 bits a channel, tens of thousands a second: ImageIO spends most of
 * its time on such images in setting itself up. Only the plain form is written and read here (no interlacing, no
 * palette, no transparency; ISO/IEC 15948); what else comes is left to ImageIO. Not for use by several threads at once.
 */
public final class SmallPng implements AutoCloseable {

    private static final byte[] SIGNATURE = {(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final int GREY = 0;

    private static final int COLOUR = 2;

    /** The most pixels of an image. */
    private static final long MAX_PIXELS = 1L << 26;

    private final Deflater m_deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);

    private final Inflater m_inflater = new Inflater();

    /**
     * An image.
     *
     * @param width pixels across
     * @param height pixels down
     * @param channels 1 for grey, 3 for red, green and blue
     * @param pixels the bytes, row by row, the channels of a pixel together
     */
    public record Image(int width, int height, int channels, byte[] pixels) {

        /** Checks that the pixels are as many as the size says. */
        public Image {
            check((long)width * height * channels == pixels.length && (channels == 1 || channels == 3),
                "An image of %d x %d pixels with %d channels cannot have %d bytes.", width, height, channels,
                pixels.length);
        }
    }

    /**
     * @param image an image
     * @return the bytes of a PNG file
     */
    public byte[] write(final Image image) {
        final int stride = image.width() * image.channels();
        final byte[] raw = new byte[image.height() * (stride + 1)]; // filter 0 before each row
        for (int y = 0; y < image.height(); y++) {
            System.arraycopy(image.pixels(), y * stride, raw, y * (stride + 1) + 1, stride);
        }
        m_deflater.reset();
        m_deflater.setInput(raw);
        m_deflater.finish();
        final byte[] packed = new byte[raw.length + raw.length / 1000 + 64];
        int length = 0;
        while (!m_deflater.finished()) {
            length += m_deflater.deflate(packed, length, packed.length - length);
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream(length + 64);
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(image.width()).putInt(image.height()).put((byte)8)
            .put((byte)(image.channels() == 1 ? GREY : COLOUR)).array(), 13);
        chunk(out, "IDAT", packed, length);
        chunk(out, "IEND", packed, 0);
        return out.toByteArray();
    }

    private static void chunk(final ByteArrayOutputStream out, final String type, final byte[] data, final int length) {
        final CRC32 crc = new CRC32();
        final byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(name);
        out.write(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int)crc.getValue()).array());
    }

    /**
     * Reads any PNG file as grey, if all its pixels are grey by their kind, or as red, green and blue. Transparency is
     * dropped.
     *
     * @param png the bytes of the file
     * @param what what the image is, for messages, such as {@code The image in row 'Row3'}
     * @return the image
     */
    public Image read(final byte[] png, final String what) {
        return readPlain(png).orElseGet(() -> convert(PngImages.decode(png, what)));
    }

    private Optional<Image> readPlain(final byte[] png) {
        if (png.length < 57 || !Arrays.equals(png, 0, 8, SIGNATURE, 0, 8)) {
            return Optional.empty();
        }
        final ByteBuffer in = ByteBuffer.wrap(png, 8, png.length - 8);
        if (in.getInt() != 13 || in.getInt() != 0x49484452) {
            return Optional.empty();
        }
        final int width = in.getInt();
        final int height = in.getInt();
        final int depth = in.get();
        final int kind = in.get();
        final boolean plain = depth == 8 && (kind == GREY || kind == COLOUR) && in.get() == 0 && in.get() == 0
            && in.get() == 0 && width > 0 && height > 0 && (long)width * height <= MAX_PIXELS;
        if (!plain) {
            return Optional.empty();
        }
        in.getInt(); // checksum of the header: what is inflated below is checked by its own
        final int channels = kind == GREY ? 1 : 3;
        return inflate(in, (long)height * (width * channels + 1L))
            .flatMap(raw -> unfilter(raw, width, height, channels));
    }

    /** Unpacks the image data, if they lie in one chunk and have the expected length. */
    private Optional<byte[]> inflate(final ByteBuffer in, final long expected) {
        m_inflater.reset();
        boolean fed = false;
        while (in.remaining() >= 8) {
            final int length = in.getInt();
            final int type = in.getInt();
            if (length < 0 || length > in.remaining() - 4) {
                return Optional.empty();
            }
            if (type == 0x49444154) { // IDAT
                if (fed || expected > Integer.MAX_VALUE - 8 || expected / 1_100 > length) {
                    return Optional.empty();
                }
                m_inflater.setInput(in.array(), in.position(), length);
                fed = true;
            } else if (type == 0x74524e53) { // tRNS: transparency
                return Optional.empty();
            }
            in.position(in.position() + length + 4);
        }
        if (!fed) {
            return Optional.empty();
        }
        final byte[] raw = new byte[(int)expected];
        try {
            final int n = m_inflater.inflate(raw);
            return n == raw.length && m_inflater.inflate(new byte[1]) == 0 && m_inflater.finished() ? Optional.of(raw)
                : Optional.empty();
        } catch (final DataFormatException e) { // NOSONAR ImageIO shall say what is wrong
            return Optional.empty();
        }
    }

    /** Undoes the five filters. */
    private static Optional<Image> unfilter(final byte[] raw, final int width, final int height, final int channels) {
        final int stride = width * channels;
        final byte[] pixels = new byte[height * stride];
        for (int y = 0; y < height; y++) {
            final int filter = raw[y * (stride + 1)];
            if (filter < 0 || filter > 4) {
                return Optional.empty();
            }
            final int at = y * stride;
            for (int x = 0; x < stride; x++) {
                final int left = x < channels ? 0 : pixels[at + x - channels] & 255;
                final int up = y == 0 ? 0 : pixels[at - stride + x] & 255;
                final int corner = x < channels || y == 0 ? 0 : pixels[at - stride + x - channels] & 255;
                final int predicted = switch (filter) {
                    case 1 -> left;
                    case 2 -> up;
                    case 3 -> (left + up) / 2;
                    case 4 -> paeth(left, up, corner);
                    default -> 0;
                };
                pixels[at + x] = (byte)(raw[y * (stride + 1) + 1 + x] + predicted);
            }
        }
        return Optional.of(new Image(width, height, channels, pixels));
    }

    private static int paeth(final int left, final int up, final int corner) {
        final int p = left + up - corner;
        final int toLeft = Math.abs(p - left);
        final int toUp = Math.abs(p - up);
        final int toCorner = Math.abs(p - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private static Image convert(final BufferedImage image) {
        final int width = image.getWidth();
        final int height = image.getHeight();
        final ColorModel colours = image.getColorModel();
        final boolean grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY || isGreyPalette(colours);
        if (grey && !(colours instanceof IndexColorModel)) {
            // the samples themselves: ImageIO's conversion to RGB would bend their curve
            final int shift = colours.getComponentSize(0) - 8;
            final int[] samples = image.getRaster().getSamples(0, 0, width, height, 0, (int[])null);
            final byte[] pixels = new byte[samples.length];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte)(shift >= 0 ? samples[i] >> shift : samples[i] << -shift);
            }
            return new Image(width, height, 1, pixels);
        }
        final int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
        final byte[] pixels = new byte[rgb.length * (grey ? 1 : 3)];
        for (int i = 0; i < rgb.length; i++) {
            if (grey) {
                pixels[i] = (byte)rgb[i];
            } else {
                pixels[3 * i] = (byte)(rgb[i] >> 16);
                pixels[3 * i + 1] = (byte)(rgb[i] >> 8);
                pixels[3 * i + 2] = (byte)rgb[i];
            }
        }
        return new Image(width, height, grey ? 1 : 3, pixels);
    }

    private static boolean isGreyPalette(final ColorModel colours) {
        if (!(colours instanceof IndexColorModel palette)) {
            return false;
        }
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        m_deflater.end();
        m_inflater.end();
    }
}
