// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import static org.scorewalk.engine.InputException.check;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.commons.rng.sampling.PermutationSampler;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.ProgressMeter;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.KeyedRandom;
import org.scorewalk.engine.nn.Natives;
import org.scorewalk.engine.nn.Tape;
import org.scorewalk.engine.nn.Team;

/**
 * Learns the score of the density that rows were drawn from. Results depend on the options, the rows and the
 * processor's kind, not on the number of threads.
 */
public final class ScoreTrainer {

    /** The fewest rows that make sense. */
    public static final int MIN_ROWS = 2;

    /** What random numbers are for, as {@link KeyedRandom} wants it; part of what a seed means. */
    static final int WEIGHTS = 1;

    static final int NOISE = 2;

    static final int ORDER = 3;

    static final int LEVELS = 4;

    static final int DIRECTIONS = 5;

    static final int VALIDATION = 6;

    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ScoreSettings m_settings;

    private final List<String> m_columns;

    private final Standardization m_standardization;

    private final float[] m_rows;

    private final Monitor m_monitor;

    /** All rows, in a random order if some are kept for validation; those to learn from come first. */
    private final int[] m_order;

    private final int m_learned;

    private int m_epoch;

    private int m_next;

    private ScoreTrainer(final ScoreSettings settings, final List<String> columns, final double[][] x,
        final Monitor monitor) {
        m_settings = settings;
        m_columns = columns;
        m_monitor = monitor;
        m_standardization = Standardization.of(columns, x, monitor);
        m_rows = m_standardization.rows(x, monitor);
        final int n = x[0].length;
        m_order = new PermutationSampler(KeyedRandom.generator(settings.seed(), ORDER, 0), n, n).sample();
        m_learned = n - Math.min(n - 1, (int)Math.round(settings.validation() * n));
        m_next = m_learned; // the first batch begins the first epoch
    }

    /**
     * Learns a score.
     *
     * @param settings the options
     * @param columns the columns' names, which become those of the coordinates
     * @param x the rows, {@code double[columns][rows]}, finite
     * @param losses sees losses
     * @param monitor progress and cancel, asked by every thread many times a step
     * @return the density
     * @throws InputException if the rows cannot be learned from, the loss is no number any more, or memory or native
     *             libraries are missing
     */
    public static LearnedDensity train(final ScoreSettings settings, final List<String> columns, final double[][] x,
        final Consumer<ScoreLosses> losses, final Monitor monitor) {
        check(x.length == columns.size() && x.length >= 1, "There are %d columns, but %d names.", x.length,
            columns.size());
        check(x[0].length >= MIN_ROWS, "The table has too few rows (%d) to learn from. At least %d are needed, and "
            + "some hundreds to learn anything of use.", x[0].length, MIN_ROWS);
        check((long)x.length * x[0].length <= Integer.MAX_VALUE - 8,
            "The table has %d rows of %d columns, which is more than can be learned from at a time. Draw a sample of "
                + "its rows before.", x[0].length, x.length);
        final DenseNetwork first = DenseNetwork.uniform(LearnedDensity.layers(x.length, settings.hidden()),
            KeyedRandom.generator(settings.seed(), WEIGHTS, 0));
        final int threads = Math.min(Math.max(4, Tape.blocks(settings.batch())), Parallelism.threads());
        return Natives.translate(() -> {
            final ScoreTrainer trainer = new ScoreTrainer(settings, columns, x, monitor);
            Natives.load();
            try (Team team = new Team(threads, monitor::check);
                    ScoreStep step = new ScoreStep(settings, trainer.m_rows, x.length, first, team)) {
                return trainer.train(step, losses);
            }
        });
    }

    private LearnedDensity train(final ScoreStep step, final Consumer<ScoreLosses> losses) {
        final ValidationLoss validation = m_learned == m_order.length ? null
            : new ValidationLoss(m_settings, m_rows, m_columns.size(), m_order, m_learned);
        final int[] batch = new int[m_settings.batch()];
        final int steps = m_settings.steps();
        final long start = System.nanoTime();
        long reported = start;
        double shown = Double.NaN;
        double sum = 0;
        int summed = 0;
        m_monitor.report(0, () -> String.format(Locale.ROOT, "step 1 of %,d", steps));
        for (int t = 0; t < steps; t++) {
            m_monitor.check();
            nextBatch(batch);
            final double loss = step.run(batch, (1 + Math.cos(Math.PI * t / steps)) / 2);
            check(Double.isFinite(loss), "The training has diverged: in step %d the loss is no number any more. Lower "
                + "the option 'Learning rate'.", t + 1);
            sum += loss;
            summed++;
            shown = Double.isNaN(shown) ? loss : 0.98 * shown + 0.02 * loss;
            final long now = System.nanoTime();
            if ((t + 1) % m_settings.lossEvery() == 0 || t + 1 == steps) {
                final double held = validation == null ? Double.NaN
                    : validation.of(step.network().averaged(), m_monitor);
                losses.accept(new ScoreLosses(t + 1, sum / summed, held, (now - start) * 1e-9));
                sum = 0;
                summed = 0;
            }
            if (now - reported >= REPORT_NANOS) {
                reported = now;
                final double rate = (t + 1) / ((now - start) * 1e-9);
                final int done = t + 1;
                final double smooth = shown;
                m_monitor.report((double)done / steps, () -> message(done, steps, smooth, rate));
            }
        }
        return new LearnedDensity(m_columns, m_standardization.mean(), m_standardization.deviation(),
            m_settings.levels(), step.network().averaged());
    }

    static String message(final int done, final int steps, final double loss, final double rate) {
        return String.format(Locale.ROOT, "step %,d of %,d · loss %.3f · %s steps/s · %s left", done, steps, loss,
            ProgressMeter.quantity(rate), ProgressMeter.duration((steps - done) / rate));
    }

    /** The next rows; when all have come, they are shuffled and come again. */
    private void nextBatch(final int[] batch) {
        for (int i = 0; i < batch.length; i++) {
            if (m_next == m_learned) {
                m_epoch++;
                shuffle();
                m_next = 0;
            }
            batch[i] = m_order[m_next++];
        }
    }

    private void shuffle() {
        final var random = KeyedRandom.generator(m_settings.seed(), ORDER, m_epoch);
        for (int i = m_learned - 1; i > 0; i--) {
            final int j = random.nextInt(i + 1);
            final int swap = m_order[i];
            m_order[i] = m_order[j];
            m_order[j] = swap;
        }
    }
}
