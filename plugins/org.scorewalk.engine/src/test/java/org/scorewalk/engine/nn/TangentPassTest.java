// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;

class TangentPassTest {

    private static final Team ALONE = new Team(1);

    private static final int INPUTS = 4;

    private static final int OUTPUTS = 3;

    private static final int ROWS = 70; // two blocks

    private static final DenseNetwork NETWORK =
        Networks.of(3, Activation.SILU, Activation.LINEAR, INPUTS, 9, 6, OUTPUTS);

    private final float[] m_x = Networks.numbers(4, ROWS * INPUTS);

    private final float[] m_v = Networks.numbers(5, ROWS * INPUTS);

    /** The loss is the sum of weights times outputs, plus others times their derivatives. */
    private final float[] m_weights = Networks.numbers(6, ROWS * OUTPUTS);

    private final float[] m_slopeWeights = Networks.numbers(7, ROWS * OUTPUTS);

    private static double[] row(final float[] x, final int r, final int n) {
        final double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            row[i] = x[r * n + i];
        }
        return row;
    }

    private double loss(final ReferenceNetwork reference) {
        double sum = 0;
        for (int r = 0; r < ROWS; r++) {
            final double[] y = reference.apply(row(m_x, r, INPUTS));
            final double[] t = reference.derivative(row(m_x, r, INPUTS), row(m_v, r, INPUTS));
            for (int j = 0; j < OUTPUTS; j++) {
                sum += m_weights[r * OUTPUTS + j] * y[j] + m_slopeWeights[r * OUTPUTS + j] * t[j];
            }
        }
        return sum;
    }

    @Test
    void derivativesAndTheGradientOfALossOfThemAgreeWithDifferencesInDoublePrecision() {
        final ReferenceNetwork reference = new ReferenceNetwork(NETWORK);
        try (TrainableNetwork network = new TrainableNetwork(NETWORK, AdamState.initial(NETWORK),
            new AdamSettings(1e-3, 0.9, 0.999, 1e-8), ALONE); Tape points = new Tape(NETWORK, ROWS, 1);
                Tape directions = new Tape(NETWORK, ROWS, 1)) {
            for (int repeat = 0; repeat < 2; repeat++) { // tapes may have been used before
                Networks.fill(points, m_x, INPUTS);
                Networks.fill(directions, m_v, INPUTS);
                for (int b = 0; b < points.blocks(); b++) {
                    TangentPass.forward(network, points, directions, b);
                }
                final float[] y = Networks.outputs(points, ROWS, OUTPUTS);
                final float[] t = Networks.outputs(directions, ROWS, OUTPUTS);
                for (int r = 0; r < ROWS; r++) {
                    final double[] exact = reference.apply(row(m_x, r, INPUTS));
                    final double[] slope = reference.derivative(row(m_x, r, INPUTS), row(m_v, r, INPUTS));
                    for (int j = 0; j < OUTPUTS; j++) {
                        assertThat((double)y[r * OUTPUTS + j]).isCloseTo(exact[j], within(2e-6));
                        assertThat((double)t[r * OUTPUTS + j]).isCloseTo(slope[j], within(3e-6));
                    }
                }
                Networks.fillGradients(points, m_weights, OUTPUTS);
                Networks.fillGradients(directions, m_slopeWeights, OUTPUTS);
                for (int b = 0; b < points.blocks(); b++) {
                    TangentPass.backward(network, points, directions, b);
                }
                final float[][] gradients = network.gradients(points, directions);
                for (int l = 0; l < gradients.length; l++) {
                    for (int i = 0; i < gradients[l].length; i += 3) {
                        final double before = reference.m_parameters[l][i];
                        reference.m_parameters[l][i] = before + 1e-4;
                        final double up = loss(reference);
                        reference.m_parameters[l][i] = before - 1e-4;
                        final double down = loss(reference);
                        reference.m_parameters[l][i] = before;
                        assertThat((double)gradients[l][i]).as("layer %d, parameter %d", l, i)
                            .isCloseTo((up - down) / 2e-4, within(1e-4));
                    }
                }
            }
        }
    }

    @Test
    void activationsWhoseSecondDerivativeIsNotKnownAreRefused() {
        final DenseNetwork tanh = Networks.of(3, Activation.TANH, Activation.LINEAR, 2, 3, 2);
        try (TrainableNetwork network = new TrainableNetwork(tanh, AdamState.initial(tanh),
            new AdamSettings(1e-3, 0.9, 0.999, 1e-8), ALONE); Tape points = new Tape(tanh, 1, 1);
                Tape directions = new Tape(tanh, 1, 1)) {
            assertThatThrownBy(() -> TangentPass.forward(network, points, directions, 0))
                .isInstanceOf(InputException.class).hasMessageContaining("TANH");
        }
    }
}
