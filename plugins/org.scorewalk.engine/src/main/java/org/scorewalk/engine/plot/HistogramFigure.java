// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;

/**
 * Two-dimensional histograms, one panel a run, exact draws beside the others. The animation shows how they fill: frame
 * k of n holds the first k/n of each run's rows in the table's order.
 */
final class HistogramFigure implements Figure {

    private static final String TITLE = "Iterations: {steps}, Step size: {step size}";

    private static final String EXACT_TITLE = "Exact draws";

    /** Frames of the animation at most: the eye needs no more to see a histogram fill. */
    private static final int FRAMES = 24;

    /** Bins of all panels and frames together at most, 8 bytes each. */
    private static final long MAX_CELLS = 8L << 20;

    private final PlotSettings m_settings;

    private final RunNames m_names;

    private final Panel m_panel;

    private final Outline m_outline;

    private final List<Facet> m_facets = new ArrayList<>();

    private final List<String> m_notes = new ArrayList<>();

    private final int m_frames;

    private final double m_commonMax;

    /** One panel: its parts hold the counts of a slice of the rows each. */
    private static final class Facet {

        private final int m_run;

        private final boolean m_exact;

        private final Spread m_spread = new Spread();

        private long m_rows;

        private long m_seen;

        private Histogram2D[] m_parts;

        Facet(final int run, final boolean exact) {
            m_run = run;
            m_exact = exact;
        }

        Histogram2D upTo(final int frame) {
            final Histogram2D sum = new Histogram2D(m_parts[0].viewport(), m_parts[0].binsX(), m_parts[0].binsY());
            for (int i = 0; i <= frame; i++) {
                sum.add(m_parts[i]);
            }
            return sum;
        }
    }

    /** Finds the panel of a row and whether its step is drawn. */
    private static final class Finder {

        private final Map<Integer, Facet> m_byRun = new HashMap<>();

        private final Map<Integer, int[]> m_steps = new HashMap<>();

        private int m_run;

        private int m_step;

        private boolean m_known;

        private Facet m_facet;

        Facet facet(final int run, final int step) {
            if (!m_known || run != m_run || step != m_step) {
                m_known = true;
                m_run = run;
                m_step = step;
                final int[] steps = m_steps.get(run);
                m_facet = steps == null || Arrays.binarySearch(steps, step) >= 0 ? m_byRun.get(run) : null;
            }
            return m_facet;
        }
    }

    HistogramFigure(final ParticlePlot.Input input, final Survey survey, final Monitor monitor) {
        m_settings = input.settings();
        m_names = input.names();
        final Finder finder = finder(survey);
        final ParticleSource source = input.source();
        source.scan((run, step, particle, x, y) -> {
            final Facet facet = finder.facet(run, step);
            if (facet != null) {
                facet.m_rows++;
                facet.m_spread.add(x, y);
            }
        }, monitor.slice(0, 0.4));
        InputException.check(m_facets.stream().anyMatch(f -> f.m_rows > 0),
            "None of the steps in the option 'Steps' occurs in the table. List steps that were kept.");
        final Viewport viewport = m_settings.limits().orElseGet(() -> {
            final Viewport v = Limits.around(m_facets.stream().map(f -> f.m_spread).toList(), Outline.NONE);
            return m_settings.panel().equalAspect() ? Limits.square(v) : v;
        });
        m_panel = new Panel(m_settings.panel(), viewport, true);
        m_outline = input.outline(viewport, monitor);
        m_frames = count(source, finder, viewport, monitor.slice(0.4, 1));
        double max = 0;
        long outside = 0;
        for (final Facet facet : m_facets) {
            final Histogram2D whole = facet.upTo(m_frames - 1);
            max = Math.max(max, whole.max(m_settings.histogram().density()));
            outside += whole.outside();
        }
        m_commonMax = max;
        ParticlePlot.noteOutside(outside, m_facets.stream().mapToLong(f -> f.m_rows).sum(), m_notes);
    }

    private Finder finder(final Survey survey) {
        final Finder finder = new Finder();
        Facet pooled = null;
        for (final Survey.Run run : survey.runs()) {
            final boolean exact = m_names.isExact(run.number());
            if (pooled == null || m_settings.facets()) {
                pooled = new Facet(run.number(), exact);
                m_facets.add(pooled);
            }
            finder.m_byRun.put(run.number(), pooled);
            if (!m_settings.steps().isAll()) {
                finder.m_steps.put(run.number(), m_settings.steps().of(run.steps()));
            }
        }
        // exact draws are the reference: they come last and stand beside the others
        m_facets.sort((a, b) -> Boolean.compare(a.m_exact, b.m_exact));
        return finder;
    }

