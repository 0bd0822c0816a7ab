// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.transform.Interval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A density to the power 1 / T: log p(x) / T, where T is the temperature. Where coordinates are bounded, it is the
 * density of what people see that is tempered, so the log-Jacobian J of the map from the line counts in full: the
 * log-density is (l - J) / T + J, where l is that of the original.
 */
public final class TemperedDensity implements Density {

    private static final double LOWEST = 1e-6;

    private static final double HIGHEST = 1e6;

    private static final String OF = "of";

    private static final String PREFIX = "of/";

    private final Density m_density;

    private final double m_temperature;

    private final List<Interval> m_ranges;

    private final DensityDocument m_document;

    private TemperedDensity(final Density density, final double temperature) {
        m_density = density;
        m_temperature = temperature;
        m_ranges = density.ranges();
        final var arrays = new TreeMap<String, double[]>();
        NestedDocuments.addArrays(PREFIX, density.document(), arrays);
        m_document = document(density.document(), temperature, arrays);
    }

    /** Another one with the same numbers, which may be many and are not copied. */
    private TemperedDensity(final TemperedDensity other, final Density density) {
        m_density = density;
        m_temperature = other.m_temperature;
        m_ranges = other.m_ranges;
        m_document = other.m_document;
    }

    private static DensityDocument document(final DensityDocument inner, final double temperature,
        final Map<String, double[]> arrays) {
        final var parameters = JsonNodeFactory.instance.objectNode().put("temperature", temperature);
        parameters.set(OF, inner.toJson());
        final var capabilities = EnumSet.of(Capability.LOG_DENSITY, Capability.DATA_TERM);
        capabilities.retainAll(inner.capabilities());
        return new DensityDocument(DensityFamily.TEMPERED.name(), inner.dimension(), inner.coordinates(), parameters,
            arrays, capabilities);
    }

    /**
     * A density at a temperature. If it is of the same family as the original, it stays in that, with its exact draws.
     *
     * @param density the original
     * @param temperature the temperature T: above 1 it flattens the density, below 1 it sharpens it
     * @return a density in proportion to the original to the power 1 / T
     * @throws InputException if the temperature is out of range
     */
    public static Density of(final Density density, final double temperature) {
        checkTemperature(temperature);
        if (temperature == 1) {
            return density;
        }
        if (density instanceof RingDensity ring) {
            return ring.tempered(temperature);
        }
        if (density instanceof GaussianDensity gaussian) {
            return gaussian.tempered(temperature);
        }
        if (density instanceof StandardNormalDensity normal && normal.dimension() <= GaussianDensity.MAX_DIMENSION) {
            return normal.gaussian(temperature);
        }
        if (density instanceof StudentTDensity student) {
            return student.tempered(temperature);
        }
        if (density instanceof TemperedDensity tempered) {
            return of(tempered.m_density, tempered.m_temperature * temperature);
        }
        if (density instanceof ProductDensity product) {
            return ProductDensity.of(product.factors().stream().map(factor -> of(factor, temperature)).toList());
        }
        return new TemperedDensity(density, temperature);
    }

    private static void checkTemperature(final double temperature) {
        check(temperature >= LOWEST && temperature <= HIGHEST,
            "The temperature is %s, but it must be a positive number between 0.000001 and 1000000.", temperature);
    }

    /**
     * What can be said of a density at a temperature before its numbers are known.
     *
     * @param document what is known of the original
     * @param temperature the temperature
     * @return a document without arrays
     * @throws InputException if the temperature is out of range
     */
    public static DensityDocument announce(final DensityDocument document, final double temperature) {
        checkTemperature(temperature);
        // a Gaussian stays one
        return temperature == 1 || DensityFamily.GAUSSIAN.name().equals(document.family()) ? document
            : document(document, temperature, Map.of());
    }

    /** What is known of the density at temperature 1. */
    static DensityDocument original(final DensityDocument document) {
        return DensityFamily.TEMPERED.name().equals(document.family())
            ? DensityDocument.fromJson(document.parameters().path(OF), Map.of()) : document;
    }

    static TemperedDensity read(final DensityDocument document) {
        final double temperature = document.number("temperature");
        checkTemperature(temperature);
        final var density = NestedDocuments.read(document.parameters().path(OF),
            NestedDocuments.arrays(PREFIX, document.arrays()), DensityFamily.TEMPERED, DensityFamily.PRODUCT);
        check(density.dimension() == document.dimension()
            && density.document().coordinates().equals(document.coordinates()),
            "The stored density has other coordinates than the one that it holds.");
        return new TemperedDensity(density, temperature);
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public int dimension() {
        return m_density.dimension();
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        m_density.score(x, n, out);
        temper(x, n, out);
    }

    @Override
    public BlockScore blockScore(final int capacity) {
        final var inner = m_density.blockScore(capacity);
        return (x, n, out) -> {
            inner.score(x, n, out);
            temper(x, n, out);
        };
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        m_density.logDensity(x, n, out);
        temper(x, n, out);
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        final var inner = m_density.blockEvaluation(capacity);
        return (x, n, logDensity, score) -> {
            inner.evaluate(x, n, logDensity, score);
            temper(x, n, logDensity);
            temper(x, n, score);
        };
    }

    /** Scores are tempered in proportion, so what is their mean before is so afterwards. */
    @Override
    public Optional<DataTerm> dataTerm() {
        return m_density.dataTerm().map(inner -> inner.with(capacity -> {
            final var estimator = inner.estimator(capacity);
            return (x, n, batch, choice, out) -> {
                estimator.estimate(x, n, batch, choice, out);
                temper(x, n, out);
            };
        }));
    }

    private void temper(final double[][] x, final int n, final double[] log) {
        Blocks.scale(log, n, 1 / m_temperature);
        for (int i = 0; i < m_ranges.size(); i++) {
            final var range = m_ranges.get(i);
            for (int k = 0; k < n && !range.isLine(); k++) {
                log[k] += (1 - 1 / m_temperature) * range.logJacobian(x[i][k]);
            }
        }
    }

    private void temper(final double[][] x, final int n, final double[][] score) {
        for (int i = 0; i < score.length; i++) {
            Blocks.scale(score[i], n, 1 / m_temperature);
            final var range = m_ranges.isEmpty() ? Interval.LINE : m_ranges.get(i);
            for (int k = 0; k < n && !range.isLine(); k++) {
                score[i][k] += (1 - 1 / m_temperature) * range.logJacobianSlope(x[i][k]);
            }
        }
    }

    @Override
    public Density watchedBy(final Monitor monitor) {
        return new TemperedDensity(this, m_density.watchedBy(monitor));
    }

    @Override
    public OptionalDouble stableFactor(final double[] stepSizes) {
        final var factor = m_density.stableFactor(stepSizes);
        return factor.isPresent() ? OptionalDouble.of(factor.getAsDouble() * m_temperature) : factor;
    }

    @Override
    public List<Interval> ranges() {
        return m_ranges;
    }

    @Override
    public double extent() {
        return m_density.extent() * Math.max(1, Math.sqrt(m_temperature));
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
