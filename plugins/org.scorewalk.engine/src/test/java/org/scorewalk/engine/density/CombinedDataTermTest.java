// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.transform.Interval;

/** Scores of tempered and multiplied densities, estimated from some rows of the data that one density has. */
class CombinedDataTermTest {

    private static final double[] Y = {0.3, 1.7, -0.4, 2.2, 0.9};

    /** The mean of a normal is on the line, its deviation is not: there the log-Jacobian counts. */
    private static final List<Parameter> PARAMETERS =
        List.of(Parameter.real("m"), new Parameter("s", 0, new Interval(0, Double.POSITIVE_INFINITY)));

    private static final double[][] POINTS = {{0.4, -1, 2}, {-0.3, 0.5, 0.1}};

    private static ExpressionDensity likelihood() {
        return new ExpressionDensity(new ExpressionModel("0", "normal($y$ | m, s)", PARAMETERS, Map.of(), List.of("y"),
            List.of(Y)));
    }

    private static ExpressionDensity prior() {
        return new ExpressionDensity(
            new ExpressionModel("normal(m | 0, 2) + exponential(s | 1)", PARAMETERS, Map.of()));
    }

    static Stream<Density> densities() {
        final var product = ProductDensity.of(List.of(prior(), likelihood(), prior()));
        return Stream.of(TemperedDensity.of(likelihood(), 3), TemperedDensity.of(likelihood(), 0.25),
            ProductDensity.of(List.of(likelihood(), prior())), product, TemperedDensity.of(product, 2),
            ProductDensity.of(List.of(TemperedDensity.of(likelihood(), 2), prior())));
    }

    private static double[][] estimate(final Density density, final int batch, final IntUnaryOperator row) {
        final var out = new double[2][3];
        density.dataTerm().orElseThrow().estimator(3).estimate(POINTS, 3, batch, rows -> Arrays.setAll(rows, row), out);
        return out;
    }

    @ParameterizedTest
    @MethodSource("densities")
    void allRowsGiveTheScoreAndSoDoSingleRowsOnTheMean(final Density density) {
        final var score = new double[2][3];
        density.score(POINTS, 3, score);

        final var all = estimate(density, Y.length, row -> row);
        final var mean = new double[2][3];
        for (int row = 0; row < Y.length; row++) {
            final var chosen = row;
            final var single = estimate(density, 1, i -> chosen);
            assertThat(single[0][0]).as("the estimate from row %d alone", row)
                .isNotCloseTo(score[0][0], within(1e-3));
            for (int i = 0; i < 2; i++) {
                for (int k = 0; k < 3; k++) {
                    mean[i][k] += single[i][k] / Y.length;
                }
            }
        }
        for (int i = 0; i < 2; i++) {
            assertThat(all[i]).containsExactly(score[i], within(1e-10));
            assertThat(mean[i]).containsExactly(score[i], within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("densities")
    void theDataTermIsAnnouncedAndStored(final Density density) {
        assertThat(density.dataTerm().orElseThrow().rows()).isEqualTo(Y.length);
        assertThat(density.document().capabilities()).contains(Capability.DATA_TERM);
        final var read = DensityFamily.read(density.document());
        assertThat(read.document()).isEqualTo(density.document());
        assertThat(read.dataTerm()).isPresent();
    }

    @Test
    void whatIsAnnouncedBeforeTheNumbersAreKnownHasItToo() {
        final var product = ProductDensity.announce(List.of(prior().document(), likelihood().document()));

        assertThat(product.capabilities()).contains(Capability.DATA_TERM);
        assertThat(TemperedDensity.announce(product, 2).capabilities()).contains(Capability.DATA_TERM);
    }

    @Test
    void twoDataTermsOrNoneMakeNone() {
        for (final var density : List.of(ProductDensity.of(List.of(likelihood(), likelihood())),
            ProductDensity.of(List.of(prior(), prior())), TemperedDensity.of(prior(), 2))) {
            assertThat(density.dataTerm()).isEmpty();
            assertThat(density.document().capabilities()).containsExactly(Capability.LOG_DENSITY);
        }
    }
}
