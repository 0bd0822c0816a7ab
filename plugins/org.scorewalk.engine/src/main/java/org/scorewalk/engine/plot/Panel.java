// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;

import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The empty panel of a figure: paper, axes with ticks and labels, and the plot area whose pixels the data layers write.
 * The axes are drawn once by JFreeChart and copied for each frame. The plot area lies on whole pixels.
 */
final class Panel {

    private static final Color INK = Color.BLACK;

    private static final double TITLE_POINTS = 12;

    private static final double LABEL_POINTS = 10;

    /** Room for the title above the plot area, and at the right, in pixels at scale 1. */
    private static final int TOP = 36;

    private static final int RIGHT = 16;

    private static final int COLOR_BAR = 78;

    private static final int EDGE = 4;

    private final PanelStyle m_style;

    private final Viewport m_viewport;

    /** Width at scale 1. */
    private final int m_width;

    private final Rectangle m_area;

    private final BufferedImage m_empty;

    /**
     * @param style size and labels
     * @param viewport the ranges of the axes
     * @param colorBar whether to add room for a colour bar at the right of the panel
     */
    Panel(final PanelStyle style, final Viewport viewport, final boolean colorBar) {
        m_style = style;
        m_viewport = viewport;
        m_width = style.width() + (colorBar ? COLOR_BAR : 0);
        m_empty = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = m_empty.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width(), height());
            Fonts.smooth(g);
            g.scale(style.scale(), style.scale());
            final NumberAxis x = axis(style.xLabel(), viewport.xMin(), viewport.xMax());
            final NumberAxis y = axis(style.yLabel(), viewport.yMin(), viewport.yMax());
            final Rectangle inner = layout(g, x, y, RIGHT + (colorBar ? COLOR_BAR : 0));
            drawAxes(g, x, y, inner);
            final int s = style.scale();
            m_area = new Rectangle(inner.x * s, inner.y * s, inner.width * s, inner.height * s);
        } finally {
            g.dispose();
        }
    }

    private static NumberAxis axis(final String label, final double min, final double max) {
        final NumberAxis axis = new NumberAxis(label.isBlank() ? null : label);
        // a hair wider, so that rounding does not take the ticks at both ends away
        final double hair = (max - min) * 1e-9;
        axis.setRange(min - hair, max + hair);
        final Font font = Fonts.sans(LABEL_POINTS);
        axis.setTickLabelFont(font);
        axis.setLabelFont(font);
        axis.setTickLabelPaint(INK);
        axis.setLabelPaint(INK);
        axis.setTickMarkPaint(INK);
        axis.setTickMarkStroke(new BasicStroke(1f));
        axis.setTickMarkInsideLength(0);
        axis.setTickMarkOutsideLength(4.5f);
        axis.setAxisLineVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
        axis.setLabelInsets(new RectangleInsets(2, 2, 2, 2));
        return axis;
    }

    /** Finds the plot area: what titles and tick labels leave, in the given aspect, centred. */
    private Rectangle layout(final Graphics2D g, final NumberAxis x, final NumberAxis y, final int right) {
        final double roomX = m_width - right - 60.0;
        final double roomY = m_style.height() - TOP - 50.0;
        double unitsX = m_viewport.width() / Math.max(2, roomX / 48);
        double unitsY = m_viewport.height() / Math.max(2, roomY / 40);
        if (m_style.equalAspect()) {
            unitsX = Math.max(unitsX, unitsY);
            unitsY = unitsX;
        }
        ticks(x, Ticks.step(unitsX, 1));
        ticks(y, Ticks.step(unitsY, 1));
        final Rectangle2D whole = new Rectangle2D.Double(0, 0, m_width, m_style.height());
        final XYPlot plot = new XYPlot(null, x, y, null);
        final AxisSpace left = y.reserveSpace(g, plot, whole, RectangleEdge.LEFT, null);
        final AxisSpace bottom = x.reserveSpace(g, plot, whole, RectangleEdge.BOTTOM, null);
        final int halfLabel = (int)Math.ceil(labelWidth(g, x) / 2) + 2;
        final int fromX = Math.max((int)Math.ceil(left.getLeft()) + EDGE, halfLabel);
        final int toX = m_width - Math.max(right, halfLabel);
        final int fromY = TOP;
        final int toY = m_style.height() - (int)Math.ceil(bottom.getBottom()) - EDGE;
        int w = Math.max(8, toX - fromX);
        int h = Math.max(8, toY - fromY);
        int shiftX = 0;
        int shiftY = 0;
        if (m_style.equalAspect()) {
            final double unit = Math.min(w / m_viewport.width(), h / m_viewport.height());
            final int fitW = Math.max(1, (int)Math.round(unit * m_viewport.width()));
            final int fitH = Math.max(1, (int)Math.round(unit * m_viewport.height()));
            shiftX = (w - fitW) / 2;
            shiftY = (h - fitH) / 2;
            w = fitW;
            h = fitH;
        }
        return new Rectangle(fromX + shiftX, fromY + shiftY, w, h);
    }

    /** Width of the wider one of the labels at both ends, which stick out of the plot area by half. */
    private static double labelWidth(final Graphics2D g, final NumberAxis axis) {
        final var metrics = g.getFontMetrics(axis.getTickLabelFont());
        final NumberTickUnit unit = axis.getTickUnit();
        return Math.max(metrics.getStringBounds(unit.valueToString(axis.getRange().getLowerBound()), g).getWidth(),
            metrics.getStringBounds(unit.valueToString(axis.getRange().getUpperBound()), g).getWidth());
    }

    private static void ticks(final NumberAxis axis, final double step) {
        final DecimalFormat format = format(step, axis.getRange().getLowerBound(), axis.getRange().getUpperBound());
        axis.setTickUnit(new RoundTickUnit(step, format), false, true);
    }

    /** JFreeChart adds steps up, so that zero may come out as -1e-17,
        written "-0.0"; a tick is a multiple of the step. */
    private static final class RoundTickUnit extends NumberTickUnit {

        private static final long serialVersionUID = 1L;

        RoundTickUnit(final double step, final DecimalFormat format) {
            super(step, format);
        }

        @Override
        public String valueToString(final double value) {
            return super.valueToString(Math.round(value / getSize()) * getSize() + 0.0);
        }
    }

    /** Plain decimals with just the digits that the step needs; powers of ten for very large and small numbers. */
    static DecimalFormat format(final double step, final double min, final double max) {
        final double largest = Math.max(Math.abs(min), Math.abs(max));
        final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        if (largest >= 1e6 || largest < 1e-3) {
            return new DecimalFormat("0.###E0", symbols);
        }
        final int digits = Math.max(0, new java.math.BigDecimal(Double.toString(step)).stripTrailingZeros().scale());
        return new DecimalFormat(digits == 0 ? "0" : "0." + "0".repeat(Math.min(12, digits)), symbols);
    }

    private void drawAxes(final Graphics2D g, final NumberAxis x, final NumberAxis y, final Rectangle inner) {
        final XYPlot plot = new XYPlot(null, x, y, null);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        final AxisSpace horizontal = new AxisSpace();
        horizontal.setLeft(inner.x);
        horizontal.setRight(m_width - inner.x - inner.width);
        plot.setFixedRangeAxisSpace(horizontal);
        final AxisSpace vertical = new AxisSpace();
        vertical.setTop(inner.y);
        vertical.setBottom(m_style.height() - inner.y - inner.height);
        plot.setFixedDomainAxisSpace(vertical);
        plot.draw(g, new Rectangle2D.Double(0, 0, m_width, m_style.height()), null, null, null);
    }

    /** @return width of the panel in pixels of the image */
    int width() {
        return m_width * m_style.scale();
    }

    /** @return height of the panel in pixels of the image */
    int height() {
        return m_style.height() * m_style.scale();
    }

    /** @return the plot area in pixels of the image */
    Rectangle area() {
        return new Rectangle(m_area);
    }

    Viewport viewport() {
        return m_viewport;
    }

    int scale() {
        return m_style.scale();
    }

    /** @return a copy of the empty panel, to draw on */
    BufferedImage copy() {
        final BufferedImage copy = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        final int[] from = ((DataBufferInt)m_empty.getRaster().getDataBuffer()).getData();
        System.arraycopy(from, 0, ((DataBufferInt)copy.getRaster().getDataBuffer()).getData(), 0, from.length);
        return copy;
    }

    /**
     * Draws what comes over the data: outline, frame, title.
     *
     * @param image a panel
     * @param title its title; empty for none
     * @param outline lines of a density
     * @param outlineRgb their colour
     */
    void finish(final BufferedImage image, final String title, final Outline outline, final int outlineRgb) {
        final Graphics2D g = image.createGraphics();
        try {
            Fonts.smooth(g);
            final int s = m_style.scale();
            if (!outline.isEmpty()) {
                g.setClip(m_area);
                g.setColor(new Color(outlineRgb));
                g.setStroke(new BasicStroke(1.8f * s, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
                g.draw(outline.path(m_viewport, m_area.x, m_area.y, m_area.width, m_area.height));
                g.setClip(null);
            }
            frame(g, m_area);
            if (!title.isBlank()) {
                g.scale(s, s);
                g.setColor(INK);
                g.setFont(Fonts.sans(TITLE_POINTS));
                final double centre = (m_area.x + m_area.width / 2.0) / s;
                final double room = 2 * Math.min(centre, m_width - centre) - 8;
                Fonts.centred(g, title, centre, (double)m_area.y / s - 11, room);
            }
        } finally {
            g.dispose();
        }
    }

    private void frame(final Graphics2D g, final Rectangle area) {
        g.setColor(INK);
        final int s = m_style.scale();
        // just outside the plot area: the data's pixels stay what they are
        g.fillRect(area.x - s, area.y - s, area.width + 2 * s, s);
        g.fillRect(area.x - s, area.y + area.height, area.width + 2 * s, s);
        g.fillRect(area.x - s, area.y, s, area.height);
        g.fillRect(area.x + area.width, area.y, s, area.height);
    }

    /**
     * Draws a colour bar with its scale at the right of the plot area.
     *
     * @param image a panel that was made with room for it
     * @param colors the colours
     * @param max the value of the upper end; the lower one is 0
     * @param label what the values are
     */
    void colorBar(final BufferedImage image, final ColorMap colors, final double max, final String label) {
        final int s = m_style.scale();
        final Rectangle bar = new Rectangle(m_area.x + m_area.width + 12 * s, m_area.y, 14 * s, m_area.height);
        final int[] pixels = PanelGrid.pixels(image);
        for (int y = 0; y < bar.height; y++) {
            final int at = (bar.y + y) * image.getWidth() + bar.x;
            Arrays.fill(pixels, at, at + bar.width, colors.rgb(1 - (y + 0.5) / bar.height));
        }
        final Graphics2D g = image.createGraphics();
        try {
            Fonts.smooth(g);
            frame(g, bar);
            g.scale(s, s);
            final NumberAxis axis = axis(label, 0, max);
            ticks(axis, Ticks.step(max, Math.max(2, bar.height / s / 40.0)));
            final Rectangle2D inner = new Rectangle2D.Double((double)bar.x / s, (double)bar.y / s,
                (double)bar.width / s, (double)bar.height / s);
            final Rectangle2D whole = new Rectangle2D.Double(0, 0, m_width, m_style.height());
            axis.draw(g, inner.getMaxX() + 1, whole, inner, RectangleEdge.RIGHT, null);
        } finally {
            g.dispose();
        }
    }
}
