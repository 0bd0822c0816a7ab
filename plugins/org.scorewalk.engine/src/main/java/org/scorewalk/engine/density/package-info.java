// SPDX-License-Identifier: Apache-2.0

/** Densities: their scores, log-densities and exact draws, and how they are stored. */
package org.scorewalk.engine.density;
