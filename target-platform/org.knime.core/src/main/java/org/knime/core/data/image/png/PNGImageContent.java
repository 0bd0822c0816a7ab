// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;
import org.scorewalk.standin.core.table.CellCodec;

/** A picture in PNG form; the bytes are kept as they came. */
public class PNGImageContent implements ImageContent {

    /** The type of the cells that hold such a picture. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    /** Pictures from this number of bytes on become blob cells. */
    private static final int BLOB_SIZE = Integer.getInteger("org.knime.pngminblobsize", 40 * 1024);

    static {
        CellCodec.setPictureMaker(bytes -> new PNGImageContent(bytes, null).toImageCell());
    }

    private final byte[] m_bytes;

    /** Null until it is asked for, where the bytes are known to be a picture. */
    private BufferedImage m_image;

    /** An empty picture of one transparent pixel. */
    public PNGImageContent() {
        this(Holder.ONE_PIXEL);
    }

    /** @param imageBytes a picture in PNG form, is not copied */
    public PNGImageContent(final byte[] imageBytes) {
        this(imageBytes, decode(imageBytes));
    }

    private PNGImageContent(final byte[] imageBytes, final BufferedImage image) {
        m_bytes = imageBytes;
        m_image = image;
    }

    /**
     * @param is a picture in PNG form, read to its end and not closed
     * @throws IOException if it cannot be read
     */
    public PNGImageContent(final InputStream is) throws IOException {
        this(is.readAllBytes());
    }

    private static BufferedImage decode(final byte[] bytes) {
        final BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException("Unable to decode the image: " + e.getMessage(), e);
        }
        if (image == null) {
            throw new IllegalArgumentException("Unable to decode the image: the bytes are no picture.");
        }
        return image;
    }

    /** @return the bytes themselves, not to be changed */
    public byte[] getByteArrayReference() {
        return m_bytes;
    }

    /** @return a copy of the bytes */
    public byte[] getByteArray() {
        return m_bytes.clone();
    }

    /** @return the picture */
    public Image getImage() {
        return image();
    }

    private synchronized BufferedImage image() {
        if (m_image == null) {
            m_image = decode(m_bytes);
        }
        return m_image;
    }

    @Override
    public void paint(final Graphics2D g, final int width, final int height) {
        final BufferedImage image = image();
        final double scale =
            Math.min(1, Math.min(width / (double)image.getWidth(), height / (double)image.getHeight()));
        g.drawImage(image, 0, 0, (int)Math.round(image.getWidth() * scale),
            (int)Math.round(image.getHeight() * scale), null);
    }

    @Override
    public void save(final OutputStream output) throws IOException {
        output.write(m_bytes);
    }

    @Override
    public DataCell toImageCell() {
        return m_bytes.length < BLOB_SIZE ? new PNGImageCell(this) : new PNGImageBlobCell(this);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(image().getWidth(), image().getHeight());
    }

    @Override
    public String getSummary() {
        return "PNG Image " + image().getWidth() + " x " + image().getHeight() + " with " + size(m_bytes.length);
    }

    private static String size(final int bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024 ? bytes / 1024 + " KB" : bytes / (1024 * 1024) + " MB";
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_bytes);
    }

    @Override
    public boolean equals(final Object o) {
        return this == o || o instanceof PNGImageContent c && Arrays.equals(m_bytes, c.m_bytes);
    }

    private static final class Holder {

        private static final byte[] ONE_PIXEL = onePixel();

        private static byte[] onePixel() {
            final var out = new java.io.ByteArrayOutputStream();
            try {
                ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB), "png", out);
            } catch (IOException e) {
                throw new IllegalStateException("No PNG can be written to memory.", e);
            }
            return out.toByteArray();
        }
    }
}
