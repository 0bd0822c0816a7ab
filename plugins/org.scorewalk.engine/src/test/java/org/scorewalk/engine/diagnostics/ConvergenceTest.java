// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

/**
 * Diagnostics against those of ArviZ: the values are what the functions of arviz-stats (base/diagnostics.py, version of
 * July 2026) give for the same chains. The chains come from a linear congruential generator that any language repeats.
 */
class ConvergenceTest {

    private static final double TOLERANCE = 1e-6;

    /** Uniform numbers by the 48-bit generator of POSIX drand48, seeded plainly, and normals by Box and Muller. */
    private static final class Numbers {
        private long m_state;

        Numbers(final long seed) {
            m_state = seed;
        }

        double uniform() {
            m_state = m_state * 25214903917L + 11 & (1L << 48) - 1;
            return ((m_state >>> 16) + 0.5) / 4294967296.0;
        }

        double normal() {
            final var a = uniform();
            final var b = uniform();
            return Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b);
        }
    }

    private interface Change {
        double apply(int chain, double x);
    }

    /** Autoregressive chains of unit variance, changed value by value. */
    private static double[][] chains(final int count, final int draws, final double rho, final long seed,
        final Change change) {
        final var numbers = new Numbers(seed);
        final var chains = new double[count][draws];
        for (int c = 0; c < count; c++) {
            var x = numbers.normal();
            for (int i = 0; i < draws; i++) {
                x = rho * x + Math.sqrt(1 - rho * rho) * numbers.normal();
                chains[c][i] = change.apply(c, x);
            }
        }
        return chains;
    }

    /** Mean, R-hat, bulk and tail sizes, errors of mean, deviation, median and 90 % quantile, size for the mean. */
    private static void check(final double[][] chains, final double... expected) {
        final IntToDoubleFunction actual = i -> switch (i) {
            case 0 -> Statistics.mean(Statistics.flat(chains));
            case 1 -> Convergence.rHat(chains);
            case 2 -> Convergence.bulkSize(chains);
            case 3 -> Convergence.tailSize(chains);
            case 4 -> Convergence.meanError(chains);
            case 5 -> Convergence.deviationError(chains);
            case 6 -> Convergence.quantileError(chains, 0.5);
            case 7 -> Convergence.quantileError(chains, 0.9);
            default -> Convergence.meanSize(chains);
        };
        for (int i = 0; i < expected.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(actual.applyAsDouble(i)).as("value %d", i).isNaN();
            } else {
                assertThat(actual.applyAsDouble(i)).as("value %d", i)
                    .isCloseTo(expected[i], within(TOLERANCE * Math.abs(expected[i])));
            }
        }
    }

    @Test
    void autoregressiveChains() {
        check(chains(4, 500, 0.7, 1, (c, x) -> x), 0.09236202941371673, 1.009079349519232, 349.5998417390844,
            766.0325134961217, 0.053856979175069264, 0.03905007661636137, 0.053558701103628176, 0.06804285606967708,
            350.0350235620117);
    }

    @Test
    void oneChainElsewhere() {
        check(chains(4, 250, 0.3, 2, (c, x) -> x + (c == 3 ? 1 : 0)), 0.20350686784958374, 1.1095279413135812,
            27.22984581244763, 755.422169210749, 0.1998535535929852, 0.13895693031723105, 0.19424907485815235,
            0.1859110022987257, 27.508123906009363);
    }

    @Test
    void heavyTailsAndAnOddNumberOfDraws() {
        check(chains(2, 101, 0.5, 3, (c, x) -> Math.pow(Math.tan(1.2 * Math.atan(x)), 3)), -9.11601951229649,
            0.9999078378305303, 91.71809288785201, 138.28420475214364, 7.403081607326798, 39.100911656129746,
            0.0021108888361260356, 2.276884567203473, 158.1654339557045);
    }

    @Test
    void aSingleChainHasNoRHat() {
        check(chains(1, 400, 0.9, 4, (c, x) -> x), -0.24552928913628397, Double.NaN, 14.295259278737044,
            35.55352337348789, 0.2745489727443144, 0.23492353128993396, 0.3101060417060236, 0.2770482046741874,
            14.639552854086892);
    }

    @Test
    void antitheticChainsAreWorthMoreThanTheirDraws() {
        check(chains(3, 200, -0.5, 5, (c, x) -> x), 0.003035359806393337, 0.9984662823450718, 1666.890750230186,
            618.7743739905718, 0.024571430543974888, 0.017893133105514037, 0.026509812858482515, 0.06771607891551434,
            1666.890750230186);
    }

    @Test
    void tiesShareTheirRanks() {
        check(chains(4, 300, 0.6, 6, (c, x) -> Math.floor(2 * x) / 2), -0.24083333333333334, 1.009810159659352,
            340.38827443880814, 621.5969088984868, 0.05499650565713702, 0.038803425349237974, 0.25, 0.0,
            340.5196056136807);
    }

    @Test
    void aChainOfAnotherScaleShowsInTheFoldedRHat() {
        check(chains(4, 200, 0.0, 7, (c, x) -> c == 0 ? x * 4 : x), -0.008273354276911808, 1.2421505074643315,
            703.4017630794696, 30.142244513874342, 0.07268076530087898, 0.0998279971729266, 0.04575762677341267,
            0.7647971156630077, 848.5445058543432);
    }

    @Test
    void autocorrelations() {
        final var one = new double[][]{chains(4, 500, 0.7, 1, (c, x) -> x)[0]};
        final var rho = Convergence.autocorrelations(one, 10);

        assertThat(rho[0]).isEqualTo(1);
        assertThat(rho[1]).isCloseTo(0.6938389978551645, within(1e-9));
        assertThat(rho[2]).isCloseTo(0.5054212044000733, within(1e-9));
        assertThat(rho[10]).isCloseTo(0.04408451381746948, within(1e-9));
    }

    @Test
    void autocovariancesEqualTheirDefinition() {
        final var chains = chains(3, 37, 0.4, 9, (c, x) -> x + c);
        final var fast = Autocovariance.mean(chains);
        for (int t = 0; t < 37; t++) {
            double sum = 0;
            for (final var chain : chains) {
                final var mean = Statistics.mean(chain);
                for (int i = 0; i + t < 37; i++) {
                    sum += (chain[i] - mean) * (chain[i + t] - mean);
                }
            }
            assertThat(fast[t]).isCloseTo(sum / 37 / 3, within(1e-12));
        }
    }

    @Test
    void whatCannotBeJudgedIsNotANumber() {
        check(new double[][]{{1, 2, 3}, {1, 2, 3}}, 2, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN, Double.NaN, Double.NaN);
        assertThat(Convergence.rHat(new double[][]{{1, 2, Double.NaN, 3}, {1, 2, 4, 3}})).isNaN();
    }

    @Test
    void verdictsNameTheReason() {
        assertThat(Verdict.of("x", 1.001, 900, 800).level()).isEqualTo(Verdict.Level.GOOD);
        assertThat(Verdict.of("x", 1.02, 900, 800)).satisfies(v -> {
            assertThat(v.level()).isEqualTo(Verdict.Level.DOUBTFUL);
            assertThat(v.reason()).contains("'x'").contains("1.020");
        });
        assertThat(Verdict.of("x", 1.5, 900, 800).level()).isEqualTo(Verdict.Level.BAD);
        assertThat(Verdict.of("x", 1.0, 900, 30).reason()).contains("30 independent draws (tail)");
        assertThat(Verdict.of("x", Double.NaN, 900, 800).reason()).contains("single chain");
        assertThat(Verdict.of("x", Double.NaN, Double.NaN, 800).level()).isEqualTo(Verdict.Level.BAD);
        assertThat(Verdict.of("x", 1.0, 900, 800).worse(Verdict.of("y", 1.3, 900, 800)).reason()).contains("'y'");
    }
}
