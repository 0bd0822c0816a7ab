// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.scorewalk.engine.InputException;

class TrainableNetworkTest {

    private static final AdamSettings ADAM = new AdamSettings(1e-3, 0.9, 0.999, 1e-8);

    private static final Team ALONE = new Team(1);

    private static TrainableNetwork trainable(final DenseNetwork network) {
        return new TrainableNetwork(network, AdamState.initial(network), ADAM, ALONE);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void forwardPassAgreesWithTheValueAndWithDoublePrecision(final Activation activation) {
        final DenseNetwork network = Networks.of(1, activation, Activation.TANH, 7, 33, 20, 5);
        final int rows = 83; // two blocks of different length
        final float[] x = Networks.numbers(2, rows * 7);
        final ReferenceNetwork reference = new ReferenceNetwork(network);
        try (TrainableNetwork trained = trainable(network); Tape tape = new Tape(network, rows, 1)) {
            Networks.fill(tape, x, 7);
            for (int b = 0; b < tape.blocks(); b++) {
                trained.forward(tape, b);
            }
            final float[] fast = Networks.outputs(tape, rows, 5);
            final float[] plain = network.apply(x, rows);
            for (int r = 0; r < rows; r++) {
                final double[] exact = reference.apply(row(x, r, 7));
                for (int j = 0; j < 5; j++) {
                    assertThat((double)fast[r * 5 + j]).isCloseTo(exact[j], within(3e-6));
                    assertThat((double)plain[r * 5 + j]).isCloseTo(exact[j], within(3e-6));
                }
            }
        }
    }

    private static double[] row(final float[] x, final int r, final int n) {
        final double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            row[i] = x[r * n + i];
        }
        return row;
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void gradientsAgreeWithFiniteDifferencesInDoublePrecision(final Activation activation) {
        final DenseNetwork network = Networks.of(3, activation, activation, 4, 9, 6, 3);
        final int rows = 5;
        final float[] x = Networks.numbers(4, rows * 4);
        final float[] weight = Networks.numbers(5, rows * 3); // the loss: sum of weight times output
        final ReferenceNetwork reference = new ReferenceNetwork(network);
        try (TrainableNetwork trained = trainable(network); Tape tape = new Tape(network, rows, 1)) {
            Networks.fill(tape, x, 4);
            Networks.fillGradients(tape, weight, 3);
            trained.forward(tape, 0);
            trained.backward(tape, 0);
            trained.inputGradients(tape, 0, 0, rows, tape.inputGradients(0));

            final float[][] gradients = trained.gradients(tape);
            for (int l = 0; l < gradients.length; l++) {
                for (int i = 0; i < gradients[l].length; i++) {
                    final double exact = difference(reference, l, i, x, weight, rows);
                    assertThat((double)gradients[l][i]).as("layer %d, parameter %d", l, i).isCloseTo(exact,
                        within(2e-5));
                }
            }
            final float[] inputGradients = Networks.byRow(tape.inputGradients(0), rows, 4);
            for (int r = 0; r < rows; r++) {
                final double[] exact = reference.inputGradient(row(x, r, 4), row(weight, r, 3));
                for (int i = 0; i < 4; i++) {
                    assertThat((double)inputGradients[r * 4 + i]).isCloseTo(exact[i], within(1e-5));
                }
            }
        }
    }

    private static double difference(final ReferenceNetwork reference, final int l, final int i, final float[] x,
        final float[] weight, final int rows) {
        final double h = 1e-6;
        final double before = reference.m_parameters[l][i];
        reference.m_parameters[l][i] = before + h;
        final double up = loss(reference, x, weight, rows);
        reference.m_parameters[l][i] = before - h;
        final double down = loss(reference, x, weight, rows);
        reference.m_parameters[l][i] = before;
        return (up - down) / (2 * h);
    }

    private static double loss(final ReferenceNetwork reference, final float[] x, final float[] weight,
        final int rows) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            final double[] y = reference.apply(row(x, r, 4));
            for (int j = 0; j < y.length; j++) {
                sum += weight[r * y.length + j] * y[j];
            }
        }
        return sum;
    }

    @Test
    void scalingGradientsEqualsScalingTheLossOfARow() {
        final DenseNetwork network = Networks.of(3, Activation.LEAKY_RELU, Activation.LINEAR, 4, 9, 1);
        final float[] x = Networks.numbers(4, 12);
        final float[] factors = {0.5f, -2f, 0f};
        try (TrainableNetwork trained = trainable(network); Tape tape = new Tape(network, 3, 1);
                Tape direct = new Tape(network, 3, 1)) {
            Networks.fill(tape, x, 4);
            Networks.fillGradients(tape, new float[]{1f, 1f, 1f}, 1);
            trained.forward(tape, 0);
            trained.backward(tape, 0);
            trained.scaleGradients(tape, 0, 1, factors, 0);
            Networks.fill(direct, x, 4);
            Networks.fillGradients(direct, new float[]{1f, 0.5f, -2f}, 1);
            trained.forward(direct, 0);
            trained.backward(direct, 0);

            final float[][] expected = trained.gradients(direct);
            final float[][] scaled = trained.gradients(tape);
            for (int l = 0; l < 2; l++) {
                for (int i = 0; i < expected[l].length; i++) {
                    assertThat(scaled[l][i]).isCloseTo(expected[l][i], within(1e-6f));
                }
            }
        }
    }

    @Test
    void aCancelIsHeardBetweenLargeLayersOfABlock() {
        final DenseNetwork large = Networks.of(8, Activation.SILU, Activation.LINEAR, 300, 300, 300, 300);
        final AtomicInteger asked = new AtomicInteger();
        final AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);
        final int rows = 60; // one block of 60 * 300 * 300 multiplications a layer
        try (Team team = new Team(1, () -> {
            if (asked.incrementAndGet() > last.get()) {
                throw new CancellationException();
            }
        });
                TrainableNetwork trained = new TrainableNetwork(large, AdamState.initial(large), ADAM, team);
                Tape tape = new Tape(large, rows, 1);
                Tape directions = new Tape(large, rows, 1)) {
            trained.forward(tape, 0);
            assertThat(asked).hasValue(3);
            trained.backward(tape, 0);
            assertThat(asked).hasValue(3 + 2);
            trained.inputGradients(tape, 0, 0, rows, new float[rows * 300]);
            assertThat(asked).hasValue(3 + 2 + 1);
            trained.tangent(directions, tape, 0);
            assertThat(asked).hasValue(3 + 2 + 1 + 2);
            TangentPass.forward(trained, tape, directions, 0);
            TangentPass.backward(trained, tape, directions, 0);
            assertThat(asked).hasValue(8 + 2 * 3 + 2 * 2);
            last.set(19);
            assertThatThrownBy(() -> trained.forward(tape, 0)).isInstanceOf(CancellationException.class);
            assertThat(asked).hasValue(20);
        }
    }

    @Test
    void smallLayersAreNotHeldUpByQuestions() {
        final DenseNetwork small = Networks.of(8, Activation.SILU, Activation.LINEAR, 30, 30, 30);
        try (Team team = new Team(1, () -> {
            throw new CancellationException();
        });
                TrainableNetwork trained = new TrainableNetwork(small, AdamState.initial(small), ADAM, team);
                Tape tape = new Tape(small, 60, 1)) {
            assertThatCode(() -> trained.forward(tape, 0)).doesNotThrowAnyException();
        }
    }

    @Test
    void theAverageOfTheWeightsIsTheirExponentialMeanAndTheRateCanChange() {
        final DenseNetwork start = Networks.of(8, Activation.SILU, Activation.LINEAR, 2, 5, 1);
        final float[] x = Networks.numbers(9, 8);
        final AdamSettings adam = new AdamSettings(1e-2, 0.9, 0.999, 1e-8);
        try (Tape tape = new Tape(start, 4, 1);
            TrainableNetwork trained = new TrainableNetwork(start, AdamState.initial(start), adam, ALONE, 0.3)) {
            final float[] mean = start.parameters(0);
            float[] last = mean.clone();
            for (int step = 1; step <= 5; step++) {
                Networks.fill(tape, x, 2);
                Networks.fillGradients(tape, new float[]{1f, -1f, 0.5f, 2f}, 1);
                trained.forward(tape, 0);
                trained.backward(tape, 0);
                trained.beginUpdate(step == 4 ? 0 : 1);
                for (int tile = 0; tile < trained.tiles(); tile++) {
                    trained.update(0, tile, tape);
                }
                final float[] now = trained.network().parameters(0);
                assertThat(Arrays.equals(now, last)).as("weights stay with the factor 0").isEqualTo(step == 4);
                last = now;
                final double keep = Math.min(0.3, (1.0 + step) / (10.0 + step));
                for (int i = 0; i < mean.length; i++) {
                    mean[i] = (float)(keep * mean[i] + (1 - keep) * now[i]);
                    assertThat(trained.averaged().parameters(0)[i]).isCloseTo(mean[i], within(1e-6f));
                }
            }
        }
        try (TrainableNetwork plain = trainable(start)) {
            assertThat(plain.averaged()).isEqualTo(plain.network());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void trainingIsTheSameBitByBitForAnyNumberOfThreads(final int threads) {
        assertThat(regression(threads)).isEqualTo(regression(1));
    }

    @Test
    void trainingFitsAFunction() {
        final DenseNetwork network = regression(2);
        final float[] y = network.apply(new float[]{0.5f, -0.5f, -0.25f, 0.75f}, 2);
        assertThat(y[0]).isCloseTo(-0.25f, within(0.03f)); // the product of both inputs
        assertThat(y[1]).isCloseTo(-0.1875f, within(0.03f));
    }

    private static DenseNetwork regression(final int threads) {
        final DenseNetwork start = Networks.of(8, Activation.SILU, Activation.LINEAR, 2, 40, 40, 1);
        final int rows = 100;
        final float[] x = Networks.numbers(9, 2 * rows);
        try (Team team = new Team(threads); Tape tape = new Tape(start, rows, 1); TrainableNetwork trained =
            new TrainableNetwork(start, AdamState.initial(start), new AdamSettings(1e-2, 0.9, 0.999, 1e-8), team)) {
            for (int step = 0; step < 600; step++) {
                Networks.fill(tape, x, 2);
                team.run(tape.blocks(), (thread, block) -> {
                    trained.forward(tape, block);
                    for (int r = 0; r < tape.rows(block); r++) {
                        final int i = 2 * (tape.from(block) + r);
                        tape.outputGradients(block)[r] = 2 * (tape.outputs(block)[r] - x[i] * x[i + 1]) / rows;
                    }
                    trained.backward(tape, block);
                });
                trained.beginUpdate();
                team.run(trained.tiles(), (thread, tile) -> trained.update(thread, tile, tape));
            }
            return trained.network();
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void forwardAndBackwardPassAgreeWithDl4j(final Activation activation) {
        final DenseNetwork network = Networks.of(11, activation, Activation.TANH, 6, 12, 9, 4);
        final int rows = 10;
        final float[] x = Networks.numbers(12, rows * 6);
        final float[] g = Networks.numbers(13, rows * 4);
        final MultiLayerNetwork dl4j = Dl4j.toMultiLayerNetwork(network);
        try (TrainableNetwork trained = trainable(network); Tape tape = new Tape(network, rows, 1)) {
            Networks.fill(tape, x, 6);
            Networks.fillGradients(tape, g, 4);
            trained.forward(tape, 0);
            trained.backward(tape, 0);
            trained.inputGradients(tape, 0, 0, rows, tape.inputGradients(0));

            dl4j.setInput(Nd4j.createFromArray(x).reshape('c', rows, 6));
            final INDArray output = dl4j.feedForward(true, false).get(3);
            assertClose(Networks.outputs(tape, rows, 4), output.dup('c').data().asFloat(), 1e-6f);
            final Pair<Gradient, INDArray> back =
                dl4j.backpropGradient(Nd4j.createFromArray(g).reshape('c', rows, 4), null);
            final float[][] ours = trained.gradients(tape);
            for (int l = 0; l < 3; l++) {
                final DenseLayer layer = network.layers().get(l);
                final int weights = layer.inputs() * layer.outputs();
                assertClose(Arrays.copyOf(ours[l], weights),
                    back.getFirst().getGradientFor(l + "_W").dup('c').data().asFloat(), 1e-5f);
                assertClose(Arrays.copyOfRange(ours[l], weights, ours[l].length),
                    back.getFirst().getGradientFor(l + "_b").dup('c').data().asFloat(), 1e-5f);
            }
            assertClose(Networks.byRow(tape.inputGradients(0), rows, 6),
                back.getSecond().dup('c').data().asFloat(), 1e-5f);
        }
    }

    private static void assertClose(final float[] ours, final float[] theirs, final float tolerance) {
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).as("number %d", i).isCloseTo(theirs[i], within(tolerance));
        }
    }

    @Test
    void memoryOutsideOfTheHeapIsGivenBackAtOnce() {
        final DenseNetwork network = Networks.of(1, Activation.RELU, Activation.TANH, 100, 300, 100);
        Natives.load();
        final long before = Networks.nativeBytes();
        for (int i = 0; i < 10; i++) {
            try (TrainableNetwork trained = trainable(network); Tape tape = new Tape(network, 64, 2)) {
                assertThat(Pointer.totalBytes()).isGreaterThan(before);
            }
            assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
        }
    }

    @Test
    void stateOfAnotherNetworkIsRefused() {
        final DenseNetwork network = Networks.of(1, Activation.RELU, Activation.TANH, 2, 3, 2);
        final AdamState other = AdamState.initial(Networks.of(1, Activation.RELU, Activation.TANH, 2, 4, 2));
        assertThatThrownBy(() -> new TrainableNetwork(network, other, ADAM, ALONE)).isInstanceOf(InputException.class)
            .hasMessageContaining("2-3-2");
    }
}
