// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.Networks;
import org.scorewalk.engine.nn.ReferenceNetwork;
import org.scorewalk.engine.nn.Team;
import org.scorewalk.engine.scorelearning.ScoreSettings.Method;

class ScoreStepTest {

    private static final int D = 3;

    private static final int ROWS = 70; // two blocks

    private static final DenseNetwork NETWORK =
        Networks.of(3, Activation.SILU, Activation.LINEAR, D + NoiseScaling.FEATURES, 8, 7, D);

    private static final ScoreSettings SETTINGS = ScoreSettings.DEFAULT.withBatch(ROWS).withHidden(8, 7);

    private static final float[] DATA = Networks.numbers(5, ROWS * D);

    private static final int[] ALL = IntStream.range(0, ROWS).toArray();

    /** The score as the paper's formulas have it, from standardised coordinates and the noise level. */
    private static double[] score(final ReferenceNetwork network, final double[] x, final double sigma) {
        final double root = Math.sqrt(1 + sigma * sigma);
        final double[] input = Arrays.copyOf(x, D + NoiseScaling.FEATURES);
        for (int i = 0; i < D; i++) {
            input[i] /= root;
        }
        final float[] features = new float[NoiseScaling.FEATURES];
        final NoiseScaling scaling = new NoiseScaling(SETTINGS.levels());
        scaling.features(scaling.position(sigma), features, 0);
        for (int f = 0; f < features.length; f++) {
            input[D + f] = features[f];
        }
        final double[] s = network.apply(input);
        for (int i = 0; i < D; i++) {
            s[i] = s[i] / (sigma * root) - x[i] / (root * root);
        }
        return s;
    }

    private static double loss(final ReferenceNetwork network, final ScoreStep.Draws draws, final Method method) {
        double sum = 0;
        for (int r = 0; r < ROWS; r++) {
            final double sigma = draws.sigmas()[r];
            final double[] x = new double[D];
            final double[] up = new double[D];
            final double[] down = new double[D];
            final double h = 1e-5 * sigma;
            for (int i = 0; i < D; i++) {
                x[i] = DATA[r * D + i] + sigma * draws.noise()[r * D + i];
                up[i] = x[i] + h * draws.directions()[r * D + i];
                down[i] = x[i] - h * draws.directions()[r * D + i];
            }
            final double[] s = score(network, x, sigma);
            final double[] a = score(network, up, sigma);
            final double[] b = score(network, down, sigma);
            for (int i = 0; i < D; i++) {
                if (method == Method.DENOISING) {
                    final double rest = sigma * s[i] + draws.noise()[r * D + i];
                    sum += rest * rest;
                } else {
                    sum += 1
                        + sigma * sigma * (s[i] * s[i] + 2 * draws.directions()[r * D + i] * (a[i] - b[i]) / 2 / h);
                }
            }
        }
        return sum / ROWS / D;
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void lossAndGradientAreThoseOfThePapersFormula(final Method method) {
        final ReferenceNetwork reference = new ReferenceNetwork(NETWORK);
        try (Team team = new Team(1);
                ScoreStep step = new ScoreStep(SETTINGS.withMethod(method), DATA, D, NETWORK, team)) {
            final double[] loss = new double[1];
            final float[][] gradients = step.gradientsOnly(ALL, loss);
            final ScoreStep.Draws draws = step.draws();
            assertThat(loss[0]).isCloseTo(loss(reference, draws, method), within(2e-5));
            for (int l = 0; l < gradients.length; l++) {
                for (int i = 0; i < gradients[l].length; i++) {
                    final double before = reference.m_parameters[l][i];
                    final double h = 1e-4;
                    reference.m_parameters[l][i] = before + h;
                    final double up = loss(reference, draws, method);
                    reference.m_parameters[l][i] = before - h;
                    final double down = loss(reference, draws, method);
                    reference.m_parameters[l][i] = before;
                    assertThat((double)gradients[l][i]).as("layer %d, parameter %d", l, i)
                        .isCloseTo((up - down) / (2 * h), within(3e-5));
                }
            }
        }
    }

    /** Both losses estimate the same number; six standard errors of the difference are tolerated. */
    @Test
    void bothMethodsHaveTheSameExpectation() {
        final int repeats = 2_000;
        double sum = 0;
        double squares = 0;
        try (Team team = new Team(1); ScoreStep denoising = new ScoreStep(SETTINGS, DATA, D, NETWORK, team);
                ScoreStep sliced = new ScoreStep(SETTINGS.withMethod(Method.SLICED), DATA, D, NETWORK, team)) {
            final double[] a = new double[1];
            final double[] b = new double[1];
            for (int i = 0; i < repeats; i++) {
                denoising.gradientsOnly(ALL, a);
                sliced.gradientsOnly(ALL, b);
                sum += a[0] - b[0];
                squares += (a[0] - b[0]) * (a[0] - b[0]);
            }
        }
        final double mean = sum / repeats;
        final double error = Math.sqrt((squares / repeats - mean * mean) / repeats);
        assertThat(error).isLessThan(0.005); // else the test could not tell anything
        assertThat(mean).isCloseTo(0, within(6 * error));
    }

    @Test
    void noiseLevelsAreSpreadEvenlyOverTheirLogarithms() {
        try (Team team = new Team(1); ScoreStep step = new ScoreStep(SETTINGS, DATA, D, NETWORK, team)) {
            step.gradientsOnly(ALL, new double[1]);
            final double[] logs = Arrays.stream(step.draws().sigmas()).map(Math::log).sorted().toArray();
            final double gap = Math.log(SETTINGS.levels().largest() / SETTINGS.levels().smallest()) / ROWS;
            for (int r = 1; r < ROWS; r++) {
                assertThat(logs[r] - logs[r - 1]).isCloseTo(gap, within(1e-9));
            }
            final double[] first = step.draws().sigmas().clone();
            step.gradientsOnly(ALL, new double[1]);
            assertThat(step.draws().sigmas()[0]).isNotEqualTo(first[0]);
        }
    }
}
