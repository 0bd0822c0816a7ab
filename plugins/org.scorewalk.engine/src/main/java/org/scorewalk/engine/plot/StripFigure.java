// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.image.ImageLimits;

/**
 * Clouds of particles, one panel a step: one row of panels a run. The animation shows the steps one after the other,
 * with the runs side by side; a run with fewer steps rests at its last one.
 */
final class StripFigure implements Figure {

    /** Title of a panel, where the user gives none. */
    static final String TITLE = "Langevin Sampler at t={step}";

    private static final String EXACT_TITLE = "Exact draws, t={step}";

    private final PlotSettings m_settings;

    private final Panel m_panel;

    private final Outline m_outline;

    private final RunNames m_names;

    private final List<Row> m_rows = new ArrayList<>();

    private final List<String> m_notes = new ArrayList<>();

    /** The frames of one run: step numbers and their clouds. */
    private record Row(int run, int[] steps, PointCloud[] clouds) {
    }

    StripFigure(final ParticlePlot.Input input, final Survey survey, final Monitor monitor) {
        m_settings = input.settings();
        m_names = input.names();
        final Map<Integer, Row> byRun = rows(survey);
        final Outline curves = input.outline();
        final Viewport viewport = input.settings().limits()
            .orElseGet(() -> limits(input, byRun, curves, monitor.slice(0, 0.4)));
        m_panel = new Panel(m_settings.panel(), viewport, false);
        m_outline = input.outline(viewport, monitor);
        checkSize();
        draw(input.source(), byRun, monitor.slice(0.4, 1));
        long points = 0;
        long outside = 0;
        for (final Row row : m_rows) {
            for (final PointCloud cloud : row.clouds()) {
                points += cloud.points();
                outside += cloud.outside();
            }
        }
        ParticlePlot.noteOutside(outside, points, m_notes);
    }

    private Map<Integer, Row> rows(final Survey survey) {
        final Map<Integer, Row> byRun = new HashMap<>();
        if (m_settings.facets()) {
            for (final Survey.Run run : survey.runs()) {
                addRow(byRun, run.number(), run.steps());
            }
        } else {
            final int[] all = survey.runs().stream().flatMapToInt(r -> java.util.Arrays.stream(r.steps())).sorted()
                .distinct().toArray();
            addRow(byRun, survey.runs().iterator().next().number(), all);
            survey.runs().forEach(run -> byRun.put(run.number(), m_rows.get(0)));
        }
        InputException.check(!m_rows.isEmpty(),
            "None of the steps in the option 'Steps' occurs in the table. List steps that were kept.");
        final int[] missing = m_settings.steps().missing(survey.runs());
        if (missing.length > 0) {
            m_notes.add("Step " + missing[0] + (missing.length > 1 ? " and " + (missing.length - 1) + " others" : "")
                + " of the option 'Steps' is not in the table.");
        }
        return byRun;
    }

    private void addRow(final Map<Integer, Row> byRun, final int run, final int[] available) {
        final int[] chosen = m_settings.steps().of(available);
        final int[] steps = StepChoice.thin(chosen, m_settings.maxFrames());
        if (steps.length < chosen.length && !m_settings.steps().isAll() && m_notes.isEmpty()) {
            m_notes.add(steps.length + " of " + chosen.length
                + " steps that the option 'Steps' lists are drawn, evenly spaced, as the option 'Maximum number of "
                + "frames' says.");
        }
        if (steps.length > 0) {
            final Row row = new Row(run, steps, new PointCloud[steps.length]);
            m_rows.add(row);
            byRun.put(run, row);
        }
    }

    private static Viewport limits(final ParticlePlot.Input input, final Map<Integer, Row> byRun,
        final Outline curves, final Monitor monitor) {
        final Map<Row, Spread[]> spreads = new HashMap<>();
        byRun.values().forEach(row -> spreads.computeIfAbsent(row, r -> new Spread[r.steps().length]));
        final Finder<Spread> finder = new Finder<>(byRun, spreads);
        input.source().scan((run, step, particle, x, y) -> {
            final int frame = finder.frame(run, step);
            if (frame >= 0) {
                if (finder.m_row[frame] == null) {
                    finder.m_row[frame] = new Spread();
                }
                finder.m_row[frame].add(x, y);
            }
        }, monitor);
        final List<Spread> all = new ArrayList<>();
        for (final Spread[] row : spreads.values()) {
            for (final Spread spread : row) {
                if (spread != null) {
                    all.add(spread);
                }
            }
        }
        final Viewport viewport = Limits.around(all, curves);
        return input.settings().panel().equalAspect() ? Limits.square(viewport) : viewport;
    }

