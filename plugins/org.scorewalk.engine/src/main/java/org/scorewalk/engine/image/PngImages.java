// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;

/**
 * PNG files in memory. Both directions go through memory streams: ImageIO's default writes temporary files, which a
 * cancelled node would leave behind.
 */
public final class PngImages {

    /** Deflate effort of 0 to 1; 0.5 is a third of the time of the best effort for 3 % more bytes on our figures. */
    private static final float QUALITY = 0.5f;

    /** One bit a pixel, and what Deflate can shrink at best. */
    private static final long PIXELS_PER_BYTE = 8L * 1_100;

    /** What the largest kind takes while it is read and converted. */
    private static final long BYTES_PER_PIXEL = 16;

    private PngImages() {
    }

    /**
     * @param image any image
     * @return the bytes of a PNG file; the same image gives the same bytes
     */
    public static byte[] encode(final BufferedImage image) {
        return encode(image, Monitor.SILENT);
    }

    /**
     * @param image any image
     * @param monitor is asked for cancellation at each row
     * @return the bytes of a PNG file; the same image gives the same bytes
     */
    public static byte[] encode(final BufferedImage image, final Monitor monitor) {
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            final ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (parameters.canWriteCompressed()) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.addIIOWriteProgressListener(new CancelListener(monitor));
            writer.write(null, new IIOImage(image, null, null), parameters);
            out.flush();
        } catch (final IOException e) {
            throw new UncheckedIOException("PNG could not be written to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Throws out of the encoder when the user cancels: the encoder writes to memory, so nothing is left behind. */
    private static final class CancelListener implements IIOWriteProgressListener {

        private final Monitor m_monitor;

        CancelListener(final Monitor monitor) {
            m_monitor = monitor;
        }

        @Override
        public void imageProgress(final ImageWriter source, final float percentageDone) {
            m_monitor.check();
        }

        @Override
        public void imageStarted(final ImageWriter source, final int imageIndex) {
            m_monitor.check();
        }

        @Override
        public void imageComplete(final ImageWriter source) {
            // nothing to stop any more
        }

        @Override
        public void thumbnailStarted(final ImageWriter source, final int imageIndex, final int thumbnailIndex) {
            // there are none
        }

        @Override
        public void thumbnailProgress(final ImageWriter source, final float percentageDone) {
            // there are none
        }

        @Override
        public void thumbnailComplete(final ImageWriter source) {
            // there are none
        }

        @Override
        public void writeAborted(final ImageWriter source) {
            // this class does not abort: it throws
        }
    }

    /**
     * Reads a PNG file; its size is checked before the pixels are allocated.
     *
     * @param png the bytes of the file
     * @param what what the image is, for the message: "The image in row 'Row3'"
     * @return the image
     * @throws InputException where it is damaged, no PNG or too large
     */
    public static BufferedImage decode(final byte[] png, final String what) {
        final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        final ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in, true, true);
            final long pixels = (long)reader.getWidth(0) * reader.getHeight(0);
            ImageLimits.check(reader.getWidth(0), reader.getHeight(0), what, "Provide smaller images.");
            InputException.check(pixels / PIXELS_PER_BYTE <= png.length,
                "%s claims to be %d x %d pixels, which its %d bytes cannot hold. Check the node that made it.", what,
                reader.getWidth(0), reader.getHeight(0), png.length);
            final long memory = Runtime.getRuntime().maxMemory();
            InputException.check(pixels * BYTES_PER_PIXEL <= memory / 2,
                "%s is %d x %d pixels, which is too much for the memory of this program (%d MiB). Provide smaller "
                    + "images, or give Java more memory (-Xmx).",
                what, reader.getWidth(0), reader.getHeight(0), memory >> 20);
            return reader.read(0);
        } catch (final InputException e) {
            throw e;
        } catch (final IOException e) {
            throw new InputException(what + " cannot be read as a PNG image (" + e.getMessage()
                + "). Check the node that made it.", e);
        } catch (final RuntimeException e) { // NOSONAR Java's reader throws many kinds of them at damaged files
            throw new InputException(what + " cannot be read as a PNG image: it is damaged. Check the node that made "
                + "it.", e);
        } finally {
            reader.dispose();
        }
    }
}
