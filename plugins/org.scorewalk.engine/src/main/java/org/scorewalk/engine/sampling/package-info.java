// SPDX-License-Identifier: Apache-2.0

/** Sampling: plans, and the runs that drive the kernels of {@link org.scorewalk.engine.kernel}. */
package org.scorewalk.engine.sampling;
