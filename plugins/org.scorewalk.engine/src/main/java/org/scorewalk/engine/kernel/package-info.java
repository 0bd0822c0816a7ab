// SPDX-License-Identifier: Apache-2.0
/** Markov kernels on blocks of particles, and warm-up that adapts their step size and metric. Knows no runs. */
package org.scorewalk.engine.kernel;
