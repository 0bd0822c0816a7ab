// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/**
 * Draws the icons of the category and of all nodes, with 16 pixels for the bundle and with 128 pixels for people. Run
 * it in the folder of the nodes' bundle after a change; the icons are committed.
 */
final class IconPainter {

    private static final int SIZE = 16;

    private static final int LARGE = 8;

    private static final Path LARGE_ICONS = Path.of("../../docs/images/icons");

    private static final Color RING = new Color(0xc2185b);

    private static final Color DOT = new Color(0x1565c0);

    private static final Color INK = new Color(0x37474f);

    private IconPainter() {
    }

    /**
     * Writes the icons.
     *
     * @param arguments none
     * @throws IOException if a file cannot be written
     */
    public static void main(final String[] arguments) throws IOException {
        final var nodes = Path.of("src/main/java/org/scorewalk/nodes");
        write(Path.of("icons/scorewalk.png"), IconPainter::category);
        write(nodes.resolve("scorefunction/score-function.png"), IconPainter::scoreFunction);
        write(nodes.resolve("langevin/langevin-sampler.png"), IconPainter::langevinSampler);
        write(nodes.resolve("particleplot/particle-plot.png"), IconPainter::particlePlot);
        write(nodes.resolve("imagegrid/image-grid.png"), IconPainter::imageGrid);
        write(nodes.resolve("diagnostics/sample-diagnostics.png"), IconPainter::sampleDiagnostics);
        write(nodes.resolve("scoreapply/score-function-apply.png"), IconPainter::scoreFunctionApply);
        write(nodes.resolve("scorelearner/score-learner.png"), IconPainter::scoreLearner);
        write(nodes.resolve("idx/idx-reader.png"), IconPainter::idxReader);
        write(nodes.resolve("gan/trainer/gan-trainer.png"), IconPainter::ganTrainer);
        write(nodes.resolve("gan/sampler/gan-sampler.png"), IconPainter::ganSampler);
    }

    private static void write(final Path file, final Consumer<Graphics2D> drawing) throws IOException {
        write(file, drawing, 1);
        write(LARGE_ICONS.resolve(file.getFileName()), drawing, LARGE);
    }

    private static void write(final Path file, final Consumer<Graphics2D> drawing, final int scale) throws IOException {
        final var image = new BufferedImage(SIZE * scale, SIZE * scale, BufferedImage.TYPE_INT_ARGB);
        final var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(scale, scale);
        drawing.accept(g);
        g.dispose();
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /** A ring with particles on it. */
    private static void category(final Graphics2D g) {
        ring(g, 8, 8, 5.5, 1.6f);
        for (final double angle : new double[]{0.3, 1.1, 2.4, 3.6, 4.5, 5.6}) {
            dot(g, 8 + 5.5 * Math.cos(angle), 8 + 5.5 * Math.sin(angle), 1.5);
        }
    }

    /** A ring and arrows of the score, which point to it. */
    private static void scoreFunction(final Graphics2D g) {
        ring(g, 8, 8, 3.6, 1.5f);
        g.setColor(INK);
        for (int k = 0; k < 4; k++) {
            arrow(g, k * Math.PI / 2, 8, 5.2);
        }
    }

    /** The wandering path of a particle that ends on a ring. */
    private static void langevinSampler(final Graphics2D g) {
        ring(g, 10, 9.5, 4.5, 1.4f);
        final double[][] path = {{1.5, 2}, {4, 1.5}, {3, 4.5}, {6, 3.8}, {4.6, 7}, {7, 6.2}, {5.8, 9.5}};
        final var line = new Path2D.Double();
        line.moveTo(path[0][0], path[0][1]);
        for (final double[] point : path) {
            line.lineTo(point[0], point[1]);
        }
        g.setColor(INK);
        g.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        dot(g, path[0][0], path[0][1], 1.2);
        dot(g, path[path.length - 1][0], path[path.length - 1][1], 1.8);
    }

    /** Axes with a ring and particles. */
    private static void particlePlot(final Graphics2D g) {
        g.setColor(INK);
        g.setStroke(new BasicStroke(1.2f));
        final var axes = new Path2D.Double();
        axes.moveTo(2.2, 1);
        axes.lineTo(2.2, 13.8);
        axes.lineTo(15, 13.8);
        g.draw(axes);
        ring(g, 9, 7.2, 4.4, 1.3f);
        for (final double[] point : new double[][]{{5.5, 4.2}, {8.2, 2.4}, {12, 4}, {13.6, 7.6}, {11.4, 10.4},
            {7.4, 11.6}, {4.8, 8.4}}) {
            dot(g, point[0], point[1], 1.1);
        }
    }

    /** Two chains on their way to the same level, and a tick. */
    private static void sampleDiagnostics(final Graphics2D g) {
        final double[][][] chains = {{{1, 2}, {3, 6}, {5, 4.5}, {7, 7}, {9, 5.5}, {11, 7}},
            {{1, 12}, {3, 8.5}, {5, 10}, {7, 6}, {9, 7.5}, {11, 5.5}}};
        for (int c = 0; c < 2; c++) {
            final var line = new Path2D.Double();
            line.moveTo(chains[c][0][0], chains[c][0][1]);
            for (final double[] point : chains[c]) {
                line.lineTo(point[0], point[1]);
            }
            g.setColor(c == 0 ? DOT : INK);
            g.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(line);
        }
        final var tick = new Path2D.Double();
        tick.moveTo(8, 12.2);
        tick.lineTo(10.2, 14.4);
        tick.lineTo(14.6, 9.2);
        g.setColor(RING);
        g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(tick);
    }

    /** A ring, an arrow of the score, and rows of a table. */
    private static void scoreFunctionApply(final Graphics2D g) {
        ring(g, 5.5, 5.5, 3.6, 1.4f);
        dot(g, 5.5, 5.5, 1.3);
        g.setColor(INK);
        for (int k = 0; k < 3; k++) {
            g.fillRect(4 + 2 * k, 11 + 2 * k - k, 11 - 2 * k, 1);
            g.fillRect(11, 2 + 3 * k, 4, 1);
        }
    }

    /** Two moons of data, and an arrow of the score to one of them. */
    private static void scoreLearner(final Graphics2D g) {
        for (int k = 0; k < 6; k++) {
            final double angle = Math.PI * k / 5;
            dot(g, 6 - 4.6 * Math.cos(angle), 8 - 5 * Math.sin(angle), 1.2);
        }
        g.setColor(RING);
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Arc2D.Double(5.4, 3, 9.2, 10, 180, 180, Arc2D.OPEN));
        g.setColor(INK);
        g.fill(triangle(13.8, 12.6, 11.4, 13.2, 13.4, 15.2));
        g.setStroke(new BasicStroke(1.2f));
        g.draw(new Line2D.Double(15, 15, 12.6, 13.2));
    }

