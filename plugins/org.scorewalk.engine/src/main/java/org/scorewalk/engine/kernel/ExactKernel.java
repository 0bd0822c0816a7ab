// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.density.ExactDraws;

/** The reference to compare with: each step replaces all particles by independent draws from the density itself. */
public final class ExactKernel implements Kernel {

    private final ExactDraws m_draws;

    /**
     * @param draws how to draw from the density
     */
    public ExactKernel(final ExactDraws draws) {
        m_draws = draws;
    }

    @Override
    public void step(final ParticleBlock block) {
        m_draws.draw(block.x(), block.size(), block.random());
    }
}
