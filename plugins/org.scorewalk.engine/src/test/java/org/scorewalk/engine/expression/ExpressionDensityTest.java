// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.transform.Interval;

/** Expression densities against densities written by hand, against formulas and against numerical integrals. */
class ExpressionDensityTest {

    private static final List<Parameter> XY = List.of(Parameter.real("x"), Parameter.real("y"));

    @Test
    void theRingEqualsTheHandWrittenOne() {
        final var typed = new ExpressionDensity(new ExpressionModel("-(sqrt((x/rx)^2+(y/ry)^2)-1)^2/0.033", XY,
            Map.of("rx", 1.5, "ry", 2.5)));
        final var ring = new RingDensity(1.5, 2.5, 0, 0, 0.033);
        final var random = new Random(1);
        final var x = new double[2][1000];
        for (final var row : x) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        final var scores = new double[2][2][1000];
        final var values = new double[2][1000];
        typed.score(x, 1000, scores[0]);
        ring.score(x, 1000, scores[1]);
        typed.logDensity(x, 1000, values[0]);
        ring.logDensity(x, 1000, values[1]);
        for (int k = 0; k < 1000; k++) {
            assertThat(values[0][k]).isCloseTo(values[1][k], within(1e-12 * (1 + Math.abs(values[1][k]))));
            for (int i = 0; i < 2; i++) {
                assertThat(scores[0][i][k]).isCloseTo(scores[1][i][k], within(1e-11 * (1 + Math.abs(scores[1][i][k]))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"2 + 3 * 4; 14", "-2^2; -4", "2^3^2; 512", "2^-1; 0.5", "10 - 4 - 3; 3",
        "24 / 4 / 2; 3", "-3 * -2; 6", "if 1 < 2 and not 2 < 1 then 5 else 6; 5", "if 1 > 2 || 2 >= 2 then 5 else 6; 5",
        "if 1 != 1 && 1 == 1 then 5 else 6; 6", "if 3 > 1 then if 1 > 3 then 1 else 2 else 3; 2", ".5e1 + 1.e0; 6",
        "max(1, 3, 2) - min(4, 2); 1", "pow(2, 10) # a comment; 1024", "log10(1000); 3",
        "log2(8); 3", "cos(pi); -1", "log(e); 1", "2**3; 8", "logit(0.5); 0", "sigmoid(0); 0.5", "normal_cdf(0); 0.5",
        "lgamma(5); 3.1780538303479458", "erf(0.5); 0.5204998778130465", "erfc(2); 0.004677734981047266",
        "lgamma(0.5); 0.5723649429247001", "lgamma(171.3); 708.114947038997",
        "logsumexp(1000, 1000); 1000.6931471805599",
        "softplus(800); 800", "log_normal_cdf(-40); -804.6084420137538", "log_normal_cdf(1); -0.17275377902344985",
        "log_normal_cdf(-8.5); -39.197396428217665"})
    void valuesFollowTheRulesOfMathematics(final String text, final double value) {
        final var density = new ExpressionDensity(new ExpressionModel(text,
            List.of(new Parameter("x", 0, new Interval(-1, 1))), Map.of()));

        // the interval's log-Jacobian at 0 is log(2/4)
        assertThat(density.logDensity(0) - Math.log(0.5)).isCloseTo(value, within(1e-11 * (1 + Math.abs(value))));
    }

    @Test
    void definitionsNameValues() {
        final var density = new ExpressionDensity(new ExpressionModel("r2 = x^2 + y^2; s = 2; -r2/s;", XY, Map.of()));

        assertThat(density.score(1, 3)).containsExactly(-1, -3);
        assertThat(density.document().coordinates()).containsExactly("x", "y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"normal(x | 0.4, 1.3)", "std_normal(x)", "student_t(x | 4.5, 0.3, 1.2)",
        "cauchy(x, 0.2, 0.01)", "laplace(x, 0.2, 1.5)", "double_exponential(x, 0.2, 1.5)", "logistic_lpdf(x, 0.1, 0.8)",
        "uniform(x, -1.2345, 2.5)", "beta(x, 2.5, 3.5)", "exponential(x, 1.7)", "gamma(x, 3.5, 2.2)",
        "inv_gamma(x, 12.5, 7.2)", "chi_square(x, 5)", "lognormal(x, 0.1, 0.4)", "weibull(x, 2.5, 1.5)",
        "half_normal(x, 1.4)", "half_cauchy(x, 0.005)"})
    void continuousDistributionsIntegrateToOne(final String text) {
        final var density = new ExpressionDensity(new ExpressionModel(text, List.of(Parameter.real("x")), Map.of()));
        double sum = 0;
        final var step = 1e-4;
        for (double x = -60 + step / 2; x < 60; x += step * 1024) {
            final var block = new double[1][1024];
            for (int i = 0; i < 1024; i++) {
                block[0][i] = x + i * step;
            }
            final var out = new double[1024];
            density.logDensity(block, 1024, out);
            sum += Arrays.stream(out).map(Math::exp).sum() * step;
        }
        // Cauchy tails beyond 60 hold 1e-4
        assertThat(sum).isCloseTo(1, within(3e-4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"bernoulli($k$, sigmoid(x))", "bernoulli_logit($k$, x)",
        "binomial($k$, 7, sigmoid(x))", "binomial_logit($k$, 7, x)", "poisson($k$, exp(x))", "poisson_log($k$, x)",
        "neg_binomial_2($k$, exp(x), 3.3)", "geometric($k$, sigmoid(x))"})
    void discreteDistributionsSumToOneForEachParameterAndScoresAverageToZero(final String text) {
        for (final var x : new double[]{-0.7, 0.3, 1.1}) {
            double sum = 0;
            double score = 0;
            for (int k = 0; k < 300; k++) {
                final var density = withData("0 * x", text, List.of(Parameter.real("x")), Map.of("k", new double[]{k}));
                final var p = Math.exp(density.logDensity(x));
                sum += p;
                if (p > 0) {
                    score += p * density.score(x)[0];
                }
            }
            assertThat(sum).isCloseTo(1, within(1e-10));
            assertThat(score).isCloseTo(0, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"student_t(x | 2 + y^2, y, 1 + y^2)", "gamma(x^2 + 1 | 1 + y^2, 2 + x^2)",
        "beta(sigmoid(x), 1 + y^2, exp(y))", "inv_gamma(exp(x), exp(y), 1 + y^2)", "weibull(exp(x), exp(y), 1.5 + y^2)",
        "neg_binomial_2(3, exp(x), exp(y))", "lgamma(1.5 + x^2) * erf(y) + erfc(x * y)", "log_normal_cdf(x * y - 2)",
        "(1 + x^2)^y", "poisson(4, exp(x) + y^2)", "binomial(3, 8, sigmoid(x * y))", "chi_square(exp(x), 3 + y^2)",
        "atan(x * y) + 2 * asin(tanh(x)) + acos(tanh(y))"})
    void scoresOfDistributionsAgreeWithDifferences(final String text) {
        final var density = new ExpressionDensity(new ExpressionModel(text, XY, Map.of()));
        final var random = new Random(5);
        for (int repeat = 0; repeat < 50; repeat++) {
            final var point = new double[]{random.nextGaussian(), random.nextGaussian()};
            final var score = density.score(point);
            for (int i = 0; i < 2; i++) {
                assertThat(score[i]).isCloseTo(difference(density, point, i), within(2e-7 * (1 + Math.abs(score[i]))));
            }
        }
    }

    /** The five-point central difference, with an error of order h^4. */
    static double difference(final ExpressionDensity density, final double[] point, final int i) {
        final var h = 1e-3;
        final var f = new double[4];
        final var steps = new double[]{-2, -1, 1, 2};
        for (int k = 0; k < 4; k++) {
            final var moved = point.clone();
            moved[i] += steps[k] * h;
            f[k] = density.logDensity(moved);
        }
        return (f[0] - 8 * f[1] + 8 * f[2] - f[3]) / (12 * h);
    }

    @Test
    void aDiscardedBranchDoesNotSpoilTheScore() {
        final var density = new ExpressionDensity(new ExpressionModel("if x > 0 then -sqrt(x) else -x^2",
            List.of(Parameter.real("x")), Map.of()));

        assertThat(density.score(-1)).containsExactly(2);
        assertThat(density.score(0)).containsExactly(0);
        assertThat(density.score(4)).containsExactly(-0.25);
        final var outside = new ExpressionDensity(new ExpressionModel("gamma(x, 2, 1)", List.of(Parameter.real("x")),
            Map.of()));
        assertThat(outside.logDensity(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(outside.score(-1)).containsExactly(0);
    }

    private static ExpressionDensity withData(final String prior, final String term, final List<Parameter> parameters,
        final Map<String, double[]> data) {
        final var names = data.keySet().stream().sorted().toList();
        return new ExpressionDensity(new ExpressionModel(prior, term, parameters, Map.of(), names,
            names.stream().map(data::get).toList()));
    }

    @Test
    void aRegressionEqualsItsFormula() {
        final var random = new Random(3);
        final var rows = 1700; // several pieces of columns
        final var x = random.doubles(rows, -2, 2).toArray();
        final var y = Arrays.stream(x).map(v -> 1 + 2 * v + random.nextGaussian()).toArray();
        final var density = withData("normal(a, 0, 10) + normal(b, 0, 10) + half_normal(s, 3)",
            "mu = a + b * $x$; normal($y$ | mu, s)", List.of(Parameter.real("a"), Parameter.real("b"),
                new Parameter("s", 0, new Interval(0, Double.POSITIVE_INFINITY))), Map.of("x", x, "y", y));
        final var point = new double[]{0.7, 1.6, 0.3};
        final var s = Math.exp(0.3);
        final var half = 0.5 * Math.log(2 * Math.PI);
        double expected = -0.5 * (0.49 + 2.56) / 100 - 2 * (Math.log(10) + half) - s * s / 18 - Math.log(3) - half
            + Math.log(2) + 0.3;
        final var score = new double[]{-0.7 / 100, -1.6 / 100, -s * s / 9 + 1 - rows};
        for (int i = 0; i < rows; i++) {
            final var e = (y[i] - 0.7 - 1.6 * x[i]) / s;
            expected += -0.5 * e * e - Math.log(s) - half;
            score[0] += e / s;
            score[1] += e * x[i] / s;
            score[2] += e * e;
        }

        assertThat(density.logDensity(point)).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        for (int i = 0; i < 3; i++) {
            assertThat(density.score(point)[i]).isCloseTo(score[i], within(1e-9 * (1 + Math.abs(score[i]))));
        }
    }

    @Test
    void aHierarchicalModelEqualsItsFormula() {
        final var effect = new double[]{28, 8, -3, 7, -1, 1, 18, 12};
        final var error = new double[]{15, 10, 16, 11, 9, 11, 10, 18};
        final var school = new double[]{1, 2, 3, 4, 5, 6, 7, 8};
        final var density = withData("theta = mu + tau * eta; normal(mu, 0, 5) + half_cauchy(tau, 5) + std_normal(eta)",
            "normal($y$ | theta[$school$], $sigma$)", List.of(Parameter.real("mu"),
                new Parameter("tau", 0, new Interval(0, Double.POSITIVE_INFINITY)),
                new Parameter("eta", 8, Interval.LINE)),
            Map.of("y", effect, "sigma", error, "school", school));
        final var random = new Random(8);
        final var point = random.doubles(10, -1, 1).toArray();
        final var tau = Math.exp(point[1]);
        final var half = 0.5 * Math.log(2 * Math.PI);
        double expected = -point[0] * point[0] / 50 - Math.log(5) - half + Math.log(2 / Math.PI) - Math.log(5)
            - Math.log1p(tau * tau / 25) + point[1];
        for (int j = 0; j < 8; j++) {
            final var z = (effect[j] - point[0] - tau * point[2 + j]) / error[j];
            expected += -0.5 * point[2 + j] * point[2 + j] - half - 0.5 * z * z - Math.log(error[j]) - half;
        }

        assertThat(density.logDensity(point)).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
        final var score = density.score(point);
        for (int i = 0; i < 10; i++) {
            assertThat(score[i]).isCloseTo(difference(density, point, i), within(1e-6 * (1 + Math.abs(score[i]))));
        }
        assertThat(density.document().coordinates()).startsWith("mu", "tau", "eta[1]", "eta[2]").hasSize(10);
    }

    @Test
    void elementsAreAddedUpOverTheRowsThatChooseThem() {
        final var random = new Random(11);
        final var rows = 1300;
        final var group = random.ints(rows, 1, 4).asDoubleStream().toArray();
        final var y = random.doubles(rows, -1, 1).toArray();
        final var x = random.doubles(rows, -1, 1).toArray();
        final var density = withData("std_normal(a) + std_normal(b) + std_normal(s)",
            "student_t($y$ | 4, a[$g$] * sin(b[$g$] * $x$) + a[4 - $g$], exp(s))", List.of(
                new Parameter("a", 3, Interval.LINE), new Parameter("b", 3, Interval.LINE), Parameter.real("s")),
            Map.of("g", group, "y", y, "x", x));
        final var point = new double[]{0.3, -0.8, 0.4, 1.1, 0.2, -0.4, 0.1};
        final var score = density.score(point);
        for (int i = 0; i < 7; i++) {
            assertThat(score[i]).isCloseTo(difference(density, point, i), within(1e-6 * (1 + Math.abs(score[i]))));
        }
        final var block = new double[7][700];
        for (int i = 0; i < 7; i++) {
            Arrays.fill(block[i], point[i]);
        }
        block[0][650] = 5;
        final var out = new double[7][700];
        density.blockScore(700).score(block, 700, out);
        assertThat(out[3][699]).isEqualTo(score[3]);
        assertThat(out[3][650]).isNotEqualTo(score[3]);
    }

    @Test
    void wrongDataAreNamed() {
        final var parameters = List.of(new Parameter("a", 3, Interval.LINE));
        assertThatThrownBy(() -> withData("std_normal(a)", "normal($y$ | a[$g$], 1)", parameters,
            Map.of("g", new double[]{1, 4}, "y", new double[2]))).hasMessageContaining("Row 2")
                .hasMessageContaining("element 4 of 'a'");
        assertThatThrownBy(() -> withData("std_normal(a)", "normal($y$ | a[$q$], 1)", parameters,
            Map.of("g", new double[]{1, 2}, "y", new double[2]))).hasMessageContaining("no numeric column 'q'");
        assertThatThrownBy(() -> withData("std_normal(a)", "normal($y$ | a[a[1]], 1)", parameters,
            Map.of("g", new double[]{1, 2}, "y", new double[2]))).hasMessageContaining("cannot depend on parameters");
        assertThatThrownBy(() -> withData("std_normal(a)", "normal($y$ | a, 1) + a", parameters,
            Map.of("g", new double[]{1, 2}, "y", new double[2]))).hasMessageContaining("vector of 3 elements");
        assertThatThrownBy(() -> withData("std_normal(a)", "normal($y$ | a[4], 1)", parameters,
            Map.of("g", new double[]{1, 2}, "y", new double[2]))).hasMessageContaining("from 1 to 3");
    }

    @ParameterizedTest
    @CsvSource({"0,Infinity", "-Infinity,3", "-1,4", "-Infinity,Infinity"})
    void boundedParametersKeepTheirDistribution(final double lower, final double upper) {
        final var range = new Interval(lower, upper);
        final var density = new ExpressionDensity(new ExpressionModel("-(p - 1)^2/2",
            List.of(new Parameter("p", 0, range)), Map.of()));
        double line = 0;
        double plain = 0;
        final var h = 1e-3;
        for (double z = -40 + h / 2; z < 40; z += h) {
            line += Math.exp(density.logDensity(z)) * h;
            plain += z > lower && z < upper ? Math.exp(-(z - 1) * (z - 1) / 2) * h : 0;
        }
        assertThat(line).isCloseTo(plain, within(1e-5));
        final var z = 0.37;
        assertThat(range.toLine(range.toRange(z))).isCloseTo(z, within(1e-13));
        assertThat(density.logDensity(z)).isCloseTo(-Math.pow(range.toRange(z) - 1, 2) / 2 + range.logJacobian(z),
            within(1e-13));
    }

    @Test
    void documentsKeepEverything() {
        final var density = withData("std_normal(a) + half_normal(s, c)".replace("c", "2"), "normal($y$ | a, s)",
            List.of(Parameter.real("a"), new Parameter("s", 0, new Interval(0.5, Double.POSITIVE_INFINITY))),
            Map.of("unread", new double[]{1, 2}, "y", new double[]{0.5, 0.25}));
        final var document = density.document();
        final var copy = ExpressionDensity.read(DensityDocument.fromJson(document.toJson(), document.arrays()));

        assertThat(copy.document()).isEqualTo(document);
        assertThat(copy.logDensity(0.3, 0.4)).isEqualTo(density.logDensity(0.3, 0.4));
        assertThat(document.arrayNames()).containsExactly("column:y");
    }
}
