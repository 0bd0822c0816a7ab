// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.Networks;

import com.fasterxml.jackson.databind.node.ObjectNode;

class LearnedDensityTest {

    private static final NoiseLevels LEVELS = new NoiseLevels(4, 0.05, 12);

    private static final double[] MEAN = {10, -2};

    private static final double[] DEVIATION = {3, 0.1};

    private static final DenseNetwork NETWORK =
        Networks.of(3, Activation.SILU, Activation.LINEAR, 2 + NoiseScaling.FEATURES, 9, 8, 2);

    private static final LearnedDensity DENSITY =
        new LearnedDensity(List.of("a", "b"), MEAN, DEVIATION, LEVELS, NETWORK);

    @Test
    void theScoreIsThatOfTheNetworkInTheUnitsOfTheCoordinates() {
        for (final double sigma : new double[]{0.05, 0.7, 4}) {
            final double[][] x = {{11.5, 4}, {-2.05, -1.7}};
            final double[][] score = new double[2][2];
            DENSITY.noiseScore().score(x, 2, sigma, score);
            for (int k = 0; k < 2; k++) {
                final double root = Math.sqrt(1 + sigma * sigma);
                final float[] input = new float[2 + NoiseScaling.FEATURES];
                final double[] z = new double[2];
                for (int i = 0; i < 2; i++) {
                    z[i] = (x[i][k] - MEAN[i]) / DEVIATION[i];
                    input[i] = (float)(z[i] / root);
                }
                final NoiseScaling scaling = new NoiseScaling(LEVELS);
                scaling.features(scaling.position(sigma), input, 2);
                final float[] f = NETWORK.apply(input, 1);
                for (int i = 0; i < 2; i++) {
                    final double expected = (f[i] / (sigma * root) - z[i] / (root * root)) / DEVIATION[i];
                    assertThat(score[i][k]).isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
                }
            }
        }
    }

    @Test
    void withoutANoiseLevelItIsThatOfTheSmallest() {
        final int n = 300; // more than a tile
        final double[][] x = new double[2][n];
        for (int k = 0; k < n; k++) {
            x[0][k] = 10 + 0.02 * k;
            x[1][k] = -2 - 0.001 * k;
        }
        final double[][] expected = new double[2][n];
        DENSITY.noiseScore().score(x, n, 0.05, expected);
        final double[][] score = new double[2][n];
        DENSITY.blockScore(n).score(x, n, score);
        assertThat(score).isDeepEqualTo(expected);
        assertThat(DENSITY.score(x[0][299], x[1][299])).containsExactly(expected[0][299], expected[1][299]);
    }

    @Test
    void itOffersScoresWithNoiseAndNoLogDensity() {
        assertThat(DENSITY.document().capabilities()).containsExactly(Capability.NOISE_CONDITIONAL_SCORE);
        assertThat(DENSITY.exactDraws()).isEmpty();
        assertThatThrownBy(() -> DENSITY.logDensity(1, 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(DENSITY.noiseConditionalScore()).isPresent();
        assertThat(DENSITY.extent()).isEqualTo(13);
    }

    @Test
    void itsDocumentMakesAnEqualDensity() {
        final Density read = DensityFamily.read(DENSITY.document());
        assertThat(read.document()).isEqualTo(DENSITY.document());
        assertThat(((LearnedDensity)read).network()).isEqualTo(NETWORK);
        assertThat(((LearnedDensity)read).levels()).isEqualTo(LEVELS);
        assertThat(read.score(11, -2)).containsExactly(DENSITY.score(11, -2));
        assertThat(LearnedDensity.describe(List.of("a", "b"), LEVELS, 9, 8))
            .isEqualTo(DENSITY.document().withoutArrays());
    }

    @Test
    void damagedDocumentsAreRefusedWithASentence() {
        refused((json, arrays) -> json.remove("largestNoise"));
        refused((json, arrays) -> json.put("largestNoise", -1));
        refused((json, arrays) -> json.put("smallestNoise", 0));
        refused((json, arrays) -> json.put("noiseLevels", "many"));
        refused((json, arrays) -> json.put("noiseLevels", 1));
        refused((json, arrays) -> json.put("activation", "java.lang.Runtime"));
        refused((json, arrays) -> json.put("hidden", 9));
        refused((json, arrays) -> json.putArray("hidden"));
        refused((json, arrays) -> json.putArray("hidden").add(9).add(7));
        refused((json, arrays) -> json.putArray("hidden").add(1 << 30).add(1 << 30));
        refused((json, arrays) -> json.putArray("hidden").add("x").add(8));
        refused((json, arrays) -> arrays.remove("mean"));
        refused((json, arrays) -> arrays.put("deviation", new double[]{1, 0}));
        refused((json, arrays) -> arrays.put("deviation", new double[]{1, -1}));
        refused((json, arrays) -> arrays.put("mean", new double[]{1, Double.NaN}));
        refused((json, arrays) -> arrays.remove("weights/1"));
        refused((json, arrays) -> arrays.get("weights/1")[3] = Double.POSITIVE_INFINITY);
        refused((json, arrays) -> arrays.get("weights/1")[3] = 1e200);
    }

    private static void refused(final BiConsumer<ObjectNode, Map<String, double[]>> damage) {
        final DensityDocument document = DENSITY.document();
        final ObjectNode json = document.parameters();
        final Map<String, double[]> arrays = document.arrays();
        damage.accept(json, arrays);
        assertThatThrownBy(() -> LearnedDensity.read(new DensityDocument(LearnedDensity.FAMILY, 2,
            document.coordinates(), json, arrays, document.capabilities()))).isInstanceOf(InputException.class)
                .hasMessageEndingWith(".");
    }
}
