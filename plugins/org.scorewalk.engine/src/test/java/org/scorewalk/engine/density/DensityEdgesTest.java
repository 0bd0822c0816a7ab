// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.GaussianMixtureDensity.Spread;
import org.scorewalk.engine.random.RandomStreams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Densities far out, at the limits of their numbers, and in the documents of strangers. */
class DensityEdgesTest {

    @Test
    void theVectorExponentialIsThatOfTheLibrary() {
        final var a = new double[4000];
        Arrays.setAll(a, i -> -0.02 * i);
        final var expected = Arrays.stream(a).map(Math::exp).toArray();
        a[3999] = Double.NEGATIVE_INFINITY;
        expected[3999] = 0;
        SmallExp.exp(a, a.length);

        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).isCloseTo(expected[i], within(1e-15));
        }
    }

    static List<DensityCase> mixtures() {
        return DensityCase.all().filter(c -> c.name().contains("mixture") || c.name().contains("moons")).toList();
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void farOutMixturesPullBack(final DensityCase c) {
        for (final double far : new double[]{100, 1e6, 1e50}) {
            for (final double[] p : new double[][]{{far, 0}, {-far, 0.3}, {0, far}, {0.2, -far}, {far, -far}}) {
                final double[] score = c.density().score(p);
                assertThat(c.density().logDensity(p)).isNegative().isFinite();
                assertThat(score[0] * p[0] + score[1] * p[1]).as("at %s", Arrays.toString(p)).isNegative().isFinite();
            }
        }
    }

    @Test
    void aMixtureOfOneIsItsComponentAndOrderDoesNotMatter() {
        final var gaussian = new GaussianDensity(new double[]{1, 2}, new double[][]{{1, 0.5}, {0.5, 2}}, List.of());
        final var one = new GaussianMixtureDensity(new double[]{7}, new double[][]{{1, 2}}, Spread.COVARIANCES,
            new double[][]{{1, 0.5, 0.5, 2}}, List.of());
        assertThat(one.score(0.3, -0.7)).containsExactly(gaussian.score(0.3, -0.7));
        assertThat(one.stableFactor(new double[]{0.1, 0.1})).isEqualTo(gaussian.stableFactor(new double[]{0.1, 0.1}));
        final var there = new GaussianMixtureDensity(new double[]{1, 2}, new double[][]{{0}, {5}}, Spread.DEVIATIONS,
            new double[][]{{1}, {2}}, List.of());
        final var back = new GaussianMixtureDensity(new double[]{4, 2}, new double[][]{{5}, {0}}, Spread.DEVIATIONS,
            new double[][]{{2}, {1}}, List.of());
        for (final double x : new double[]{-40, 0, 2, 3, 60}) {
            assertThat(there.logDensity(x)).isCloseTo(back.logDensity(x), within(1e-12 * (1 + x * x)));
            assertThat(there.score(x)[0]).isCloseTo(back.score(x)[0], within(1e-12 * (1 + Math.abs(x))));
        }
        // by hand: at the second mean the first component is 12.5 below
        assertThat(there.logDensity(5)).isCloseTo(
            Math.log(Math.exp(-12.5) / 3 + 2.0 / 3 / 2) - 0.5 * Math.log(2 * Math.PI), within(1e-14));
        assertThat(there.stableFactor(new double[]{0.1})).isEmpty();
    }

    @Test
    void ringsHoldParticlesUpToTheBoundOfTheRingThatBearsTheLongestSteps() {
        final var rings = new RingMixtureDensity(new double[]{1, 2}, new double[][]{{1, 1, 0, 0, 0.01},
            {2, 3, 5, 5, 0.01}}, List.of());

        assertThat(rings.stableFactor(new double[]{0.01, 0.01}).orElseThrow()).isCloseTo(4, within(1e-12));
        assertThat(rings.stableFactor(new double[]{0.01, 0.1}).orElseThrow()).isCloseTo(0.9, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 1, 3, 50})
    void gammaDrawsHaveTheirMoments(final double shape) {
        final var random = new RandomStreams(41).nextRun(1)[0];
        final int n = 200_000;
        double sum = 0;
        double squares = 0;
        double below = 0;
        for (int k = 0; k < n; k++) {
            final double g = StudentTDensity.gamma(shape, random);
            sum += g / n;
            squares += g * g / n;
            below += g < shape ? 1.0 / n : 0;
        }
        assertThat(sum).isCloseTo(shape, within(5 * Math.sqrt(shape / n)));
        assertThat(squares - sum * sum).isCloseTo(shape, within(5 * Math.sqrt((6 * shape + 2 * shape * shape) / n)));
        assertThat(below).isCloseTo(Gamma.regularizedGammaP(shape, shape),
            within(5 * Math.sqrt(0.25 / n)));
    }

    @Test
    void aTemperedStudentIsAStudent() {
        final var student = new StudentTDensity(4, new double[]{1, 2}, new double[][]{{1, 0.3}, {0.3, 2}}, List.of());
        final var warm = TemperedDensity.of(student, 1.4);

        assertThat(warm).isInstanceOf(StudentTDensity.class);
        assertThat(warm.score(3, -1)[0]).isCloseTo(student.score(3, -1)[0] / 1.4, within(1e-12));
        assertThat(warm.score(3, -1)[1]).isCloseTo(student.score(3, -1)[1] / 1.4, within(1e-12));
        // (4 + 2) / 3 - 2 = 0 degrees of freedom: no density
        assertThatThrownBy(() -> TemperedDensity.of(student, 3)).isInstanceOf(InputException.class)
            .hasMessageContaining("closer to 1");
    }

    @Test
    void temperaturesMultiplyAndReachTheFactors() {
        final var moons = new TwoMoonsDensity(1, 0.2, List.of());
        final var well = new DoubleWellDensity(2, 1, 1, List.of());
        final var twice = TemperedDensity.of(TemperedDensity.of(moons, 2), 3);
        final var product = TemperedDensity.of(ProductDensity.of(List.of(moons, well)), 6);

        assertThat(twice.document().number("temperature")).isEqualTo(6);
        assertThat(product).isInstanceOf(ProductDensity.class);
        assertThat(product.score(0.1, 0.4)[1])
            .isCloseTo((moons.score(0.1, 0.4)[1] + well.score(0.1, 0.4)[1]) / 6, within(1e-12));
        assertThat(TemperedDensity.of(moons, 1)).isSameAs(moons);
        for (final double bad : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> TemperedDensity.of(moons, bad)).isInstanceOf(InputException.class)
                .hasMessageContaining("temperature");
        }
    }

    private static void damaged(final Density density, final Consumer<ObjectNode> damage) {
        final var json = density.document().toJson();
        damage.accept(json);
        assertThatThrownBy(
            () -> DensityFamily.read(DensityDocument.fromJson(json, density.document().arrays())))
                .isInstanceOf(InputException.class);
    }

    @Test
    void documentsOfStrangersAreChecked() {
        final var moons = new TwoMoonsDensity(1, 0.2, List.of("a", "b"));
        final var tempered = TemperedDensity.of(moons, 2);
        final var product = ProductDensity.of(List.of(moons, tempered));
        damaged(moons, j -> j.put("dimension", 3));
        damaged(moons, j -> ((ObjectNode)j.path("parameters")).put("noise", "much"));
        damaged(tempered, j -> ((ObjectNode)j.path("parameters")).put("temperature", -1));
        damaged(tempered, j -> ((ObjectNode)j.path("parameters")).remove("of"));
        damaged(tempered, j -> ((ObjectNode)j.path("parameters")).set("of", j.deepCopy())); // tempered twice
        damaged(tempered, j -> ((ObjectNode)j.path("parameters")).set("of", product.document().toJson()));
        damaged(tempered, j -> ((ArrayNode)j.path("coordinates")).set(0, "c"));
        damaged(product, j -> ((ArrayNode)j.path("parameters").path("factors")).remove(0));
        damaged(product, j -> ((ArrayNode)j.path("parameters").path("factors")).add(j.deepCopy()));
        damaged(product, j -> ((ArrayNode)j.path("parameters").path("factors")).addObject());
        damaged(product, j -> {
            for (int i = 0; i < 100; i++) {
                ((ArrayNode)j.path("parameters").path("factors")).add(moons.document().toJson());
            }
        });
        damaged(new FunnelDensity(2, 3, List.of()), j -> j.put("dimension", 1));
        damaged(new BananaDensity(0, 1, 1, 1, List.of()), j -> ((ObjectNode)j.path("parameters")).put("width", 0));
        damaged(new DoubleWellDensity(2, 1, 1, List.of()), j -> ((ObjectNode)j.path("parameters")).put("barrier", 1e9));
        damaged(new StudentTDensity(3, new double[]{1}, new double[][]{{1}}, List.of()), j -> j.put("dimension", 2));
        damaged(DensityCase.mixture(), j -> j.put("dimension", 3));
        assertThatThrownBy(() -> DensityFamily.read(new DensityDocument("GAUSSIAN_MIXTURE", 2, List.of(),
            DensityCase.mixture().document().parameters(), Map.of("weights", new double[]{1}), Set.of())))
                .isInstanceOf(InputException.class).hasMessageContaining("means");
        assertThatThrownBy(() -> DensityFamily.read(new DensityDocument("RING_MIXTURE", 2, List.of(),
            DensityCase.mixture().document().parameters(), Map.of(), Set.of())))
                .isInstanceOf(InputException.class).hasMessageContaining("0 components");
    }
}
