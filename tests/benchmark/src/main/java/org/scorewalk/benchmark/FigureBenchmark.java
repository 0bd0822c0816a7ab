// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.image.GifAnimation;
import org.scorewalk.engine.image.PngImages;
import org.scorewalk.engine.plot.ColorMap;
import org.scorewalk.engine.plot.Figure;
import org.scorewalk.engine.plot.PanelStyle;
import org.scorewalk.engine.plot.ParticlePlot;
import org.scorewalk.engine.plot.ParticleSource;
import org.scorewalk.engine.plot.PlotSettings;
import org.scorewalk.engine.plot.RunNames;
import org.scorewalk.engine.plot.StepChoice;
import org.scorewalk.engine.plot.Viewport;
import org.scorewalk.engine.sampling.Sampler;

/** Eleven frames of 10,000 points with the ellipse: as a strip in one PNG, and as an animated GIF. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FigureBenchmark {

    private static final int PARTICLES = 10_000;

    private static final int FRAMES = 11;

    private final double[][][] m_frames = new double[FRAMES][2][PARTICLES];

    @Setup
    public void prepare() {
        Sampler.run(SamplingBenchmark.plan(PARTICLES, FRAMES - 1), (run, step, first, x, n) -> {
            System.arraycopy(x[0], 0, m_frames[step][0], first, n);
            System.arraycopy(x[1], 0, m_frames[step][1], first, n);
        }, Monitor.SILENT);
    }

    @Benchmark
    public byte[] strip() {
        return PngImages.encode(figure(300).image(Monitor.SILENT));
    }

    @Benchmark
    public byte[] gif() {
        final Figure figure = figure(400);
        return GifAnimation.encode(f -> figure.frame(f, Monitor.SILENT), figure.frames(), 2, Monitor.SILENT);
    }

    private Figure figure(final int side) {
        final PlotSettings settings = new PlotSettings(PlotSettings.Kind.STRIP, StepChoice.ALL, FRAMES, true,
            Optional.of(new Viewport(-3, 3, -3, 3)), new PanelStyle(side, side, 1, "x", "y", true),
            new PlotSettings.Points(1, 0.5, 0x1F77B4), 0xFF0000,
            new PlotSettings.Histogram(50, 50, false, ColorMap.VIRIDIS, false), 1, Optional.empty(), FRAMES, 1L << 28);
        final RingDensity ring = new RingDensity(1.5, 1.5, 0, 0, RingDensity.DEFAULT_WIDTH);
        return ParticlePlot.read(settings, new Frames(m_frames), RunNames.NONE,
            Optional.of(new ParticlePlot.Target(ring, 0, 1)), Monitor.SILENT).figure(Monitor.SILENT);
    }

    private record Frames(double[][][] frames) implements ParticleSource {

        @Override
        public long size() {
            return (long)FRAMES * PARTICLES;
        }

        @Override
        public void scan(final RowVisitor visitor, final Monitor monitor) {
            for (int t = 0; t < FRAMES; t++) {
                for (int k = 0; k < PARTICLES; k++) {
                    visitor.accept(1, t, k + 1, frames[t][0][k], frames[t][1][k]);
                }
            }
        }
    }
}
