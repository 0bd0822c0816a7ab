// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scorewalk.engine.random.RandomStreams;

/**
 * What every density must satisfy; each constant of {@link DensityFamily} stands in {@link #densities()}, except that
 * densities from expressions and learned ones have tests of their own.
 */
class DensityTest {

    static Stream<Density> densities() {
        return Stream.of(new RingDensity(1.5, 1.5, 0, 0, 0.033), new RingDensity(1, 2.5, 1, -2, 0.033),
            new RingDensity(0.7, 0.2, 100, 5, 3),
            new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of()),
            new GaussianDensity(new double[]{-3}, new double[][]{{4}}, List.of("height")), threeDimensional(),
            new StandardNormalDensity(1, List.of()), new StandardNormalDensity(5, List.of()),
            new TwoMoonsDensity(1, 0.1, List.of("x", "y")), new TwoMoonsDensity(3, 2, List.of()),
            DensityCase.mixture(), threeDimensionalMixture(),
            new RingMixtureDensity(new double[]{1, 3},
                new double[][]{{1, 1, 0, 0, 0.033}, {2, 1.5, 0.5, 0, 0.02}}, List.of("x", "y")),
            new BananaDensity(1, 2, -0.7, 0.3, List.of("x", "y")), new FunnelDensity(2, 1, FunnelDensity.names(2)),
            new FunnelDensity(10, 1.5, FunnelDensity.names(10)), new DoubleWellDensity(1, 20, 3, List.of()),
            new DoubleWellDensity(3, 0.2, 1, List.of("a", "b", "c")),
            new StudentTDensity(3, new double[]{5}, new double[][]{{4}}, List.of()),
            new StudentTDensity(1.5, new double[]{1, 2, 3},
                new double[][]{{2, 0.3, -0.5}, {0.3, 1, 0.2}, {-0.5, 0.2, 3}}, List.of()),
            TemperedDensity.of(new BananaDensity(1, 2, -0.7, 0.3, List.of("x", "y")), 3),
            TemperedDensity.of(threeDimensionalMixture(), 0.5),
            ProductDensity.of(List.of(TemperedDensity.of(threeDimensionalMixture(), 2), threeDimensional(),
                new FunnelDensity(3, 3, List.of()))));
    }

    private static Density threeDimensionalMixture() {
        return new GaussianMixtureDensity(new double[]{0.2, 0.5, 0.3}, new double[][]{{0, 0, 0}, {3, 0, 1}, {0, -4, 2}},
            GaussianMixtureDensity.Spread.DEVIATIONS, new double[][]{{1, 2, 1}, {0.5, 0.5, 0.7}, {1, 1, 0.2}},
            List.of("a", "b", "c"));
    }

    /** Draws, or points around zero where there are none. */
    private static double[][] points(final Density density, final int n, final int length, final long seed) {
        final var x = new double[density.dimension()][length];
        final var random = new RandomStreams(seed).nextRun(1)[0];
        density.exactDraws().orElse((to, count, stream) -> {
            for (final var row : to) {
                stream.fillNormal(row, count);
            }
        }).draw(x, n, random);
        return x;
    }

    private static Density threeDimensional() {
        return new GaussianDensity(new double[]{1, -2, 1000},
            new double[][]{{2, 0.3, -0.5}, {0.3, 1, 0.2}, {-0.5, 0.2, 3}}, List.of("a", "b", "c"));
    }

    @Test
    void everyFamilyIsTested() {
        assertThat(densities().map(d -> d.document().family()).distinct())
            .containsExactlyInAnyOrderElementsOf(Arrays.stream(DensityFamily.values())
                .filter(family -> family != DensityFamily.EXPRESSION && family != DensityFamily.LEARNED)
                .map(Enum::name).toList());
    }

    @ParameterizedTest
    @MethodSource("densities")
    void scoreIsTheGradientOfTheLogDensity(final Density density) {
        final int d = density.dimension();
        final var points = points(density, 64, 64, 3);
        final var score = new double[d][64];

        density.score(points, 64, score);

        for (int k = 0; k < 64; k++) {
            for (int i = 0; i < d; i++) {
                // Richardson's extrapolation of central differences: the error is of the order h^6
                final double h = 2e-3 * Math.min(1, Math.abs(points[i][k]) + 0.1);
                final double a = slope(density, points, k, i, h);
                final double b = slope(density, points, k, i, h / 2);
                final double c = slope(density, points, k, i, h / 4);
                final double slope = (64 * c - 20 * b + a) / 45;
                assertThat(score[i][k]).as("coordinate %d of particle %d", i, k).isCloseTo(slope,
                    within(1e-6 * (1 + Math.abs(slope))));
            }
        }
    }

    private static double slope(final Density density, final double[][] x, final int k, final int i,
        final double h) {
        return (logDensity(density, x, k, i, h) - logDensity(density, x, k, i, -h)) / (2 * h);
    }

    private static double logDensity(final Density density, final double[][] x, final int k, final int i,
        final double h) {
        final var point = new double[x.length];
        Arrays.setAll(point, j -> x[j][k] + (j == i ? h : 0));
        return density.logDensity(point);
    }

    @ParameterizedTest
    @MethodSource("densities")
    void onlyTheFirstParticlesAreTouchedAndOnePointGivesTheSame(final Density density) {
        final int d = density.dimension();
        final var points = points(density, 5, 7, 4);
        final var score = new double[d][7];
        final var log = new double[7];

        density.score(points, 5, score);
        density.logDensity(points, 5, log);

        for (int i = 0; i < d; i++) {
            assertThat(points[i][5]).isZero();
            assertThat(score[i][5]).isZero();
            assertThat(score[i][6]).isZero();
        }
        assertThat(log[5]).isZero();
        final var third = new double[d];
        Arrays.setAll(third, i -> points[i][2]);
        assertThat(density.score(third)).containsExactly(column(score, 2));
        assertThat(density.logDensity(third)).isEqualTo(log[2]);
    }

    private static double[] column(final double[][] x, final int k) {
        return Arrays.stream(x).mapToDouble(row -> row[k]).toArray();
    }

    @ParameterizedTest
    @MethodSource("densities")
    void theDocumentGivesTheSameDensity(final Density density) {
        final var document = density.document();

        final var again =
            DensityFamily.read(DensityDocument.fromJson(document.toJson(), document.arrays()));

        assertThat(again).isNotSameAs(density).hasSameClassAs(density);
        assertThat(again.document()).isEqualTo(document).hasSameHashCodeAs(document);
        final var point = new double[density.dimension()];
        Arrays.setAll(point, i -> 0.3 + i);
        assertThat(again.score(point)).containsExactly(density.score(point));
    }

    @ParameterizedTest
    @MethodSource("densities")
    void declaredCapabilitiesAreKept(final Density density) {
        assertThat(density.document().capabilities()).contains(Capability.LOG_DENSITY);
        assertThat(density.exactDraws().isPresent())
            .isEqualTo(density.document().capabilities().contains(Capability.EXACT_DRAWS))
            .isEqualTo(!(density instanceof TemperedDensity || density instanceof ProductDensity));
        assertThat(density.extent()).isPositive().isFinite();
    }

    @ParameterizedTest
    @MethodSource("densities")
    void exactDrawsAgreeWithTheScore(final Density density) {
        if (density.exactDraws().isEmpty()) {
            return;
        }
        // Stein's identity: for draws X of the density, E[s_i(X) (X_j - c_j)] = -1 if i = j, else 0, and E[s_i(X)] = 0
        final int n = 200_000;
        final int d = density.dimension();
        final var x = new double[d][n];
        density.exactDraws().orElseThrow().draw(x, n, new RandomStreams(5).nextRun(1)[0]);
        final var s = new double[d][n];

        density.score(x, n, s);

        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                final double centre = Arrays.stream(x[j]).average().orElseThrow();
                double sum = 0;
                double squares = 0;
                for (int k = 0; k < n; k++) {
                    final double term = s[i][k] * (x[j][k] - centre);
                    sum += term;
                    squares += term * term;
                }
                final double mean = sum / n;
                final double error = Math.sqrt((squares / n - mean * mean) / n);
                assertThat(mean).as("E[s_%d x_%d]", i, j).isCloseTo(i == j ? -1 : 0, within(6 * error));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("densities")
    void outlinesLieWhereTheLogDensityIsTheSame(final Density density) {
        if (density.dimension() != 2 || density instanceof FunnelDensity || density instanceof RingMixtureDensity) {
            return; // the outline of a marginal density is no level of the whole one, nor are these curves
        }
        final var flipped = density.outline(1, 0);
        int curve = 0;
        for (final var outline : density.outline(0, 1)) {
            final double level = density.logDensity(outline[0][0], outline[1][0]);
            for (int k = 0; k < outline[0].length; k++) {
                assertThat(density.logDensity(outline[0][k], outline[1][k])).isCloseTo(level, within(1e-9));
            }
            // the same set of points with the axes exchanged
            final double other = density.logDensity(flipped.get(curve)[1][7], flipped.get(curve)[0][7]);
            assertThat(other).isCloseTo(level, within(1e-9));
            curve++;
        }
        // others have the levels of their density drawn, by the plots
        assertThat(curve > 0).isEqualTo(density instanceof RingDensity || density instanceof GaussianDensity
            || density instanceof BananaDensity || density instanceof StudentTDensity);
    }
}
