// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

/**
 * Options of the optimiser Adam (Kingma and Ba 2015).
 *
 * @param learningRate the step size
 * @param beta1 decay of the running mean of the gradients, in [0, 1)
 * @param beta2 decay of the running mean of their squares, in [0, 1)
 * @param epsilon added to the bias-corrected root, as PyTorch does
 */
public record AdamSettings(double learningRate, double beta1, double beta2, double epsilon) {

    /**
     * The scalars of one step. With c1 = 1 - beta1^t and c2 = 1 - beta2^t the update is
     * {@code p -= (rate/c1) m / (sqrt(v/c2) + epsilon)}; both fractions are multiplied by sqrt(c2) so that the loop
     * needs no division more.
     */
    record Step(float beta1, float oneMinusBeta1, float beta2, float oneMinusBeta2, float rate, float epsilon) {
    }

    /**
     * @param t the number of the step, from 1
     * @return its scalars
     */
    Step step(final int t) {
        return step(t, 1);
    }

    /**
     * @param t the number of the step, from 1
     * @param factor by what the learning rate is multiplied
     * @return its scalars
     */
    Step step(final int t, final double factor) {
        final double root = Math.sqrt(1 - Math.pow(beta2, t));
        return new Step((float)beta1, (float)(1 - beta1), (float)beta2, (float)(1 - beta2),
            (float)(factor * learningRate * root / (1 - Math.pow(beta1, t))), (float)(epsilon * root));
    }
}
