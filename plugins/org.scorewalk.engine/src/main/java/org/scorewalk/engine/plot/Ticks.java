// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.math.BigDecimal;

/** Round numbers on an axis: steps of 1, 2, 2.5 or 5 times a power of ten. */
final class Ticks {

    private static final double[] MANTISSAS = {1, 2, 2.5, 5, 10};

    private Ticks() {
    }

    /**
     * @param range length of the axis, positive
     * @param intervals intervals between ticks at most
     * @return the smallest round step that makes no more intervals than that
     */
    static double step(final double range, final double intervals) {
        final double raw = range / intervals;
        final int exponent = (int)Math.floor(Math.log10(raw));
        for (final double mantissa : MANTISSAS) {
            final double step = times(mantissa, exponent);
            if (step >= raw * (1 - 1e-9)) {
                return step;
            }
        }
        return times(10, exponent);
    }

    /** Decimal arithmetic for the step, so that 0.1 is the double 0.1. */
    private static double times(final double mantissa, final int exponent) {
        return new BigDecimal(Double.toString(mantissa)).scaleByPowerOfTen(exponent).doubleValue();
    }

    /**
     * A range as a person would set it: some room around the data, ends on round numbers.
     *
     * @param min least value
     * @param max largest value, not less
     * @return two ends, the first smaller
     */
    static double[] roundRange(final double min, final double max) {
        double low = min;
        double high = max;
        final double least = Math.max(Math.abs(low), Math.abs(high)) * 1e-6;
        if (!(high - low > least)) {
            final double half = least > 0 ? Math.max(Math.abs(low), Math.abs(high)) * 0.5 : 0.5;
            low -= half;
            high += half;
        }
        if (!Double.isFinite((high - low) * 2)) {
            return new double[]{low, high}; // refused by Viewport
        }
        final double room = (high - low) * 0.03;
        final double step = step(high - low, 6);
        return new double[]{multiple(Math.floor((low - room) / step), step),
            multiple(Math.ceil((high + room) / step), step)};
    }

    /** Decimal arithmetic again: 3 times 0.2 is 0.6, not 0.6000000000000001. */
    private static double multiple(final double n, final double step) {
        return new BigDecimal(n).multiply(new BigDecimal(Double.toString(step))).doubleValue();
    }
}
