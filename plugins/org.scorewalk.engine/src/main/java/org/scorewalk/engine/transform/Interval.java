// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.transform;

import static org.scorewalk.engine.InputException.check;

import java.util.List;

/**
 * The range of a parameter, and the smooth increasing (upper bound only: decreasing) map from the real line onto it. As
 * in the Stan Reference Manual, chapter Constraint Transforms: with z on the line, the parameter is
 * <ul>
 * <li>{@code lower + exp(z)} above a lower bound, log-Jacobian z,</li>
 * <li>{@code upper - exp(z)} below an upper bound, log-Jacobian z,</li>
 * <li>{@code lower + (upper - lower) * sigmoid(z)} between two bounds, log-Jacobian
 * {@code log(upper - lower) + z - 2 softplus(z)},</li>
 * <li>z itself without bounds.</li>
 * </ul>
 *
 * @param lower the lower bound or -infinity
 * @param upper the upper bound or infinity
 */
public record Interval(double lower, double upper) {

    /** The whole line. */
    public static final Interval LINE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * @param lower the lower bound or -infinity
     * @param upper the upper bound or infinity, above the lower one
     */
    public Interval {
        check(lower < upper && lower < Double.POSITIVE_INFINITY && upper > Double.NEGATIVE_INFINITY,
            "The lower bound %s is not below the upper bound %s. Correct one of them.", lower, upper);
    }

    /**
     * Whether there is a lower bound.
     *
     * @return true if so
     */
    public boolean hasLower() {
        return lower != Double.NEGATIVE_INFINITY;
    }

    /**
     * Whether there is an upper bound.
     *
     * @return true if so
     */
    public boolean hasUpper() {
        return upper != Double.POSITIVE_INFINITY;
    }

    /**
     * Whether the map is the identity.
     *
     * @return true without bounds
     */
    public boolean isLine() {
        return !hasLower() && !hasUpper();
    }

    /**
     * From the line into the range.
     *
     * @param z any number
     * @return the parameter
     */
    public double toRange(final double z) {
        if (hasLower() && hasUpper()) {
            return lower + (upper - lower) / (1 + Math.exp(-z));
        }
        return hasLower() ? lower + Math.exp(z) : hasUpper() ? upper - Math.exp(z) : z;
    }

    /**
     * Takes numbers from the line into the range, in place.
     *
     * @param row the numbers
     * @param from the index of the first
     * @param n how many
     */
    public void toRange(final double[] row, final int from, final int n) {
        if (!isLine()) {
            for (int k = from; k < from + n; k++) {
                row[k] = toRange(row[k]);
            }
        }
    }

    /**
     * From the range to the line.
     *
     * @param value the parameter
     * @return z; infinite on a bound, not a number outside the range
     */
    public double toLine(final double value) {
        if (hasLower() && hasUpper()) {
            return Math.log(value - lower) - Math.log(upper - value);
        }
        return hasLower() ? Math.log(value - lower) : hasUpper() ? Math.log(upper - value) : value;
    }

    /**
     * The logarithm of the map's derivative, which the log density on the line has on top.
     *
     * @param z a point of the line
     * @return the log-Jacobian
     */
    public double logJacobian(final double z) {
        if (hasLower() && hasUpper()) {
            return Math.log(upper - lower) - Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z)));
        }
        return isLine() ? 0 : z;
    }

    /**
     * The map's derivative.
     *
     * @param z a point of the line
     * @return the derivative of {@link #toRange}, negative with an upper bound alone
     */
    public double slope(final double z) {
        return !hasLower() && hasUpper() ? -Math.exp(z) : Math.exp(logJacobian(z));
    }

    /**
     * The derivative of {@link #logJacobian}.
     *
     * @param z a point of the line
     * @return its derivative
     */
    public double logJacobianSlope(final double z) {
        if (hasLower() && hasUpper()) {
            return -Math.tanh(z / 2); // 1 - 2 sigmoid(z)
        }
        return isLine() ? 0 : 1;
    }

    /**
     * Points as people see them.
     *
     * @param ranges one range a coordinate, or empty for the line throughout
     * @param x points on the line, {@code double[d][at least n]}
     * @param n how many
     * @param out receives the points in their ranges; not touched where there are no ranges
     * @return {@code out}, or {@code x} itself where there are no ranges
     */
    public static double[][] toRanges(final List<Interval> ranges, final double[][] x, final int n,
        final double[][] out) {
        if (ranges.isEmpty()) {
            return x;
        }
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, out[i], 0, n);
            ranges.get(i).toRange(out[i], 0, n);
        }
        return out;
    }
}
