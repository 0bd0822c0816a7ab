// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

/**
 * A score of the form -P (x - m), that of a Gaussian.
 *
 * @param mean m, {@code double[d]}
 * @param precision P, the inverse of the covariance matrix, {@code double[d][d]}
 */
public record LinearScore(double[] mean, double[][] precision) {
}
