// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scorewalk.engine.diagnostics.Convergence;

/**
 * Watches the recorded frames go by and keeps what a view of the traces shows, in bounded memory however long the runs
 * are: the first chains and the mean of all particles over time, where neighbouring frames are joined once there are
 * too many (each join keeps their mean, their lowest and their highest value), and autocorrelations.
 */
public final class TraceRecorder implements FrameSink {

    /** Points in time of a trace at most; there are more than half as many once frames were joined. */
    public static final int MAX_BINS = 800;

    /** Particles whose traces are kept: the first ones. */
    public static final int CHAINS = 4;

    /** Coordinates whose traces are kept: the first ones. */
    public static final int COORDINATES = 24;

    /** Lags of autocorrelations at most. */
    public static final int LAGS = 300;

    /** Draws of a chain that autocorrelations are computed from at most: the last ones. */
    public static final int MAX_DRAWS = 16_384;

    /** Fewer draws a chain than this say nothing about autocorrelations. */
    private static final int LEAST_DRAWS = 20;

    private static final int VALUES = 100_000;

    /**
     * A run.
     *
     * @param run its number, from 0
     * @param particles how many particles it has
     * @param chains how many chains are kept: those of the first particles
     * @param frames how many frames were recorded
     * @param framesPerBin how many frames a bin joins; the last bin may have fewer
     * @param from the first step of each bin
     * @param to the last step of each bin
     * @param counts the frames of each bin
     * @param moved the share of particles that moved in the steps of each bin, NaN where that is not known; empty for
     *            algorithms whose particles move in each step
     * @param draws how many draws of each chain the autocorrelations are from; 0 where there are none
     * @param drawChains of how many chains
     * @param spacing steps between two draws
     * @param series one a coordinate
     */
    public record Track(int run, int particles, int chains, int frames, int framesPerBin, int[] from, int[] to,
        int[] counts, double[] moved, int draws, int drawChains, int spacing, List<Series> series) {
    }

    /**
     * A coordinate of a run.
     *
     * @param mean each bin's mean over all particles
     * @param deviation each bin's standard deviation over all particles
     * @param chainMean each chain's mean in each bin
     * @param chainLow each chain's lowest value in each bin
     * @param chainHigh each chain's highest value in each bin
     * @param autocorrelations from lag 0; empty where there are too few draws
     */
    public record Series(double[] mean, double[] deviation, double[][] chainMean, double[][] chainLow,
        double[][] chainHigh, double[] autocorrelations) {
    }

    private final FrameSink m_next;

    private final SamplingPlan m_plan;

    private final int m_coordinates;

    private final List<Track> m_tracks = new ArrayList<>();

    private Recording m_recording;

    /**
     * @param plan what is computed
     * @param next gets all frames, too
     */
    public TraceRecorder(final SamplingPlan plan, final FrameSink next) {
        m_plan = plan;
        m_next = next;
        m_coordinates = Math.min(COORDINATES, plan.density().dimension());
    }

    @Override
    public void accept(final int run, final int step, final int first, final double[][] x, final int n) {
        if (m_recording == null || m_recording.m_run != run) {
            finish();
            m_recording = new Recording(run);
        }
        m_recording.add(step, first, x, n);
        m_next.accept(run, step, first, x, n);
    }

    private void finish() {
        if (m_recording != null) {
            m_tracks.add(m_recording.track());
            m_recording = null;
        }
    }

    /**
     * What was kept; to be called after the last frame.
     *
     * @return one track for each run that has frames, in order
     */
    public List<Track> tracks() {
        finish();
        return List.copyOf(m_tracks);
    }

    /** One run while it is computed. */
    private final class Recording {

        private final int m_run;

        private final int m_particles = m_plan.particles();

        private final int m_chains = Math.min(CHAINS, m_particles);

        private final int m_warmup;

        private final int m_drawChains;

        private final int[] m_from = new int[MAX_BINS];

        private final int[] m_to = new int[MAX_BINS];

        private final int[] m_counts = new int[MAX_BINS];

        private final double[] m_moved = new double[MAX_BINS];

        /** Per coordinate and bin. */
        private final double[][] m_mean = new double[m_coordinates][MAX_BINS];

        private final double[][] m_variance = new double[m_coordinates][MAX_BINS];

