// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import org.scorewalk.engine.Monitor;

/** A table of particles that can be read from start to end, several times with the same result. */
public interface ParticleSource {

    /** Takes rows in the table's order. */
    @FunctionalInterface
    interface RowVisitor {

        /**
         * @param run the run's number
         * @param step the step's number
         * @param particle the particle's number
         * @param x horizontal coordinate, finite
         * @param y vertical coordinate, finite
         */
        void accept(int run, int step, int particle, double x, double y);
    }

    /** @return number of rows */
    long size();

    /**
     * Reads all rows.
     *
     * @param visitor takes them
     * @param monitor is told the progress and asked for cancellation
     */
    void scan(RowVisitor visitor, Monitor monitor);
}
