// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.scorewalk.engine.nn.AdamState;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.Tape;
import org.scorewalk.engine.nn.Team;
import org.scorewalk.engine.nn.TrainableNetwork;

/**
 * One iteration of GAN training: a batch of real rows, as many generated ones, a step of the discriminator and, where
 * it is due, one of the generator.
 * <p>
 * Where the generator goes first, both gradients are taken at the same weights, so real and generated rows pass through
 * the discriminator once, together. Its backward pass on the generated rows begins with 1 instead of a loss's
 * derivative: with a single output everything below is linear in that number, and each row is scaled afterwards, once
 * for the generator's loss and once for the discriminator's.
 */
final class GanStep implements AutoCloseable {

    private final GanSettings m_settings;

    private final GanData m_data;

    private final Team m_team;

    private TrainableNetwork m_generator;

    private TrainableNetwork m_discriminator;

    private Tape m_generatorTape;

    /** In each block the real rows, then as many generated ones. */
    private Tape m_pairTape;

    /** Generated rows alone, for a generator that goes second; else null. */
    private Tape m_fakeTape;

    /** Points between real and generated rows, and directions there, for the gradient penalty; else null. */
    private Tape m_betweenTape;

    private Tape m_directionTape;

    private final float[] m_mix;

    private final float[] m_scale;

    private final double[] m_realLosses;

    private final double[] m_fakeLosses;

    private final double[] m_generatorLosses;

    private final int m_noise;

    private final int m_columns;

    private int[] m_rows;

    private int m_first;

