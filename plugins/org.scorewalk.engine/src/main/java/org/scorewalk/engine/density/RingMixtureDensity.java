// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.random.RandomStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A mixture of rings in the plane: p(x, y) = sum over c of w<sub>c</sub> q<sub>c</sub>(x, y), where q<sub>c</sub> is a
 * {@link RingDensity} divided by its integral, and the weights w are divided by their sum. The log-density is
 * normalised.
 */
public final class RingMixtureDensity implements Density {

    /** How many numbers describe a ring: rx, ry, cx, cy and the width. */
    public static final int NUMBERS = 5;

    private static final String WEIGHTS = "weights";

    private static final String RINGS = "rings";

    private record Ring(RingDensity ring, RadialProfile profile) implements Mixture.Component {

        @Override
        public void evaluate(final double[][] x, final int n, final double[] value, final double[][] gradient) {
            ring.evaluate(x, n, value, gradient);
        }

        @Override
        public double logMass() {
            return ring.logMass();
        }

        @Override
        public void draw(final double[][] x, final int k, final RandomStream random) {
            ring.draw(x, k, random, profile);
        }

        @Override
        public double extent() {
            return ring.extent();
        }
    }

    private final List<Ring> m_rings = new ArrayList<>();

    private final Mixture m_mixture;

    private final DensityDocument m_document;

    /**
     * @param weights one positive number a ring
     * @param rings of each ring the half axes rx and ry, the centre cx and cy, and the width
     * @param coordinates the two coordinates' names, or empty
     * @throws InputException if these do not fit together or are out of range
     */
    public RingMixtureDensity(final double[] weights, final double[][] rings, final List<String> coordinates) {
        Mixture.checkWeights(weights);
        check(rings.length == weights.length, "The mixture has %s, but %s.", Plural.of(weights.length, "weight"),
            Plural.of(rings.length, "ring"));
        final var flat = new double[rings.length * NUMBERS];
        for (int c = 0; c < rings.length; c++) {
            final var r = rings[c];
            check(r.length == NUMBERS, "Ring %d of the mixture has %s instead of %d.", c + 1,
                Plural.of(r.length, "number"), NUMBERS);
            System.arraycopy(r, 0, flat, c * NUMBERS, NUMBERS);
            try {
                m_rings.add(new Ring(new RingDensity(r[0], r[1], r[2], r[3], r[4]), new RadialProfile(r[4])));
            } catch (InputException e) {
                throw new InputException("Ring " + (c + 1) + " of the mixture: " + e.getMessage(), e);
            }
        }
        m_mixture = new Mixture(weights, m_rings);
        m_document = new DensityDocument(DensityFamily.RING_MIXTURE.name(), 2, coordinates,
            JsonNodeFactory.instance.objectNode(), Map.of(WEIGHTS, weights, RINGS, flat),
            EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
    }

    static RingMixtureDensity read(final DensityDocument document) {
        check(document.dimension() == 2, "A mixture of rings has two coordinates, not %d.", document.dimension());
        final var weights = document.arrays().getOrDefault(WEIGHTS, new double[0]);
        Mixture.checkWeights(weights);
        final var flat = document.array(RINGS, weights.length * NUMBERS);
        final var rings = new double[weights.length][];
        Arrays.setAll(rings, c -> Arrays.copyOfRange(flat, c * NUMBERS, (c + 1) * NUMBERS));
        return new RingMixtureDensity(weights, rings, document.coordinates());
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        m_mixture.evaluator(2, n).score(x, n, out);
    }

    @Override
    public BlockScore blockScore(final int capacity) {
        return m_mixture.evaluator(2, capacity);
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        m_mixture.evaluator(2, n).logDensity(x, n, out);
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        return m_mixture.evaluator(2, capacity);
    }

    /** Independent draws: a ring by its weight, and a draw of that. */
    @Override
    public Optional<ExactDraws> exactDraws() {
        return Optional.of(m_mixture::draw);
    }

    /** The bound of the ring that bears the longest steps; beyond it there is no ring that holds particles. */
    @Override
    public OptionalDouble stableFactor(final double[] stepSizes) {
        return m_rings.stream().mapToDouble(r -> r.ring().stableFactor(stepSizes).getAsDouble()).max();
    }

    @Override
    public double extent() {
        return m_mixture.extent();
    }

    /** The ridges of all rings. */
    @Override
    public List<double[][]> outline(final int first, final int second) {
        return m_rings.stream().flatMap(r -> r.ring().outline(first, second).stream()).toList();
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
