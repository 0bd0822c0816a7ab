// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

class KernelsTest {

    @Test
    void hyperbolicTangentIsExactToSinglePrecisionAndNeverBeyondOne() {
        for (double x = -15; x <= 15; x += 1e-4) {
            final float y = Kernels.tanh((float)x);
            assertThat((double)y).isCloseTo(Math.tanh((float)x), within(6e-7)).isBetween(-1.0, 1.0);
        }
        assertThat(Kernels.tanh(Float.POSITIVE_INFINITY)).isCloseTo(1f, within(6e-7f));
        assertThat(Kernels.tanh(Float.NaN)).isNaN();
        assertThat(Kernels.tanh(1e-20f)).isCloseTo(1e-20f, within(1e-26f));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void activationsAndTheirSlopesAgreeWithTheirFormulas(final Activation activation) {
        final float slope = activation == Activation.LEAKY_RELU ? 0.2f : 0f;
        final DenseLayer layer = new DenseLayer(1, 1, activation, slope);
        final int n = 4001;
        final float[] y = new float[n];
        final float[] g = new float[n];
        final float[] slopes = new float[n];
        for (int i = 0; i < n; i++) {
            y[i] = (i - 2000) * 0.005f + 1e-4f;
            g[i] = 3f;
        }
        final float[] x = y.clone();

        activation.apply(y, n, slope, slopes);
        activation.multiplySlope(g, y, slopes, n, slope);

        for (int i = 0; i < n; i++) {
            assertThat((double)y[i]).isCloseTo(ReferenceNetwork.activate(layer, x[i]), within(3e-6));
            assertThat((double)g[i]).isCloseTo(3 * ReferenceNetwork.slope(layer, x[i]), within(1e-5));
        }
    }

    @Test
    void rectifiersHaveSlopeZeroOrTheirOwnAtZeroAndForTheSmallestNumbers() {
        final float[] y = {0f, -0f, Float.MIN_NORMAL, -Float.MIN_NORMAL};
        final float[] g = {1f, 1f, 1f, 1f};
        Kernels.reluSlope(g, y, 4);
        assertThat(g).containsExactly(0f, 0f, 1f, 0f);

        final float[] h = {1f, 1f, 1f, 1f};
        Kernels.leakyReluSlope(h, y, 4, 0.25f);
        assertThat(h).containsExactly(0.25f, 0.25f, 1f, 0.25f);
    }

    @Test
    void adamFollowsTheWrittenOutFormulaWithPyTorchsEpsilon() {
        final AdamSettings settings = new AdamSettings(2e-3, 0.5, 0.999, 1e-3); // large enough to see where it stands
        final float[] p = {1f, -2f, 0.5f};
        final float[] m = new float[3];
        final float[] v = new float[3];
        final double[] rp = {1, -2, 0.5};
        final double[] rm = new double[3];
        final double[] rv = new double[3];
        for (int t = 1; t <= 50; t++) {
            final float[] g = {(float)Math.sin(t), 1e-4f * t, (float)(1.0 / t)};
            Kernels.adam(p, g, m, v, 3, settings.step(t));
            for (int i = 0; i < 3; i++) {
                rm[i] = 0.5 * rm[i] + 0.5 * g[i];
                rv[i] = 0.999 * rv[i] + 0.001 * g[i] * g[i];
                rp[i] -= 2e-3 * (rm[i] / (1 - Math.pow(0.5, t)))
                    / (Math.sqrt(rv[i] / (1 - Math.pow(0.999, t))) + 1e-3);
                assertThat((double)p[i]).isCloseTo(rp[i], within(1e-5));
            }
        }
    }

    @Test
    void adamAgreesWithNd4jsUpdaterWhereEpsilonsAreMatched() {
        Natives.loadNd4j();
        final double epsilon = 1e-6;
        final AdamSettings settings = new AdamSettings(2e-3, 0.9, 0.999, epsilon);
        final AdamUpdater theirs = new AdamUpdater(new Adam(2e-3, 0.9, 0.999, epsilon));
        theirs.setStateViewArray(Nd4j.zeros(1, 4), new long[]{1, 2}, 'c', true);
        final float[] p = {1f, -2f};
        final float[] q = p.clone();
        final float[] m = new float[2];
        final float[] v = new float[2];
        for (int t = 1; t <= 30; t++) {
            final float[] g = {(float)Math.cos(t), 1e-3f * t};
            final AdamSettings.Step ours = settings.step(t);
            // ND4J adds epsilon to the root before the bias correction
            Kernels.adam(p, g, m, v, 2, new AdamSettings.Step(ours.beta1(), ours.oneMinusBeta1(), ours.beta2(),
                ours.oneMinusBeta2(), ours.rate(), (float)epsilon));
            try (var gradient = Nd4j.createFromArray(g.clone()).reshape(1, 2)) {
                theirs.applyUpdater(gradient, t - 1, 0);
                q[0] -= gradient.getFloat(0);
                q[1] -= gradient.getFloat(1);
            }
            assertThat(p[0]).isCloseTo(q[0], within(1e-5f));
            assertThat(p[1]).isCloseTo(q[1], within(1e-5f));
        }
    }
}