    private int count(final ParticleSource source, final Finder finder, final Viewport viewport,
        final Monitor monitor) {
        final int binsX = m_settings.histogram().binsX();
        final int binsY = m_settings.histogram().binsY();
        final long cells = (long)m_facets.size() * binsX * binsY;
        InputException.check(cells <= 4 * MAX_CELLS, "The histograms would have %d bins in %d panels, too many to hold."
            + " Lower 'Bins of the x axis' and 'Bins of the y axis'.", cells, m_facets.size());
        final long most = m_facets.stream().mapToLong(f -> f.m_rows).max().orElse(1);
        final int frames = (int)Math.max(1, Math.min(Math.min(most, MAX_CELLS / cells),
            Math.min(FRAMES, m_settings.maxFrames())));
        for (final Facet facet : m_facets) {
            facet.m_parts = new Histogram2D[frames];
            for (int i = 0; i < frames; i++) {
                facet.m_parts[i] = new Histogram2D(viewport, binsX, binsY);
            }
        }
        source.scan((run, step, particle, x, y) -> {
            final Facet facet = finder.facet(run, step);
            if (facet != null) {
                facet.m_parts[(int)(facet.m_seen++ * frames / facet.m_rows)].add(x, y);
            }
        }, monitor);
        return frames;
    }

    private BufferedImage panel(final Facet facet, final int frame) {
        final BufferedImage image = m_panel.copy();
        final PlotSettings.Histogram style = m_settings.histogram();
        final Histogram2D histogram = facet.upTo(frame);
        double max = style.commonScale() ? m_commonMax : histogram.max(style.density());
        if (!(max > 0)) {
            max = 1;
        }
        fill(image, histogram, max);
        m_panel.colorBar(image, style.colors(), max, style.density() ? "density" : "count");
        final Map<String, String> values = m_names.placeholders(facet.m_run);
        values.put("rows", Long.toString(histogram.inside() + histogram.outside()));
        final String title = m_settings.title().orElse(automatic(facet));
        m_panel.finish(image, Title.fill(title, values), m_outline, m_settings.outlineRgb());
        return image;
    }

    private String automatic(final Facet facet) {
        if (facet.m_exact) {
            return EXACT_TITLE;
        }
        if (m_names.hasSteps(facet.m_run)) {
            return TITLE;
        }
        return m_facets.size() > 1 ? "Run {run}" : "{rows} points";
    }

    private void fill(final BufferedImage image, final Histogram2D histogram, final double max) {
        final PlotSettings.Histogram style = m_settings.histogram();
        final Rectangle area = m_panel.area();
        final int[] pixels = PanelGrid.pixels(image);
        final int[] row = new int[histogram.binsX()];
        int lastBin = -1;
        for (int y = 0; y < area.height; y++) {
            final int j = (int)((area.height - 1 - y + 0.5) / area.height * histogram.binsY());
            if (j != lastBin) {
                lastBin = j;
                for (int i = 0; i < row.length; i++) {
                    row[i] = style.colors().rgb(histogram.value(i, j, style.density()) / max);
                }
            }
            final int to = (area.y + y) * image.getWidth() + area.x;
            for (int x = 0; x < area.width; x++) {
                pixels[to + x] = row[(int)((x + 0.5) / area.width * row.length)];
            }
        }
    }

    @Override
    public int frames() {
        return m_frames;
    }

    @Override
    public BufferedImage frame(final int index, final Monitor monitor) {
        final int side = (int)m_facets.stream().filter(f -> f.m_exact).count();
        final int main = m_facets.size() - side;
        // exact draws alone are no side show
        final int inGrid = main == 0 ? side : main;
        final int columns = m_settings.columns() > 0 ? m_settings.columns() : PanelGrid.square(inGrid);
        final PanelGrid grid =
            new PanelGrid(m_panel.width(), m_panel.height(), inGrid, main == 0 ? 0 : side, columns);
        final BufferedImage sheet = grid.sheet();
        for (int i = 0; i < m_facets.size(); i++) {
            monitor.check();
            grid.put(sheet, i, panel(m_facets.get(i), index));
        }
        return sheet;
    }

    @Override
    public List<String> notes() {
        return List.copyOf(m_notes);
    }
}
