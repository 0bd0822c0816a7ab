// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.image.ImageLimits;

/**
 * The coordinates of one particle over the steps, one panel an axis, one row of panels a run; or all runs in one row,
 * each with its colour. The animation lets the curves grow.
 */
final class TrajectoryFigure implements Figure {

    /** Colours that people with any colour vision tell apart (M. Okabe, K. Ito, 2008), the darkest first. */
    private static final int[] COLORS =
        {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0xF0E442};

    private static final int COLUMNS = 4096;

    /** Frames of the animation at most. */
    private static final int FRAMES = 60;

    private final PlotSettings m_settings;

    private final RunNames m_names;

    private final List<Curve> m_curves = new ArrayList<>();

    private final Panel[] m_panels = new Panel[2];

    private final int m_rows;

    private final int m_frames;

    private final List<String> m_notes = new ArrayList<>();

    /** One run's curves. */
    private record Curve(int run, LineSketch[] axes) {
    }

    TrajectoryFigure(final ParticlePlot.Input input, final Survey survey, final Monitor monitor) {
        m_settings = input.settings();
        m_names = input.names();
        int from = Integer.MAX_VALUE;
        int to = Integer.MIN_VALUE;
        int most = 1;
        final Map<Integer, Curve> byRun = new LinkedHashMap<>();
        final Map<Integer, int[]> chosen = new LinkedHashMap<>();
        for (final Survey.Run run : survey.runs()) {
            final int[] steps = m_settings.steps().of(run.steps());
            if (steps.length > 0) {
                from = Math.min(from, steps[0]);
                to = Math.max(to, steps[steps.length - 1]);
                most = Math.max(most, steps.length);
                chosen.put(run.number(), steps);
                byRun.put(run.number(), new Curve(run.number(), new LineSketch[]{
                    new LineSketch(steps[0], steps[steps.length - 1], COLUMNS),
                    new LineSketch(steps[0], steps[steps.length - 1], COLUMNS)}));
            }
        }
        InputException.check(!byRun.isEmpty(),
            "None of the steps in the option 'Steps' occurs in the table. List steps that were kept.");
        read(input.source(), byRun, chosen, monitor);
        byRun.values().stream().filter(c -> !c.axes()[0].isEmpty()).forEach(m_curves::add);
        m_rows = m_settings.facets() ? m_curves.size() : 1;
        m_frames = Math.min(Math.min(FRAMES, m_settings.maxFrames()), most);
        makePanels(from, to);
    }

    private void read(final ParticleSource source, final Map<Integer, Curve> byRun, final Map<Integer, int[]> chosen,
        final Monitor monitor) {
        final boolean all = m_settings.steps().isAll();
        final int particle = m_settings.particle();
        final int[] range = {Integer.MAX_VALUE, Integer.MIN_VALUE};
        source.scan((run, step, number, x, y) -> {
            range[0] = Math.min(range[0], number);
            range[1] = Math.max(range[1], number);
            if (number == particle && byRun.containsKey(run)
                && (all || java.util.Arrays.binarySearch(chosen.get(run), step) >= 0)) {
                final LineSketch[] axes = byRun.get(run).axes();
                axes[0].add(step, x);
                axes[1].add(step, y);
            }
        }, monitor);
        InputException.check(byRun.values().stream().anyMatch(c -> !c.axes()[0].isEmpty()),
            "Particle %d does not occur in the table. Set the option 'Particle' to a number from %d to %d.",
            particle, range[0], range[1]);
    }

    private void makePanels(final int from, final int to) {
        final double[] steps = from == to ? new double[]{from - 0.5, from + 0.5} : new double[]{from, to};
        final PanelStyle style = m_settings.panel();
        for (int axis = 0; axis < 2; axis++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (final Curve curve : m_curves) {
                min = Math.min(min, curve.axes()[axis].min());
                max = Math.max(max, curve.axes()[axis].max());
            }
            double[] range = Ticks.roundRange(min, max);
            if (m_settings.limits().isPresent()) {
                final Viewport limits = m_settings.limits().get();
                range = axis == 0 ? new double[]{limits.xMin(), limits.xMax()}
                    : new double[]{limits.yMin(), limits.yMax()};
            }
            m_panels[axis] = new Panel(
                new PanelStyle(style.width(), style.height(), style.scale(), "step",
                    axis == 0 ? style.xLabel() : style.yLabel(), false),
                new Viewport(steps[0], steps[1], range[0], range[1]), false);
        }
        InputException.check((long)m_rows * 2 * m_panels[0].width() * m_panels[0].height() <= ImageLimits.MAX_PIXELS,
            "The figure would have %d panels, too many to draw. Lower 'Panel width' or 'Panel height', or switch off"
            + " 'One panel per run'.", 2 * m_rows);
    }

