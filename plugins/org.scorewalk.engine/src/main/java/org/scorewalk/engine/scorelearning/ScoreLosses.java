// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

/**
 * Losses of some steps.
 *
 * @param step the number of the last of these steps, from 1
 * @param loss the mean loss of these steps
 * @param validation the loss on rows that are not learned from, or NaN where there are none
 * @param seconds since training began
 */
public record ScoreLosses(int step, double loss, double validation, double seconds) {
}
