// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.image.BufferedImage;
import java.util.Optional;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;

/** Settings and shorthands for tests of figures. */
final class Figures {

    static final int BLUE = 0x0000FF;

    static final int RED = 0xFF0000;

    static final int WHITE = 0xFFFFFF;

    private Figures() {
    }

    static PlotSettings settings(final PlotSettings.Kind kind) {
        return new PlotSettings(kind, StepChoice.ALL, 20, true, Optional.empty(), PanelStyle.DEFAULT,
            new PlotSettings.Points(1, 0.1, BLUE), RED,
            new PlotSettings.Histogram(50, 50, false, ColorMap.VIRIDIS, false), 0, Optional.empty(), 0, 64L << 20);
    }

    static PlotSettings limits(final PlotSettings s, final Viewport viewport) {
        return new PlotSettings(s.kind(), s.steps(), s.maxFrames(), s.facets(), Optional.ofNullable(viewport),
            s.panel(),
            s.points(), s.outlineRgb(), s.histogram(), s.particle(), s.title(), s.columns(), s.memory());
    }

    static PlotSettings steps(final PlotSettings s, final StepChoice steps, final int maxFrames) {
        return new PlotSettings(s.kind(), steps, maxFrames, s.facets(), s.limits(), s.panel(), s.points(),
            s.outlineRgb(), s.histogram(), s.particle(), s.title(), s.columns(), s.memory());
    }

    static PlotSettings memory(final PlotSettings s, final long memory) {
        return new PlotSettings(s.kind(), s.steps(), s.maxFrames(), s.facets(), s.limits(), s.panel(), s.points(),
            s.outlineRgb(), s.histogram(), s.particle(), s.title(), s.columns(), memory);
    }

    static PlotSettings particle(final PlotSettings s, final int particle, final boolean facets) {
        return new PlotSettings(s.kind(), s.steps(), s.maxFrames(), facets, s.limits(), s.panel(), s.points(),
            s.outlineRgb(), s.histogram(), particle, s.title(), s.columns(), s.memory());
    }

    static PlotSettings look(final PlotSettings s, final PlotSettings.Points points,
        final PlotSettings.Histogram histogram) {
        return new PlotSettings(s.kind(), s.steps(), s.maxFrames(), s.facets(), s.limits(), s.panel(), points,
            s.outlineRgb(), histogram, s.particle(), s.title(), s.columns(), s.memory());
    }

    static Figure draw(final PlotSettings settings, final ParticleSource source) {
        return draw(settings, source, RunNames.NONE, Optional.empty());
    }

    static Figure draw(final PlotSettings settings, final ParticleSource source, final Density density) {
        return draw(settings, source, RunNames.NONE, Optional.of(new ParticlePlot.Target(density, 0, 1)));
    }

    static Figure draw(final PlotSettings settings, final ParticleSource source, final RunNames names,
        final Optional<ParticlePlot.Target> target) {
        return ParticlePlot.read(settings, source, names, target, Monitor.SILENT).figure(Monitor.SILENT);
    }

    static int at(final BufferedImage image, final int x, final int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    /** Column of the pixel that holds x, in a panel of the default size. */
    static int column(final Panel panel, final double x) {
        final Viewport v = panel.viewport();
        return panel.area().x + (int)((x - v.xMin()) / v.width() * panel.area().width);
    }

    /** Row of the pixel that holds y. */
    static int row(final Panel panel, final double y) {
        final Viewport v = panel.viewport();
        return panel.area().y + (int)((v.yMax() - y) / v.height() * panel.area().height);
    }
}
