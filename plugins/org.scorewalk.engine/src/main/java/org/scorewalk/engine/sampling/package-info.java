// SPDX-License-Identifier: Apache-2.0

/** Sampling: kernels that move blocks of particles, and the runs that drive them. */
package org.scorewalk.engine.sampling;
