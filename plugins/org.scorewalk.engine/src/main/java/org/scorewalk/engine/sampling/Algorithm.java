// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityFamily;

/**
 * The ways to sample. The constants' names stand in the settings of nodes and never change. To add a way, write its
 * {@link Kernel} and name it here.
 */
public enum Algorithm {

    /** Unadjusted Langevin dynamics. */
    ULA("Langevin", true) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity) {
            return new UnadjustedLangevin(density, stepSizes, capacity);
        }
    },

    /** Independent draws from the density itself. */
    EXACT("Exact draws", false) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity) {
            return new ExactKernel(density.exactDraws().orElseThrow(() -> new InputException(
                ("The density '%s' offers no exact draws. Remove the run with exact draws or choose another density.")
                    .formatted(DensityFamily.label(density.document())))));
        }
    };

    private final String m_label;

    private final boolean m_hasStepSize;

    Algorithm(final String label, final boolean hasStepSize) {
        m_label = label;
        m_hasStepSize = hasStepSize;
    }

    /**
     * The algorithm's name in tables.
     *
     * @return a short name
     */
    public String label() {
        return m_label;
    }

    /**
     * Whether the algorithm takes a step size.
     *
     * @return false if it ignores step sizes
     */
    public boolean hasStepSize() {
        return m_hasStepSize;
    }

    /**
     * Makes a kernel for one thread.
     *
     * @param density what to sample
     * @param stepSizes one step size a coordinate
     * @param capacity the largest number of particles in a block
     * @return a new kernel
     * @throws InputException if the density does not offer what the algorithm needs
     */
    abstract Kernel newKernel(Density density, double[] stepSizes, int capacity);
}
