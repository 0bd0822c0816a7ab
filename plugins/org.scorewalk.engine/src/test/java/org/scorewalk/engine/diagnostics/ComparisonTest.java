// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.Monitor;

class ComparisonTest {

    private static final int CHAINS = 50;

    /** Each chain stands still at a place of its own, so that it is worth one draw. */
    private static Comparison ofStillChains(final int draws) {
        final var random = new Random(1);
        final var chains = new double[CHAINS][draws];
        Arrays.setAll(chains, c -> {
            final var chain = new double[draws];
            Arrays.fill(chain, random.nextGaussian());
            return chain;
        });
        final var reference = new double[1][2000];
        Arrays.setAll(reference[0], k -> random.nextGaussian());
        return Comparison.of(new double[][]{Statistics.flat(chains)},
            List.of(CoordinateReport.of("x", chains, Monitor.SILENT)), reference, 1, Monitor.SILENT);
    }

    @Test
    void drawsOfChainsTooShortToJudgeGetDistancesButNoChance() {
        final var comparison = ofStillChains(3);

        assertThat(comparison.coordinates().get(0).distance()).isBetween(0.01, 0.5);
        assertThat(comparison.coordinates().get(0).pValue()).isNaN();
        assertThat(comparison.energy().pValue()).isNaN();
        assertThat(comparison.tested()).isZero();
        assertThat(comparison.wasserstein()).isPositive();
    }

    @Test
    void dependentDrawsCountAsManyAsTheyAreWorth() {
        final var comparison = ofStillChains(400);

        assertThat(comparison.coordinates().get(0).pValue()).as("20,000 draws that are worth some 50")
            .isGreaterThan(1e-4);
        assertThat(comparison.tested()).isBetween(20, 200);
    }

    /** Distances as floats would end at 3e38, squares of variances at 1e77 and variances at 1e154. */
    @ParameterizedTest
    @ValueSource(ints = {-1000, -400, -61, 61, 130, 300, 1015})
    void theUnitOfTheCoordinatesIsOfNoAccount(final int exponent) {
        final var comparison = ofNormals(0);
        final var scaled = ofNormals(exponent);

        assertThat(comparison.energy().pValue()).isBetween(0.005, 0.1);
        final var energy = comparison.energy().distance() * Math.pow(2, 0.5 * exponent);
        assertThat(scaled).usingRecursiveComparison().ignoringFields("wasserstein", "energy.distance")
            .isEqualTo(comparison);
        assertThat(scaled.wasserstein()).isEqualTo(Math.scalb(comparison.wasserstein(), exponent));
        assertThat(scaled.energy().distance()).isCloseTo(energy, withinPercentage(1e-5));
    }

    /** 300 draws and 400 of a reference with another mean, times a power of 2. */
    private static Comparison ofNormals(final int exponent) {
        final var random = new Random(3);
        final var x = new double[2][300];
        final var reference = new double[2][400];
        for (int i = 0; i < 2; i++) {
            Arrays.setAll(x[i], k -> Math.scalb(random.nextGaussian(), exponent));
            Arrays.setAll(reference[i], k -> Math.scalb(random.nextGaussian() + 0.2, exponent));
        }
        final var reports = Arrays.stream(x).map(row -> Arrays.stream(row).map(v -> Math.scalb(v, -exponent)).toArray())
            .map(row -> CoordinateReport.of("x", new double[][]{row}, Monitor.SILENT)).toList();
        return Comparison.of(x, reports, reference, 1, Monitor.SILENT);
    }
}
