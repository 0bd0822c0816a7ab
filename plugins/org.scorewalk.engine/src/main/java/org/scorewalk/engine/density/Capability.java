// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

/** What a density can do beyond giving its score. The constants' names are stored in workflows and never change. */
public enum Capability {

    /** The logarithm of the density can be evaluated, up to a constant. */
    LOG_DENSITY,

    /** Independent draws from the density itself can be made. */
    EXACT_DRAWS,

    /** The score is known for the density smoothed by Gaussian noise of any given level. */
    NOISE_CONDITIONAL_SCORE,

    /** A part of the log-density is a sum over rows of data, some of which can be looked at alone. */
    DATA_TERM
}