    private void draw(final ParticleSource source, final Map<Integer, Row> byRun, final Monitor monitor) {
        final Dots dots = new Dots(m_settings.points().diameter() * m_panel.scale(), m_settings.points().alpha());
        final Map<Row, PointCloud[]> clouds = new HashMap<>();
        final int width = m_panel.area().width;
        final int height = m_panel.area().height;
        for (final Row row : m_rows) {
            for (int i = 0; i < row.clouds().length; i++) {
                row.clouds()[i] = new PointCloud(m_panel.viewport(), width, height, dots);
            }
            clouds.put(row, row.clouds());
        }
        final Finder<PointCloud> finder = new Finder<>(byRun, clouds);
        source.scan((run, step, particle, x, y) -> {
            final int frame = finder.frame(run, step);
            if (frame >= 0) {
                finder.m_row[frame].add(x, y);
            }
        }, monitor);
    }

    /** Finds the frame of a row of the table; neighbours mostly share it. */
    private static final class Finder<T> {

        private final Map<Integer, Row> m_byRun;

        private final Map<Row, T[]> m_items;

        private int m_run;

        private int m_step;

        private int m_frame = -2;

        private T[] m_row;

        Finder(final Map<Integer, Row> byRun, final Map<Row, T[]> items) {
            m_byRun = byRun;
            m_items = items;
        }

        int frame(final int run, final int step) {
            if (m_frame == -2 || run != m_run || step != m_step) {
                m_run = run;
                m_step = step;
                final Row row = m_byRun.get(run);
                m_frame = row == null ? -1 : Math.max(-1, java.util.Arrays.binarySearch(row.steps(), step));
                m_row = row == null ? null : m_items.get(row);
            }
            return m_frame;
        }
    }

    private void checkSize() {
        final long clouds = m_rows.stream().mapToLong(r -> r.steps().length).sum();
        InputException.check(clouds * m_panel.width() * m_panel.height() <= ImageLimits.MAX_PIXELS,
            "The figure would have %d panels of %d x %d pixels, too many to draw. Lower 'Maximum number of frames',"
            + " 'Panel width', 'Panel height' or 'Resolution factor'.", clouds, m_panel.width(), m_panel.height());
    }

    private BufferedImage panel(final Row row, final int frame) {
        final BufferedImage image = m_panel.copy();
        row.clouds()[frame].blend(PanelGrid.pixels(image), image.getWidth(), m_panel.area().x, m_panel.area().y,
            m_settings.points().rgb());
        final Map<String, String> values = m_names.placeholders(row.run());
        values.put("step", Integer.toString(row.steps()[frame]));
        values.put("rows", Long.toString(row.clouds()[frame].points()));
        final String automatic = (m_rows.size() > 1 ? "Run {run}: " : "")
            + (m_settings.facets() && m_names.isExact(row.run()) ? EXACT_TITLE : TITLE);
        m_panel.finish(image, Title.fill(m_settings.title().orElse(automatic), values), m_outline,
            m_settings.outlineRgb());
        return image;
    }

    @Override
    public BufferedImage image(final Monitor monitor) {
        final int most = frames();
        final int rows = m_rows.size();
        int columns = m_settings.columns();
        if (columns == 0 || rows > 1) {
            columns = rows > 1 || (long)most * m_panel.width() <= ImageLimits.MAX_SIDE ? most : PanelGrid.square(most);
        }
        final PanelGrid grid = new PanelGrid(m_panel.width(), m_panel.height(), rows * most, 0, columns);
        final BufferedImage sheet = grid.sheet();
        for (int r = 0; r < rows; r++) {
            for (int f = 0; f < m_rows.get(r).steps().length; f++) {
                monitor.check();
                grid.put(sheet, r * most + f, panel(m_rows.get(r), f));
            }
        }
        return sheet;
    }

    @Override
    public int frames() {
        return m_rows.stream().mapToInt(r -> r.steps().length).max().orElseThrow();
    }

    @Override
    public BufferedImage frame(final int index, final Monitor monitor) {
        if (m_rows.size() == 1) {
            return panel(m_rows.get(0), index);
        }
        final int n = m_rows.size();
        final int columns = m_settings.columns() > 0 ? m_settings.columns() : PanelGrid.square(n);
        final PanelGrid grid = new PanelGrid(m_panel.width(), m_panel.height(), n, 0, columns);
        final BufferedImage sheet = grid.sheet();
        for (int r = 0; r < n; r++) {
            monitor.check();
            grid.put(sheet, r, panel(m_rows.get(r), Math.min(index, m_rows.get(r).steps().length - 1)));
        }
        return sheet;
    }

    @Override
    public List<String> notes() {
        return List.copyOf(m_notes);
    }
}
