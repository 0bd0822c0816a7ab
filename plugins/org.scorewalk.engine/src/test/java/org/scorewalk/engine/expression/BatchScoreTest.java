// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.transform.Interval;

/** Scores estimated from some rows of the data: exact with all rows, and on the mean over single rows. */
class BatchScoreTest {

    /** More than the rows that are computed at a time. */
    private static final int ROWS = 700;

    private static final Interval POSITIVE = new Interval(0, Double.POSITIVE_INFINITY);

    private static ExpressionDensity model(final String dataTerm) {
        final var random = new RandomStreams(8).nextRun(1)[0];
        final var x = random.normals(ROWS);
        final var y = random.normals(ROWS);
        final var group = new double[ROWS];
        final var hit = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            group[row] = 1 + (int)(4 * random.nextUniform());
            hit[row] = random.nextUniform() < 0.4 ? 1 : 0;
        }
        return new ExpressionDensity(new ExpressionModel(
            "std_normal(a) + std_normal(b) + exponential(s | 1) + normal(eta | 0, s)", dataTerm,
            List.of(Parameter.real("a"), Parameter.real("b"), new Parameter("s", 0, POSITIVE),
                new Parameter("eta", 4, Interval.LINE)),
            Map.of(), List.of("x", "y", "group", "hit"), List.of(x, y, group, hit)));
    }

    private static double[][] points(final int n) {
        final var points = new double[7][n];
        final var random = new RandomStreams(9).nextRun(1)[0];
        for (final var row : points) {
            random.fillNormal(row, n);
        }
        return points;
    }

    private static double[][] estimate(final ExpressionDensity density, final double[][] x, final int batch,
        final IntUnaryOperator row) {
        final var out = new double[7][x[0].length];
        density.dataTerm().orElseThrow().estimator(x[0].length).estimate(x, x[0].length, batch,
            rows -> Arrays.setAll(rows, row), out);
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal($y$ | a + b * $x$, s)", "normal($y$ | a + b * $x$, 2)",
        "bernoulli_logit($hit$ | a + eta[$group$] * $x$)", "normal($y$ | a + eta[$group$], s)",
        "$y$ * eta[$group$] - eta[$group$]^2 / 2", "a * $x$ + 3 * b + log1p($x$^2)", "-(a - 1)^2 + $x$"})
    void allRowsGiveTheScoreAndSoDoSingleRowsOnTheMean(final String dataTerm) {
        final var density = model(dataTerm);
        final var x = points(5);
        final var exact = new double[7][5];
        density.score(x, 5, exact);

        final var all = estimate(density, x, ROWS, i -> ROWS - 1 - i);
        final var mean = new double[7][5];
        for (int row = 0; row < ROWS; row++) {
            final var chosen = row;
            final var single = estimate(density, x, 1, i -> chosen);
            for (int i = 0; i < 7; i++) {
                for (int k = 0; k < 5; k++) {
                    mean[i][k] += single[i][k] / ROWS;
                }
            }
        }
        for (int i = 0; i < 7; i++) {
            for (int k = 0; k < 5; k++) {
                final var tolerance = within(1e-9 * (1 + Math.abs(exact[i][k])));
                assertThat(all[i][k]).isCloseTo(exact[i][k], tolerance);
                assertThat(mean[i][k]).isCloseTo(exact[i][k], tolerance);
            }
        }
    }

    /** Nothing of the rows left out may enter, not even what could be summed in advance. */
    @Test
    void anEstimateReadsItsRowsAlone() {
        final var density = new ExpressionDensity(new ExpressionModel("normal(m | 0, 2)", "normal($y$ | m, 3)",
            List.of(Parameter.real("m")), Map.of(), List.of("y"), List.of(new double[]{1, 5, -2, 8})));
        final var x = new double[][]{{0.5}};
        final var out = new double[1][1];
        density.dataTerm().orElseThrow().estimator(1).estimate(x, 1, 2, rows -> {
            rows[0] = 1;
            rows[1] = 3;
        }, out);

        assertThat(out[0][0]).isCloseTo(-0.5 / 4 + 4 / 2.0 * ((5 - 0.5) / 9 + (8 - 0.5) / 9), within(1e-12));
    }

    @Test
    void eachParticleHasRowsOfItsOwn() {
        final var density = model("normal($y$ | a + b * $x$, s)");
        final var x = points(3);
        final int[] next = {0};
        final var out = new double[7][3];
        density.dataTerm().orElseThrow().estimator(3).estimate(x, 3, 10, rows -> {
            final var first = 10 * next[0]++;
            Arrays.setAll(rows, i -> first + i);
        }, out);

        assertThat(next[0]).isEqualTo(3);
        for (int k = 0; k < 3; k++) {
            final var first = 10 * k;
            final var alone = estimate(density, x, 10, i -> first + i);
            for (int i = 0; i < 7; i++) {
                assertThat(out[i][k]).isCloseTo(alone[i][k], within(1e-12 * (1 + Math.abs(alone[i][k]))));
            }
        }
    }

    @Test
    void onlyModelsThatReadColumnsHaveADataTerm() {
        final var without = new ExpressionDensity(
            new ExpressionModel("std_normal(m)", List.of(Parameter.real("m")), Map.of()));

        assertThat(without.dataTerm()).isEmpty();
        assertThat(without.document().capabilities()).doesNotContain(Capability.DATA_TERM);
        final var with = model("normal($y$ | a, s) + 0 * b");
        assertThat(with.document().capabilities()).contains(Capability.DATA_TERM);
        assertThat(with.dataTerm().orElseThrow().rows()).isEqualTo(ROWS);
        assertThat(ExpressionDensity.read(with.document()).document()).isEqualTo(with.document());
    }
}
