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
import java.util.stream.IntStream;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.linalg.Covariance;
import org.scorewalk.engine.random.RandomStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A mixture of Gaussians: p(x) = sum over c of w<sub>c</sub> N(x; m<sub>c</sub>, S<sub>c</sub>), with weights w that
 * are divided by their sum. The log-density is normalised.
 */
public final class GaussianMixtureDensity implements Density {

    /** How the spread of the components is given; the names stand in stored densities. */
    public enum Spread {

        /** One standard deviation a coordinate. */
        DEVIATIONS,

        /** A covariance matrix. */
        COVARIANCES
    }

    private static final String WEIGHTS = "weights";

    private static final String MEANS = "means";

    /** The largest number of values that covariance matrices may have together. */
    private static final long MAX_VALUES = 1 << 22;

    private record Gaussian(GaussianForm form) implements Mixture.Component {

        @Override
        public void evaluate(final double[][] x, final int n, final double[] value, final double[][] gradient) {
            form.evaluate(x, n, value, gradient);
        }

        @Override
        public double logMass() {
            return form.logMass();
        }

        @Override
        public void draw(final double[][] x, final int k, final RandomStream random) {
            form.draw(x, k, random, 1);
        }

        @Override
        public double extent() {
            return form.extent();
        }
    }

    private final List<Gaussian> m_components;

    private final boolean m_equallySpread;

    private final Mixture m_mixture;

    private final DensityDocument m_document;

