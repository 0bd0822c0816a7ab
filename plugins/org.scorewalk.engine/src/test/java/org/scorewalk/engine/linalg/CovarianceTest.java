// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;

class CovarianceTest {

    private static final double[][] CORRELATED = {{1, 0.9}, {0.9, 1}};

    @Test
    void inverseAndFactorOfAKnownMatrix() {
        final var covariance = new Covariance(CORRELATED);

        assertThat(covariance.inverse()[0][0]).isCloseTo(1 / 0.19, within(1e-12));
        assertThat(covariance.inverse()[0][1]).isCloseTo(-0.9 / 0.19, within(1e-12));
        assertThat(covariance.cholesky()[1][0]).isCloseTo(0.9, within(1e-15));
        assertThat(covariance.cholesky()[1][1]).isCloseTo(Math.sqrt(0.19), within(1e-15));
        assertThat(covariance.cholesky()[0][1]).isZero();
    }

    @Test
    void largestPrecisionWithCommonAndOwnStepSizes() {
        final var covariance = new Covariance(CORRELATED);

        assertThat(covariance.largestPrecision(new double[]{1, 1})).isCloseTo(10, within(1e-10));
        assertThat(covariance.largestPrecision(new double[]{0.3, 0.3})).isCloseTo(3, within(1e-10));
        // eigenvalues of diag(a, b) P: (a + b) p / 2 +- sqrt(((a - b) p / 2)^2 + a b q^2), p = 1/0.19, q = -0.9/0.19
        final double a = 0.1;
        final double b = 0.4;
        final double p = 1 / 0.19;
        final double q = -0.9 / 0.19;
        assertThat(covariance.largestPrecision(new double[]{a, b}))
            .isCloseTo((a + b) * p / 2 + Math.sqrt(Math.pow((a - b) * p / 2, 2) + a * b * q * q), within(1e-12));
    }

    @Test
    void whatIsSingularDoesNotDependOnUnits() {
        final var covariance = new Covariance(new double[][]{{1e-20, 0}, {0, 1e20}});

        assertThat(covariance.inverse()[0][0]).isCloseTo(1e20, within(1e6));
    }

    @Test
    void refusesSingularMatrices() {
        assertThatThrownBy(() -> new Covariance(new double[][]{{1, 1}, {1, 1}})).isInstanceOf(InputException.class)
            .hasMessageContaining("singular");
        assertThatThrownBy(() -> new Covariance(new double[][]{{2, 1, 3}, {1, 1, 2}, {3, 2, 5}}))
            .isInstanceOf(InputException.class).hasMessageContaining("singular");
    }

    @Test
    void refusesIndefiniteMatrices() {
        assertThatThrownBy(() -> new Covariance(new double[][]{{1, 2}, {2, 1}})).isInstanceOf(InputException.class)
            .hasMessageContaining("not positive definite");
        assertThatThrownBy(() -> new Covariance(new double[][]{{1, 0}, {0, -1}})).isInstanceOf(InputException.class)
            .hasMessageContaining("(2, 2)").hasMessageContaining("variances must be positive");
    }

    @Test
    void refusesAsymmetricMatricesAndNamesTheEntries() {
        assertThatThrownBy(() -> new Covariance(new double[][]{{1, 0.5}, {0.4, 1}})).isInstanceOf(InputException.class)
            .hasMessageContaining("not symmetric").hasMessageContaining("(1, 2) is 0.5")
            .hasMessageContaining("(2, 1) is 0.4");
        // rounding is no asymmetry
        assertThat(new Covariance(new double[][]{{1, 0.5}, {0.5 + 1e-12, 1}}).dimension()).isEqualTo(2);
    }

    @Test
    void refusesNonNumbersAndOtherShapes() {
        assertThatThrownBy(() -> new Covariance(new double[][]{{1, Double.NaN}, {0, 1}}))
            .isInstanceOf(InputException.class).hasMessageContaining("(1, 2)").hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Covariance(new double[][]{{1, 0}})).isInstanceOf(InputException.class)
            .hasMessageContaining("square");
        assertThatThrownBy(() -> new Covariance(new double[0][])).isInstanceOf(InputException.class)
            .hasMessageContaining("empty");
    }
}
