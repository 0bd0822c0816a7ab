// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

/** The instructions of a {@link Tape} as one piece of code. Stateless, so that threads share it. */
interface BlockCode {

    /**
     * Runs the first part.
     *
     * @param r the registers
     * @param n how many elements of each are computed
     */
    void runFirst(double[][] r, int n);

    /**
     * Runs the second part.
     *
     * @param r the registers
     * @param n how many elements of each are computed
     */
    void runSecond(double[][] r, int n);
}
