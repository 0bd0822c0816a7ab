// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.nn.AdamState;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.KeyedRandom;
import org.scorewalk.engine.nn.TangentPass;
import org.scorewalk.engine.nn.Tape;
import org.scorewalk.engine.nn.Team;
import org.scorewalk.engine.nn.TrainableNetwork;
import org.scorewalk.engine.scorelearning.ScoreSettings.Method;

/**
 * One step of score matching. A row z of the batch gets the noise level sigma and noise e, x = z + sigma e; with d
 * columns the loss is the mean over the batch of
 * <ul>
 * <li>denoising: |sigma s(x, sigma) + e|<sup>2</sup> / d, which is Song and Ermon (2019), equations 5 and 6, with the
 * weight sigma<sup>2</sup> and twice their factor;</li>
 * <li>sliced: 1 + sigma<sup>2</sup> (2 v<sup>T</sup> ds/dx v + |s|<sup>2</sup>) / d with v of independent signs, which
 * is Song et al. (2019), equation 8 with reduced variance, at the same x. By partial integration it has the same
 * expectation as the denoising loss.</li>
 * </ul>
 * Noise levels are spread evenly over the logarithmic scale within each batch from a random beginning (Kingma et al.
 * 2021, section I.1).
 */
final class ScoreStep implements AutoCloseable {

    private final NoiseLevels m_levels;

    private final NoiseScaling m_scaling;

    private final boolean m_sliced;

    private final int m_batch;

    private final int m_columns;

    private final float[] m_rows;

    private final Team m_team;

    private TrainableNetwork m_network;

    private Tape m_tape;

    /** For the sliced loss; else null. */
    private Tape m_directions;

    /** One a block, so that noise does not depend on threads. */
    private final ContinuousSampler[] m_normals;

    private final UniformRandomProvider[] m_signs;

    private final UniformRandomProvider m_beginnings;

    private final float[] m_noise;

    private final double[] m_sigmas;

    private final double[] m_losses;