    /**
     * @param weights one positive number a component
     * @param means one mean a component, {@code double[components][d]}
     * @param spread what the next parameter holds
     * @param spreads of each component the standard deviations, {@code double[components][d]}, or the covariance matrix
     *            row by row, {@code double[components][d * d]}
     * @param coordinates the coordinates' names, or empty
     * @throws InputException if these do not fit together or are out of range
     */
    public GaussianMixtureDensity(final double[] weights, final double[][] means, final Spread spread,
        final double[][] spreads, final List<String> coordinates) {
        Mixture.checkWeights(weights);
        final int count = weights.length;
        check(means.length == count, "The mixture has %s, but %s. Give one mean for each weight.",
            Plural.of(count, "weight"), Plural.of(means.length, "mean"));
        check(spreads.length == count, "The mixture has %s, but the spread of %s.",
            Plural.of(count, "component"), Plural.of(spreads.length, "component"));
        final int d = means[0].length;
        final int length = spread == Spread.DEVIATIONS ? d : d * d;
        checkSize(d, count, spread);
        m_components = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            m_components.add(new Gaussian(form(c, means[c], spread, spreads[c], d)));
        }
        m_equallySpread = IntStream.range(1, count)
            .allMatch(c -> Arrays.equals(spreads[c], spreads[0]));
        m_mixture = new Mixture(weights, m_components);
        m_document = document(d, coordinates,
            Map.of(WEIGHTS, weights, MEANS, flat(means, d), arrayName(spread), flat(spreads, length)));
    }

    private static void checkSize(final int d, final int count, final Spread spread) {
        check(d >= 1, "The means of the mixture have no entries. Give one number for each coordinate.");
        final int most = spread == Spread.DEVIATIONS ? DensityDocument.MAX_DIMENSION : GaussianDensity.MAX_DIMENSION;
        check(d <= most, "The mixture has %d coordinates, but it can have no more than %d.", d, most);
        check(spread == Spread.DEVIATIONS || (long)count * d * d <= MAX_VALUES,
            "The covariance matrices of the mixture have %d entries, but no more than %d are possible. Give standard "
                + "deviations instead.", (long)count * d * d, MAX_VALUES);
    }

    private static GaussianForm form(final int c, final double[] mean, final Spread spread, final double[] values,
        final int d) {
        check(mean.length == d, "The mean of component %d of the mixture has %s, but that of the first has %s. Give "
            + "all of them one number for each coordinate.", c + 1,
            Plural.of(mean.length, "entry", "entries"), Plural.of(d, "entry", "entries"));
        for (int i = 0; i < d; i++) {
            check(Math.abs(mean[i]) <= 1e100, "Entry %d of the mean of component %d of the mixture is %s, but it must "
                + "be a finite number.", i + 1, c + 1, mean[i]);
        }
        final int length = spread == Spread.DEVIATIONS ? d : d * d;
        check(values.length == length, "The spread of component %d of the mixture has %s instead of %d.", c + 1,
            Plural.of(values.length, "number"), length);
        if (spread == Spread.DEVIATIONS) {
            return new GaussianForm(mean, values, "standard deviations of component " + (c + 1) + " of the mixture");
        }
        final var matrix = new double[d][];
        for (int i = 0; i < d; i++) {
            matrix[i] = Arrays.copyOfRange(values, i * d, (i + 1) * d);
        }
        try {
            return new GaussianForm(mean, new Covariance(matrix));
        } catch (InputException e) {
            throw new InputException("Component " + (c + 1) + " of the mixture: " + e.getMessage(), e);
        }
    }

    private static String arrayName(final Spread spread) {
        return spread == Spread.DEVIATIONS ? "deviations" : "covariances";
    }

    private static double[] flat(final double[][] rows, final int length) {
        final var flat = new double[rows.length * length];
        for (int c = 0; c < rows.length; c++) {
            System.arraycopy(rows[c], 0, flat, c * length, length);
        }
        return flat;
    }

    private static DensityDocument document(final int dimension, final List<String> coordinates,
        final Map<String, double[]> arrays) {
        return new DensityDocument(DensityFamily.GAUSSIAN_MIXTURE.name(), dimension, coordinates,
            JsonNodeFactory.instance.objectNode(), arrays, EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
    }

    /**
     * What can be said of a mixture before its numbers are known.
     *
     * @param dimension the dimension
     * @param spread how the spread of the components will be given
     * @param coordinates the coordinates' names, or empty
     * @return a document without arrays
     * @throws InputException if the dimension is too large or the names do not fit it
     */
    public static DensityDocument announce(final int dimension, final Spread spread, final List<String> coordinates) {
        checkSize(dimension, 1, spread);
        return document(dimension, coordinates, Map.of());
    }

    static GaussianMixtureDensity read(final DensityDocument document) {
        final var arrays = document.arrays();
        final var spread = arrays.containsKey(arrayName(Spread.DEVIATIONS)) ? Spread.DEVIATIONS : Spread.COVARIANCES;
        final int d = document.dimension();
        final int length = spread == Spread.DEVIATIONS ? d : d * d;
        final var weights = arrays.getOrDefault(WEIGHTS, new double[0]);
        Mixture.checkWeights(weights);
        checkSize(d, weights.length, spread);
        return new GaussianMixtureDensity(weights, rows(document.array(MEANS, weights.length * d), d), spread,
            rows(document.array(arrayName(spread), weights.length * length), length), document.coordinates());
    }

    private static double[][] rows(final double[] flat, final int length) {
        final var rows = new double[flat.length / length][];
        for (int c = 0; c < rows.length; c++) {
            rows[c] = Arrays.copyOfRange(flat, c * length, (c + 1) * length);
        }
        return rows;
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        m_mixture.evaluator(x.length, n).score(x, n, out);
    }

    @Override
    public BlockScore blockScore(final int capacity) {
        return m_mixture.evaluator(dimension(), capacity);
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        m_mixture.evaluator(x.length, n).logDensity(x, n, out);
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        return m_mixture.evaluator(dimension(), capacity);
    }

    /** Independent draws: a component by its weight, and a draw of that. */
    @Override
    public Optional<ExactDraws> exactDraws() {
        return Optional.of(m_mixture::draw);
    }

    /** If all components are spread alike, the drift differs from that of a single one by no more than a constant. */
    @Override
    public OptionalDouble stableFactor(final double[] stepSizes) {
        return m_equallySpread ? OptionalDouble.of(2 / m_components.get(0).form().largestPrecision(stepSizes))
            : OptionalDouble.empty();
    }

    @Override
    public double extent() {
        return m_mixture.extent();
    }

    /**
     * The components' ellipses of one and two standard deviations, beyond two dimensions; in the plane the levels of
     * the density itself say more.
     */
    @Override
    public List<double[][]> outline(final int first, final int second) {
        if (first == second || dimension() == 2) {
            return List.of();
        }
        final var curves = new ArrayList<double[][]>();
        for (final var component : m_components) {
            final var form = component.form();
            curves.addAll(GaussianDensity.ellipses(form.mean(first), form.mean(second), form.covariance(first, first),
                form.covariance(first, second), form.covariance(second, second)));
        }
        return curves;
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
