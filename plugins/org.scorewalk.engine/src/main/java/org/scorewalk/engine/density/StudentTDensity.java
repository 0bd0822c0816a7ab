// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hipparchus.special.Gamma;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.linalg.Covariance;
import org.scorewalk.engine.random.RandomStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Student's t density of any dimension d: with nu degrees of freedom, location m and scale matrix S,
 * log p(x) = -(nu + d) / 2 log(1 + q / nu) + const, where q = (x - m)<sup>T</sup> S<sup>-1</sup> (x - m); the score is
 * -(nu + d) / (nu + q) S<sup>-1</sup> (x - m). The mean is m for nu &gt; 1, the covariance matrix S nu / (nu - 2) for
 * nu &gt; 2. The log-density is normalised (Kotz and Nadarajah 2004, equation 1.1).
 */
public final class StudentTDensity implements Density {

    /** The smallest and the largest degrees of freedom. */
    private static final double FEWEST = 0.1;

    private static final double MOST = 1e6;

    private static final String LOCATION = "location";

    private static final String SCALE = "scale";

    private final double m_freedom;

    private final double[] m_location;

    private final double[][] m_scale;

    private final GaussianForm m_form;

    private final double m_constant;

    private final DensityDocument m_document;

    /**
     * @param freedom the degrees of freedom nu, from 0.1 to a million
     * @param location the location m, one finite number a coordinate
     * @param scale the scale matrix S, {@code double[d][d]}, symmetric and positive definite
     * @param coordinates the coordinates' names, or empty
     * @throws InputException if these do not fit together or are out of range
     */
    public StudentTDensity(final double freedom, final double[] location, final double[][] scale,
        final List<String> coordinates) {
        final int d = location.length;
        m_freedom = Numbers.between("The option 'Degrees of freedom'", freedom, FEWEST, MOST);
        check(d >= 1 && d <= GaussianDensity.MAX_DIMENSION,
            "The location of Student's t has %d entries, but it must have between 1 and %d.", d,
            GaussianDensity.MAX_DIMENSION);
        for (int i = 0; i < d; i++) {
            Numbers.finite("Entry " + (i + 1) + " of the location", location[i]);
        }
        check(scale.length == d, "The scale matrix has %d rows, but the location has %d entries. Give one row for "
            + "each entry of the location.", scale.length, d);
        m_form = new GaussianForm(location, scale(scale));
        m_location = location.clone();
        m_scale = new double[d][];
        final var flat = new double[d * d];
        for (int i = 0; i < d; i++) {
            m_scale[i] = scale[i].clone();
            System.arraycopy(scale[i], 0, flat, i * d, d);
        }
        m_constant = Gamma.logGamma(0.5 * (freedom + d)) - Gamma.logGamma(0.5 * freedom)
            - 0.5 * d * Math.log(Math.PI * freedom) - m_form.halfLogDeterminant();
        m_document = new DensityDocument(DensityFamily.STUDENT_T.name(), d, coordinates,
            JsonNodeFactory.instance.objectNode().put("freedom", freedom),
            Map.of(LOCATION, location, SCALE, flat), EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
    }

    private static Covariance scale(final double[][] matrix) {
        try {
            return new Covariance(matrix);
        } catch (InputException e) {
            // such matrices obey the same rules, but have another name here
            throw new InputException(e.getMessage().replace("covariance matrix", "scale matrix"), e);
        }
    }

    static StudentTDensity read(final DensityDocument document) {
        final int d = document.dimension();
        check(d <= GaussianDensity.MAX_DIMENSION, "Student's t has %d coordinates, but can have no more than %d.", d,
            GaussianDensity.MAX_DIMENSION);
        final var flat = document.array(SCALE, d * d);
        final var scale = new double[d][d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(flat, i * d, scale[i], 0, d);
        }
        return new StudentTDensity(document.number("freedom"), document.array(LOCATION, d), scale,
            document.coordinates());
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        evaluate(x, n, new double[n], out);
    }

    @Override
    public BlockScore blockScore(final int capacity) {
        final var form = new double[capacity];
        return (x, n, out) -> gradient(x, n, form, out);
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        evaluate(x, n, out, new double[x.length][n]);
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        return this::evaluate;
    }

    private void evaluate(final double[][] x, final int n, final double[] log, final double[][] score) {
        gradient(x, n, log, score);
        final double factor = -0.5 * (m_freedom + m_location.length);
        for (int k = 0; k < n; k++) {
            log[k] = factor * Math.log1p(-2 * log[k] / m_freedom) + m_constant;
        }
    }

    /** The scores, with the values -q / 2 of the form on the way. */
    private void gradient(final double[][] x, final int n, final double[] form, final double[][] score) {
        m_form.evaluate(x, n, form, score);
        for (final var row : score) {
            shrink(row, form, n, m_freedom, m_freedom + m_location.length);
        }
    }

    private static void shrink(final double[] row, final double[] form, final int n, final double freedom,
        final double total) {
        for (int k = 0; k < n; k++) {
            row[k] *= total / (freedom - 2 * form[k]);
        }
    }

    /** Independent draws m + L z / sqrt(g / nu), where L is the factor of S, z is normal and g chi-squared. */
    @Override
    public Optional<ExactDraws> exactDraws() {
        return Optional.of((x, n, random) -> {
            for (int k = 0; k < n; k++) {
                m_form.draw(x, k, random, Math.sqrt(0.5 * m_freedom / gamma(0.5 * m_freedom, random)));
            }
        });
    }

    /**
     * A draw of the gamma distribution with scale 1 by the method of Marsaglia and Tsang (2000): with d = a - 1/3 and
     * c = 1 / sqrt(9 d), d (1 + c z)<sup>3</sup> for normal z, kept with a probability that is seldom below 0.95. For
     * shapes below 1 a draw with shape a + 1 is multiplied by the power 1/a of a uniform number.
     */
    static double gamma(final double shape, final RandomStream random) {
        final double a = shape < 1 ? shape + 1 : shape;
        final double d = a - 1.0 / 3;
        final double c = 1 / Math.sqrt(9 * d);
        while (true) {
            final double z = random.nextNormal();
            final double root = 1 + c * z;
            if (root <= 0) {
                continue;
            }
            final double v = root * root * root;
            if (Math.log1p(-random.nextUniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
                return d * v * (shape < 1 ? Math.pow(1 - random.nextUniform(), 1 / shape) : 1);
            }
        }
    }

    /**
     * The density to the power 1 / T, where T is the temperature: a t density with (nu + d) / T - d degrees of freedom.
     */
    StudentTDensity tempered(final double temperature) {
        final int d = m_location.length;
        final double freedom = (m_freedom + d) / temperature - d;
        check(freedom >= FEWEST && freedom <= MOST, "At the temperature %s Student's t would have %s degrees of "
            + "freedom instead of between %s and %s. Choose a temperature closer to 1.", temperature, freedom, FEWEST,
            MOST);
        final var scale = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                scale[i][j] = m_scale[i][j] * m_freedom / freedom;
            }
        }
        return new StudentTDensity(freedom, m_location, scale, m_document.coordinates());
    }

    @Override
    public double extent() {
        return m_form.extent();
    }

    /** The ellipses where q is 1 and 4, as those of one and two standard deviations of a Gaussian. */
    @Override
    public List<double[][]> outline(final int first, final int second) {
        return first == second ? List.of() : GaussianDensity.ellipses(m_location[first], m_location[second],
            m_scale[first][first], m_scale[first][second], m_scale[second][second]);
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
