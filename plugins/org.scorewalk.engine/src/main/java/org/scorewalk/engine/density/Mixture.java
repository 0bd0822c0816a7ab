// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.List;

import org.scorewalk.engine.random.RandomStream;

/**
 * The arithmetic of mixtures: log p(x) = log of the sum of v<sub>c</sub> exp(f<sub>c</sub>(x)) over the components c,
 * and the score is the mean of the components' scores with weights in proportion to the terms of that sum. Components
 * are gone through once, with the sums so far in units of the largest term so far, so that nothing overflows and no
 * term that counts is lost. Immutable.
 */
final class Mixture {

    /** The largest number of components. */
    static final int MAX_COMPONENTS = 1000;

    /** One component. */
    interface Component {

        /** f and its gradients for a block. */
        void evaluate(double[][] x, int n, double[] value, double[][] gradient);

        /** The logarithm of the integral of exp(f). */
        double logMass();

        /** Fills particle k with a draw. */
        void draw(double[][] x, int k, RandomStream random);

        /** Where the component lies. */
        double extent();
    }

    private final Component[] m_components;

    /** The logarithms of the normalised components' shares over their masses. */
    private final double[] m_offsets;

    /** The shares of the components before and with each. */
    private final double[] m_cumulative;

    Mixture(final double[] weights, final List<? extends Component> components) {
        checkWeights(weights);
        m_components = components.toArray(Component[]::new);
        m_offsets = new double[weights.length];
        m_cumulative = new double[weights.length];
        final double total = Arrays.stream(weights).sum();
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            m_offsets[c] = Math.log(weights[c]) - Math.log(total) - m_components[c].logMass();
            sum += weights[c];
            m_cumulative[c] = sum / total;
        }
    }

    static void checkWeights(final double[] weights) {
        check(weights.length >= 1 && weights.length <= MAX_COMPONENTS,
            "The mixture has %d components, but it must have between 1 and %d.", weights.length, MAX_COMPONENTS);
        for (int c = 0; c < weights.length; c++) {
            check(weights[c] >= 1e-100 && weights[c] <= 1e100, "The weight of component %d of the mixture is %s, but "
                + "it must be a positive number. Leave out components without weight.", c + 1, weights[c]);
        }
    }

    double extent() {
        return Arrays.stream(m_components).mapToDouble(Component::extent).max().orElseThrow();
    }

    void draw(final double[][] x, final int n, final RandomStream random) {
        for (int k = 0; k < n; k++) {
            final int found = Arrays.binarySearch(m_cumulative, random.nextUniform());
            // a component's share starts at the sum of those before it
            final int c = Math.min(found < 0 ? -found - 1 : found + 1, m_components.length - 1);
            m_components[c].draw(x, k, random);
        }
    }

    /** An evaluator with scratch memory of its own. */
    Evaluator evaluator(final int dimension, final int capacity) {
        return new Evaluator(dimension, capacity);
    }

    final class Evaluator implements BlockEvaluation, BlockScore {

        private final double[][] m_gradient;

        private final double[] m_value;

        /** The largest term so far, and the sum so far in units of it. */
        private final double[] m_largest;

        private final double[] m_sum;

        /** By how much the sums so far shrink, and the new term in units of the new largest. */
        private final double[] m_shrink;

        Evaluator(final int dimension, final int capacity) {
            m_gradient = new double[dimension][capacity];
            m_value = new double[capacity];
            m_largest = new double[capacity];
            m_sum = new double[capacity];
            m_shrink = new double[capacity];
        }

        @Override
        public void score(final double[][] x, final int n, final double[][] out) {
            evaluate(x, n, null, out);
        }

        @Override
        public void evaluate(final double[][] x, final int n, final double[] logDensity, final double[][] score) {
            m_components[0].evaluate(x, n, m_largest, score);
            shift(m_largest, m_offsets[0], n);
            Arrays.fill(m_sum, 0, n, 1);
            for (int c = 1; c < m_components.length; c++) {
                m_components[c].evaluate(x, n, m_value, m_gradient);
                compare(m_value, m_offsets[c], m_largest, m_shrink, n);
                SmallExp.exp(m_value, n);
                SmallExp.exp(m_shrink, n);
                mix(m_sum, m_shrink, m_value, n);
                for (int i = 0; i < score.length; i++) {
                    mix(score[i], m_shrink, m_gradient[i], m_value, n);
                }
            }
            if (m_components.length > 1) {
                for (final var row : score) {
                    divide(row, m_sum, n);
                }
            }
            if (logDensity != null) {
                for (int k = 0; k < n; k++) {
                    logDensity[k] = m_largest[k] + Math.log(m_sum[k]);
                }
            }
        }

        void logDensity(final double[][] x, final int n, final double[] out) {
            m_components[0].evaluate(x, n, out, m_gradient);
            shift(out, m_offsets[0], n);
            Arrays.fill(m_sum, 0, n, 1);
            for (int c = 1; c < m_components.length; c++) {
                m_components[c].evaluate(x, n, m_value, m_gradient);
                compare(m_value, m_offsets[c], out, m_shrink, n);
                SmallExp.exp(m_value, n);
                SmallExp.exp(m_shrink, n);
                mix(m_sum, m_shrink, m_value, n);
            }
            for (int k = 0; k < n; k++) {
                out[k] += Math.log(m_sum[k]);
            }
        }
    }

    private static void shift(final double[] a, final double by, final int n) {
        for (int k = 0; k < n; k++) {
            a[k] += by;
        }
    }

    /** Turns values and largest terms into both relative to the larger of the two, and notes that. */
    private static void compare(final double[] value, final double offset, final double[] largest,
        final double[] shrink, final int n) {
        for (int k = 0; k < n; k++) {
            final double term = value[k] + offset;
            final double larger = Math.max(term, largest[k]);
            shrink[k] = largest[k] - larger;
            value[k] = term - larger;
            largest[k] = larger;
        }
    }

    private static void mix(final double[] sum, final double[] shrink, final double[] term, final int n) {
        for (int k = 0; k < n; k++) {
            sum[k] = sum[k] * shrink[k] + term[k];
        }
    }

    private static void mix(final double[] sum, final double[] shrink, final double[] gradient, final double[] term,
        final int n) {
        for (int k = 0; k < n; k++) {
            sum[k] = sum[k] * shrink[k] + gradient[k] * term[k];
        }
    }

    private static void divide(final double[] a, final double[] by, final int n) {
        for (int k = 0; k < n; k++) {
            a[k] /= by[k];
        }
    }
}
