// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.RingDensity;

class ParticleMovieTest {

    private static final RingDensity RING = new RingDensity(1.5, 1.5, 0, 0, 0.033);

    private static final PlotSettings STRIP = Figures.settings(PlotSettings.Kind.STRIP);

    @Test
    void smallTablesAreTakenWhole() {
        final TestParticles walk = new TestParticles().walk(1, RING, 50, 9, 0.01, 1, true, 4)
            .walk(3, RING, 20, 4, 0.01, 1,
            false, 5);

        final ParticleMovie movie = movie(walk);

        assertThat(movie.sampled()).isFalse();
        assertThat(movie.tracks()).extracting(ParticleMovie.Track::run).containsExactly(1, 3);
        assertThat(movie.tracks().get(0).frames()).hasSize(10);
        assertThat(movie.tracks().get(1).frames()).hasSize(4);
        assertThat(movie.tracks().get(0).particles()).hasSize(50).startsWith(0, 1, 2);
        for (final TestParticles.Row row : walk.rows()) {
            final ParticleMovie.Track track = movie.tracks().get(row.run() == 1 ? 0 : 1);
            final ParticleMovie.Frame frame = track.frames().get(row.step() - track.frames().get(0).from());
            assertThat(frame.from()).isEqualTo(row.step());
            assertThat(frame.x()[row.particle()]).isEqualTo((float)row.x());
            assertThat(frame.y()[row.particle()]).isEqualTo((float)row.y());
        }
        assertThat(movie.viewport().contains(1.5, 0)).isTrue();
    }

    @Test
    void arrowsAreTheScoreOnAGrid() {
        final ParticleMovie movie = movie(new TestParticles().walk(1, RING, 50, 3, 0.01, 1, true, 4));

        final int k = 3 * ParticleMovie.ARROWS + 12;
        final Viewport v = movie.viewport();
        final double[] score = RING.score(v.xMin() + v.width() * 12.5 / ParticleMovie.ARROWS,
            v.yMin() + v.height() * 3.5 / ParticleMovie.ARROWS);
        assertThat((double)movie.arrows()[0][k]).isCloseTo(score[0], within(1e-4 * Math.abs(score[0])));
        assertThat((double)movie.arrows()[1][k]).isCloseTo(score[1], within(1e-4 * Math.abs(score[1])));
    }

    @Test
    void largeTablesAreSampledWithTheSameParticlesInEachFrame() {
        final TestParticles many = new TestParticles();
        for (int step = 0; step < 20; step++) {
            for (int particle = 0; particle < 25_000; particle++) {
                many.add(1, step, particle, particle, step);
            }
        }

        final ParticleMovie movie = movie(many);

        assertThat(movie.sampled()).isTrue();
        final ParticleMovie.Track track = movie.tracks().get(0);
        assertThat(track.frames()).hasSize(20);
        assertThat(track.particles().length).isBetween(8000, ParticleMovie.MAX_PARTICLES);
        for (final ParticleMovie.Frame frame : track.frames()) {
            assertThat(frame.rows()).isEqualTo(25_000);
            for (int k = 0; k < track.particles().length; k++) {
                assertThat((int)frame.x()[k]).isEqualTo(track.particles()[k]);
            }
        }
    }

    @Test
    void longChainsAreCutIntoBlocksOfSteps() {
        final ParticleMovie movie = movie(new TestParticles().walk(1, RING, 1, 10_000, 0.01, 1, false, 4));

        final ParticleMovie.Track track = movie.tracks().get(0);
        assertThat(track.frames()).hasSize(200);
        assertThat(track.particles()).isEmpty();
        assertThat(track.frames().get(0).from()).isEqualTo(1);
        assertThat(track.frames().get(0).to()).isEqualTo(50);
        assertThat(track.frames().get(199).to()).isEqualTo(10_000);
        assertThat(track.frames()).allSatisfy(f -> assertThat(f.x()).hasSize(50));
        assertThat(movie.sampled()).isFalse();
    }

    @Test
    void neverMorePointsThanTheViewCanHold() {
        final ParticleSource wide = new ParticleSource() {
            @Override
            public long size() {
                return 40 * 70 * 2000;
            }

            @Override
            public void scan(final RowVisitor visitor, final Monitor monitor) {
                for (int i = 0; i < size(); i++) {
                    visitor.accept(i / 140_000, i / 2000 % 70, i % 2000, 0, 0);
                }
            }
        };

        final ParticleMovie movie = movie(wide);

        final long points = movie.tracks().stream().flatMap(t -> t.frames()
            .stream()).mapToLong(f -> f.x().length).sum();
        assertThat(points).isBetween(1_000_000L, (long)ParticleMovie.MAX_POINTS);
        assertThat(movie.tracks().get(39).frames().size()).isGreaterThanOrEqualTo(48);
    }

    @Test
    void changingParticlesHaveNoIdentity() {
        final ParticleMovie movie = movie(new TestParticles().add(1, 0, 1, 0, 0).add(1, 0, 2, 1, 1).add(1, 1, 2, 2, 2)
            .add(1, 1, 5, 3, 3));

        assertThat(movie.tracks().get(0).particles()).isEmpty();
    }

    private static ParticleMovie movie(final ParticleSource particles) {
        return ParticlePlot.read(STRIP, particles, RunNames.NONE,
            Optional.of(new ParticlePlot.Target(RING, 0, 1)), Monitor.SILENT).movie(Monitor.SILENT);
    }
}
