// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;

/** Particles in memory, and plain Langevin walks to fill them. */
final class TestParticles implements ParticleSource {

    record Row(int run, int step, int particle, double x, double y) {
    }

    private final List<Row> m_rows = new ArrayList<>();

    int m_scans;

    TestParticles add(final int run, final int step, final int particle, final double x, final double y) {
        m_rows.add(new Row(run, step, particle, x, y));
        return this;
    }

    List<Row> rows() {
        return m_rows;
    }

    @Override
    public long size() {
        return m_rows.size();
    }

    @Override
    public void scan(final RowVisitor visitor, final Monitor monitor) {
        m_scans++;
        int n = 0;
        for (final Row row : m_rows) {
            if (n++ % 1000 == 0) {
                monitor.check();
            }
            visitor.accept(row.run(), row.step(), row.particle(), row.x(), row.y());
        }
    }

    /** Adds a run of unadjusted Langevin dynamics; all steps are kept, the start too if asked for. */
    TestParticles walk(final int run, final Density density, final int particles, final int steps, final double h,
        final double startSd, final boolean keepStart, final long seed) {
        final Random random = new Random(seed);
        final double[][] x = new double[2][particles];
        final double[][] score = new double[2][particles];
        for (final double[] axis : x) {
            for (int k = 0; k < particles; k++) {
                axis[k] = startSd * random.nextGaussian();
            }
        }
        for (int step = 0; step <= steps; step++) {
            if (step > 0) {
                density.score(x, particles, score);
                for (int axis = 0; axis < 2; axis++) {
                    for (int k = 0; k < particles; k++) {
                        x[axis][k] += h * score[axis][k] + Math.sqrt(2 * h) * random.nextGaussian();
                    }
                }
            }
            if (step > 0 || keepStart) {
                for (int k = 0; k < particles; k++) {
                    add(run, step, k, x[0][k], x[1][k]);
                }
            }
        }
        return this;
    }
}
