// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.random.RandomStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A double well: log p(x) = -b ((x<sub>1</sub> / c)<sup>2</sup> - 1)<sup>2</sup> - (x<sub>2</sub><sup>2</sup> + ... +
 * x<sub>d</sub><sup>2</sup>) / 2 - log Z. The first coordinate has its two wells at c and -c with a barrier of height b
 * between them, in units of log-density; the others are standard normal.
 */
public final class DoubleWellDensity implements Density {

    /** The lowest barrier: for lower ones draws by rejection would take too long. */
    private static final double LOWEST = 1e-3;

    private static final double HIGHEST = 1e6;

    /** The exponential of minus this is next to nothing. */
    private static final double NEGLIGIBLE = 745;

    private static final int INTERVALS = 1 << 14;

    private final double m_barrier;

    private final double m_place;

    private final double m_logMass;

    private final DensityDocument m_document;

    /**
     * @param dimension the dimension d, at least 1
     * @param barrier the height b of the barrier, from 0.001 to a million
     * @param place the place c of the right well, positive
     * @param coordinates the coordinates' names, or empty
     * @throws InputException if a number is out of range
     */
    public DoubleWellDensity(final int dimension, final double barrier, final double place,
        final List<String> coordinates) {
        m_barrier = Numbers.between("The option 'Barrier height'", barrier, LOWEST, HIGHEST);
        m_place = Numbers.positive("The option 'Place of the wells'", place);
        m_document = new DensityDocument(DensityFamily.DOUBLE_WELL.name(), dimension, coordinates,
            JsonNodeFactory.instance.objectNode().put("barrier", barrier).put("place", place), Map.of(),
            EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
        m_logMass = Math.log(2 * place * integral(barrier)) + 0.5 * (dimension - 1) * Math.log(2 * Math.PI);
    }

    /**
     * The integral of exp(-b (u<sup>2</sup> - 1)<sup>2</sup>) over u &gt; 0 by the trapezoidal rule, which is exact to
     * rounding here, because the function is smooth and has vanished, or is even, at the ends.
     */
    private static double integral(final double barrier) {
        final double reach = Math.sqrt(NEGLIGIBLE / barrier);
        final double from = Math.sqrt(Math.max(0, 1 - reach));
        final double step = (Math.sqrt(1 + reach) - from) / INTERVALS;
        double sum = 0;
        for (int i = 0; i <= INTERVALS; i++) {
            final double u = from + i * step;
            final double e = u * u - 1;
            sum += Math.exp(-barrier * e * e) * (i == 0 || i == INTERVALS ? 0.5 : 1);
        }
        return sum * step;
    }

    static DoubleWellDensity read(final DensityDocument document) {
        return new DoubleWellDensity(document.dimension(), document.number("barrier"), document.number("place"),
            document.coordinates());
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        wells(x[0], n, out[0]);
        for (int i = 1; i < x.length; i++) {
            Blocks.negate(x[i], n, out[i]);
        }
    }

    private void wells(final double[] x, final int n, final double[] to) {
        final double scale = 1 / m_place;
        final double factor = -4 * m_barrier * scale;
        for (int k = 0; k < n; k++) {
            final double u = x[k] * scale;
            to[k] = factor * u * (u * u - 1);
        }
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        Arrays.fill(out, 0, n, 0);
        for (int i = 1; i < x.length; i++) {
            Blocks.addSquares(x[i], n, out);
        }
        for (int k = 0; k < n; k++) {
            final double u = x[0][k] / m_place;
            final double e = u * u - 1;
            out[k] = -m_barrier * e * e - 0.5 * out[k] - m_logMass;
        }
    }

    /**
     * Independent draws by rejection. For u &gt; 0 (u<sup>2</sup> - 1)<sup>2</sup> is at least (u - 1)<sup>2</sup>, so
     * |x<sub>1</sub>| / c is a normal with mean 1 and variance 1 / (2 b) if positive, which is kept with probability
     * exp(-b ((u<sup>2</sup> - 1)<sup>2</sup> - (u - 1)<sup>2</sup>)): about one in two of them for high barriers. Its
     * sign is a fair coin's.
     */
    @Override
    public Optional<ExactDraws> exactDraws() {
        return Optional.of((x, n, random) -> {
            for (int k = 0; k < n; k++) {
                x[0][k] = m_place * draw(random);
            }
            for (int i = 1; i < x.length; i++) {
                random.fillNormal(x[i], n);
            }
        });
    }

    private double draw(final RandomStream random) {
        final double deviation = Math.sqrt(0.5 / m_barrier);
        while (true) {
            final double u = 1 + deviation * random.nextNormal();
            final double e = (u - 1) * (u - 1) * ((u + 1) * (u + 1) - 1);
            if (u > 0 && random.nextUniform() < Math.exp(-m_barrier * e)) {
                return random.nextUniform() < 0.5 ? -u : u;
            }
        }
    }

    @Override
    public double extent() {
        return Math.max(m_place * Math.sqrt(1 + 1 / Math.sqrt(m_barrier)), dimension() > 1 ? 1 : 0);
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
