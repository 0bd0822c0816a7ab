// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.Optional;

import org.scorewalk.engine.InputException;

/**
 * What a figure of particles shall look like.
 *
 * @param kind what is drawn
 * @param steps which steps are drawn
 * @param maxFrames frames at most; more steps are thinned evenly
 * @param facets whether runs are drawn apart
 * @param limits ranges of the axes; found from the data where empty
 * @param panel size and labels of a panel
 * @param points look of the points
 * @param outlineRgb colour of the density's outline
 * @param histogram look of the histogram
 * @param particle the particle whose trajectory is drawn
 * @param title template of the panels' titles; chosen by the kind where empty
 * @param columns panels a row; 0 for a choice by the kind
 * @param memory bytes of rows kept in memory at most
 */
public record PlotSettings(Kind kind, StepChoice steps, int maxFrames, boolean facets, Optional<Viewport> limits,
    PanelStyle panel, Points points, int outlineRgb, Histogram histogram, int particle, Optional<String> title,
    int columns, long memory) {

    /** Frames beyond this make no animation that anybody watches. */
    public static final int MAX_FRAMES = 1000;

    /** Kinds of figures. The constants' names stand in the settings of nodes and never change. */
    public enum Kind {
        /** Panels of points, one a step. */
        STRIP("Strip of frames"),
        /** The coordinates of one particle over the steps. */
        TRAJECTORY("Trajectory of a particle"),
        /** Counts on a grid. */
        HISTOGRAM("Histogram");

        private final String m_label;

        Kind(final String label) {
            m_label = label;
        }

        /** @return its name for people */
        public String label() {
            return m_label;
        }
    }

    /** Checks what can be checked without data. */
    public PlotSettings {
        InputException.check(maxFrames >= 1 && maxFrames <= MAX_FRAMES,
            "The option 'Maximum number of frames' is %d. Set it between 1 and %d.", maxFrames, MAX_FRAMES);
        InputException.check(columns >= 0, "The option 'Panels per row' is %d. Set 0 for an automatic choice, or a"
            + " positive number.", columns);
    }

    /**
     * Look of the points.
     *
     * @param size area of a point in square typographic points, to which an edge of 1.5 points is added, as the scatter
     *            plots of matplotlib do
     * @param alpha opacity
     * @param rgb colour
     */
    public record Points(double size, double alpha, int rgb) {

        /** Largest size: 100 points across. */
        public static final double MAX_SIZE = 10_000;

        private static final double EDGE_POINTS = 1.5;

        /** Checks size and opacity. */
        public Points {
            InputException.check(size > 0 && size <= MAX_SIZE,
                "The option 'Point size' is %s. Set a number above 0 and up to 10000.", size);
            InputException.check(alpha > 0 && alpha <= 1,
                "The option 'Point opacity' is %s. Set a number above 0 and up to 1.", alpha);
        }

        /** @return diameter in pixels at scale 1 */
        double diameter() {
            return (Math.sqrt(size) + EDGE_POINTS) * Fonts.PIXELS_PER_POINT;
        }
    }

    /**
     * Look of the histogram.
     *
     * @param binsX bins of the x axis
     * @param binsY bins of the y axis
     * @param density whether densities are drawn instead of counts
     * @param colors the colours
     * @param commonScale whether all panels share one scale of colours
     */
    public record Histogram(int binsX, int binsY, boolean density, ColorMap colors, boolean commonScale) {

        /** More bins than pixels cannot be seen. */
        public static final int MAX_BINS = 1000;

        /** Checks the numbers of bins. */
        public Histogram {
            InputException.check(binsX >= 1 && binsX <= MAX_BINS && binsY >= 1 && binsY <= MAX_BINS,
                "The numbers of bins are %d and %d. Set 'Bins of the x axis' and 'Bins of the y axis' between 1 and"
                + " %d.", binsX, binsY, MAX_BINS);
        }
    }
}
