// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

/**
 * What a layer does to the weighted sum of its inputs. The names of the constants are stored in model files.
 */
public enum Activation {

    /** The weighted sum itself. */
    LINEAR("None", true),

    /** max(0, x). */
    RELU("ReLU", true),

    /** x where positive, else a small slope times x. */
    LEAKY_RELU("Leaky ReLU", true),

    /** The hyperbolic tangent. */
    TANH("Hyperbolic tangent", false),

    /** The logistic function 1/(1 + exp(-x)). */
    SIGMOID("Sigmoid", false),

    /** x times the logistic function of x (also called Swish). */
    SILU("SiLU", false);

    private final String m_label;

    private final boolean m_piecewiseLinear;

    Activation(final String label, final boolean piecewiseLinear) {
        m_label = label;
        m_piecewiseLinear = piecewiseLinear;
    }

    /**
     * @return the name for people
     */
    public String label() {
        return m_label;
    }

    /**
     * Whether its second derivative is zero almost everywhere, which the gradient penalty needs.
     *
     * @return whether the function consists of straight pieces
     */
    public boolean isPiecewiseLinear() {
        return m_piecewiseLinear;
    }

    /**
     * Applies the function in place.
     *
     * @param x weighted sums on entry, outputs on return
     * @param n how many of them
     * @param slope the slope left of zero, for {@link #LEAKY_RELU}
     * @param slopes receives the derivatives where {@link #needsSlopes()}, else unused
     */
    void apply(final float[] x, final int n, final float slope, final float[] slopes) {
        switch (this) {
            case LINEAR -> { /* nothing to do */ }
            case RELU -> Kernels.relu(x, n);
            case LEAKY_RELU -> Kernels.leakyRelu(x, n, slope);
            case TANH -> Kernels.tanh(x, n);
            case SIGMOID -> Kernels.sigmoid(x, n);
            case SILU -> Kernels.silu(x, n, slopes);
        }
    }

    /**
     * Multiplies gradients by the derivative.
     *
     * @param gradient gradients with respect to the outputs on entry, with respect to the weighted sums on return
     * @param output the outputs that {@link #apply} gave
     * @param slopes the derivatives that {@link #apply} gave where {@link #needsSlopes()}
     * @param n how many of them
     * @param slope the slope left of zero, for {@link #LEAKY_RELU}
     */
    void multiplySlope(final float[] gradient, final float[] output, final float[] slopes, final int n,
        final float slope) {
        switch (this) {
            case LINEAR -> { /* the derivative is 1 */ }
            case RELU -> Kernels.reluSlope(gradient, output, n);
            case LEAKY_RELU -> Kernels.leakyReluSlope(gradient, output, n, slope);
            case TANH -> Kernels.tanhSlope(gradient, output, n);
            case SIGMOID -> Kernels.sigmoidSlope(gradient, output, n);
            case SILU -> Kernels.multiply(gradient, slopes, n);
        }
    }

    /**
     * Whether the derivative cannot be had from the output alone and has to be kept.
     *
     * @return true for {@link #SILU}
     */
    boolean needsSlopes() {
        return this == SILU;
    }
}