    private BufferedImage panel(final int row, final int axis, final double share) {
        final Panel panel = m_panels[axis];
        final BufferedImage image = panel.copy();
        final Rectangle area = panel.area();
        final Graphics2D g = image.createGraphics();
        try {
            Fonts.smooth(g);
            final int s = panel.scale();
            g.setStroke(new BasicStroke(1.2f * s, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            final double grown = Math.min(area.width, area.width * share + 1);
            g.setClip(new Rectangle2D.Double(area.x, area.y, grown, area.height));
            final boolean apart = m_settings.facets();
            for (int c = apart ? row : 0; c < (apart ? row + 1 : m_curves.size()); c++) {
                g.setColor(new Color(color(c)));
                g.draw(m_curves.get(c).axes()[axis].path(panel.viewport(), area.x, area.y, area.width, area.height));
            }
            g.setClip(null);
            if (!apart && m_curves.size() > 1) {
                legend(g, area, s);
            }
        } finally {
            g.dispose();
        }
        panel.finish(image, title(row, axis), Outline.NONE, 0);
        return image;
    }

    private int color(final int curve) {
        return m_settings.facets() || m_curves.size() == 1 ? m_settings.points().rgb() : COLORS[curve % COLORS.length];
    }

    /** Names of the runs in their colours, on translucent paper at the upper right. */
    private void legend(final Graphics2D g, final Rectangle area, final int s) {
        final int line = 16 * s;
        final int shown = Math.min(m_curves.size(), COLORS.length);
        final int width = 74 * s;
        final int left = area.x + area.width - width - 6 * s;
        final int top = area.y + 6 * s;
        g.setColor(new Color(255, 255, 255, 200));
        g.fillRect(left, top, width, line * shown + 4 * s);
        g.setFont(Fonts.sans(9).deriveFont((float)(9 * Fonts.PIXELS_PER_POINT * s)));
        for (int c = 0; c < shown; c++) {
            g.setColor(new Color(COLORS[c]));
            g.fillRect(left + 4 * s, top + line * c + line / 2, 14 * s, 2 * s);
            g.setColor(Color.BLACK);
            g.drawString("run " + m_curves.get(c).run(), left + 23 * s, top + line * c + line / 2 + 6 * s);
        }
    }

    private String title(final int row, final int axis) {
        final int run = m_curves.get(row).run();
        final Map<String, String> values = m_names.placeholders(run);
        values.put("particle", Integer.toString(m_settings.particle()));
        values.put("axis", axis == 0 ? m_settings.panel().xLabel() : m_settings.panel().yLabel());
        final String automatic = m_rows > 1 ? "Run {run}: particle {particle}" : "Particle {particle}";
        return Title.fill(m_settings.title().orElse(automatic), values);
    }

    @Override
    public int frames() {
        return m_frames;
    }

    @Override
    public BufferedImage frame(final int index, final Monitor monitor) {
        // with as many frames as steps, each frame ends at a step
        final double share = m_frames == 1 ? 1 : (double)index / (m_frames - 1);
        final PanelGrid grid = new PanelGrid(m_panels[0].width(), m_panels[0].height(), 2 * m_rows, 0, 2);
        final BufferedImage sheet = grid.sheet();
        for (int row = 0; row < m_rows; row++) {
            for (int axis = 0; axis < 2; axis++) {
                monitor.check();
                grid.put(sheet, 2 * row + axis, panel(row, axis, share));
            }
        }
        return sheet;
    }

    @Override
    public List<String> notes() {
        return List.copyOf(m_notes);
    }
}
