// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scorewalk.engine.plot.Figures.at;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;

class HistogramFigureTest {

    private static final Viewport RANGE = new Viewport(-4, 6, -4, 6);

    private static final PlotSettings HISTOGRAM = Figures.limits(Figures.settings(PlotSettings.Kind.HISTOGRAM), RANGE);

    @Test
    void coloursFollowTheCounts() {
        final TestParticles particles = new TestParticles();
        for (int k = 0; k < 8; k++) {
            particles.add(1, k, 0, -3.95, -3.95);
        }
        for (int k = 0; k < 4; k++) {
            particles.add(1, 8 + k, 0, 5.95, 5.95);
        }
        final Panel panel = new Panel(PanelStyle.DEFAULT, RANGE, true);
        final Rectangle area = panel.area();

        final BufferedImage image = Figures.draw(HISTOGRAM, particles).image(Monitor.SILENT);

        assertThat(image.getWidth()).isEqualTo(panel.width());
        assertThat(at(image, area.x, area.y + area.height - 1)).as("8 of 8").isEqualTo(ColorMap.VIRIDIS.rgb(1));
        assertThat(at(image, area.x + area.width - 1, area.y)).as("4 of 8").isEqualTo(ColorMap.VIRIDIS.rgb(0.5));
        assertThat(at(image, area.x + area.width / 2, area.y + area.height / 2)).isEqualTo(ColorMap.VIRIDIS.rgb(0));
    }

    @Test
    void nineRunsMakeAGridWithExactDrawsBesideIt() {
        final TestParticles particles = new TestParticles();
        final Map<Integer, Map<String, String>> names = new HashMap<>();
        for (int run = 1; run <= 10; run++) {
            particles.add(run, 1, 0, run / 2.0, 1);
            names.put(run, Map.of("algorithm", run == 1 ? "Exact draws" : "Langevin"));
        }

        final Figure figure =
            Figures.draw(HISTOGRAM, particles, new RunNames(names), Optional.empty());

        final Panel panel = new Panel(PanelStyle.DEFAULT, RANGE, true);
        final BufferedImage image = figure.image(Monitor.SILENT);
        assertThat(image.getWidth()).isEqualTo(4 * panel.width());
        assertThat(image.getHeight()).isEqualTo(3 * 400);
        // run 1, the exact draws, stands in the fourth column in the middle; run 2 is the first of the grid
        assertThat(brightest(image, 3 * panel.width(), 400, panel)).isEqualTo(bin(0.5));
        assertThat(brightest(image, 0, 0, panel)).isEqualTo(bin(1));
        assertThat(brightest(image, 2 * panel.width(), 800, panel)).isEqualTo(bin(5));
        assertThat(at(image, 3 * panel.width() + 200, 100)).isEqualTo(Figures.WHITE);
    }

    @Test
    void animationFillsUpToTheWholeHistogram() {
        final TestParticles particles = new TestParticles();
        final Random random = new Random(1);
        for (int k = 0; k < 500; k++) {
            particles.add(1, k, 0, 1 + random.nextGaussian(), 1 + random.nextGaussian());
        }

        final Figure figure = Figures.draw(HISTOGRAM, particles);

        assertThat(figure.frames()).isEqualTo(20);
        final int last = figure.frames() - 1;
        assertThat(PanelGrid.pixels(figure.frame(last, Monitor.SILENT)))
            .isEqualTo(PanelGrid.pixels(figure.image(Monitor.SILENT)));
        assertThat(filled(figure.frame(0, Monitor.SILENT))).isLessThan(filled(figure.frame(10, Monitor.SILENT)));
        assertThat(filled(figure.frame(10, Monitor.SILENT))).isLessThan(filled(figure.frame(last, Monitor.SILENT)));
    }

