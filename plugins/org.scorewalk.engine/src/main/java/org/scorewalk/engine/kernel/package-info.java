// SPDX-License-Identifier: Apache-2.0
/** Markov kernels beyond unadjusted Langevin dynamics, with warm-up that adapts step size and metric. */
package org.scorewalk.engine.kernel;
