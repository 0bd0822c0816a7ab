// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.scorewalk.engine.InputException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The standard normal density of any dimension: mean 0, covariance the unit matrix, score -x. */
public final class StandardNormalDensity implements Density {

    private final DensityDocument m_document;

    /**
     * @param dimension the dimension, from 1 to {@link DensityDocument#MAX_DIMENSION}
     * @param coordinates the coordinates' names, or empty
     * @throws InputException if the dimension is out of range or the names do not fit it
     */
    public StandardNormalDensity(final int dimension, final List<String> coordinates) {
        m_document = new DensityDocument(DensityFamily.STANDARD_NORMAL.name(), dimension, coordinates,
            JsonNodeFactory.instance.objectNode(), Map.of(),
            EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
    }

    static StandardNormalDensity read(final DensityDocument document) {
        return new StandardNormalDensity(document.dimension(), document.coordinates());
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        for (int i = 0; i < x.length; i++) {
            Blocks.negate(x[i], n, out[i]);
        }
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (final var row : x) {
                sum += row[k] * row[k];
            }
            out[k] = -sum / 2;
        }
    }

    @Override
    public Optional<ExactDraws> exactDraws() {
        return Optional.of((x, n, random) -> {
            for (final var row : x) {
                random.fillNormal(row, n);
            }
        });
    }

    /** The Gaussian with the same mean and some variance. */
    GaussianDensity gaussian(final double variance) {
        final int d = dimension();
        final var covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            covariance[i][i] = variance;
        }
        return new GaussianDensity(new double[d], covariance, m_document.coordinates());
    }

    @Override
    public OptionalDouble stableFactor(final double[] stepSizes) {
        double largest = 0;
        for (final double step : stepSizes) {
            largest = Math.max(largest, step);
        }
        return OptionalDouble.of(2 / largest);
    }

    @Override
    public List<double[][]> outline(final int first, final int second) {
        return first == second ? List.of() : GaussianDensity.ellipses(0, 0, 1, 0, 1);
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
