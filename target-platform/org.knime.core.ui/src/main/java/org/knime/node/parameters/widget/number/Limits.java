// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

/** Prints limits. */
final class Limits {

    private Limits() {
    }

    /** Whole numbers are printed without a fraction. */
    static String text(final double limit) {
        final var whole = limit == Math.rint(limit) && Math.abs(limit) < 1e15;
        return whole ? Long.toString((long)limit) : Double.toString(limit);
    }
}
