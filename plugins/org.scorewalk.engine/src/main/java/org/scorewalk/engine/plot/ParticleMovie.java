// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.scorewalk.engine.Monitor;

/**
 * A bounded sample of a table of particles, for an interactive view: per run the frames, per frame the same particles,
 * as far as the table holds the same ones. Runs of few particles and very many steps have one frame for a block of
 * steps. Numbers are kept as float: a view has no use for more.
 *
 * @param tracks the runs
 * @param viewport what a view shows at first
 * @param outline the density's outline; perhaps empty
 * @param arrows the density's score on a square grid, row by row from yMin to yMax, {@code float[2][points]}; perhaps
 *            empty
 * @param sampled whether frames or particles were left out
 */
public record ParticleMovie(List<Track> tracks, Viewport viewport, Outline outline, float[][] arrows, boolean sampled) {

    /** Particles of a frame at most. */
    public static final int MAX_PARTICLES = 10_000;

    /** Frames of a run at most. */
    public static final int MAX_FRAMES = 1000;

    /** Points of all frames together at most, 8 bytes each. */
    public static final int MAX_POINTS = 3_000_000;

    /** Arrows a side of the grid. */
    public static final int ARROWS = 17;

    private static final int FEW_PARTICLES = 64;

    private static final int MANY_STEPS = 2000;

    private static final int BLOCKS = 200;

    private static final int ENOUGH_FRAMES = 60;

    /**
     * One run.
     *
     * @param run the run's number
     * @param rows rows of the run in the table
     * @param steps steps of the run in the table
     * @param particles numbers of the particles of each frame, in the order of the points; empty where frames hold
     *            different particles
     * @param frames the frames
     */
    public record Track(int run, long rows, int steps, int[] particles, List<Frame> frames) {
    }

    /**
     * The points of a step or of a block of steps.
     *
     * @param from first step
     * @param to last step
     * @param rows rows of the table that belong to it
     * @param x horizontal coordinates of the sample
     * @param y vertical coordinates
     */
    public record Frame(int from, int to, int rows, float[] x, float[] y) {
    }

    static ParticleMovie of(final ParticlePlot.Input input, final Survey survey, final Monitor monitor) {
        final Map<Integer, Recorder> recorders = new HashMap<>();
        final List<Recorder> all = new ArrayList<>();
        final Caps caps = Caps.of(survey);
        for (final Survey.Run run : survey.runs()) {
            final Recorder recorder = new Recorder(run, caps);
            recorders.put(run.number(), recorder);
            all.add(recorder);
        }
        final Recorder[] last = new Recorder[1];
        input.source().scan((run, step, particle, x, y) -> {
            if (last[0] == null || last[0].m_run.number() != run) {
                last[0] = recorders.get(run);
            }
            last[0].add(step, particle, x, y);
        }, monitor);
        final List<Track> tracks = all.stream().map(Recorder::track).toList();
        final Viewport viewport = input.settings().limits().orElseGet(() -> limits(input, tracks, monitor));
        final boolean sampled = all.stream().anyMatch(Recorder::isThinned);
        return new ParticleMovie(tracks, viewport, input.outline(viewport, monitor), arrows(input, viewport), sampled);
    }

    /** How many frames and particles a run may have so that all fit. */
    private record Caps(int frames, int particles) {

        /** The largest caps: frames give way first, down to 60, since a coarse animation of all says more than a smooth
         * one of few. */
        static Caps of(final Survey survey) {
            double frames = MAX_FRAMES;
            double particles = MAX_PARTICLES;
            while (points(survey, (int)frames, (int)particles) > MAX_POINTS && frames * particles > 1) {
                if (frames > ENOUGH_FRAMES || particles <= 1) {
                    frames = Math.max(1, frames * 0.8);
                } else {
                    particles = Math.max(1, particles * 0.8);
                }
            }
            return new Caps((int)frames, (int)particles);
        }

        private static double points(final Survey survey, final int frames, final int particles) {
            double points = 0;
            for (final Survey.Run run : survey.runs()) {
                final double inFrame = inBlocks(run) ? (double)run.rows() / BLOCKS : particlesOf(run);
                points += (inBlocks(run) ? BLOCKS : Math.min(frames, run.stepCount())) * Math.min(particles, inFrame);
            }
            return points;
        }
    }

    private static boolean inBlocks(final Survey.Run run) {
        return particlesOf(run) < FEW_PARTICLES && run.stepCount() > MANY_STEPS;
    }

    private static long particlesOf(final Survey.Run run) {
        return (run.rows() + run.stepCount() - 1) / run.stepCount();
    }

    private static Viewport limits(final ParticlePlot.Input input, final List<Track> tracks, final Monitor monitor) {
        final List<Spread> spreads = new ArrayList<>();
        for (final Track track : tracks) {
            for (final Frame frame : track.frames()) {
                monitor.check();
                final Spread spread = new Spread();
                for (int k = 0; k < frame.x().length; k++) {
                    spread.add(frame.x()[k], frame.y()[k]);
                }
                spreads.add(spread);
            }
        }
        final Viewport viewport = Limits.around(spreads, input.outline());
        return input.settings().panel().equalAspect() ? Limits.square(viewport) : viewport;
    }

