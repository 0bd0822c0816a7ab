// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

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
            "The radius of the two moons is %s, but it must be a positive number.", radius);
        check(noise >= SMALLEST && noise <= LARGEST,
            "The noise of the two moons is %s, but it must be a positive number.", noise);
        final double ratio = noise / radius;
        check(ratio >= SMALLEST_RATIO && ratio <= 1 / SMALLEST_RATIO, "The noise of the two moons is %s and their "
            + "radius %s, but one must be less than a million times the other.", noise, radius);
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
        evaluate(x, n, null, out);
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        evaluate(x, n, out, null);
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        return this::evaluate;
    }

    /**
     * With u and v in units of the radius, g(z) = log sigmoid(z) and the levels a = -(r - 1)<sup>2</sup> / w + g(t v)
     * of both moons, the log-density is the logarithm of exp(a1) + exp(a2), and the score is that of both moons,
     * weighted by their shares exp(a1) and exp(a2) of that sum.
     */
    private void evaluate(final double[][] x, final int n, final double[] logDensity, final double[][] score) {
        final double scale = 1 / m_radius;
        final double steepness = LOGISTIC * m_radius / m_noise;
        final double inverse = 1 / m_width;
        for (int k = 0; k < n; k++) {
            final double u1 = x[0][k] * scale;
            final double v1 = x[1][k] * scale;
            final double u2 = u1 - 1;
            final double v2 = v1 - 0.5;
            final double r1 = Math.sqrt(u1 * u1 + v1 * v1 + TINY);
            final double r2 = Math.sqrt(u2 * u2 + v2 * v2 + TINY);
            final double z1 = steepness * v1;
            final double z2 = -steepness * v2;
            // sigmoid(z) = exp(min(z, 0)) / (1 + exp(-|z|))
            final double e1 = Math.exp(-Math.abs(z1));
            final double e2 = Math.exp(-Math.abs(z2));
            final double a1 = Math.min(z1, 0) - (r1 - 1) * (r1 - 1) * inverse;
            final double a2 = Math.min(z2, 0) - (r2 - 1) * (r2 - 1) * inverse;
            final double distance = Math.exp(-Math.abs(a1 - a2));
            final double m1 = (a1 >= a2 ? 1 : distance) * (1 + e2);
            final double m2 = (a1 >= a2 ? distance : 1) * (1 + e1);
            if (logDensity != null) {
                logDensity[k] = Math.max(a1, a2) + Math.log((m1 + m2) / ((1 + e1) * (1 + e2))) - m_logMass;
            }
            if (score != null) {
                final double w1 = m1 / (m1 + m2);
                final double w2 = m2 / (m1 + m2);
                final double c1 = -2 * inverse * (1 - 1 / r1) * w1;
                final double c2 = -2 * inverse * (1 - 1 / r2) * w2;
                // the derivative of g is 1 - sigmoid
                final double t1 = steepness * w1 * (z1 >= 0 ? e1 : 1) / (1 + e1);
                final double t2 = steepness * w2 * (z2 >= 0 ? e2 : 1) / (1 + e2);
                score[0][k] = scale * (c1 * u1 + c2 * u2);
                score[1][k] = scale * (c1 * v1 + c2 * v2 + t1 - t2);
            }
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
