// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scorewalk.engine.plot.Figures.column;
import static org.scorewalk.engine.plot.Figures.row;

import java.awt.image.BufferedImage;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;

class TrajectoryFigureTest {

    private static final PlotSettings TRAJECTORY =
        Figures.limits(Figures.settings(PlotSettings.Kind.TRAJECTORY), new Viewport(-3, 3, -3, 3));

    @Test
    void onePanelAnAxisShowsTheCoordinatesOverTheSteps() {
        final TestParticles particles = new TestParticles();
        for (int step = 0; step <= 100; step++) {
            particles.add(1, step, 0, 2, -1).add(1, step, 1, -2, step < 50 ? 1 : 2);
        }
        final Panel panel = new Panel(new PanelStyle(400, 400, 1, "step", "x coord", false),
            new Viewport(0, 100, -3, 3), false);

        final BufferedImage image = Figures.draw(Figures.particle(TRAJECTORY, 1, true),
            particles).image(Monitor.SILENT);

        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(blue(image, column(panel, 30), row(panel, -2))).as("x of particle 1").isTrue();
        assertThat(blue(image, column(panel, 30), row(panel, 2))).as("x of particle 0").isFalse();
        assertThat(blue(image, 400 + column(panel, 30), row(panel, 1))).as("y, early").isTrue();
        assertThat(blue(image, 400 + column(panel, 80), row(panel, 2))).as("y, late").isTrue();
        assertThat(blue(image, 400 + column(panel, 80), row(panel, 1))).as("y, late").isFalse();
    }

    @Test
    void animationLetsTheCurveGrow() {
        final TestParticles particles = new TestParticles();
        for (int step = 0; step <= 100; step++) {
            particles.add(1, step, 0, 2, -1);
        }
        final Panel panel = new Panel(new PanelStyle(400, 400, 1, "step", "x coord", false),
            new Viewport(0, 100, -3, 3), false);

        final Figure figure = Figures.draw(TRAJECTORY, particles);

        final int early = figure.frames() / 2 - 1;
        assertThat(blue(figure.frame(early, Monitor.SILENT), column(panel, 20), row(panel, 2))).isTrue();
        assertThat(blue(figure.frame(early, Monitor.SILENT), column(panel, 80), row(panel, 2))).isFalse();
        assertThat(PanelGrid.pixels(figure.frame(figure.frames() - 1, Monitor.SILENT)))
            .isEqualTo(PanelGrid.pixels(figure.image(Monitor.SILENT)));
    }

    @Test
    void runsApartHaveARowEachAndTogetherAColourEach() {
        final TestParticles particles = new TestParticles();
        for (int step = 0; step <= 10; step++) {
            particles.add(1, step, 0, 2, -1).add(2, step, 0, -2, 1);
        }

        assertThat(Figures.draw(Figures.particle(TRAJECTORY, 0, true), particles).image(Monitor.SILENT).getHeight())
            .isEqualTo(800);
        final BufferedImage together = Figures.draw(Figures.particle(TRAJECTORY, 0, false),
            particles).image(Monitor.SILENT);
        assertThat(together.getHeight()).isEqualTo(400);
        final Panel panel = new Panel(new PanelStyle(400, 400, 1, "step", "x coord", false),
            new Viewport(0, 10, -3, 3), false);
        final int first = Figures.at(together, column(panel, 5), row(panel, 2));
        final int second = Figures.at(together, column(panel, 5), row(panel, -2));
        assertThat(first).isNotEqualTo(second).isNotEqualTo(Figures.WHITE);
        assertThat(second).isNotEqualTo(Figures.WHITE);
    }

    @Test
    void aMissingParticleIsNamedWithTheRangeThereIs() {
        final TestParticles particles = new TestParticles().add(1, 0, 4, 0, 0).add(1, 0, 9, 0, 0);

        assertThatThrownBy(() -> Figures.draw(Figures.particle(TRAJECTORY, 7, true), particles))
            .isInstanceOf(InputException.class).hasMessageContaining("Particle 7").hasMessageContaining("from 4 to 9");
    }

    @Test
    void longCurvesAreKeptInLittleMemoryAndLoseNoExtreme() {
        final LineSketch sketch = new LineSketch(0, 999_999, 1000);
        final Random random = new Random(3);
        final double[] low = new double[1000];
        final double[] high = new double[1000];
        for (int step = 0; step < 1_000_000; step++) {
            final double value = random.nextGaussian();
            sketch.add(step, value);
            final int column = step / 1000;
            low[column] = step % 1000 == 0 ? value : Math.min(low[column], value);
            high[column] = step % 1000 == 0 ? value : Math.max(high[column], value);
        }

        final double[][] points = sketch.points();

        assertThat(points[0].length).isBetween(3500, 4000);
        final double[] keptLow = new double[1000];
        final double[] keptHigh = new double[1000];
        java.util.Arrays.fill(keptLow, 9);
        java.util.Arrays.fill(keptHigh, -9);
        for (int k = 0; k < points[0].length; k++) {
            final int column = (int)points[0][k] / 1000;
            keptLow[column] = Math.min(keptLow[column], points[1][k]);
            keptHigh[column] = Math.max(keptHigh[column], points[1][k]);
            assertThat(k == 0 || points[0][k] > points[0][k - 1]).isTrue();
        }
        assertThat(keptLow).isEqualTo(low);
        assertThat(keptHigh).isEqualTo(high);
        assertThat(points[0][0]).isZero();
        assertThat(points[0][points[0].length - 1]).isEqualTo(999_999);
    }

    @Test
    void aSingleStepIsAPoint() {
        final Figure figure =
            Figures.draw(Figures.limits(TRAJECTORY, null), new TestParticles().add(1, 5, 0, 1.5, -2));

        assertThat(figure.frames()).isEqualTo(1);
        final BufferedImage image = figure.image(Monitor.SILENT);
        int blue = 0;
        for (int y = 1; y < 399; y++) {
            for (int x = 0; x < 400; x++) {
                blue += blue(image, x, y) ? 1 : 0;
            }
        }
        assertThat(blue).isPositive();
    }

    private static boolean blue(final BufferedImage image, final int x, final int y) {
        boolean blue = false;
        for (int dy = -1; dy <= 1; dy++) {
            final int rgb = Figures.at(image, x, y + dy);
            blue |= (rgb & 255) > 200 && (rgb >> 16 & 255) < 160;
        }
        return blue;
    }
}