    private static float[][] arrows(final ParticlePlot.Input input, final Viewport viewport) {
        if (input.target().isEmpty() || input.target().get().density().dimension() != 2) {
            return new float[2][0];
        }
        final ParticlePlot.Target target = input.target().get();
        final double[][] points = new double[2][ARROWS * ARROWS];
        for (int k = 0; k < ARROWS * ARROWS; k++) {
            points[target.first()][k] = viewport.xMin() + viewport.width() * (k % ARROWS + 0.5) / ARROWS;
            points[target.second()][k] = viewport.yMin() + viewport.height() * (k / ARROWS + 0.5) / ARROWS;
        }
        final double[][] score = new double[2][ARROWS * ARROWS];
        target.density().score(points, ARROWS * ARROWS, score);
        final float[][] arrows = new float[2][ARROWS * ARROWS];
        for (int k = 0; k < ARROWS * ARROWS; k++) {
            final double x = score[target.first()][k];
            final double y = score[target.second()][k];
            final boolean finite = Double.isFinite(x) && Double.isFinite(y);
            arrows[0][k] = finite ? (float)x : 0;
            arrows[1][k] = finite ? (float)y : 0;
        }
        return arrows;
    }

    /** Takes the rows of a run. */
    private static final class Recorder {

        private final Survey.Run m_run;

        private final boolean m_blocks;

        /** First step of each frame. */
        private final int[] m_from;

        /** Last step of each frame. */
        private final int[] m_to;

        private final int m_every;

        private final int m_most;

        private final int[] m_rows;

        private final int[] m_size;

        private final float[][] m_x;

        private final float[][] m_y;

        private int[] m_particles = new int[16];

        private boolean m_same = true;

        private boolean m_thinned;

        private int m_lastStep;

        private int m_lastFrame = -2;

        Recorder(final Survey.Run run, final Caps caps) {
            m_run = run;
            final int[] steps = run.steps();
            m_blocks = inBlocks(run);
            final int frames = m_blocks ? BLOCKS : Math.min(caps.frames(), steps.length);
            if (m_blocks) {
                m_from = new int[frames];
                m_to = new int[frames];
                for (int f = 0; f < frames; f++) {
                    m_from[f] = steps[(int)((long)f * steps.length / frames)];
                    m_to[f] = steps[(int)((f + 1L) * steps.length / frames) - 1];
                }
            } else {
                m_from = StepChoice.thin(steps, frames);
                m_to = m_from;
                m_thinned = m_from.length < steps.length;
            }
            final long inFrame = m_blocks ? run.rows() / frames + 1 : particlesOf(run);
            m_most = caps.particles();
            m_every = (int)Math.max(1, (inFrame + m_most - 1) / m_most);
            m_rows = new int[m_from.length];
            m_size = new int[m_from.length];
            m_x = new float[m_from.length][];
            m_y = new float[m_from.length][];
        }

        void add(final int step, final int particle, final double x, final double y) {
            if (m_lastFrame == -2 || step != m_lastStep) {
                m_lastStep = step;
                m_lastFrame = frame(step);
            }
            final int f = m_lastFrame;
            if (f < 0) {
                return;
            }
            final int rank = m_rows[f]++;
            if (rank % m_every != 0 || m_size[f] >= m_most) {
                m_thinned = true;
                return;
            }
            final int k = m_size[f]++;
            if (k == 0) {
                m_x[f] = new float[16];
                m_y[f] = new float[16];
            } else if (k == m_x[f].length) {
                m_x[f] = Arrays.copyOf(m_x[f], 2 * k);
                m_y[f] = Arrays.copyOf(m_y[f], 2 * k);
            }
            m_x[f][k] = (float)x;
            m_y[f][k] = (float)y;
            compare(f, k, particle);
        }

        private int frame(final int step) {
            final int at = Arrays.binarySearch(m_from, step);
            if (!m_blocks) {
                return at >= 0 ? at : -1;
            }
            return at >= 0 ? at : -at - 2;
        }

        private void compare(final int frame, final int k, final int particle) {
            if (frame == 0) {
                if (k == m_particles.length) {
                    m_particles = Arrays.copyOf(m_particles, 2 * k);
                }
                m_particles[k] = particle;
            } else if (k >= m_size[0] || m_particles[k] != particle) {
                m_same = false;
            }
        }

        boolean isThinned() {
            return m_thinned;
        }

        Track track() {
            final List<Frame> frames = new ArrayList<>();
            boolean same = m_same && !m_blocks;
            for (int f = 0; f < m_from.length; f++) {
                final int n = m_size[f];
                same &= n == m_size[0];
                frames.add(new Frame(m_from[f], m_to[f], m_rows[f], n == 0 ? new float[0] : Arrays.copyOf(m_x[f], n),
                    n == 0 ? new float[0] : Arrays.copyOf(m_y[f], n)));
            }
            return new Track(m_run.number(), m_run.rows(), m_run.stepCount(),
                same ? Arrays.copyOf(m_particles, m_size[0]) : new int[0], frames);
        }
    }
}
