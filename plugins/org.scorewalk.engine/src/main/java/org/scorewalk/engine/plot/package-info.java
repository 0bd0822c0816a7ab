// SPDX-License-Identifier: Apache-2.0
/**
 * Figures of particles: strips of frames, trajectories, two-dimensional histograms, and their animations. JFreeChart
 * draws axes and ticks; clouds of points and histograms are written straight into the pixels of the plot area, ten
 * times faster than one shape a point. Headless, deterministic, no windows.
 */
package org.scorewalk.engine.plot;
