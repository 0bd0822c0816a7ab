// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scorewalk.engine.plot.Figures.at;
import static org.scorewalk.engine.plot.Figures.column;
import static org.scorewalk.engine.plot.Figures.row;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.image.GifAnimation;
import org.scorewalk.engine.image.PngImages;

class StripFigureTest {

    private static final PlotSettings STRIP = Figures.settings(PlotSettings.Kind.STRIP);

    private static final RingDensity RING = new RingDensity(1.5, 1.5, 0, 0, 0.033);

    private static final Viewport THREE = new Viewport(-3, 3, -3, 3);

    private static final PlotSettings SOLID =
        Figures.look(Figures.limits(STRIP, THREE), new PlotSettings.Points(4, 1, Figures.BLUE), STRIP.histogram());

    @Test
    void defaultsReproduceTheRingsStrip() {
        final TestParticles ring = new TestParticles().walk(1, RING, 10_000, 10, 0.01, 1, true, 4);

        final Figure figure = Figures.draw(STRIP, ring, RING);

        assertThat(figure.frames()).isEqualTo(11);
        assertThat(figure.image(Monitor.SILENT).getWidth()).isEqualTo(11 * 400);
        assertThat(figure.image(Monitor.SILENT).getHeight()).isEqualTo(400);
        assertThat(figure.notes()).isEmpty();
        // the ellipse lies where it lies for limits of -3 and 3
        final Panel panel = new Panel(PanelStyle.DEFAULT, THREE, false);
        for (int degrees = 0; degrees < 360; degrees += 15) {
            final double x = 1.5 * Math.cos(Math.toRadians(degrees));
            final double y = 1.5 * Math.sin(Math.toRadians(degrees));
            final int rgb = at(figure.frame(10, Monitor.SILENT), column(panel, x), row(panel, y));
            assertThat(rgb >> 16 & 255).as("red at %d degrees", degrees).isGreaterThan(180);
            assertThat(rgb >> 8 & 255).as("green at %d degrees", degrees).isLessThan(130);
        }
        assertThat(at(figure.frame(10, Monitor.SILENT), column(panel, 2.9), row(panel, 2.9))).isEqualTo(Figures.WHITE);
    }

    @Test
    void pointsLandOnTheirPixelsInTheirFrames() {
        final TestParticles particles = new TestParticles().add(1, 0, 0, 1, 2).add(1, 5, 0, -2, -1);
        final Panel panel = new Panel(PanelStyle.DEFAULT, THREE, false);

        final Figure figure = Figures.draw(SOLID, particles);
        final BufferedImage strip = figure.image(Monitor.SILENT);

        assertThat(strip.getWidth()).isEqualTo(800);
        assertThat(at(strip, column(panel, 1), row(panel, 2))).isEqualTo(Figures.BLUE);
        assertThat(at(strip, 400 + column(panel, -2), row(panel, -1))).isEqualTo(Figures.BLUE);
        assertThat(at(strip, 400 + column(panel, 1), row(panel, 2))).isEqualTo(Figures.WHITE);
        assertThat(at(figure.frame(1, Monitor.SILENT), column(panel, -2), row(panel, -1))).isEqualTo(Figures.BLUE);
    }

    @Test
    void framesEqualThePanelsOfTheStrip() {
        final Figure figure = Figures.draw(SOLID, new TestParticles().walk(1, RING, 300, 3, 0.01, 1, true, 4));

        for (int f = 0; f < 4; f++) {
            final int[] inStrip = figure.image(Monitor.SILENT).getRGB(400 * f, 0, 400, 400, null, 0, 400);
            assertThat(figure.frame(f, Monitor.SILENT).getRGB(0, 0, 400, 400, null, 0, 400)).isEqualTo(inStrip);
        }
    }

    @Test
    void sameParticlesGiveTheSameBytes() {
        final TestParticles particles = new TestParticles().walk(1, RING, 2000, 5, 0.01, 1, true, 4);

        final Figure one = Figures.draw(STRIP, particles, RING);
        final Figure two = Figures.draw(STRIP, particles, RING);

        assertThat(PngImages.encode(one.image(Monitor.SILENT))).isEqualTo(PngImages.encode(two.image(Monitor.SILENT)));
        assertThat(GifAnimation.encode(i -> one.frame(i, Monitor.SILENT), 6, 5, Monitor.SILENT))
            .isEqualTo(GifAnimation.encode(i -> two.frame(i, Monitor.SILENT), 6, 5, Monitor.SILENT));
    }

