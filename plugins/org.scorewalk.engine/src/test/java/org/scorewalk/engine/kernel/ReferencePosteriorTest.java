// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.kernel.PosteriorChains.Line;
import org.scorewalk.engine.transform.Interval;

/**
 * Bayesian models typed as expressions and sampled by NUTS with warm-up, against posteriors known by numerical
 * integration in the test itself. Tolerance: six Monte Carlo standard errors.
 */
class ReferencePosteriorTest {

    private static double[][][] nuts(final ExpressionModel model, final int warmup, final int draws) {
        return PosteriorChains.nuts(model, 20261121, 1, warmup, draws);
    }

    /** A mean and a deviation as weighted sums. */
    private static final class Weighted {
        private double m_weight;

        private double m_sum;

        private double m_squares;

        void add(final double weight, final double mean, final double variance) {
            m_weight += weight;
            m_sum += weight * mean;
            m_squares += weight * (variance + mean * mean);
        }

        double mean() {
            return m_sum / m_weight;
        }

        double deviation() {
            return Math.sqrt(m_squares / m_weight - mean() * mean());
        }
    }

    /**
     * Eight schools (Rubin 1981), non-centred, with the priors mu ~ N(0, 5), tau ~ half-Cauchy(5). Given tau,
     * everything but tau is Gaussian, so one integral remains.
     */
    @Test
    void eightSchools() {
        final var y = new double[]{28, 8, -3, 7, -1, 1, 18, 12};
        final var sigma = new double[]{15, 10, 16, 11, 9, 11, 10, 18};
        final var draws = nuts(new ExpressionModel("theta = mu + tau * eta;\n"
            + "normal(mu | 0, 5) + half_cauchy(tau | 5) + std_normal(eta)", "normal($y$ | theta[$school$], $sigma$)",
            List.of(Parameter.real("mu"), PosteriorChains.positive("tau"), new Parameter("eta", 8, Interval.LINE)),
            Map.of(), List.of("school", "y", "sigma"), List.of(new double[]{1, 2, 3, 4, 5, 6, 7, 8}, y, sigma)), 1000,
            5000);
        final var mu = new Weighted();
        final var tau = new Weighted();
        for (double z = -14; z < 9; z += 0.005) {
            final var t = Math.exp(z);
            double precision = 1 / 25.0;
            double weighted = 0;
            double logWeight = z - Math.log1p(t * t / 25);
            for (int j = 0; j < 8; j++) {
                final var v = sigma[j] * sigma[j] + t * t;
                precision += 1 / v;
                weighted += y[j] / v;
                logWeight -= 0.5 * Math.log(v) + 0.5 * y[j] * y[j] / v;
            }
            logWeight += 0.5 * weighted * weighted / precision - 0.5 * Math.log(precision);
            mu.add(Math.exp(logWeight), weighted / precision, 1 / precision);
            tau.add(Math.exp(logWeight), t, 0);
        }
        // the published reference posterior has mu 4.4 +- 3.3 and tau 3.6 +- 3.2
        assertThat(mu.mean()).isCloseTo(4.4, within(0.05));
        assertThat(tau.mean()).isCloseTo(3.6, within(0.05));

        PosteriorChains.check("mu", draws[0], mu.mean(), mu.deviation());
        PosteriorChains.check("tau", draws[1], tau.mean(), tau.deviation());
    }

    /** O-ring damage by temperature (Dalal, Fowlkes and Hoadley 1989), logistic regression with two coefficients. */
    @Test
    void logisticRegression() {
        final var temperature = new double[]{66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76,
            79, 75, 76, 58};
        final var damage = new double[]{0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1};
        final var draws = nuts(new ExpressionModel("normal(a | 0, 5) + normal(b | 0, 5)",
            "bernoulli_logit($damage$ | a + b * ($temperature$ - 70) / 10)",
            List.of(Parameter.real("a"), Parameter.real("b")), Map.of(), List.of("temperature", "damage"),
            List.of(temperature, damage)), 500, 4000);
        final var a = new Weighted();
        final var b = new Weighted();
        for (double s = -15; s < 15; s += 0.03) {
            for (double t = -20; t < 10; t += 0.03) {
                double log = -(s * s + t * t) / 50;
                for (int i = 0; i < damage.length; i++) {
                    final var eta = s + t * (temperature[i] - 70) / 10;
                    log += damage[i] * eta - Math.log1p(Math.exp(eta));
                }
                a.add(Math.exp(log), s, 0);
                b.add(Math.exp(log), t, 0);
            }
        }

        PosteriorChains.check("intercept", draws[0], a.mean(), a.deviation());
        PosteriorChains.check("slope", draws[1], b.mean(), b.deviation());
    }

    /** Linear regression with flat-ish priors on its coefficients and on log sigma: the classical results. */
    @Test
    void linearRegression() {
        final var x = new double[]{-1.5, -1.1, -0.9, -0.4, -0.2, 0.1, 0.3, 0.6, 0.8, 1.0, 1.4, 1.9};
        final var y = new double[]{-1.9, -2.6, -0.8, 0.4, 0.1, 1.4, 1.1, 2.9, 2.2, 2.6, 4.4, 4.6};
        final var draws = nuts(new ExpressionModel("-log(s)", "normal($y$ | a + b * $x$, s)",
            List.of(Parameter.real("a"), Parameter.real("b"), PosteriorChains.positive("s")), Map.of(),
            List.of("x", "y"), List.of(x, y)), 500, 4000);
        final var line = Line.of(x, y);
        // prior 1/s: the slope's posterior is Student's t with n - 2 degrees of freedom, whose variance is nu/(nu - 2)
        final var nu = x.length - 2;
        final var deviation = Math.sqrt(line.rest() / nu / line.spread() * nu / (nu - 2));

        PosteriorChains.check("slope", draws[1], line.slope(), deviation);
    }
}