        /** Per coordinate, chain and bin. */
        private final double[][][] m_chainMean = new double[m_coordinates][m_chains][MAX_BINS];

        private final double[][][] m_chainLow = new double[m_coordinates][m_chains][MAX_BINS];

        private final double[][][] m_chainHigh = new double[m_coordinates][m_chains][MAX_BINS];

        /** The frame that comes in: sums about each coordinate's first value, values of the chains. */
        private final double[] m_shift = new double[m_coordinates];

        private final double[] m_sum = new double[m_coordinates];

        private final double[] m_squares = new double[m_coordinates];

        private final double[][] m_now = new double[m_coordinates][m_chains];

        private final double[] m_before;

        private int m_movers;

        private boolean m_comparable;

        /** Draws as a ring: per coordinate and chain. */
        private final double[][][] m_draws;

        private int m_drawn;

        private int m_spacing;

        private boolean m_even = true;

        private int m_lastDrawn = -1;

        private int m_frames;

        private int m_bins;

        private int m_framesPerBin = 1;

        private int m_step = -1;

        private int m_seen;

        Recording(final int run) {
            m_run = run;
            final var plan = m_plan.runs().get(run);
            m_warmup = plan.settings().warmup();
            final long expected = Math.max(1, m_plan.kept().count(plan.steps()));
            final int draws = (int)Math.min(MAX_DRAWS, expected);
            m_drawChains = expected < LEAST_DRAWS ? 1 : (int)Math.min(m_particles, Math.max(CHAINS, VALUES / expected));
            m_draws = new double[m_coordinates][m_drawChains][draws];
            m_before = plan.algorithm() == Algorithm.MALA || plan.algorithm() == Algorithm.HMC
                ? new double[m_particles] : null;
        }

        void add(final int step, final int first, final double[][] x, final int n) {
            if (step != m_step) {
                begin(step, x);
            }
            final boolean draw = isDraw(step);
            for (int i = 0; i < m_coordinates; i++) {
                final double[] row = x[i];
                final double shift = m_shift[i];
                double sum = 0;
                double squares = 0;
                for (int k = 0; k < n; k++) {
                    final double d = row[k] - shift;
                    sum += d;
                    squares += d * d;
                }
                m_sum[i] += sum;
                m_squares[i] += squares;
                for (int k = first; k < Math.min(m_chains, first + n); k++) {
                    m_now[i][k] = row[k - first];
                }
                for (int k = first; draw && k < Math.min(m_drawChains, first + n); k++) {
                    m_draws[i][k][m_drawn % m_draws[i][k].length] = row[k - first];
                }
            }
            for (int k = 0; m_before != null && k < n; k++) {
                m_movers += m_before[first + k] == x[0][k] ? 0 : 1;
                m_before[first + k] = x[0][k];
            }
            m_seen += n;
            if (m_seen == m_particles) {
                end(draw);
            }
        }

        private boolean isDraw(final int step) {
            return step > m_warmup;
        }

        private void begin(final int step, final double[][] x) {
            m_comparable = m_before != null && m_step >= 0 && step == m_step + 1;
            m_step = step;
            m_seen = 0;
            m_movers = 0;
            for (int i = 0; i < m_coordinates; i++) {
                m_shift[i] = x[i][0];
                m_sum[i] = 0;
                m_squares[i] = 0;
            }
        }

        private void end(final boolean draw) {
            if (m_bins == MAX_BINS && m_counts[m_bins - 1] == m_framesPerBin) {
                join();
            }
            if (m_bins == 0 || m_counts[m_bins - 1] == m_framesPerBin) {
                m_from[m_bins] = m_step;
                m_counts[m_bins] = 0;
                m_moved[m_bins] = Double.NaN;
                m_bins++;
            }
            final int b = m_bins - 1;
            final double part = 1.0 / ++m_counts[b];
            m_to[b] = m_step;
            for (int i = 0; i < m_coordinates; i++) {
                final double mean = m_sum[i] / m_particles;
                m_mean[i][b] = mix(m_mean[i][b], m_shift[i] + mean, part);
                m_variance[i][b] = mix(m_variance[i][b], Math.max(0, m_squares[i] / m_particles - mean * mean), part);
                for (int c = 0; c < m_chains; c++) {
                    final double value = m_now[i][c];
                    m_chainMean[i][c][b] = mix(m_chainMean[i][c][b], value, part);
                    m_chainLow[i][c][b] = part == 1 ? value : Math.min(m_chainLow[i][c][b], value);
                    m_chainHigh[i][c][b] = part == 1 ? value : Math.max(m_chainHigh[i][c][b], value);
                }
            }
            if (m_comparable) {
                final double share = (double)m_movers / m_particles;
                m_moved[b] = Double.isNaN(m_moved[b]) ? share : mix(m_moved[b], share, part);
            }
            if (draw) {
                space();
                m_drawn++;
            }
            m_frames++;
        }

