// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;

import org.scorewalk.engine.Monitor;

/**
 * Writes animated GIF files (CompuServe, GIF89a specification, 1990, with Netscape's extension for loops). One palette
 * for all frames; a frame after the first holds only the rectangle that changed, with transparent pixels where nothing
 * did, so axes and titles cost nothing and the files stay small.
 */
public final class GifAnimation {

    /** Frames whose colours make the palette; frames of one figure share their colours. */
    private static final int PALETTE_FRAMES = 8;

    /** Largest side that the format can write. */
    private static final int MAX_SIDE = 0xFFFF;

    /** A table of 256 colours: 2 to the power of this plus one. */
    private static final int TABLE_SIZE = 7;

    private static final int TRANSPARENT = 1;

    private static final int LEAVE_IN_PLACE = 1 << 2;

    private GifAnimation() {
    }

    /**
     * @param frames the frame of an index, of type {@link BufferedImage#TYPE_INT_RGB} and always the same size; asked
     *            up to twice for each index, so that no more than one frame need be held
     * @param count number of frames, at least one
     * @param framesPerSecond speed; GIF counts time in hundredths of a second, so it is rounded to that
     * @param monitor is told the progress and asked for cancellation at each frame
     * @return the bytes of the file
     */
    public static byte[] encode(final IntFunction<BufferedImage> frames, final int count, final double framesPerSecond,
        final Monitor monitor) {
        if (count < 1) {
            throw new IllegalArgumentException("An animation needs a frame");
        }
        final Palette palette = palette(frames, count, monitor.slice(0, 0.4));
        final Monitor writing = monitor.slice(0.4, 1);
        final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        final GifLzw lzw = new GifLzw(out);
        byte[] before = null;
        int width = 0;
        for (int f = 0; f < count; f++) {
            final int number = f + 1;
            writing.check();
            writing.report((double)f / count, () -> "Frame " + number + " of " + count + " of the animation");
            final BufferedImage frame = frames.apply(f);
            final byte[] pixels = palette.indices(frame);
            final Region region;
            if (before == null) {
                width = frame.getWidth();
                header(out, width, frame.getHeight(), palette);
                region = new Region(0, 0, width, frame.getHeight());
            } else {
                if (frame.getWidth() != width || pixels.length != before.length) {
                    throw new IllegalArgumentException("All frames must have the same size");
                }
                region = Region.changed(before, pixels, width);
            }
            describe(out, region, delay(framesPerSecond));
            lzw.write(region.cut(pixels, before, width));
            before = pixels;
        }
        out.write(';');
        return out.toByteArray();
    }

    private static Palette palette(final IntFunction<BufferedImage> frames, final int count, final Monitor monitor) {
        final Palette.Collector colors = new Palette.Collector();
        final int sampled = Math.min(count, PALETTE_FRAMES);
        for (int i = 0; i < sampled; i++) {
            final double fraction = (double)i / sampled;
            monitor.check();
            monitor.report(fraction, () -> "Choosing the colours of the animation");
            colors.add(frames.apply(sampled == 1 ? 0 : (int)((long)i * (count - 1) / (sampled - 1))));
        }
        return colors.palette();
    }

    /** Hundredths of a second a frame; browsers slow frames below two hundredths down to ten, so two is the least. */
    static int delay(final double framesPerSecond) {
        return (int)Math.max(2, Math.min(0xFFFF, Math.round(100 / framesPerSecond)));
    }

    private static void header(final ByteArrayOutputStream out, final int width, final int height,
        final Palette palette) {
        if (width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException("A GIF has at most " + MAX_SIDE + " pixels a side");
        }
        out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        put16(out, width);
        put16(out, height);
        // a table of colours follows; 8 bits a channel
        out.write(0x80 | TABLE_SIZE << 4 | TABLE_SIZE);
        out.write(0);
        out.write(0);
        final int[] colors = Arrays.copyOf(palette.colors(), Palette.MAX_COLORS + 1);
        for (final int color : colors) {
            out.write(color >> 16);
            out.write(color >> 8);
            out.write(color);
        }
        out.write('!');
        out.write(0xFF);
        out.write(11);
        out.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        // the number of repetitions: 0 is for ever
        out.writeBytes(new byte[]{3, 1, 0, 0, 0});
    }

    private static void describe(final ByteArrayOutputStream out, final Region region, final int delay) {
        out.write('!');
        out.write(0xF9);
        out.write(4);
        out.write(LEAVE_IN_PLACE | TRANSPARENT);
        put16(out, delay);
        out.write(Palette.TRANSPARENT);
        out.write(0);
        out.write(',');
        put16(out, region.x);
        put16(out, region.y);
        put16(out, region.width);
        put16(out, region.height);
        out.write(0);
    }

    private static void put16(final ByteArrayOutputStream out, final int value) {
        out.write(value);
        out.write(value >> 8);
    }

    /** A rectangle of the canvas. */
    private record Region(int x, int y, int width, int height) {

        /** The smallest rectangle that holds all changes; one pixel where nothing changed. */
        static Region changed(final byte[] before, final byte[] now, final int width) {
            int left = width;
            int right = -1;
            int top = -1;
            int bottom = -1;
            for (int row = 0; row * width < now.length; row++) {
                final int from = row * width;
                final int first = Arrays.mismatch(before, from, from + width, now, from, from + width);
                if (first < 0) {
                    continue;
                }
                int last = width - 1;
                while (before[from + last] == now[from + last]) {
                    last--;
                }
                left = Math.min(left, first);
                right = Math.max(right, last);
                top = top < 0 ? row : top;
                bottom = row;
            }
            return right < 0 ? new Region(0, 0, 1, 1) : new Region(left, top, right - left + 1, bottom - top + 1);
        }

        /** The pixels of this rectangle; transparent where they equal those before. */
        byte[] cut(final byte[] now, final byte[] before, final int canvasWidth) {
            final byte[] result = new byte[width * height];
            for (int row = 0; row < height; row++) {
                final int from = (y + row) * canvasWidth + x;
                for (int i = 0; i < width; i++) {
                    final byte index = now[from + i];
                    result[row * width + i] =
                        before != null && before[from + i] == index ? (byte)Palette.TRANSPARENT : index;
                }
            }
            return result;
        }
    }
}