    @Test
    void littleMemoryOnlyMeansMoreReadings() {
        final TestParticles particles = new TestParticles().walk(1, RING, 20_000, 3, 0.01, 1, true, 4);
        final BufferedImage cached = Figures.draw(STRIP, particles).image(Monitor.SILENT);
        assertThat(particles.m_scans).isEqualTo(1);

        final BufferedImage read = Figures.draw(Figures.memory(STRIP, 1000), particles).image(Monitor.SILENT);

        assertThat(particles.m_scans).as("survey, limits and drawing read the table each").isEqualTo(4);
        assertThat(PngImages.encode(read)).isEqualTo(PngImages.encode(cached));
    }

    @Test
    void rowOrderDoesNotMatterForWhereAPointGoes() {
        final TestParticles sorted = new TestParticles();
        final TestParticles mixed = new TestParticles();
        final Random random = new Random(5);
        for (int step = 0; step < 40; step++) {
            sorted.add(1, step, 0, random.nextGaussian(), random.nextGaussian());
        }
        for (int i = 0; i < 40; i++) {
            final TestParticles.Row row = sorted.rows().get(i * 7 % 40);
            mixed.add(row.run(), row.step(), row.particle(), row.x(), row.y());
        }

        assertThat(PngImages.encode(Figures.draw(SOLID, mixed).image(Monitor.SILENT)))
            .isEqualTo(PngImages.encode(Figures.draw(SOLID, sorted).image(Monitor.SILENT)));
    }

    @Test
    void manyStepsAreThinnedEvenlyAndTheUserIsToldOfListedOnes() {
        final TestParticles walk = new TestParticles().walk(1, RING, 3, 100, 0.01, 1, true, 4);
        final Figure all = Figures.draw(Figures.steps(SOLID, StepChoice.ALL, 5), walk);
        final Figure listed = Figures.draw(Figures.steps(SOLID, StepChoice.parse("0-100"), 5), walk);

        assertThat(all.frames()).isEqualTo(5);
        assertThat(all.notes()).as("nobody asked for each step").isEmpty();
        assertThat(listed.frames()).isEqualTo(5);
        assertThat(listed.notes()).singleElement().asString().contains("5 of 101 steps", "'Maximum number of frames'");
        assertThat(StepChoice.thin(new int[]{0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100}, 5))
            .containsExactly(0, 20, 50, 70, 100);
    }

    @Test
    void listedStepsAreDrawnAndMissingOnesNamed() {
        final TestParticles walk = new TestParticles().walk(1, RING, 3, 10, 0.01, 1, true, 4);

        final Figure figure = Figures.draw(Figures.steps(SOLID, StepChoice.parse("0, 5-7, 99"), 20), walk);

        assertThat(figure.frames()).isEqualTo(4);
        assertThat(figure.notes()).singleElement().asString().contains("Step 99");
        assertThatThrownBy(() -> Figures.draw(Figures.steps(SOLID, StepChoice.parse("77"), 20), walk))
            .isInstanceOf(InputException.class).hasMessageContaining("'Steps'");
    }

    @Test
    void stepListsAreReadAndSlipsNamed() {
        final int[] all = new int[1001];
        java.util.Arrays.setAll(all, i -> i);

        assertThat(StepChoice.parse("3; 1 2").of(all)).containsExactly(1, 2, 3);
        assertThat(StepChoice.parse("100-1000:300").of(all)).containsExactly(100, 400, 700, 1000);
        assertThat(StepChoice.LAST.of(all)).containsExactly(1000);
        for (final String slip : new String[]{"", "a", "-1", "5-3", "1-9:0", "1,2,three", "99999999999",
            "0-2000000000"}) {
            assertThatThrownBy(() -> StepChoice.parse(slip)).as(slip).isInstanceOf(InputException.class)
                .hasMessageContaining("'Steps'");
        }
    }

    @Test
    void eachRunHasItsRowAndRestsAtItsLastStepInTheAnimation() {
        final TestParticles two = new TestParticles().add(1, 0, 0, 0, 0).add(1, 1, 0, 1, 1).add(2, 0, 0, -1, -1);
        final Panel panel = new Panel(PanelStyle.DEFAULT, THREE, false);

        final Figure figure = Figures.draw(SOLID, two);

        assertThat(figure.image(Monitor.SILENT).getWidth()).isEqualTo(800);
        assertThat(figure.image(Monitor.SILENT).getHeight()).isEqualTo(800);
        assertThat(at(figure.image(Monitor.SILENT), 400 + column(panel, 1), row(panel, 1))).isEqualTo(Figures.BLUE);
        assertThat(at(figure.image(Monitor.SILENT), column(panel, -1), 400 + row(panel, -1))).isEqualTo(Figures.BLUE);
        assertThat(figure.frame(1, Monitor.SILENT).getWidth()).isEqualTo(800);
        assertThat(figure.frame(1, Monitor.SILENT).getHeight()).isEqualTo(400);
        assertThat(at(figure.frame(1, Monitor.SILENT), 400 + column(panel, -1), row(panel, -1)))
            .isEqualTo(Figures.BLUE);
    }

