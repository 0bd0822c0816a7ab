// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import java.util.Arrays;
import java.util.function.Function;

import org.scorewalk.engine.InputException;

/**
 * The kinds of density. The constants' names stand in stored densities and in the settings of nodes, so they never
 * change. To add a density, write its class and name it here.
 */
public enum DensityFamily {

    /** See {@link RingDensity}. */
    RING(RingDensity::read),

    /** See {@link GaussianDensity}. */
    GAUSSIAN(GaussianDensity::read),

    /** See {@link StandardNormalDensity}. */
    STANDARD_NORMAL(StandardNormalDensity::read);

    private final Function<DensityDocument, Density> m_reader;

    DensityFamily(final Function<DensityDocument, Density> reader) {
        m_reader = reader;
    }

    /**
     * Makes the density that a document describes.
     *
     * @param document the document, which may come from a stranger's workflow
     * @return the density; its document equals the given one
     * @throws InputException if the family is not known or its parameters are out of range
     */
    public static Density read(final DensityDocument document) {
        return Arrays.stream(values()).filter(f -> f.name().equals(document.family())).findFirst()
            .orElseThrow(() -> new InputException(("The kind of density '%s' is not known to this version of Scorewalk. "
                + "Install a newer version to use it.").formatted(document.family())))
            .m_reader.apply(document);
    }
}
