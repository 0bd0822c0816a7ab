// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

/** How the step size changes in the course of a run. The constants' names are stored in workflows and never change. */
public enum StepSchedule {

    /** It stays as given. */
    CONSTANT {
        @Override
        public double factor(final int step, final int total) {
            return 1;
        }
    },

    /**
     * It falls as (1 + 10 t / total)<sup>-1/3</sup>, the rate at which the error of averages over decreasing steps
     * falls fastest (Teh, Thiery and Vollmer 2016).
     */
    POLYNOMIAL {
        @Override
        public double factor(final int step, final int total) {
            return Math.pow(1 + DECAY * step / total, -1.0 / 3);
        }
    },

    /** It falls from the given size to a hundredth of it along half a cosine. */
    COSINE {
        @Override
        public double factor(final int step, final int total) {
            return LEAST + (1 - LEAST) * (1 + Math.cos(Math.PI * Math.min(1, step / (double)total))) / 2;
        }
    };

    private static final double DECAY = 10;

    private static final double LEAST = 0.01;

    /**
     * By what the given step size is multiplied.
     *
     * @param step how many steps have been made
     * @param total how many steps the run has
     * @return a factor of at most 1
     */
    public abstract double factor(int step, int total);
}