    /**
     * @param settings the options
     * @param rows standardised rows
     * @param columns how many columns they have
     * @param network the weights to begin with
     * @param team the threads
     */
    ScoreStep(final ScoreSettings settings, final float[] rows, final int columns, final DenseNetwork network,
        final Team team) {
        m_levels = settings.levels();
        m_scaling = new NoiseScaling(settings.levels());
        m_sliced = settings.method() == Method.SLICED;
        m_batch = settings.batch();
        m_columns = columns;
        m_rows = rows;
        m_team = team;
        m_noise = new float[Math.multiplyExact(m_batch, columns)];
        m_sigmas = new double[m_batch];
        m_losses = new double[m_batch];
        final int blocks = Tape.blocks(m_batch);
        m_normals = new ContinuousSampler[blocks];
        m_signs = new UniformRandomProvider[blocks];
        for (int b = 0; b < blocks; b++) {
            m_normals[b] = ZigguratSampler.NormalizedGaussian
                .of(KeyedRandom.generator(settings.seed(), ScoreTrainer.NOISE, b));
            m_signs[b] = KeyedRandom.generator(settings.seed(), ScoreTrainer.DIRECTIONS, b);
        }
        m_beginnings = KeyedRandom.generator(settings.seed(), ScoreTrainer.LEVELS, 0);
        try {
            m_network = new TrainableNetwork(network, AdamState.initial(network), settings.adam(), team,
                settings.averaging());
            m_tape = new Tape(network, m_batch, 1);
            if (m_sliced) {
                m_directions = new Tape(network, m_batch, 1);
            }
        } catch (final RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    TrainableNetwork network() {
        return m_network;
    }

    /**
     * Does one step.
     *
     * @param batch the numbers of the batch's rows
     * @param rate by what the learning rate is multiplied
     * @return the mean loss before the step
     */
    double run(final int[] batch, final double rate) {
        final double loss = gradients(batch);
        m_network.beginUpdate(rate);
        if (m_sliced) {
            m_team.run(m_network.tiles(), (thread, tile) -> m_network.update(thread, tile, m_tape, m_directions));
        } else {
            m_team.run(m_network.tiles(), (thread, tile) -> m_network.update(thread, tile, m_tape));
        }
        return loss;
    }

    /** Everything before the update; returns the mean loss. */
    private double gradients(final int[] batch) {
        final double beginning = m_beginnings.nextDouble();
        m_team.run(m_tape.blocks(), (thread, block) -> {
            fill(block, batch, beginning);
            if (m_sliced) {
                TangentPass.forward(m_network, m_tape, m_directions, block);
                sliced(block);
                TangentPass.backward(m_network, m_tape, m_directions, block);
            } else {
                m_network.forward(m_tape, block);
                denoising(block);
                m_network.backward(m_tape, block);
            }
        });
        double sum = 0; // row by row, so that the sum does not depend on threads
        for (final double loss : m_losses) {
            sum += loss;
        }
        return sum / m_batch;
    }

    /** For tests: the loss of a batch and its gradient with the noise that the next step would draw. */
    float[][] gradientsOnly(final int[] batch, final double[] loss) {
        loss[0] = gradients(batch);
        return m_sliced ? m_network.gradients(m_tape, m_directions) : m_network.gradients(m_tape);
    }

    /** For tests: what was drawn for the last batch: noise levels, noise and directions (signs, or zeros), by row. */
    record Draws(double[] sigmas, float[] noise, float[] directions) {
    }

    Draws draws() {
        final float[] directions = new float[m_noise.length];
        for (int b = 0; m_sliced && b < m_directions.blocks(); b++) {
            for (int r = 0; r < m_directions.rows(b); r++) {
                for (int i = 0; i < m_columns; i++) {
                    directions[(m_directions.from(b) + r) * m_columns + i] =
                        Math.signum(m_directions.inputs(b)[i * m_directions.rows(b) + r]);
                }
            }
        }
        return new Draws(m_sigmas, m_noise, directions);
    }

    private void fill(final int block, final int[] batch, final double beginning) {
        final float[] x = m_tape.inputs(block);
        final float[] v = m_sliced ? m_directions.inputs(block) : null;
        final int from = m_tape.from(block);
        final int rows = m_tape.rows(block);
        final float[] features = new float[NoiseScaling.FEATURES];
        for (int r = 0; r < rows; r++) {
            final int row = from + r;
            double part = beginning + (double)row / m_batch;
            part -= Math.floor(part);
            final double sigma = m_levels.at(part);
            final double root = NoiseScaling.root(sigma);
            m_sigmas[row] = sigma;
            for (int i = 0; i < m_columns; i++) {
                final double noise = m_normals[block].sample();
                m_noise[row * m_columns + i] = (float)noise;
                x[i * rows + r] = (float)((m_rows[batch[row] * m_columns + i] + sigma * noise) / root);
            }
            m_scaling.features(1 - 2 * part, features, 0);
            for (int i = 0; i < features.length; i++) {
                x[(m_columns + i) * rows + r] = features[i];
            }
            for (int i = 0; m_sliced && i < m_columns; i++) {
                v[i * rows + r] = (float)(m_signs[block].nextBoolean() ? 1 / root : -1 / root);
            }
        }
    }

    private void denoising(final int block) {
        final float[] x = m_tape.inputs(block);
        final float[] f = m_tape.outputs(block);
        final float[] g = m_tape.outputGradients(block);
        final int from = m_tape.from(block);
        final int rows = m_tape.rows(block);
        final double mean = 1.0 / m_batch / m_columns;
        for (int r = 0; r < rows; r++) {
            final double sigma = m_sigmas[from + r];
            final double inverse = 1 / NoiseScaling.root(sigma);
            double loss = 0;
            for (int i = 0; i < m_columns; i++) {
                final double rest = (f[i * rows + r] - sigma * x[i * rows + r]) * inverse
                    + m_noise[(from + r) * m_columns + i];
                loss += rest * rest;
                g[i * rows + r] = (float)(2 * rest * inverse * mean);
            }
            m_losses[from + r] = loss / m_columns;
        }
    }

    private void sliced(final int block) {
        final float[] x = m_tape.inputs(block);
        final float[] f = m_tape.outputs(block);
        final float[] g = m_tape.outputGradients(block);
        final float[] direction = m_directions.inputs(block);
        final float[] derivative = m_directions.outputs(block);
        final float[] h = m_directions.outputGradients(block);
        final int from = m_tape.from(block);
        final int rows = m_tape.rows(block);
        final double mean = 1.0 / m_batch / m_columns;
        for (int r = 0; r < rows; r++) {
            final double sigma = m_sigmas[from + r];
            final double inverse = 1 / NoiseScaling.root(sigma);
            double loss = -2 * sigma * sigma * inverse * inverse * m_columns;
            for (int i = 0; i < m_columns; i++) {
                final int at = i * rows + r;
                final double scaled = (f[at] - sigma * x[at]) * inverse;
                // the direction, which the inputs hold divided by the root, times sigma / root
                final double along = sigma * direction[at];
                loss += scaled * scaled + 2 * along * derivative[at];
                g[at] = (float)(2 * scaled * inverse * mean);
                h[at] = (float)(2 * along * mean);
            }
            m_losses[from + r] = 1 + loss / m_columns;
        }
    }

    @Override
    public void close() {
        for (final AutoCloseable part : new AutoCloseable[]{m_network, m_tape, m_directions}) {
            if (part instanceof TrainableNetwork network) {
                network.close();
            } else if (part instanceof Tape tape) {
                tape.close();
            }
        }
    }
}
