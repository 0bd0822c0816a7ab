// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.util.List;

/** Medians, spreads and slopes of measurements. */
final class Statistics {

    private Statistics() {
    }

    static double median(final List<Double> values) {
        return quantile(values, 0.5);
    }

    /** A quantile, linear between the two nearest values. */
    static double quantile(final List<Double> values, final double p) {
        final double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        final double place = p * (sorted.length - 1);
        final int below = (int)place;
        return below + 1 < sorted.length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below])
            : sorted[below];
    }

    /** The exponent of a power law through the points, by least squares of the logarithms. */
    static double exponent(final List<Double> x, final List<Double> y) {
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        final int n = x.size();
        for (int i = 0; i < n; i++) {
            final double u = Math.log(x.get(i));
            final double v = Math.log(y.get(i));
            sx += u;
            sy += v;
            sxx += u * u;
            sxy += u * v;
        }
        return (n * sxy - sx * sy) / (n * sxx - sx * sx);
    }
}