        private static double mix(final double before, final double value, final double part) {
            return part == 1 ? value : before + (value - before) * part;
        }

        /** Autocorrelations need draws at equal distances. */
        private void space() {
            if (m_lastDrawn >= 0) {
                final int spacing = m_step - m_lastDrawn;
                m_even &= m_spacing == 0 || spacing == m_spacing;
                m_spacing = spacing;
            }
            m_lastDrawn = m_step;
        }

        /** Joins neighbouring bins, all of which are full. */
        private void join() {
            for (int b = 0; b < MAX_BINS / 2; b++) {
                final int l = 2 * b;
                final int r = l + 1;
                m_from[b] = m_from[l];
                m_to[b] = m_to[r];
                m_counts[b] = m_counts[l] + m_counts[r];
                m_moved[b] = Double.isNaN(m_moved[l]) ? m_moved[r]
                    : Double.isNaN(m_moved[r]) ? m_moved[l] : (m_moved[l] + m_moved[r]) / 2;
                for (int i = 0; i < m_coordinates; i++) {
                    m_mean[i][b] = (m_mean[i][l] + m_mean[i][r]) / 2;
                    m_variance[i][b] = (m_variance[i][l] + m_variance[i][r]) / 2;
                    for (int c = 0; c < m_chains; c++) {
                        m_chainMean[i][c][b] = (m_chainMean[i][c][l] + m_chainMean[i][c][r]) / 2;
                        m_chainLow[i][c][b] = Math.min(m_chainLow[i][c][l], m_chainLow[i][c][r]);
                        m_chainHigh[i][c][b] = Math.max(m_chainHigh[i][c][l], m_chainHigh[i][c][r]);
                    }
                }
            }
            m_bins = MAX_BINS / 2;
            m_framesPerBin *= 2;
        }

        Track track() {
            final int draws = m_even ? Math.min(m_drawn, m_draws[0][0].length) : 0;
            final boolean enough = draws >= LEAST_DRAWS;
            final var series = new ArrayList<Series>();
            for (int i = 0; i < m_coordinates; i++) {
                final double[] deviation = Arrays.stream(cut(m_variance[i])).map(Math::sqrt).toArray();
                series.add(new Series(cut(m_mean[i]), deviation, cut(m_chainMean[i]), cut(m_chainLow[i]),
                    cut(m_chainHigh[i]), enough ? autocorrelations(m_draws[i], draws) : new double[0]));
            }
            return new Track(m_run, m_particles, m_chains, m_frames, m_framesPerBin, Arrays.copyOf(m_from, m_bins),
                Arrays.copyOf(m_to, m_bins), Arrays.copyOf(m_counts, m_bins),
                m_before == null ? new double[0] : cut(m_moved), enough ? draws : 0, m_drawChains,
                Math.max(1, m_spacing), series);
        }

        /** The ring is read from its oldest draw. */
        private double[] autocorrelations(final double[][] ring, final int draws) {
            final var chains = new double[ring.length][draws];
            for (int c = 0; c < ring.length; c++) {
                for (int t = 0; t < draws; t++) {
                    chains[c][t] = ring[c][(m_drawn - draws + t) % ring[c].length];
                }
            }
            // at long lags of short chains the chains' own means would show as negative correlation
            return Convergence.autocorrelations(chains, Math.min(LAGS, draws / 4));
        }

        private double[] cut(final double[] values) {
            return Arrays.copyOf(values, m_bins);
        }

        private double[][] cut(final double[][] values) {
            return Arrays.stream(values).map(this::cut).toArray(double[][]::new);
        }
    }
}
