// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.rng.sampling.PermutationSampler;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.AdamSettings;
import org.scorewalk.engine.nn.AdamState;
import org.scorewalk.engine.nn.DenseLayer;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.KeyedRandom;
import org.scorewalk.engine.nn.Tape;
import org.scorewalk.engine.nn.Team;
import org.scorewalk.engine.nn.TrainableNetwork;

/**
 * A small network that tells classes apart, trained on real rows: it looks for missing classes among generated ones.
 */
final class Classifier {

    private final DenseNetwork m_network;

    private Classifier(final DenseNetwork network) {
        m_network = network;
    }

    static Classifier train(final GanData data, final int[] labels, final int classes, final int epochs) {
        final int columns = data.shape().columns();
        final int batch = 128;
        final DenseNetwork start = DenseNetwork.uniform(
            DenseLayer.stack(new int[]{columns, 256, 128, classes}, Activation.RELU, 0, Activation.LINEAR),
            KeyedRandom.generator(1, 100, 0));
        final int threads = Parallelism.threads();
        try (Team team = new Team(threads); Tape tape = new Tape(start, batch, 1); TrainableNetwork network =
            new TrainableNetwork(start, AdamState.initial(start), new AdamSettings(1e-3, 0.9, 0.999, 1e-8), team)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                final int[] order =
                    new PermutationSampler(KeyedRandom.generator(1, 101, epoch), data.rows(), data.rows()).sample();
                for (int from = 0; from + batch <= data.rows(); from += batch) {
                    final int first = from;
                    team.run(tape.blocks(), (thread, block) -> {
                        final int rows = tape.rows(block);
                        final float[] read = new float[rows * columns];
                        for (int r = 0; r < rows; r++) {
                            data.read(order[first + tape.from(block) + r], read, r * columns);
                        }
                        tape.putInputs(block, rows, read);
                        network.forward(tape, block);
                        for (int r = 0; r < rows; r++) {
                            softmaxSlope(tape.outputs(block), tape.outputGradients(block), r, rows, classes,
                                labels[order[first + tape.from(block) + r]], batch);
                        }
                        network.backward(tape, block);
                    });
                    network.beginUpdate();
                    team.run(network.tiles(), (thread, tile) -> network.update(thread, tile, tape));
                }
            }
            return new Classifier(network.network());
        }
    }

    /** The gradient of the cross-entropy of the softmax. */
    private static void softmaxSlope(final float[] u, final float[] g, final int row, final int rows,
        final int classes, final int label, final int batch) {
        final double largest = IntStream.range(0, classes).mapToDouble(j -> u[j * rows + row]).max().orElseThrow();
        final double sum = IntStream.range(0, classes).mapToDouble(j -> Math.exp(u[j * rows + row] - largest)).sum();
        for (int j = 0; j < classes; j++) {
            final int at = j * rows + row;
            g[at] = (float)((Math.exp(u[at] - largest) / sum - (j == label ? 1 : 0)) / batch);
        }
    }

    int[] classify(final float[] rows) {
        final int n = rows.length / m_network.inputs();
        final int classes = m_network.outputs();
        final float[] u = m_network.apply(rows, n);
        final int[] result = new int[n];
        for (int r = 0; r < n; r++) {
            for (int j = 1; j < classes; j++) {
                if (u[r * classes + j] > u[r * classes + result[r]]) {
                    result[r] = j;
                }
            }
        }
        return result;
    }

    double accuracy(final GanData data, final List<Integer> labels) {
        final int columns = data.shape().columns();
        final float[] x = new float[data.rows() * columns];
        IntStream.range(0, data.rows()).forEach(r -> data.read(r, x, r * columns));
        final int[] found = classify(x);
        return IntStream.range(0, found.length).filter(r -> found[r] == labels.get(r)).count() / (double)found.length;
    }
}
