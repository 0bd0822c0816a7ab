// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

/**
 * The score of a density smoothed by Gaussian noise: of p convolved with a normal density whose standard deviation is
 * sigma times a scale of each coordinate. Large noise joins what lies apart, so particles that follow the noise from
 * large to small find all of the density (annealed Langevin dynamics). Immutable.
 */
public interface NoiseConditionalScore {

    /**
     * The levels for which the score is known; the least one hardly changes the density, the greatest one hides its
     * form.
     *
     * @return the range, and into how many levels it is best divided
     */
    NoiseLevels levels();

    /**
     * Where the density has its middle.
     *
     * @return a copy, one mean a coordinate
     */
    double[] centre();

    /**
     * How wide the density is, which is the unit of noise.
     *
     * @return a copy, one positive standard deviation a coordinate
     */
    double[] scale();

    /**
     * The score as one thread's hot path uses it.
     *
     * @return an evaluator for use by one thread at a time
     */
    BlockNoiseScore noiseScore();
}
