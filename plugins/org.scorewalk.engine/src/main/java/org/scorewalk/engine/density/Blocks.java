// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

/** Arithmetic on the rows of blocks of particles: of each row, the first n numbers count. */
final class Blocks {

    private Blocks() {
    }

    static void add(final double[] from, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] += from[k];
        }
    }

    static void add(final double[][] from, final int n, final double[][] to) {
        for (int i = 0; i < to.length; i++) {
            add(from[i], n, to[i]);
        }
    }

    static void addSquares(final double[] from, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] += from[k] * from[k];
        }
    }

    static void negate(final double[] from, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] = -from[k];
        }
    }

    static void scale(final double[] row, final int n, final double factor) {
        for (int k = 0; k < n; k++) {
            row[k] *= factor;
        }
    }
}