    @Test
    void onlyChosenStepsAreCounted() {
        final TestParticles particles = new TestParticles();
        for (int k = 0; k < 10; k++) {
            particles.add(1, k, 0, -3.95, k == 9 ? 5.95 : -3.95);
        }
        final Rectangle area = new Panel(PanelStyle.DEFAULT, RANGE, true).area();

        final BufferedImage image = Figures.draw(Figures.steps(HISTOGRAM, StepChoice.LAST, 20),
            particles).image(Monitor.SILENT);

        assertThat(at(image, area.x, area.y)).isEqualTo(ColorMap.VIRIDIS.rgb(1));
        assertThat(at(image, area.x, area.y + area.height - 1)).isEqualTo(ColorMap.VIRIDIS.rgb(0));
    }

    @Test
    void commonScaleComparesRuns() {
        final TestParticles particles = new TestParticles();
        for (int k = 0; k < 8; k++) {
            particles.add(1, k, 0, -3.95, -3.95);
        }
        particles.add(2, 0, 0, -3.95, -3.95).add(2, 1, 0, -3.95, -3.95);
        final Panel panel = new Panel(PanelStyle.DEFAULT, RANGE, true);
        final int x = panel.width() + panel.area().x;
        final int y = panel.area().y + panel.area().height - 1;

        final PlotSettings common = Figures.look(HISTOGRAM, HISTOGRAM.points(),
            new PlotSettings.Histogram(50, 50, false, ColorMap.VIRIDIS, true));

        assertThat(at(Figures.draw(HISTOGRAM, particles).image(Monitor.SILENT), x, y))
            .isEqualTo(ColorMap.VIRIDIS.rgb(1));
        assertThat(at(Figures.draw(common, particles).image(Monitor.SILENT), x, y))
            .isEqualTo(ColorMap.VIRIDIS.rgb(0.25));
    }

    @Test
    void tooManyBinsAreRefused() {
        assertThatThrownBy(() -> new PlotSettings.Histogram(0, 50, false, ColorMap.VIRIDIS, false))
            .isInstanceOf(InputException.class).hasMessageContaining("'Bins of the x axis'");
        final TestParticles runs = new TestParticles();
        for (int run = 0; run < 100; run++) {
            runs.add(run, 0, 0, 0, 0);
        }
        final PlotSettings fine = Figures.look(HISTOGRAM, HISTOGRAM.points(),
            new PlotSettings.Histogram(1000, 1000, false, ColorMap.VIRIDIS, false));
        assertThatThrownBy(() -> Figures.draw(fine, runs)).isInstanceOf(InputException.class)
            .hasMessageContaining("too many to hold");
    }

    @Test
    void lightnessRisesAllAlongEachColourMap() {
        for (final ColorMap map : ColorMap.values()) {
            double last = map == ColorMap.GREYS ? -256 : -1;
            for (int i = 0; i <= 100; i++) {
                final int rgb = map.rgb(i / 100.0);
                final double light = 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
                final double up = map == ColorMap.GREYS ? -light : light;
                assertThat(up).as("%s at %d %%", map, i).isGreaterThan(last - 0.6);
                last = up;
            }
        }
        assertThat(ColorMap.VIRIDIS.rgb(0)).isEqualTo(0x440154);
        assertThat(ColorMap.VIRIDIS.rgb(1)).isEqualTo(0xFDE725);
    }

    private static int bin(final double x) {
        return (int)((x + 4) / 10 * 50);
    }

    /** Column of bins that holds the brightest pixel of a panel. */
    private static int brightest(final BufferedImage image, final int left, final int top, final Panel panel) {
        final Rectangle area = panel.area();
        for (int y = 0; y < area.height; y++) {
            for (int x = 0; x < area.width; x++) {
                if (at(image, left + area.x + x, top + area.y + y) == ColorMap.VIRIDIS.rgb(1)) {
                    return (int)((x + 0.5) / area.width * 50);
                }
            }
        }
        return -1;
    }

    private static int filled(final BufferedImage image) {
        final Rectangle area = new Panel(PanelStyle.DEFAULT, RANGE, true).area();
        int filled = 0;
        for (int y = 0; y < area.height; y++) {
            for (int x = 0; x < area.width; x++) {
                filled += at(image, area.x + x, area.y + y) == ColorMap.VIRIDIS.rgb(0) ? 0 : 1;
            }
        }
        return filled;
    }
}
