// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Makes images smaller by a whole factor; each new pixel is the mean of a square of old ones. */
public final class BoxReduction {

    private BoxReduction() {
    }

    /**
     * @param width width of an image
     * @param height its height
     * @param pixels pixels that it may have
     * @return the smallest factor that brings it down to that
     */
    public static int factor(final int width, final int height, final long pixels) {
        int factor = 1;
        while ((long)(width / factor) * (height / factor) > pixels) {
            factor++;
        }
        return factor;
    }

    /**
     * @param image an image of type {@link BufferedImage#TYPE_INT_RGB}
     * @param factor old pixels a side for a new one; rows and columns that do not fill a square are left out
     * @return the reduced image; the image itself for a factor of 1
     */
    public static BufferedImage reduce(final BufferedImage image, final int factor) {
        if (factor == 1) {
            return image;
        }
        final int width = image.getWidth() / factor;
        final int height = image.getHeight() / factor;
        final BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final int[] from = Palette.pixels(image);
        final int[] to = ((DataBufferInt)result.getRaster().getDataBuffer()).getData();
        final int area = factor * factor;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int r = area / 2;
                int g = area / 2;
                int b = area / 2;
                for (int dy = 0; dy < factor; dy++) {
                    final int at = (y * factor + dy) * image.getWidth() + x * factor;
                    for (int dx = 0; dx < factor; dx++) {
                        final int rgb = from[at + dx];
                        r += rgb >> 16 & 255;
                        g += rgb >> 8 & 255;
                        b += rgb & 255;
                    }
                }
                to[y * width + x] = r / area << 16 | g / area << 8 | b / area;
            }
        }
        return result;
    }
}
