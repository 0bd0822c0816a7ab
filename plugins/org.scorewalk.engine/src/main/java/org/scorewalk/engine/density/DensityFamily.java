// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import java.util.Arrays;
import java.util.function.Function;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.scorelearning.LearnedDensity;

/**
 * The kinds of density. The constants' names stand in stored densities and in the settings of nodes, so they never
 * change. To add a density, write its class and name it here; a density without numbers of its own is then on offer in
 * the Score Function node, and fields for those of others belong into the parameters of that node.
 */
public enum DensityFamily {

    /** See {@link RingDensity}. */
    RING("Ring", RingDensity::read),

    /** See {@link GaussianDensity}. */
    GAUSSIAN("Gaussian", GaussianDensity::read),

    /** See {@link StandardNormalDensity}. */
    STANDARD_NORMAL("Standard normal", StandardNormalDensity::read),

    /** See {@link GaussianMixtureDensity}. */
    GAUSSIAN_MIXTURE("Gaussian mixture", GaussianMixtureDensity::read),

    /** See {@link RingMixtureDensity}. */
    RING_MIXTURE("Ring mixture", RingMixtureDensity::read),

    /** See {@link TwoMoonsDensity}. */
    TWO_MOONS("Two moons", TwoMoonsDensity::read),

    /** See {@link BananaDensity}. */
    BANANA("Banana", BananaDensity::read),

    /** See {@link FunnelDensity}. */
    FUNNEL("Funnel", FunnelDensity::read),

    /** See {@link DoubleWellDensity}. */
    DOUBLE_WELL("Double well", DoubleWellDensity::read),

    /** See {@link StudentTDensity}. */
    STUDENT_T("Student t", StudentTDensity::read),

    /** See {@link TemperedDensity}; made from others. */
    TEMPERED("Tempered", TemperedDensity::read),

    /** See {@link ProductDensity}; made from others. */
    PRODUCT("Product", ProductDensity::read),

    /** See {@link ExpressionDensity}. */
    EXPRESSION("Expression", ExpressionDensity::read),

    /** See {@link LearnedDensity}: made by the node Score Learner, not typed. */
    LEARNED("Learned", LearnedDensity::read);

    private final String m_label;

    private final Function<DensityDocument, Density> m_reader;

    DensityFamily(final String label, final Function<DensityDocument, Density> reader) {
        m_label = label;
        m_reader = reader;
    }

    /**
     * The family's name for people.
     *
     * @return a short name
     */
    public String label() {
        return m_label;
    }

    /**
     * The name for people of a stored density's family.
     *
     * @param document the document
     * @return the family's label, or the stored name where this version does not know the family
     */
    public static String label(final DensityDocument document) {
        return Arrays.stream(values()).filter(f -> f.name().equals(document.family())).map(DensityFamily::label)
            .findFirst()
            .orElse(document.family());
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
            .orElseThrow(() -> new InputException(("The kind of density '%s' is not known to this version of "
                + "Scorewalk. "
                + "Install a newer version to use it.").formatted(document.family())))
            .m_reader.apply(document);
    }
}
