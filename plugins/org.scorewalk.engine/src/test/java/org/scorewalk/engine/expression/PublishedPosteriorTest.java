// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.scorewalk.engine.kernel.PosteriorChains;
import org.scorewalk.engine.kernel.PosteriorChains.Line;
import org.scorewalk.engine.transform.Interval;

/**
 * Bayesian models typed as expressions over shipped public tables, sampled by NUTS, against the reference posteriors of
 * posteriordb (Magnusson et al., "posteriordb: Testing, benchmarking and developing Bayesian inference algorithms",
 * 2024; its files mean_value and mean_squared_value, from 10 chains of Stan with 1,000 independent draws each).
 * Tolerance: six standard errors, ours and the reference's together. The tables' sources are in README.md beside them.
 */
class PublishedPosteriorTest {

    /** Mean and mean square of a quantity with their Monte Carlo standard errors, as posteriordb gives them. */
    private record Reference(double mean, double meanError, double square, double squareError) {

        double deviation() {
            return Math.sqrt(square - mean * mean);
        }

        /** An upper bound, as if the errors of mean and mean square added up. */
        double deviationError() {
            return Math.hypot(squareError, 2 * mean * meanError) / (2 * deviation());
        }
    }

    private static ExpressionModel model(final String table, final String prior, final String term,
        final Parameter... parameters) throws IOException {
        final var rows = new ArrayList<double[]>();
        final List<String> names;
        try (var reader = new BufferedReader(new InputStreamReader(
            PublishedPosteriorTest.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
            names = List.of(reader.readLine().split(","));
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray());
            }
        }
        final var columns = new ArrayList<double[]>();
        for (int c = 0; c < names.size(); c++) {
            final var column = c;
            columns.add(rows.stream().mapToDouble(row -> row[column]).toArray());
        }
        return new ExpressionModel(prior, term, List.of(parameters), Map.of(), names, columns);
    }

    private static double[][][] nuts(final ExpressionModel model, final double startDeviation, final int draws) {
        return PosteriorChains.nuts(model, 5, startDeviation, 1000, draws);
    }

    private static void check(final String name, final double[][] chains, final Reference reference) {
        PosteriorChains.check(name, chains, reference.mean(), reference.meanError(), reference.deviation(),
            reference.deviationError());
    }

    /** eight_schools-eight_schools_noncentered. */
    @Test
    void eightSchoolsNonCentred() throws IOException {
        final var draws = nuts(model("eight_schools.csv",
            "theta = mu + tau * eta; normal(mu | 0, 5) + half_cauchy(tau | 5) + std_normal(eta)",
            "normal($y$ | theta[$school$], $sigma$)", Parameter.real("mu"), PosteriorChains.positive("tau"),
            new Parameter("eta", 8, Interval.LINE)), 1, 4000);
        final var theta = new double[8][PosteriorChains.CHAINS][draws[0][0].length];
        for (int j = 0; j < 8; j++) {
            for (int c = 0; c < PosteriorChains.CHAINS; c++) {
                for (int t = 0; t < theta[j][c].length; t++) {
                    theta[j][c][t] = draws[0][c][t] + draws[1][c][t] * draws[2 + j][c][t];
                }
            }
        }
        check("mu", draws[0], new Reference(4.41051833695493, 0.0330374705950917, 30.40302, 0.3351356));
        check("tau", draws[1], new Reference(3.60205952364059, 0.0318615135640706, 23.20407, 0.4848872));
        final var references = new Reference[]{
            new Reference(6.15050229334425, 0.0557375282295219, 69.36345, 1.1692102),
            new Reference(4.9395811407422, 0.0462293788624847, 45.9787, 0.6346494),
            new Reference(3.90590609001582, 0.0542313705632124, 43.13923, 0.6539418),
            new Reference(4.79601675138494, 0.0474935816762281, 45.76135, 0.6193689),
            new Reference(3.6144363246799, 0.0461450610244603, 34.35767, 0.4550489),
            new Reference(4.0511475789675, 0.0485195392528031, 39.4135, 0.5390213),
            new Reference(6.31716975886893, 0.0498766794075794, 64.93269, 0.9216132),
            new Reference(4.88399694353288, 0.0542511606560972, 52.12845, 0.9024748)};
        for (int j = 0; j < 8; j++) {
            check("theta[" + (j + 1) + "]", theta[j], references[j]);
        }
    }

