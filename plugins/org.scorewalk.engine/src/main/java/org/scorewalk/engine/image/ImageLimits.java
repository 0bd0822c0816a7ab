// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import org.scorewalk.engine.InputException;

/**
 * Sizes beyond which an image is refused before anything is allocated for it, so that a slip in an option or a hostile
 * file gives a sentence instead of a full heap.
 */
public final class ImageLimits {

    /** Longest side of an image in pixels; beyond this most viewers give up. */
    public static final int MAX_SIDE = 32_768;

    /** Most pixels of one image: 4 bytes each, hence at most 384 MiB. */
    public static final long MAX_PIXELS = 96L << 20;

    private ImageLimits() {
    }

    /**
     * Refuses a size that is not positive or too large.
     *
     * @param width the width in pixels
     * @param height the height in pixels
     * @param what what the image is, as the subject of the sentence: "The figure"
     * @param advice a full sentence that says what the user can change
     * @throws InputException where the size is out of bounds
     */
    public static void check(final long width, final long height, final String what, final String advice) {
        if (width < 1 || height < 1) {
            throw new InputException(what + " would be " + width + " x " + height + " pixels. " + advice);
        }
        if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
            throw new InputException(String.format(java.util.Locale.ROOT,
                "%s would be %d x %d pixels, more than the limit of %d pixels a side and %d million pixels in all. %s",
                what, width, height, MAX_SIDE, MAX_PIXELS / 1_000_000, advice));
        }
    }
}