    /** A file with the pixels of a picture. */
    private static void idxReader(final Graphics2D g) {
        final var page = new Path2D.Double();
        page.moveTo(2.5, 1.2);
        page.lineTo(10, 1.2);
        page.lineTo(13.5, 4.7);
        page.lineTo(13.5, 14.8);
        page.lineTo(2.5, 14.8);
        page.closePath();
        g.setColor(INK);
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(page);
        g.fill(triangle(9.6, 1.2, 13.5, 5.1, 9.6, 5.1));
        for (int k = 0; k < 9; k++) {
            if (k % 2 == 0) {
                g.setColor(k == 4 ? RING : DOT);
                g.fillRect(5 + 2 * (k % 3), 7 + 2 * (k / 3), 2, 2);
            }
        }
    }

    /** Two networks against each other, again and again. */
    private static void ganTrainer(final Graphics2D g) {
        g.setColor(DOT);
        g.fill(triangle(1, 6, 7.4, 10.5, 1, 15));
        g.setColor(RING);
        g.fill(triangle(15, 6, 8.6, 10.5, 15, 15));
        g.setColor(INK);
        g.setStroke(new BasicStroke(1.3f));
        g.draw(new Arc2D.Double(3.6, 1.8, 8.8, 7, 20, 140, Arc2D.OPEN));
        g.fill(triangle(13.6, 3.2, 13, 6.2, 10.4, 4.4));
    }

    /** A network, and the pictures that come out of it. */
    private static void ganSampler(final Graphics2D g) {
        g.setColor(DOT);
        g.fill(triangle(1, 3, 8.6, 8, 1, 13));
        for (int k = 0; k < 3; k++) {
            g.setColor(k == 1 ? RING : INK);
            g.fillRect(11, 1 + 5 * k, 4, 4);
        }
    }

    private static Path2D triangle(final double... xy) {
        final var path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        path.lineTo(xy[2], xy[3]);
        path.lineTo(xy[4], xy[5]);
        path.closePath();
        return path;
    }

    /** Nine pictures in a frame. */
    private static void imageGrid(final Graphics2D g) {
        for (int k = 0; k < 9; k++) {
            g.setColor(k == 4 ? RING : k % 2 == 0 ? DOT : INK);
            g.fillRect(1 + 5 * (k % 3), 1 + 5 * (k / 3), 4, 4);
        }
    }

    private static void ring(final Graphics2D g, final double x, final double y, final double radius,
        final float width) {
        g.setColor(RING);
        g.setStroke(new BasicStroke(width));
        g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void dot(final Graphics2D g, final double x, final double y, final double radius) {
        g.setColor(DOT);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void arrow(final Graphics2D g, final double angle, final double from, final double to) {
        final double c = Math.cos(angle);
        final double s = Math.sin(angle);
        final var arrow = new Path2D.Double();
        arrow.moveTo(8 + to * c, 8 + to * s);
        arrow.lineTo(8 + from * c - 2.2 * s, 8 + from * s + 2.2 * c);
        arrow.lineTo(8 + from * c + 2.2 * s, 8 + from * s - 2.2 * c);
        arrow.closePath();
        g.fill(arrow);
    }
}
