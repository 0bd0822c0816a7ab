// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.scorewalk.engine.Monitor;

/**
 * Writes animated GIF files (GIF89a with the Netscape loop extension) with the JDK's own encoder. One palette for all
 * frames; a frame after the first holds only the rectangle that changed, with transparent pixels where nothing did, so
 * axes and titles cost nothing and the files stay small.
 */
public final class GifAnimation {

    /** Frames whose colours make the palette; frames of one figure share their colours. */
    private static final int PALETTE_FRAMES = 24;

    private static final String METADATA_FORMAT = "javax_imageio_gif_image_1.0";

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
        final Palette.Collector colors = new Palette.Collector();
        final int sampled = Math.min(count, PALETTE_FRAMES);
        for (int i = 0; i < sampled; i++) {
            monitor.check();
            colors.add(frames.apply(sampled == 1 ? 0 : (int)((long)i * (count - 1) / (sampled - 1))));
        }
        final Palette palette = colors.palette();
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writeFrames(writer, palette, frames, count, delay(framesPerSecond), monitor);
            writer.endWriteSequence();
            out.flush();
        } catch (final IOException e) {
            throw new UncheckedIOException("GIF could not be written to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Hundredths of a second a frame; browsers slow frames below two hundredths down to ten, so two is the least. */
    static int delay(final double framesPerSecond) {
        return Math.max(2, (int)Math.round(100 / framesPerSecond));
    }

    private static void writeFrames(final ImageWriter writer, final Palette palette,
        final IntFunction<BufferedImage> frames, final int count, final int delay, final Monitor monitor)
        throws IOException {
        final ImageWriteParam parameters = writer.getDefaultWriteParam();
        byte[] before = null;
        int width = 0;
        for (int f = 0; f < count; f++) {
            monitor.check();
            final int number = f + 1;
            monitor.report((double)f / count, () -> "Frame " + number + " of " + count + " of the animation");
            final BufferedImage frame = frames.apply(f);
            final byte[] indices = palette.indices(frame);
            final Region region;
            if (before == null) {
                width = frame.getWidth();
                region = new Region(0, 0, width, frame.getHeight());
            } else {
                if (frame.getWidth() != width || indices.length != before.length) {
                    throw new IllegalArgumentException("All frames must have the same size");
                }
                region = Region.changed(before, indices, width);
            }
            final BufferedImage part = palette.image(region.cut(indices, before, width), region.width, region.height);
            final IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(part), parameters);
            describe(metadata, region, delay, f == 0);
            writer.writeToSequence(new IIOImage(part, null, metadata), parameters);
            before = indices;
        }
    }

    private static void describe(final IIOMetadata metadata, final Region region, final int delay,
        final boolean first) throws IIOInvalidTreeException {
        final IIOMetadataNode root = (IIOMetadataNode)metadata.getAsTree(METADATA_FORMAT);
        final IIOMetadataNode position = child(root, "ImageDescriptor");
        position.setAttribute("imageLeftPosition", Integer.toString(region.x));
        position.setAttribute("imageTopPosition", Integer.toString(region.y));
        position.setAttribute("imageWidth", Integer.toString(region.width));
        position.setAttribute("imageHeight", Integer.toString(region.height));
        position.setAttribute("interlaceFlag", "FALSE");
        final IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(Palette.transparent()));
        control.setAttribute("delayTime", Integer.toString(delay));
        if (first) {
            final IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            // sub-block 1, then the number of repetitions as little endian: 0 is for ever
            loop.setUserObject(new byte[]{1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(METADATA_FORMAT, root);
    }

    private static IIOMetadataNode child(final IIOMetadataNode root, final String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode)root.item(i);
            }
        }
        final IIOMetadataNode node = new IIOMetadataNode(name);
        root.appendChild(node);
        return node;
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
                final int first = java.util.Arrays.mismatch(before, from, from + width, now, from, from + width);
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
                        before != null && before[from + i] == index ? (byte)Palette.transparent() : index;
                }
            }
            return result;
        }
    }
}
