// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

/**
 * What Adam remembers of a network, so that training can go on later as if it had never stopped.
 *
 * @param steps how many steps were made
 * @param means the running means of the gradients, laid out as {@link DenseNetwork#parameters(int)}, one array a layer
 * @param squares the running means of their squares
 */
public record AdamState(int steps, float[][] means, float[][] squares) {

    /**
     * @param network a network
     * @return the state before the first step
     */
    public static AdamState initial(final DenseNetwork network) {
        return new AdamState(0, zeros(network), zeros(network));
    }

    private static float[][] zeros(final DenseNetwork network) {
        final float[][] zeros = new float[network.layers().size()][];
        for (int l = 0; l < zeros.length; l++) {
            zeros[l] = new float[network.layers().get(l).parameters()];
        }
        return zeros;
    }

    /**
     * @param network a network
     * @return whether the arrays have its sizes
     */
    public boolean fits(final DenseNetwork network) {
        boolean fits = steps >= 0 && means.length == network.layers().size() && squares.length == means.length;
        for (int l = 0; fits && l < means.length; l++) {
            final int n = network.layers().get(l).parameters();
            fits = means[l].length == n && squares[l].length == n;
        }
        return fits;
    }
}
