// SPDX-License-Identifier: Apache-2.0
/** Whether chains have converged, how much they are worth, and how far a sample is from another or from a target. */
package org.scorewalk.engine.diagnostics;
