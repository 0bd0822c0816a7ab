// SPDX-License-Identifier: Apache-2.0

/** Streams of random numbers that depend on the seed alone, never on threads. */
package org.scorewalk.engine.random;
