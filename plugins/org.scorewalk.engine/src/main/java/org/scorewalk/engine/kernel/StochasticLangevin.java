// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import java.util.Arrays;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.DataTerm;
import org.scorewalk.engine.random.RandomStream;

/**
 * Stochastic-gradient Langevin dynamics (Welling and Teh 2011): Langevin dynamics whose score is estimated from a few
 * rows of the data, drawn without replacement for each particle and step, so that a step costs the same however many
 * rows there are. The estimate's noise, of variance V along a coordinate, adds h<sup>2</sup> V to the noise 2 h of a
 * step, which widens the result by a factor of about 1 + h V / 2; a falling {@link StepSchedule} makes that vanish.
 * Their step epsilon is 2 h.
 */
public final class StochasticLangevin extends ScheduledLangevin {

    private final DataTerm.Estimator m_estimator;

    /** All rows in their order, but for moments. */
    private final int[] m_rows;

    private final int[] m_swaps;

    private final int m_batch;

    private final DataTerm.Choice m_choice = this::choose;

    private RandomStream m_random;

    /**
     * @param data what is estimated from some rows
     * @param stepSizes one first step size a coordinate
     * @param capacity the largest number of particles in a block
     * @param settings batch size, schedule, number of steps, warm-up and metric
     */
    public StochasticLangevin(final DataTerm data, final double[] stepSizes, final int capacity,
        final KernelSettings settings) {
        super(stepSizes, capacity, settings);
        InputException.check(data.rows() > 0, "The data of the score function have no rows to choose from. Choose "
            + "another algorithm, or connect a table with rows to the node Score Function.");
        m_estimator = data.estimator(capacity);
        m_rows = new int[data.rows()];
        Arrays.setAll(m_rows, row -> row);
        m_batch = Math.min(settings.batchSize(), data.rows());
        m_swaps = new int[m_batch];
    }

    @Override
    void score(final ParticleBlock block, final double[][] out) {
        m_random = block.random();
        m_estimator.estimate(block.x(), block.size(), m_batch, m_choice, out);
    }

    /** The first numbers of a shuffle (Fisher and Yates), whose swaps are taken back afterwards. */
    private void choose(final int[] rows) {
        for (int i = 0; i < m_batch; i++) {
            m_swaps[i] = i + (int)(m_random.nextUniform() * (m_rows.length - i));
            swap(i, m_swaps[i]);
            rows[i] = m_rows[i];
        }
        for (int i = m_batch - 1; i >= 0; i--) {
            swap(i, m_swaps[i]);
        }
    }

    private void swap(final int i, final int j) {
        final var row = m_rows[i];
        m_rows[i] = m_rows[j];
        m_rows[j] = row;
    }
}
