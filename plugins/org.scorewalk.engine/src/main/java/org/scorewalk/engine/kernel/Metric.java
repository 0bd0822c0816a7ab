// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

/**
 * What a warm-up learns of the density's shape. Steps along a coordinate, or along a direction, become as long as the
 * density is wide there. The constants' names are stored in workflows and never change.
 */
public enum Metric {

    /** Nothing: the ratio of the step sizes stays as given. */
    IDENTITY("Identity"),

    /** The variance of each coordinate. */
    DIAGONAL("Diagonal"),

    /** The covariance matrix, for coordinates that go together. Its cost grows with the square of the dimension. */
    DENSE("Dense");

    /** The largest dimension for a dense metric; a block's matrix has eight megabytes there. */
    public static final int MAX_DENSE = 1000;

    private final String m_label;

    Metric(final String label) {
        m_label = label;
    }

    /**
     * The name for people.
     *
     * @return a word
     */
    public String label() {
        return m_label;
    }
}