    GanStep(final GanSettings settings, final GanData data, final DenseNetwork generator,
        final AdamState generatorState,
        final DenseNetwork discriminator, final AdamState discriminatorState, final Team team) {
        m_settings = settings;
        m_data = data;
        m_team = team;
        m_noise = generator.inputs();
        m_columns = generator.outputs();
        final int batch = Math.min(settings.batch(), data.rows());
        m_mix = new float[batch];
        m_scale = new float[batch];
        m_realLosses = new double[batch];
        m_fakeLosses = new double[batch];
        m_generatorLosses = new double[batch];
        try {
            m_generator = new TrainableNetwork(generator, generatorState, settings.adam(), team);
            m_discriminator = new TrainableNetwork(discriminator, discriminatorState, settings.adam(), team);
            m_generatorTape = new Tape(generator, batch, 1);
            m_pairTape = new Tape(discriminator, batch, 2);
            if (settings.order() == GanSettings.Order.DISCRIMINATOR_FIRST) {
                m_fakeTape = new Tape(discriminator, batch, 1);
            }
            if (settings.loss() == GanLoss.WASSERSTEIN_GRADIENT_PENALTY) {
                m_betweenTape = new Tape(discriminator, batch, 1);
                m_directionTape = new Tape(discriminator, batch, 1);
            }
        } catch (final RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    TrainableNetwork generator() {
        return m_generator;
    }

    TrainableNetwork discriminator() {
        return m_discriminator;
    }

    /**
     * Does one iteration.
     *
     * @param rows the order of the rows
     * @param first where in it the batch begins
     * @param n how many rows the batch has
     * @param withGenerator whether the generator makes a step
     * @param normals the noise
     * @param uniforms where the points between real and generated rows lie
     * @return the discriminator's and the generator's loss (the latter NaN where it makes no step)
     */
    double[] run(final int[] rows, final int first, final int n, final boolean withGenerator,
        final ContinuousSampler normals, final UniformRandomProvider uniforms) {
        m_rows = rows;
        m_first = first;
        m_generatorTape.cut(n, 1);
        m_pairTape.cut(n, 2);
        drawNoise(normals);
        if (m_betweenTape != null) {
            m_betweenTape.cut(n, 1);
            m_directionTape.cut(n, 1);
            for (int r = 0; r < n; r++) {
                m_mix[r] = uniforms.nextFloat();
            }
        }
        final boolean together =
            withGenerator && m_settings.order() == GanSettings.Order.GENERATOR_FIRST;
        m_team.run(m_generatorTape.blocks(), (thread, block) -> firstPhase(block, n, together));
        update(together);
        if (withGenerator && !together) {
            m_fakeTape.cut(n, 1);
            m_team.run(m_fakeTape.blocks(), (thread, block) -> generatorPhase(block, n));
            updateGenerator();
        }
        // summed here, row by row, so that the sums do not depend on threads
        final double d = IntStream.range(0, n).mapToDouble(r -> m_realLosses[r] + m_fakeLosses[r]).sum() / n;
        return new double[]{d, withGenerator ? IntStream.range(0, n).mapToDouble(r -> m_generatorLosses[r]).sum() / n
            : Double.NaN};
    }

    private void drawNoise(final ContinuousSampler normals) {
        for (int block = 0; block < m_generatorTape.blocks(); block++) {
            m_team.check();
            final float[] z = m_generatorTape.inputs(block);
            final int rows = m_generatorTape.rows(block);
            for (int r = 0; r < rows; r++) {
                for (int j = 0; j < m_noise; j++) {
                    z[j * rows + r] = (float)normals.sample();
                }
            }
        }
    }

    /** Everything before the first update, for one block. */
    private void firstPhase(final int block, final int n, final boolean withGenerator) {
        m_generator.forward(m_generatorTape, block);
        final int rows = m_generatorTape.rows(block);
        final int from = m_generatorTape.from(block);
        fillPairs(block, rows);
        m_discriminator.forward(m_pairTape, block);
        final float[] u = m_pairTape.outputs(block);
        final float[] g = m_pairTape.outputGradients(block);
        final GanLoss loss = m_settings.loss();
        final double smoothing = m_settings.labelSmoothing();
        for (int r = 0; r < rows; r++) {
            final double real = u[r];
            final double fake = u[rows + r];
            m_realLosses[from + r] = loss.real(real, smoothing);
            m_fakeLosses[from + r] = loss.fake(fake);
            g[r] = (float)(loss.realSlope(real, smoothing) / n);
            m_scale[from + r] = (float)(loss.fakeSlope(fake) / n);
            g[rows + r] = withGenerator ? 1f : m_scale[from + r];
        }
        m_discriminator.backward(m_pairTape, block);
        if (withGenerator) {
            final float[] gradient = m_generatorTape.outputGradients(block);
            m_discriminator.inputGradients(m_pairTape, block, rows, rows, gradient);
            final float[] slopes = new float[rows];
            for (int r = 0; r < rows; r++) {
                final double fake = u[rows + r];
                m_generatorLosses[from + r] = loss.generator(fake);
                slopes[r] = (float)(loss.generatorSlope(fake) / n);
            }
            scale(gradient, slopes);
            m_discriminator.scaleGradients(m_pairTape, block, rows, m_scale, from);
            m_generator.backward(m_generatorTape, block);
        }
        if (m_betweenTape != null) {
            penalty(block, n);
        }
    }

    /** Puts real and generated rows side by side into the discriminator's inputs. */
    private void fillPairs(final int block, final int rows) {
        final int first = m_first + m_generatorTape.from(block);
        final float[] read = m_generatorTape.outputGradients(block); // idle until the backward pass
        for (int r = 0; r < rows; r++) {
            m_data.read(m_rows[first + r], read, r * m_columns);
        }
        m_pairTape.putInputs(block, rows, read);
        final float[] x = m_pairTape.inputs(block);
        final float[] fake = m_generatorTape.outputs(block);
        for (int j = 0; j < m_columns; j++) {
            System.arraycopy(fake, j * rows, x, (2 * j + 1) * rows, rows);
        }
    }

    /**
     * The gradient penalty w mean((|dD/dx| - 1)²) at points x between real and generated rows, and its gradient with
     * respect to the discriminator's weights.
     */
    private void penalty(final int block, final int n) {
        final int rows = m_betweenTape.rows(block);
        final int from = m_betweenTape.from(block);
        final float[] pair = m_pairTape.inputs(block);
        final float[] x = m_betweenTape.inputs(block);
        for (int j = 0; j < m_columns; j++) {
            for (int r = 0; r < rows; r++) {
                final float mix = m_mix[from + r];
                x[j * rows + r] = mix * pair[2 * j * rows + r] + (1f - mix) * pair[(2 * j + 1) * rows + r];
            }
        }
        Arrays.fill(m_betweenTape.outputGradients(block), 0, rows, 1f);
        m_discriminator.forward(m_betweenTape, block);
        m_discriminator.backward(m_betweenTape, block);
        final float[] v = m_directionTape.inputs(block);
        m_discriminator.inputGradients(m_betweenTape, block, 0, rows, v);
        final double weight = m_settings.gradientPenalty();
        final double[] squares = new double[rows];
        for (int j = 0; j < m_columns; j++) {
            for (int r = 0; r < rows; r++) {
                squares[r] += (double)v[j * rows + r] * v[j * rows + r];
            }
        }
        final float[] factors = new float[rows];
        for (int r = 0; r < rows; r++) {
            final double norm = Math.sqrt(squares[r]);
            m_fakeLosses[from + r] += weight * (norm - 1) * (norm - 1);
            factors[r] = norm == 0 ? 0f : (float)(2 * weight * (norm - 1) / norm / n);
        }
        scale(v, factors);
        m_discriminator.tangent(m_directionTape, m_betweenTape, block);
    }

    /** A generator that goes second: its noise through the discriminator as that is now. */
    private void generatorPhase(final int block, final int n) {
        final int rows = m_fakeTape.rows(block);
        final int from = m_fakeTape.from(block);
        System.arraycopy(m_generatorTape.outputs(block), 0, m_fakeTape.inputs(block), 0, rows * m_columns);
        m_discriminator.forward(m_fakeTape, block);
        final float[] u = m_fakeTape.outputs(block);
        final float[] g = m_fakeTape.outputGradients(block);
        for (int r = 0; r < rows; r++) {
            m_generatorLosses[from + r] = m_settings.loss().generator(u[r]);
            g[r] = (float)(m_settings.loss().generatorSlope(u[r]) / n);
        }
        m_discriminator.backward(m_fakeTape, block);
        m_discriminator.inputGradients(m_fakeTape, block, 0, rows, m_generatorTape.outputGradients(block));
        m_generator.backward(m_generatorTape, block);
    }

    private void update(final boolean withGenerator) {
        final Tape[] tapes =
            m_directionTape == null ? new Tape[]{m_pairTape} : new Tape[]{m_pairTape, m_directionTape};
        final int first = m_discriminator.tiles(); // they have twice the rows: the longest work first
        if (withGenerator) {
            m_generator.beginUpdate();
        }
        m_discriminator.beginUpdate();
        m_team.run(first + (withGenerator ? m_generator.tiles() : 0), (thread, item) -> {
            if (item < first) {
                m_discriminator.update(thread, item, tapes);
            } else {
                m_generator.update(thread, item - first, m_generatorTape);
            }
        });
    }

    private void updateGenerator() {
        m_generator.beginUpdate();
        m_team.run(m_generator.tiles(), (thread, tile) -> m_generator.update(thread, tile, m_generatorTape));
    }

    /** Multiplies every row of a block of m_columns numbers a row by its factor. */
    private void scale(final float[] x, final float[] factors) {
        for (int j = 0; j < m_columns; j++) {
            for (int r = 0; r < factors.length; r++) {
                x[j * factors.length + r] *= factors[r];
            }
        }
    }

    @Override
    public void close() {
        for (final AutoCloseable part : new AutoCloseable[]{m_generator, m_discriminator, m_generatorTape, m_pairTape,
            m_fakeTape, m_betweenTape, m_directionTape}) {
            if (part instanceof TrainableNetwork network) {
                network.close();
            } else if (part instanceof Tape tape) {
                tape.close();
            }
        }
    }
}
