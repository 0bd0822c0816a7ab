// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random numbers by name: a generator (xoshiro256++, Blackman and Vigna 2021) for each seed, purpose and index. So the
 * noise of the fifth epoch is the same whether the training was interrupted before or not.
 */
public final class KeyedRandom {

    private KeyedRandom() {
    }

    /**
     * @param seed the user's seed
     * @param purpose what the numbers are for
     * @param index which of several, such as the number of an epoch
     * @return a generator
     */
    public static UniformRandomProvider generator(final long seed, final int purpose, final long index) {
        long state = mix(mix(mix(seed) ^ purpose) ^ index);
        final long[] key = new long[4];
        for (int i = 0; i < key.length; i++) {
            state += 0x9E3779B97F4A7C15L;
            key[i] = mix(state);
        }
        return RandomSource.XO_SHI_RO_256_PP.create(key);
    }

    /**
     * @param seed the user's seed
     * @param purpose what the numbers are for
     * @param index which of several
     * @return standard normals (modified ziggurat method, McFarland 2016)
     */
    public static ContinuousSampler normals(final long seed, final int purpose, final long index) {
        return ZigguratSampler.NormalizedGaussian.of(generator(seed, purpose, index));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014) after its first increment. */
    private static long mix(final long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
