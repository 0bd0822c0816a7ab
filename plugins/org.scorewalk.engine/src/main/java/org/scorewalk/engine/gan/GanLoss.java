// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

/**
 * What the two networks minimise, as functions of the discriminator's output u before any sigmoid (the logit). All are
 * means over the batch; the discriminator's loss is the sum of its parts on real and on generated rows. The names of
 * the constants are stored in model files.
 */
public enum GanLoss {

    /**
     * Binary cross-entropy on sigmoid(u), the generator's in the non-saturating form (Goodfellow et al. 2014). Computed
     * as log(1 + exp(-u)), which equals -log(sigmoid(u)) and does not overflow.
     */
    BINARY_CROSS_ENTROPY("Binary cross-entropy") {
        @Override
        double real(final double u, final double smoothing) {
            return (1 - smoothing) * softplus(-u) + smoothing * softplus(u);
        }

        @Override
        double realSlope(final double u, final double smoothing) {
            return sigmoid(u) - (1 - smoothing);
        }

        @Override
        double fake(final double u) {
            return softplus(u);
        }

        @Override
        double fakeSlope(final double u) {
            return sigmoid(u);
        }

        @Override
        double generator(final double u) {
            return softplus(-u);
        }

        @Override
        double generatorSlope(final double u) {
            return sigmoid(u) - 1;
        }

        @Override
        double score(final double u) {
            return sigmoid(u);
        }
    },

    /** max(0, 1 - u) on real rows, max(0, 1 + u) on generated ones, -u for the generator (Lim and Ye 2017). */
    HINGE("Hinge") {
        @Override
        double real(final double u, final double smoothing) {
            return Math.max(0, 1 - smoothing - u);
        }

        @Override
        double realSlope(final double u, final double smoothing) {
            return u < 1 - smoothing ? -1 : 0;
        }

        @Override
        double fake(final double u) {
            return Math.max(0, 1 + u);
        }

        @Override
        double fakeSlope(final double u) {
            return u > -1 ? 1 : 0;
        }

        @Override
        double generator(final double u) {
            return -u;
        }

        @Override
        double generatorSlope(final double u) {
            return -1;
        }
    },

    /** (u - 1)²/2 on real rows, u²/2 on generated ones, (u - 1)²/2 for the generator (Mao et al. 2017, eq. 9). */
    LEAST_SQUARES("Least squares") {
        @Override
        double real(final double u, final double smoothing) {
            return 0.5 * (u - 1 + smoothing) * (u - 1 + smoothing);
        }

        @Override
        double realSlope(final double u, final double smoothing) {
            return u - 1 + smoothing;
        }

        @Override
        double fake(final double u) {
            return 0.5 * u * u;
        }

        @Override
        double fakeSlope(final double u) {
            return u;
        }

        @Override
        double generator(final double u) {
            return 0.5 * (u - 1) * (u - 1);
        }

        @Override
        double generatorSlope(final double u) {
            return u - 1;
        }
    },

    /**
     * -u on real rows, u on generated ones, -u for the generator, and for the discriminator a penalty on the norm of
     * its gradient between real and generated rows (Gulrajani et al. 2017).
     */
    WASSERSTEIN_GRADIENT_PENALTY("Wasserstein with gradient penalty") {
        @Override
        double real(final double u, final double smoothing) {
            return -u;
        }

        @Override
        double realSlope(final double u, final double smoothing) {
            return -1;
        }

        @Override
        double fake(final double u) {
            return u;
        }

        @Override
        double fakeSlope(final double u) {
            return 1;
        }

        @Override
        double generator(final double u) {
            return -u;
        }

        @Override
        double generatorSlope(final double u) {
            return -1;
        }
    };

    private final String m_label;

    GanLoss(final String label) {
        m_label = label;
    }

    /**
     * @return the name for people
     */
    public String label() {
        return m_label;
    }

    /** The discriminator's loss on a real row; smoothing lowers the target from 1 to 1 - smoothing. */
    abstract double real(double u, double smoothing);

    /** Its derivative. */
    abstract double realSlope(double u, double smoothing);

    /** The discriminator's loss on a generated row. */
    abstract double fake(double u);

    /** Its derivative. */
    abstract double fakeSlope(double u);

    /** The generator's loss on a generated row. */
    abstract double generator(double u);

    /** Its derivative. */
    abstract double generatorSlope(double u);

    /** What the discriminator's output means to a user. */
    double score(final double u) {
        return u;
    }

    /**
     * @return whether the target of real rows can be lowered
     */
    public boolean allowsSmoothing() {
        return this != WASSERSTEIN_GRADIENT_PENALTY;
    }

    private static double softplus(final double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double sigmoid(final double x) {
        final double e = Math.exp(-Math.abs(x));
        return (x >= 0 ? 1 : e) / (1 + e);
    }
}
