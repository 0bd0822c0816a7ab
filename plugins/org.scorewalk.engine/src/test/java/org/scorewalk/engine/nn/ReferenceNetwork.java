// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import java.util.List;

/** A dense network in double precision, written as plainly as possible: what the fast one is compared with. */
public final class ReferenceNetwork {

    public final List<DenseLayer> m_layers;

    public final double[][] m_parameters;

    public ReferenceNetwork(final DenseNetwork network) {
        m_layers = network.layers();
        m_parameters = new double[m_layers.size()][];
        for (int l = 0; l < m_parameters.length; l++) {
            final float[] p = network.parameters(l);
            m_parameters[l] = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                m_parameters[l][i] = p[i];
            }
        }
    }

    public static double activate(final DenseLayer layer, final double x) {
        return switch (layer.activation()) {
            case LINEAR -> x;
            case RELU -> x > 0 ? x : 0;
            case LEAKY_RELU -> x > 0 ? x : layer.slope() * x;
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SILU -> x / (1 + Math.exp(-x));
        };
    }

    public static double slope(final DenseLayer layer, final double x) {
        final double s = 1 / (1 + Math.exp(-x));
        return switch (layer.activation()) {
            case LINEAR -> 1;
            case RELU -> x > 0 ? 1 : 0;
            case LEAKY_RELU -> x > 0 ? 1 : layer.slope();
            case TANH -> 1 - Math.tanh(x) * Math.tanh(x);
            case SIGMOID -> s * (1 - s);
            case SILU -> s + x * s * (1 - s);
        };
    }

    private double[] sums(final int l, final double[] x) {
        final DenseLayer layer = m_layers.get(l);
        final double[] y = new double[layer.outputs()];
        for (int j = 0; j < y.length; j++) {
            y[j] = m_parameters[l][layer.inputs() * layer.outputs() + j];
            for (int i = 0; i < x.length; i++) {
                y[j] += x[i] * m_parameters[l][i * layer.outputs() + j];
            }
        }
        return y;
    }

    public double[] apply(final double[] x) {
        double[] y = x;
        for (int l = 0; l < m_layers.size(); l++) {
            y = sums(l, y);
            for (int j = 0; j < y.length; j++) {
                y[j] = activate(m_layers.get(l), y[j]);
            }
        }
        return y;
    }

    /** The gradient of the sum of weight times output with respect to the inputs. */
    public double[] inputGradient(final double[] x, final double[] outputWeights) {
        return gradient(0, x, outputWeights);
    }

    private double[] gradient(final int l, final double[] x, final double[] outputWeights) {
        if (l == m_layers.size()) {
            return outputWeights;
        }
        final DenseLayer layer = m_layers.get(l);
        final double[] sums = sums(l, x);
        final double[] y = new double[sums.length];
        for (int j = 0; j < y.length; j++) {
            y[j] = activate(layer, sums[j]);
        }
        final double[] above = gradient(l + 1, y, outputWeights);
        final double[] g = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                g[i] += above[j] * slope(layer, sums[j]) * m_parameters[l][i * layer.outputs() + j];
            }
        }
        return g;
    }

    /** The derivative of the outputs along a direction, by central differences. */
    public double[] derivative(final double[] x, final double[] direction) {
        final double h = 1e-5;
        final double[] up = x.clone();
        final double[] down = x.clone();
        for (int i = 0; i < x.length; i++) {
            up[i] += h * direction[i];
            down[i] -= h * direction[i];
        }
        final double[] a = apply(up);
        final double[] b = apply(down);
        for (int j = 0; j < a.length; j++) {
            a[j] = (a[j] - b[j]) / (2 * h);
        }
        return a;
    }
}