    @Test
    void runsTogetherShareAPanel() {
        final TestParticles two = new TestParticles().add(1, 0, 0, 0, 0).add(2, 0, 0, -1, -1);
        final Panel panel = new Panel(PanelStyle.DEFAULT, THREE, false);

        final BufferedImage image = Figures.draw(Figures.particle(SOLID, 0, false), two).image(Monitor.SILENT);

        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(at(image, column(panel, 0), row(panel, 0))).isEqualTo(Figures.BLUE);
        assertThat(at(image, column(panel, -1), row(panel, -1))).isEqualTo(Figures.BLUE);
    }

    @Test
    void limitsLeaveRunawaysOutAndTheUserIsToldOfMany() {
        final TestParticles particles = new TestParticles();
        final Random random = new Random(8);
        for (int i = 0; i < 1000; i++) {
            particles.add(1, 0, i, random.nextGaussian() + (i == 7 ? 1e9 : 0), random.nextGaussian());
        }
        final BufferedImage automatic = Figures.draw(STRIP, particles).image(Monitor.SILENT);

        assertThat(PngImages.encode(automatic))
            .isEqualTo(PngImages.encode(Figures.draw(Figures.limits(STRIP, THREE), particles).image(Monitor.SILENT)));
        assertThat(Figures.draw(Figures.limits(STRIP, new Viewport(0, 3, -3, 3)), particles).notes())
            .singleElement().asString().contains("of 1000 points lie outside");
        assertThat(Figures.draw(Figures.limits(STRIP, new Viewport(50, 53, -3, 3)), particles).notes())
            .singleElement().asString().startsWith("All points lie outside");
    }

    @Test
    void constantDataAreDrawnInTheMiddle() {
        final Figure figure = Figures.draw(STRIP, new TestParticles().add(1, 0, 0, 5, 0).add(1, 1, 0, 5, 0));

        assertThat(figure.frames()).isEqualTo(2);
    }

    @Test
    void emptyTablesAndTooManyRunsAreRefused() {
        assertThatThrownBy(() -> Figures.draw(STRIP, new TestParticles())).isInstanceOf(InputException.class)
            .hasMessageContaining("no rows");
        final TestParticles many = new TestParticles();
        for (int run = 0; run < 1000; run++) {
            many.add(run, 0, 0, 0, 0);
        }
        assertThatThrownBy(() -> Figures.draw(STRIP, many)).isInstanceOf(InputException.class)
            .hasMessageContaining("'Run column'");
    }

    @Test
    void tooManyPanelsAreRefusedBeforeTheyAreAllocated() {
        final TestParticles walk = new TestParticles().walk(1, RING, 1, 999, 0.01, 1, true, 4);

        assertThatThrownBy(() -> Figures.draw(Figures.steps(STRIP, StepChoice.ALL, 1000), walk))
            .isInstanceOf(InputException.class).hasMessageContaining("'Maximum number of frames'");
    }

    @Test
    void longStripsAreWrapped() {
        final Figure figure = Figures.draw(Figures.steps(STRIP, StepChoice.ALL, 100),
            new TestParticles().walk(1, RING, 1, 99, 0.01, 1, true, 4));

        assertThat(figure.image(Monitor.SILENT).getWidth()).isEqualTo(4000);
        assertThat(figure.image(Monitor.SILENT).getHeight()).isEqualTo(4000);
    }

    @Test
    void titlesAreFilledFromTheRunsTable() {
        final RunNames names = new RunNames(Map.of(3, Map.of("steps", "1000", "step size", "0.01", "algorithm",
            "ULA")));

        assertThat(Title.fill("Iterations: {steps}, Step size: {Step Size}, run {run}, {what}", names.placeholders(3)))
            .isEqualTo("Iterations: 1000, Step size: 0.01, run 3, {what}");
        assertThat(RunNames.plain(1e-3)).isEqualTo("0.001");
        assertThat(RunNames.plain(1000)).isEqualTo("1000");
        assertThat(RunNames.plain(-0.0)).isEqualTo("0");
        assertThat(RunNames.plain(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    }

    @Test
    void cancelStopsTheReading() {
        final TestParticles particles = new TestParticles().walk(1, RING, 1000, 100, 0.01, 1, true, 4);
        final Monitor monitor = new Monitor() {
            private int m_checks;

            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // only cancellation matters here
            }

            @Override
            public void check() {
                if (++m_checks == 3) {
                    throw new CancellationException();
                }
            }
        };

        assertThatThrownBy(() -> ParticlePlot.read(STRIP, particles, RunNames.NONE, Optional.empty(), monitor))
            .isInstanceOf(CancellationException.class);
    }
}
