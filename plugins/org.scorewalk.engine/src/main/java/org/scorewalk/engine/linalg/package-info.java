// SPDX-License-Identifier: Apache-2.0

/** Covariance matrices, and vectors and matrices as people type them. */
package org.scorewalk.engine.linalg;
