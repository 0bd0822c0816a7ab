// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scorewalk.engine.InputException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Neal's funnel (Neal 2003, <i>Slice Sampling</i>, section 8): the first coordinate v is normal with mean 0 and
 * standard deviation s (3 there), and each of the others, given v, is normal with mean 0 and variance exp(v), so
 * log p(v, x) = -v<sup>2</sup> / (2 s<sup>2</sup>) - (d - 1) v / 2 - exp(-v) |x|<sup>2</sup> / 2
 * - log(s) - d log(2 pi) / 2. The log-density is normalised.
 */
public final class FunnelDensity implements Density {

    /** Neal's standard deviation. */
    public static final double DEFAULT_DEVIATION = 3;

    /** Beyond it exp(-v) would be infinite; nothing that far down is ever met. */
    private static final double DEEPEST = -700;

    private static final int OUTLINE_POINTS = 360;

    private final int m_others;

    private final double m_deviation;

    private final double m_constant;

    private final DensityDocument m_document;

    /**
     * @param dimension the dimension d, at least 2
     * @param deviation the standard deviation s of the first coordinate, from 0.001 to 20
     * @param coordinates the coordinates' names, or empty
     * @throws InputException if a number is out of range
     */
    public FunnelDensity(final int dimension, final double deviation, final List<String> coordinates) {
        check(dimension >= 2 && dimension <= DensityDocument.MAX_DIMENSION,
            "The option 'Dimension' is %d, but that of a funnel must lie between 2 and %d.", dimension,
            DensityDocument.MAX_DIMENSION);
        m_others = dimension - 1;
        m_deviation = Numbers.between("The option 'Deviation of v'", deviation, 0.001, 20);
        m_constant = -Math.log(deviation) - 0.5 * dimension * Math.log(2 * Math.PI);
        m_document = new DensityDocument(DensityFamily.FUNNEL.name(), dimension, coordinates,
            JsonNodeFactory.instance.objectNode().put("deviation", deviation), Map.of(),
            EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
    }

    static FunnelDensity read(final DensityDocument document) {
        return new FunnelDensity(document.dimension(), document.number("deviation"), document.coordinates());
    }

    /**
     * Names for coordinates that have none.
     *
     * @param dimension how many
     * @return v, and x or x1, x2, and so on
     */
    public static List<String> names(final int dimension) {
        final var names = new ArrayList<String>();
        names.add("v");
        names.addAll(dimension == 2 ? List.of("x") : DensityDocument.defaultNames(dimension - 1));
        return names;
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        final double[] v = x[0];
        final double[] sv = out[0];
        // the last coordinate's row holds the precisions until its turn comes
        final double[] precision = out[m_others];
        precisions(v, n, precision);
        prior(v, n, sv);
        for (int i = 1; i < m_others; i++) {
            other(x[i], precision, n, out[i], sv);
        }
        other(x[m_others], precision, n, precision, sv);
    }

    private static void precisions(final double[] v, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] = Math.exp(-Math.max(v[k], DEEPEST));
        }
    }

    private void prior(final double[] v, final int n, final double[] to) {
        final double p = 1 / (m_deviation * m_deviation);
        final double half = 0.5 * m_others;
        for (int k = 0; k < n; k++) {
            to[k] = -v[k] * p - half;
        }
    }

    private static void other(final double[] x, final double[] precision, final int n, final double[] to,
        final double[] sv) {
        for (int k = 0; k < n; k++) {
            final double pull = x[k] * precision[k];
            sv[k] += 0.5 * x[k] * pull;
            to[k] = -pull;
        }
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        Arrays.fill(out, 0, n, 0);
        for (int i = 1; i <= m_others; i++) {
            Blocks.addSquares(x[i], n, out);
        }
        final double p = 1 / (m_deviation * m_deviation);
        for (int k = 0; k < n; k++) {
            final double v = x[0][k];
            out[k] = -0.5 * (v * v * p + m_others * v + out[k] * Math.exp(-Math.max(v, DEEPEST))) + m_constant;
        }
    }

    /**
     * The score has half of exp(-v) |x|<sup>2</sup> in its first coordinate, which is all that the log-density needs.
     */
    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        return (x, n, logDensity, score) -> {
            score(x, n, score);
            final double p = 1 / (m_deviation * m_deviation);
            final double half = 0.5 * m_others;
            final double[] v = x[0];
            final double[] sv = score[0];
            for (int k = 0; k < n; k++) {
                final double energy = sv[k] + v[k] * p + half;
                logDensity[k] = -0.5 * v[k] * v[k] * p - half * v[k] - energy + m_constant;
            }
        };
    }

    @Override
    public Optional<ExactDraws> exactDraws() {
        return Optional.of((x, n, random) -> {
            for (final var row : x) {
                random.fillNormal(row, n);
            }
            for (int k = 0; k < n; k++) {
                x[0][k] *= m_deviation;
                final double deviation = Math.exp(0.5 * x[0][k]);
                for (int i = 1; i < x.length; i++) {
                    x[i][k] *= deviation;
                }
            }
        });
    }

    /** The deviation of v, or that of the others where v is one standard deviation up. */
    @Override
    public double extent() {
        return Math.max(m_deviation, Math.exp(0.5 * m_deviation));
    }

    /** Where v and, given v, another coordinate are one and two standard deviations from their means. */
    @Override
    public List<double[][]> outline(final int first, final int second) {
        if (first == second || first != 0 && second != 0) {
            return List.of();
        }
        final var curves = new double[2][2][OUTLINE_POINTS];
        for (int c = 0; c < 2; c++) {
            for (int k = 0; k < OUTLINE_POINTS; k++) {
                final double angle = 2 * Math.PI * k / OUTLINE_POINTS;
                final double v = (c + 1) * m_deviation * Math.cos(angle);
                curves[c][first == 0 ? 0 : 1][k] = v;
                curves[c][first == 0 ? 1 : 0][k] = (c + 1) * Math.exp(0.5 * v) * Math.sin(angle);
            }
        }
        return List.of(curves);
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
