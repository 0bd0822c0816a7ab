// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.scorewalk.engine.InputException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Two interlocking half rings in the plane, which lie as the points of scikit-learn's {@code make_moons} do: the upper
 * half of the circle of radius R about (0, 0) and the lower half of the one about (R, R / 2), both blurred by s.
 * <p>
 * Each moon is a ring density cut in halves by a logistic function of the height v above its centre,
 * 2 exp(-(r - R)<sup>2</sup> / (2 s<sup>2</sup>)) sigmoid(c v / s) / Z with c = 1.702, which makes the sigmoid the
 * normal distribution function of v / s up to 0.01 (for the lower moon v is the depth below its centre). A symmetric
 * density times twice such a function keeps its normalising constant Z and is drawn by turning a draw of the ring
 * upside down with probability sigmoid(-c v / s) (Azzalini and Capitanio 2003, proposition 1). The two moons have equal
 * weights. At the centres of the circles, where a ring's density has a cusp, its score is taken as 0.
 */
public final class TwoMoonsDensity implements Density {

    /** The radius that the node offers: that of {@code make_moons}. */
    public static final double DEFAULT_RADIUS = 1;

    /** The noise that the node offers. */
    public static final double DEFAULT_NOISE = 0.1;

    /** The logistic function of this multiple comes closest to the normal distribution function. */
    private static final double LOGISTIC = 1.702;

    /** Keeps 1 / r finite at the centres without changing r anywhere else. */
    private static final double TINY = 1e-300;

    private static final double LARGEST = 1e100;

    private static final double SMALLEST = 1e-100;

    /** The noise in units of the radius lies between this and its inverse. */
    private static final double SMALLEST_RATIO = 1e-6;

    private final double m_radius;

    private final double m_noise;

    /** The width of the ring in units of the radius, as {@link RingDensity} has it. */
    private final double m_width;

    /** The logarithm of the ring's mass: that of a moon, too, and minus that of its weight. */
    private final double m_logMass;

    private final DensityDocument m_document;

