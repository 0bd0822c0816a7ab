// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.linalg.Covariance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A Gaussian density of any dimension d with mean m and positive definite covariance S. With the precision P =
 * S<sup>-1</sup> its score is -P (x - m). Unadjusted Langevin dynamics with step size h has, in each eigendirection of
 * P with eigenvalue l, the stationary variance 1 / (l (1 - h l / 2)) and is stable for h l &lt; 2.
 */
public final class GaussianDensity implements Density {

    /** The largest dimension: beyond it factoring the matrix would take too long to go unnoticed. */
    public static final int MAX_DIMENSION = 400;

    private static final String MEAN = "mean";

    private static final String COVARIANCE = "covariance";

    private static final int OUTLINE_POINTS = 180;

    private final double[] m_mean;

    private final Covariance m_covariance;

    private final double[][] m_precision;

    private final GaussianForm m_form;

    private final DensityDocument m_document;

    /**
     * @param mean the mean, one finite number a coordinate
     * @param covariance the covariance matrix, {@code double[d][d]}
     * @param coordinates the coordinates' names, or empty
     * @throws InputException if mean and covariance do not fit together or the matrix is no covariance matrix
     */
    public GaussianDensity(final double[] mean, final double[][] covariance, final List<String> coordinates) {
        final int d = mean.length;
        check(d >= 1 && d <= MAX_DIMENSION,
            "The mean of the Gaussian has %s, but it must have between 1 and %d.", entries(d), MAX_DIMENSION);
        for (int i = 0; i < d; i++) {
            check(Double.isFinite(mean[i]), "Entry %d of the Gaussian's mean is %s, but it must be a finite number.",
                i + 1, mean[i]);
        }
        check(covariance.length == d,
            "The covariance matrix has %s, but the mean has %s. Give one row for each entry of the mean.",
            Plural.of(covariance.length, "row"), entries(d));
        m_mean = mean.clone();
        m_covariance = new Covariance(covariance);
        m_precision = m_covariance.inverse();
        m_form = new GaussianForm(mean, m_covariance);
        final var flat = new double[d * d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(covariance[i], 0, flat, i * d, d);
        }
        m_document = document(d, coordinates, Map.of(MEAN, mean, COVARIANCE, flat));
    }

    private static String entries(final int count) {
        return Plural.of(count, "entry", "entries");
    }

    private static DensityDocument document(final int dimension, final List<String> coordinates,
        final Map<String, double[]> arrays) {
        return new DensityDocument(DensityFamily.GAUSSIAN.name(), dimension, coordinates,
            JsonNodeFactory.instance.objectNode(), arrays, EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
    }

    /**
     * What can be said of a Gaussian before its numbers are known.
     *
     * @param dimension the dimension
     * @param coordinates the coordinates' names, or empty
     * @return a document without arrays
     * @throws InputException if the dimension is too large or the names do not fit it
     */
    public static DensityDocument announce(final int dimension, final List<String> coordinates) {
        check(dimension <= MAX_DIMENSION, "The Gaussian has %d coordinates, but it can have no more than %d.",
            dimension,
            MAX_DIMENSION);
        return document(dimension, coordinates, Map.of());
    }

    static GaussianDensity read(final DensityDocument document) {
        final int d = document.dimension();
        final var flat = document.array(COVARIANCE, d * d);
        final var covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(flat, i * d, covariance[i], 0, d);
        }
        return new GaussianDensity(document.array(MEAN, d), covariance, document.coordinates());
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        m_form.gradient(x, n, out);
    }

    @Override
    public Optional<LinearScore> linearScore() {
        return Optional.of(new LinearScore(m_mean, m_precision));
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        return m_form::evaluate;
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        final int d = m_mean.length;
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int i = 0; i < d; i++) {
                double row = 0;
                for (int j = 0; j < d; j++) {
                    row += m_precision[i][j] * (x[j][k] - m_mean[j]);
                }
                sum += row * (x[i][k] - m_mean[i]);
            }
            out[k] = -sum / 2;
        }
    }

    /** Independent draws m + L z, where L is the Cholesky factor of the covariance and z is standard normal. */
    @Override
    public Optional<ExactDraws> exactDraws() {
        final var factor = m_covariance.cholesky();
        return Optional.of((x, n, random) -> {
            for (final var row : x) {
                random.fillNormal(row, n);
            }
            // from the last row to the first, so that each row still finds the normals of those before it
            for (int i = x.length - 1; i >= 0; i--) {
                scale(m_mean[i], factor[i][i], n, x[i]);
                for (int j = 0; j < i; j++) {
                    add(factor[i][j], x[j], n, x[i]);
                }
            }
        });
    }

    private static void scale(final double shift, final double factor, final int n, final double[] row) {
        for (int k = 0; k < n; k++) {
            row[k] = shift + factor * row[k];
        }
    }

    private static void add(final double factor, final double[] from, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] += factor * from[k];
        }
    }

    /**
     * With step sizes D the chain multiplies deviations from the mean by I - D P; that is stable as long as the
     * eigenvalues of D P, which are those of D<sup>1/2</sup> P D<sup>1/2</sup>, lie below 2.
     */
    @Override
    public OptionalDouble stableFactor(final double[] stepSizes) {
        return OptionalDouble.of(2 / m_covariance.largestPrecision(stepSizes));
    }

    @Override
    public double extent() {
        return m_form.extent();
    }

    /** The density to the power 1 / T, where T is the temperature. */
    GaussianDensity tempered(final double temperature) {
        final int d = m_mean.length;
        final var covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                covariance[i][j] = temperature * m_covariance.entry(i, j);
            }
        }
        return new GaussianDensity(m_mean, covariance, m_document.coordinates());
    }

    /** The product of Gaussians: precisions add up, and so do precisions times means. */
    static GaussianDensity product(final List<GaussianDensity> factors, final List<String> coordinates) {
        final int d = factors.get(0).m_mean.length;
        final var precision = new double[d][d];
        final var pull = new double[d];
        for (final var factor : factors) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    precision[i][j] += factor.m_precision[i][j];
                    pull[i] += factor.m_precision[i][j] * factor.m_mean[j];
                }
            }
        }
        final var covariance = new Covariance(precision).inverse();
        final var mean = new double[d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                mean[i] += covariance[i][j] * pull[j];
            }
        }
        return new GaussianDensity(mean, covariance, coordinates);
    }

    /** The ellipses of one and two standard deviations of the two coordinates' marginal density. */
    @Override
    public List<double[][]> outline(final int first, final int second) {
        return first == second ? List.of() : ellipses(m_mean[first], m_mean[second], m_covariance.entry(first, first),
            m_covariance.entry(first, second), m_covariance.entry(second, second));
    }

    static List<double[][]> ellipses(final double mx, final double my, final double xx, final double xy,
        final double yy) {
        final double a = Math.sqrt(xx);
        final double b = xy / a;
        final double c = Math.sqrt(Math.max(0, yy - b * b));
        final var curves = new double[2][2][OUTLINE_POINTS];
        for (int deviations = 1; deviations <= 2; deviations++) {
            for (int k = 0; k < OUTLINE_POINTS; k++) {
                final double angle = 2 * Math.PI * k / OUTLINE_POINTS;
                final double u = deviations * Math.cos(angle);
                final double v = deviations * Math.sin(angle);
                curves[deviations - 1][0][k] = mx + a * u;
                curves[deviations - 1][1][k] = my + b * u + c * v;
            }
        }
        return List.of(curves);
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