    /**
     * mesquite-logmesquite_logvolume: the logarithm of a bush's leaf weight by that of its canopy's volume. With flat
     * priors on the coefficients and on sigma, sigma^2 is inverse chi-square with nu = n - 3 degrees of freedom, so the
     * exact moments are known, too.
     */
    @Test
    void linearRegression() throws IOException {
        final var model = model("mesquite.csv", "0",
            "normal(log($weight$) | a + b * log($diam1$ * $diam2$ * $canopy_height$), s)", Parameter.real("a"),
            Parameter.real("b"), PosteriorChains.positive("s"));
        final var draws = nuts(model, 0.5, 4000);

        check("intercept", draws[0], new Reference(5.17084758450824, 0.000873165446265347, 26.7451327, 0.009058146));
        check("slope", draws[1], new Reference(0.722008519434549, 0.000563651945878131, 0.5244543, 0.0008146948));
        check("sigma", draws[2], new Reference(0.426670305955934, 0.000480101525987333, 0.184331, 0.0004276198));
        final var c = model.columns();
        final var n = c.get(0).length;
        final var x = new double[n];
        Arrays.setAll(x, i -> Math.log(c.get(0)[i] * c.get(1)[i] * c.get(2)[i]));
        final var y = Arrays.stream(c.get(3)).map(Math::log).toArray();
        final var line = Line.of(x, y);
        final var nu = n - 3;
        final var variance = line.rest() / (nu - 2);
        final var sigma = Math.sqrt(line.rest() / 2)
            * Math.exp(Gamma.logGamma((nu - 1) / 2.0) - Gamma.logGamma(nu / 2.0));
        PosteriorChains.check("intercept", draws[0], line.meanY() - line.slope() * line.meanX(),
            Math.sqrt(variance * (1.0 / n + line.meanX() * line.meanX() / line.spread())));
        PosteriorChains.check("slope", draws[1], line.slope(), Math.sqrt(variance / line.spread()));
        PosteriorChains.check("sigma", draws[2], sigma, Math.sqrt(variance - sigma * sigma));
    }

    /**
     * nes_logit_data-nes_logit_model: preference for one of two presidential candidates by income, flat priors. The
     * textbook's fit (Gelman and Hill 2007, section 5.1) is -1.40 (0.19) and 0.33 (0.06); exact moments come from sums
     * over a grid.
     */
    @Test
    void logisticRegression() throws IOException {
        final var model = model("nes1992.csv", "0", "bernoulli_logit($vote$ | a + b * $income$)",
            Parameter.real("a"), Parameter.real("b"));
        final var draws = nuts(model, 0.5, 2500);

        check("intercept", draws[0],
            new Reference(-1.4078557532, 0.0019191238935921616, 2.0181230712052045, 0.0054368241074216192));
        check("slope", draws[1],
            new Reference(0.3277644569, 0.00057357708544462959, 0.11065946163891689, 0.00037879301933992993));
        assertThat(PosteriorChains.mean(draws[0])).isCloseTo(-1.40, within(0.02));
        assertThat(PosteriorChains.deviation(draws[0])).isCloseTo(0.19, within(0.01));
        assertThat(PosteriorChains.mean(draws[1])).isCloseTo(0.33, within(0.01));
        assertThat(PosteriorChains.deviation(draws[1])).isCloseTo(0.06, within(0.005));
        final var count = new double[6][2];
        for (int i = 0; i < model.columns().get(0).length; i++) {
            count[(int)model.columns().get(0)[i]][(int)model.columns().get(1)[i]]++;
        }
        final var sums = new double[5];
        for (double a = -2.8; a < 0; a += 0.01) {
            for (double b = -0.15; b < 0.8; b += 0.003) {
                double log = 790;
                for (int income = 1; income <= 5; income++) {
                    final var eta = a + b * income;
                    log -= count[income][1] * Math.log1p(Math.exp(-eta)) + count[income][0] * Math.log1p(Math.exp(eta));
                }
                final var weight = Math.exp(log);
                sums[0] += weight;
                sums[1] += weight * a;
                sums[2] += weight * a * a;
                sums[3] += weight * b;
                sums[4] += weight * b * b;
            }
        }
        final var a = sums[1] / sums[0];
        final var b = sums[3] / sums[0];
        PosteriorChains.check("intercept", draws[0], a, Math.sqrt(sums[2] / sums[0] - a * a));
        PosteriorChains.check("slope", draws[1], b, Math.sqrt(sums[4] / sums[0] - b * b));
    }
}
