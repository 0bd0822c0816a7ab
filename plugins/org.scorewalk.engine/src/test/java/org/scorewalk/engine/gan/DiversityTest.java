// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.DenseLayer;
import org.scorewalk.engine.nn.DenseNetwork;

class DiversityTest {

    private static final List<String> NAMES = List.of("a", "b");

    @Test
    void aGeneratorThatIgnoresItsNoiseHasNoDiversity() {
        assertThat(Diversity.relative(model(0), uniform())).isZero();
    }

    @Test
    void aGeneratorAsWideAsTheDataHasADiversityNearOne() {
        // tanh(0.87 z) has about the spread of a uniform number between -1 and 1; with few rows, within a deviation of
        // 0.06
        assertThat(Diversity.relative(model(0.87f), uniform())).isCloseTo(1, within(0.35));
    }

    @Test
    void equalRowsAreNoMeasure() {
        final GanData constant = GanData.table(NAMES, List.of(new double[]{1, 2}, new double[]{1, 2}));
        assertThat(Diversity.relative(model(1), constant)).isEqualTo(1);
    }

    private static GanData uniform() {
        final SplittableRandom random = new SplittableRandom(5);
        return GanData.table(NAMES, IntStream.range(0, 2000)
            .mapToObj(i -> new double[]{random.nextDouble(), random.nextDouble()}).toList());
    }

    /** A generator tanh(scale * z), and any discriminator. */
    private static GanModel model(final float scale) {
        final DenseNetwork generator = new DenseNetwork(
            DenseLayer.stack(new int[]{2, 2}, Activation.RELU, 0.2, Activation.TANH),
            new float[][]{{scale, 0, 0, scale, 0, 0}});
        final DenseNetwork discriminator = new DenseNetwork(
            DenseLayer.stack(new int[]{2, 1}, Activation.RELU, 0.2, Activation.LINEAR),
            new float[][]{{0, 0, 0}});
        return new GanModel(new GanShape.Table(NAMES, new double[]{0, 0}, new double[]{1, 1}), generator, discriminator,
            GanLoss.BINARY_CROSS_ENTROPY, 1, 1, Optional.empty());
    }
}
