// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

/**
 * A geometric schedule of noise levels (Song and Ermon 2019, section 4): standard deviations of Gaussian noise, each
 * the same fraction of the one before, in units of the scale of {@link NoiseConditionalScore#scale()}.
 *
 * @param largest the first level
 * @param smallest the last level, below the first
 * @param count how many levels, the first and the last included
 */
public record NoiseLevels(double largest, double smallest, int count) {

    /** The most levels. */
    public static final int MAX_COUNT = 10_000;

    /** Checks the numbers. */
    public NoiseLevels {
        check(largest <= 1e6 && smallest >= 1e-6 && smallest < largest,
            "The noise levels go from %s to %s, but they must fall, from at most 1000000 to at least 0.000001. Choose "
                + "others for 'Largest noise' and 'Smallest noise'.", largest, smallest);
        check(count >= 2 && count <= MAX_COUNT, "The number of noise levels is %d, but it must lie between 2 and %d.",
            count, MAX_COUNT);
    }

    /**
     * @param level the number of a level, from 0
     * @return its standard deviation
     */
    public double sigma(final int level) {
        return at(level / (count - 1.0));
    }

    /**
     * @param part from 0, the largest level, to 1, the smallest
     * @return the standard deviation there, on the logarithmic scale
     */
    public double at(final double part) {
        return largest * Math.exp(part * Math.log(smallest / largest));
    }

    /**
     * @param other how many levels
     * @return the same range in other steps
     */
    public NoiseLevels withCount(final int other) {
        return new NoiseLevels(largest, smallest, other);
    }
}