    /**
     * @param radius the radius R of both moons, positive
     * @param noise the standard deviation s across the moons, positive
     * @param coordinates the two coordinates' names, or empty
     * @throws InputException if a number is out of range
     */
    public TwoMoonsDensity(final double radius, final double noise, final List<String> coordinates) {
        check(radius >= SMALLEST && radius <= LARGEST,
            "The option 'Radius of the moons' is %s, but it must be a positive number.", radius);
        check(noise >= SMALLEST && noise <= LARGEST,
            "The option 'Noise of the moons' is %s, but it must be a positive number.", noise);
        final double ratio = noise / radius;
        check(ratio >= SMALLEST_RATIO && ratio <= 1 / SMALLEST_RATIO, "The option 'Noise of the moons' is "
            + "%s and 'Radius of the moons' %s, but one must be less than a million times the other.", noise, radius);
        m_radius = radius;
        m_noise = noise;
        m_width = 2 * ratio * ratio;
        m_logMass = new RadialProfile(m_width).logMass() + 2 * Math.log(radius);
        m_document = new DensityDocument(DensityFamily.TWO_MOONS.name(), 2, coordinates,
            JsonNodeFactory.instance.objectNode().put("radius", radius).put("noise", noise), Map.of(),
            EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
    }

    static TwoMoonsDensity read(final DensityDocument document) {
        check(document.dimension() == 2, "Two moons have two coordinates, not %d.", document.dimension());
        return new TwoMoonsDensity(document.number("radius"), document.number("noise"), document.coordinates());
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        new Evaluator(n).score(x, n, out);
    }

    @Override
    public BlockScore blockScore(final int capacity) {
        return new Evaluator(capacity);
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        final var evaluator = new Evaluator(n);
        evaluator.prepare(x[0], x[1], n);
        evaluator.logDensity(x[1], n, out);
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        return new Evaluator(capacity);
    }

    /**
     * With u and v in units of the radius, z = t v for the upper moon and t (1/2 - v) for the lower one, and the levels
     * a = min(z, 0) - (r - 1)<sup>2</sup> / w, the terms of both moons are exp(a) / (1 + exp(-|z|)), since sigmoid(z) =
     * exp(min(z, 0)) / (1 + exp(-|z|)). The log-density is the logarithm of their sum, and the score is that of both
     * moons, weighted by their shares of it. Several short loops without branches, one moon each, are what C2 compiles
     * to vector instructions; z / |z| tells a sign.
     */
    private final class Evaluator implements BlockEvaluation, BlockScore {

        /** The scaled radii, for the upper moon and the lower one. */
        private final double[] m_r1;

        private final double[] m_r2;

        /** exp(-|z|) of both moons. */
        private final double[] m_e1;

        private final double[] m_e2;

        /** By how much the upper moon's level exceeds the lower one's, and the exponential of minus its size. */
        private final double[] m_difference;

        private final double[] m_gap;

        /** The shares. */
        private final double[] m_w1;

        private final double[] m_w2;

        private final double m_scale = 1 / m_radius;

        private final double m_inverse = 1 / m_width;

        /** z = t v in the coordinate itself. */
        private final double m_slope = LOGISTIC / m_noise;

        /** z of the lower moon where y is 0. */
        private final double m_offset = 0.5 * LOGISTIC * m_radius / m_noise;

        Evaluator(final int capacity) {
            m_r1 = new double[capacity];
            m_r2 = new double[capacity];
            m_e1 = new double[capacity];
            m_e2 = new double[capacity];
            m_difference = new double[capacity];
            m_gap = new double[capacity];
            m_w1 = new double[capacity];
            m_w2 = new double[capacity];
        }

        @Override
        public void score(final double[][] x, final int n, final double[][] out) {
            prepare(x[0], x[1], n);
            score(x[0], x[1], n, out[0], out[1]);
        }

        @Override
        public void evaluate(final double[][] x, final int n, final double[] logDensity, final double[][] score) {
            score(x, n, score);
            logDensity(x[1], n, logDensity);
        }

        private void prepare(final double[] x, final double[] y, final int n) {
            distances(x, y, n, m_scale, 0, 0, m_r1);
            distances(x, y, n, m_scale, 1, 0.5, m_r2);
            heights(y, n, m_slope, 0, m_e1);
            heights(y, n, -m_slope, m_offset, m_e2);
            differences(y, n, m_slope, m_offset, m_difference);
            squares(m_r1, n, -m_inverse, m_difference);
            squares(m_r2, n, m_inverse, m_difference);
            for (int k = 0; k < n; k++) {
                m_gap[k] = -Math.abs(m_difference[k]);
            }
            SmallExp.exp(m_e1, n);
            SmallExp.exp(m_e2, n);
            SmallExp.exp(m_gap, n);
        }

        private void score(final double[] x, final double[] y, final int n, final double[] sx, final double[] sy) {
            shares(m_difference, m_gap, m_e1, m_e2, n, m_w1, m_w2);
            Arrays.fill(sx, 0, n, 0);
            Arrays.fill(sy, 0, n, 0);
            pull(x, n, m_scale, 0, m_inverse, m_r1, m_w1, sx);
            pull(y, n, m_scale, 0, m_inverse, m_r1, m_w1, sy);
            pull(x, n, m_scale, 1, m_inverse, m_r2, m_w2, sx);
            pull(y, n, m_scale, 0.5, m_inverse, m_r2, m_w2, sy);
            lift(y, n, m_slope, 0, m_e1, m_w1, sy);
            lift(y, n, -m_slope, m_offset, m_e2, m_w2, sy);
        }

        private void logDensity(final double[] y, final int n, final double[] out) {
            for (int k = 0; k < n; k++) {
                final boolean upper = m_difference[k] >= 0;
                final double d = (upper ? m_r1[k] : m_r2[k]) - 1;
                final double z = upper ? m_slope * y[k] : (m_offset - m_slope * y[k]);
                final double above = 1 + (upper ? m_e1[k] : m_e2[k]);
                final double below = 1 + (upper ? m_e2[k] : m_e1[k]);
                out[k] = Math.min(z, 0) - d * d * m_inverse + Math.log(1 / above + m_gap[k] / below) - m_logMass;
            }
        }
    }

    private static void distances(final double[] x, final double[] y, final int n, final double scale, final double cu,
        final double cv, final double[] r) {
        for (int k = 0; k < n; k++) {
            final double u = x[k] * scale - cu;
            final double v = y[k] * scale - cv;
            r[k] = Math.sqrt(u * u + v * v + TINY);
        }
    }

    private static void heights(final double[] y, final int n, final double slope, final double offset,
        final double[] e) {
        for (int k = 0; k < n; k++) {
            e[k] = -Math.abs(slope * y[k] + offset);
        }
    }

    private static void differences(final double[] y, final int n, final double slope, final double offset,
        final double[] difference) {
        for (int k = 0; k < n; k++) {
            final double z = slope * y[k];
            difference[k] = Math.min(z, 0) - Math.min(offset - z, 0);
        }
    }

    private static void squares(final double[] r, final int n, final double factor, final double[] difference) {
        for (int k = 0; k < n; k++) {
            difference[k] += factor * (r[k] - 1) * (r[k] - 1);
        }
    }

    private static void shares(final double[] difference, final double[] gap, final double[] e1, final double[] e2,
        final int n, final double[] w1, final double[] w2) {
        for (int k = 0; k < n; k++) {
            final double half = 0.5 * (1 - gap[k]) * (difference[k] / (Math.abs(difference[k]) + TINY));
            final double m1 = (0.5 * (1 + gap[k]) + half) * (1 + e2[k]);
            final double m2 = (0.5 * (1 + gap[k]) - half) * (1 + e1[k]);
            w1[k] = m1 / (m1 + m2);
            w2[k] = 1 - m1 / (m1 + m2);
        }
    }

    /** Adds a share of a ring's pull towards its ridge, along one coordinate. */
    private static void pull(final double[] x, final int n, final double scale, final double centre,
        final double inverse, final double[] r, final double[] w, final double[] to) {
        final double factor = -2 * inverse * scale;
        for (int k = 0; k < n; k++) {
            to[k] += factor * (1 - 1 / r[k]) * w[k] * (x[k] * scale - centre);
        }
    }

    /** Adds a share of the derivative of log sigmoid(z), which is 1 - sigmoid(z) = (1 - tanh(z / 2)) / 2. */
    private static void lift(final double[] y, final int n, final double slope, final double offset, final double[] e,
        final double[] w, final double[] to) {
        for (int k = 0; k < n; k++) {
            final double z = slope * y[k] + offset;
            final double tanh = z / (Math.abs(z) + TINY) * (1 - e[k]) / (1 + e[k]);
            to[k] += slope * w[k] * (0.5 - 0.5 * tanh);
        }
    }

    @Override
    public Optional<ExactDraws> exactDraws() {
        final var profile = new RadialProfile(m_width);
        final double steepness = LOGISTIC * m_radius / m_noise;
        return Optional.of((x, n, random) -> {
            for (int k = 0; k < n; k++) {
                final double r = profile.draw(random);
                final double angle = 2 * Math.PI * random.nextUniform();
                final double u = r * Math.cos(angle);
                double v = r * Math.sin(angle);
                if (random.nextUniform() * (1 + Math.exp(-steepness * v)) > 1) {
                    v = -v;
                }
                final boolean upper = random.nextUniform() < 0.5;
                x[0][k] = m_radius * (upper ? u : u + 1);
                x[1][k] = m_radius * (upper ? v : 0.5 - v);
            }
        });
    }

    /** Far out the drift is that of a Gaussian with variance s<sup>2</sup>, as for {@link RingDensity}. */
    @Override
    public OptionalDouble stableFactor(final double[] stepSizes) {
        return OptionalDouble.of(2 * m_noise * m_noise / Math.max(stepSizes[0], stepSizes[1]));
    }

    @Override
    public double extent() {
        return 2 * (m_radius + m_noise);
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
