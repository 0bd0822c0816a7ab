// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import org.scorewalk.engine.idx.SmallPng;
import org.scorewalk.engine.image.PngImages;

/** Any bytes as the picture of a cell. */
public final class PngTarget {

    private PngTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(PngTarget.class).forEach(PngTarget::fuzzerTestOneInput);
    }

    /** @param data the picture */
    public static void fuzzerTestOneInput(final byte[] data) {
        Contract.check(() -> PngImages.decode(data, "The picture"));
        Contract.check(() -> {
            try (var reader = new SmallPng()) {
                final var image = reader.read(data, "The picture");
                if (image.pixels().length != image.width() * image.height() * image.channels()) {
                    throw new AssertionError("A picture of another size than it says.");
                }
            }
        });
    }
}
