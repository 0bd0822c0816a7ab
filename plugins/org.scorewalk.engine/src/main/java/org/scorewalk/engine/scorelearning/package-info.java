// SPDX-License-Identifier: Apache-2.0
/**
 * Scores learned from data: denoising and sliced score matching over a range of noise levels, and the density that
 * comes of it, which annealed Langevin dynamics samples.
 */
package org.scorewalk.engine.scorelearning;
