// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

/**
 * Losses of some iterations.
 *
 * @param epoch the epoch, from 1
 * @param iteration the last iteration, counted from 1 over all epochs
 * @param discriminator the mean of the discriminator's loss
 * @param generator the mean of the generator's loss; NaN if it made no step
 * @param seconds since training began
 */
public record LossRow(int epoch, long iteration, double discriminator, double generator, double seconds) {
}
