// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.scorewalk.engine.InputException.check;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.AdamState;
import org.scorewalk.engine.nn.DenseLayer;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.KeyedRandom;
import org.scorewalk.engine.nn.Natives;
import org.scorewalk.engine.nn.Tape;
import org.scorewalk.engine.nn.Team;

/**
 * Trains a GAN. Every epoch has its own random numbers, so that a training which goes on with an earlier model and the
 * same options gives what it would have given without the interruption. Results depend on the options, the rows and the
 * processor's kind, not on the number of threads.
 */
public final class GanTrainer {

    private static final long REPORT_NANOS = 500_000_000L;

    private final GanSettings m_settings;

    private final GanData m_data;

    private final Observer m_observer;

    private final Monitor m_monitor;

    private final long m_start = System.nanoTime();

    private int m_epochs;

    private long m_iterations;

    private int m_lastEpoch;

    private long m_reported;

    private long m_reportedIteration;

    private double m_rate;

    /** Sees what happens during training. */
    public interface Observer {

        /** Looks away. */
        Observer NONE = new Observer() {
            @Override
            public void losses(final LossRow row) {
                // nobody looks
            }

            @Override
            public void samples(final int epoch, final float[] rows) {
                // nobody looks
            }
        };

        /**
         * @param row losses since the last such row
         */
        void losses(LossRow row);

        /**
         * @param epoch the epoch that was completed
         * @param rows rows between -1 and 1, always of the same noise
         */
        void samples(int epoch, float[] rows);
    }

    /** Why training ended. */
    public enum End {
        /** All epochs are done. */
        EPOCHS,
        /** The time was over. */
        MINUTES,
        /** No improvement for too many epochs. */
        PATIENCE
    }

    /**
     * What training gives.
     *
     * @param model the trained GAN
     * @param end why training ended
     */
    public record Result(GanModel model, End end) {
    }

    /** Sums of losses over some iterations. */
    private static final class Sums {
        private double m_discriminator;

        private double m_generator;

        private int m_count;

        private int m_generatorCount;

        void add(final double[] losses) {
            m_discriminator += losses[0];
            m_count++;
            if (!Double.isNaN(losses[1])) {
                m_generator += losses[1];
                m_generatorCount++;
            }
        }

        double discriminator() {
            return m_discriminator / m_count;
        }

        double generator() {
            return m_generatorCount == 0 ? Double.NaN : m_generator / m_generatorCount;
        }

        void clear() {
            m_discriminator = 0;
            m_generator = 0;
            m_count = 0;
            m_generatorCount = 0;
        }
    }

    private GanTrainer(final GanSettings settings, final GanData data, final Observer observer, final Monitor monitor) {
        m_settings = settings;
        m_data = data;
        m_observer = observer;
        m_monitor = monitor;
    }

    /**
     * @param settings the options; those of the networks' architecture are not used where an earlier model is given
     * @param data the rows
     * @param earlier a model to go on with, or empty
     * @param observer sees losses and samples
     * @param monitor progress and cancel, asked in every iteration
     * @return the trained GAN
     * @throws InputException if the input does not fit, the losses are no numbers any more, or memory or native
     *     libraries
     *             are missing
     */
    public static Result train(final GanSettings settings, final GanData data, final Optional<GanModel> earlier,
        final Observer observer, final Monitor monitor) {
        earlier.ifPresent(m -> check(m.shape().equals(data.shape()),
            "The rows do not have the form that the connected GAN has learned (%s instead of %s). Connect rows of the"
                + " same form, or no GAN.",
            describe(data.shape()), describe(m.shape())));
        // the update can use some threads more than there are blocks; beyond that they would only spin
        final int useful = Math.max(4, Tape.blocks(Math.min(settings.batch(), data.rows())));
        final int threads = Math.min(useful, Parallelism.threads());
        return Natives.translate(() -> {
            Natives.load();
            try (Team team = new Team(threads, monitor::check)) {
                return new GanTrainer(settings, data, observer, monitor).train(earlier, team);
            }
        });
    }

    private static String describe(final GanShape shape) {
        if (shape instanceof GanShape.Images i) {
            return "images of " + i.width() + " x " + i.height() + " pixels with " + i.channels() + " channels";
        }
        return "a table of " + shape.columns() + " columns with their own ranges";
    }

    /**
     * The networks that training begins with.
     *
     * @param settings the options
     * @param shape what the rows are
     * @return untrained networks
     */
    public static GanModel untrained(final GanSettings settings, final GanShape shape) {
        final UniformRandomProvider random = KeyedRandom.generator(settings.seed(), GanModel.WEIGHTS, 0);
        final DenseNetwork generator = DenseNetwork.uniform(DenseLayer.stack(
            widths(settings.noiseDimension(), settings.generatorHidden(), shape.columns()),
            settings.generatorActivation(), settings.leakySlope(), Activation.TANH), random);
        final DenseNetwork discriminator = DenseNetwork.uniform(
            DenseLayer.stack(widths(shape.columns(), settings.discriminatorHidden(), 1),
                settings.discriminatorActivation(), settings.leakySlope(), Activation.LINEAR),
            random);
        return new GanModel(shape, generator, discriminator, settings.loss(), 0, 0, Optional.empty());
    }

    private static int[] widths(final int first, final int[] hidden, final int last) {
        final int[] widths = new int[hidden.length + 2];
        widths[0] = first;
        System.arraycopy(hidden, 0, widths, 1, hidden.length);
        widths[hidden.length + 1] = last;
        return widths;
    }

    private Result train(final Optional<GanModel> earlier, final Team team) {
        final GanModel first = earlier.orElseGet(() -> untrained(m_settings, m_data.shape()));
        checkPenalty(first);
        m_epochs = first.epochs();
        m_iterations = first.iterations();
        m_lastEpoch = Math.addExact(m_epochs, m_settings.epochs());
        final AdamState generatorState =
            first.memory().map(GanModel.OptimizerMemory::generator)
            .orElseGet(() -> AdamState.initial(first.generator()));
        final AdamState discriminatorState = first.memory().map(GanModel.OptimizerMemory::discriminator)
            .orElseGet(() -> AdamState.initial(first.discriminator()));
        try (GanStep step = new GanStep(m_settings, m_data, first.generator(), generatorState, first.discriminator(),
            discriminatorState, team)) {
            final End end = epochs(step);
            return new Result(new GanModel(m_data.shape(), step.generator().network(), step.discriminator().network(),
                m_settings.loss(), m_epochs, m_iterations,
                Optional.of(new GanModel.OptimizerMemory(step.generator().state(), step.discriminator().state()))),
                end);
        }
    }

    private void checkPenalty(final GanModel model) {
        check(
            m_settings.loss() != GanLoss.WASSERSTEIN_GRADIENT_PENALTY
                || model.discriminator().layers().stream().allMatch(l -> l.activation().isPiecewiseLinear()),
            "The gradient penalty needs a discriminator with the activation ReLU, leaky ReLU or none, but the connected"
                + " GAN has another. Choose another loss.");
    }

    private End epochs(final GanStep step) {
        final float[] fixedNoise = GanModel.noise(m_settings.seed(), GanModel.FIXED_NOISE, m_settings.sampleCount(),
            step.generator().network().inputs());
        final SlicedDistance distance = m_settings.patience() == 0 ? null
            : new SlicedDistance(m_data, step.generator().network().inputs(), m_settings.seed());
        double best = Double.POSITIVE_INFINITY;
        int waited = 0;
        m_reported = System.nanoTime();
        m_reportedIteration = m_iterations;
        while (m_epochs < m_lastEpoch) {
            final boolean whole = epoch(step);
            if (!whole) {
                return End.MINUTES;
            }
            m_epochs++;
            if (m_settings.sampleEvery() > 0
                && (m_epochs % m_settings.sampleEvery() == 0 || m_epochs == m_lastEpoch)) {
                m_observer.samples(m_epochs,
                    step.generator().network().apply(fixedNoise, m_settings.sampleCount()));
            }
            if (timeIsOver() && m_epochs < m_lastEpoch) {
                return End.MINUTES;
            }
            if (distance != null) {
                final double now = distance.of(step.generator().network());
                waited = now < best ? 0 : waited + 1;
                best = Math.min(best, now);
                if (waited >= m_settings.patience()) {
                    return m_epochs == m_lastEpoch ? End.EPOCHS : End.PATIENCE;
                }
            }
        }
        return End.EPOCHS;
    }

    /** Returns false if the time was over before the epoch was. */
    private boolean epoch(final GanStep step) {
        final int number = m_epochs + 1;
        final int rows = m_data.rows();
        final int batch = Math.min(m_settings.batch(), rows);
        final int[] order = m_settings.shuffle()
            ? new PermutationSampler(KeyedRandom.generator(m_settings.seed(), GanModel.ORDER, number), rows, rows)
                .sample()
            : IntStream.range(0, rows).toArray();
        final ContinuousSampler normals = KeyedRandom.normals(m_settings.seed(), GanModel.NOISE, number);
        final UniformRandomProvider uniforms =
            KeyedRandom.generator(m_settings.seed(), GanModel.PENALTY, number);
        final Sums sums = new Sums();
        final Sums shown = new Sums();
        int inEpoch = 0;
        for (int from = 0; from < rows; from += batch) {
            m_monitor.check();
            final double[] losses =
                step.run(order, from, Math.min(batch, rows - from), generatorIsDue(inEpoch), normals, uniforms);
            inEpoch++;
            m_iterations++;
            check(Double.isFinite(losses[0]) && !Double.isInfinite(losses[1]),
                "The training has diverged: in epoch %d, iteration %d the loss is no number any more. Lower the option"
                    + " 'Learning rate'.",
                number, m_iterations);
            sums.add(losses);
            shown.add(losses);
            report(number, (m_epochs + (double)inEpoch * batch / rows), shown);
            final boolean timeOver = timeIsOver();
            if (timeOver || from + batch >= rows
                || m_settings.lossEvery() > 0 && m_iterations % m_settings.lossEvery() == 0) {
                m_observer.losses(new LossRow(number, m_iterations, sums.discriminator(), sums.generator(), seconds()));
                sums.clear();
            }
            if (timeOver && from + batch < rows) {
                return false;
            }
        }
        return true;
    }

    private boolean generatorIsDue(final int inEpoch) {
        final int every = m_settings.discriminatorSteps();
        return m_settings.order() == GanSettings.Order.GENERATOR_FIRST ? inEpoch % every == 0
            : (inEpoch + 1) % every == 0;
    }

    private boolean timeIsOver() {
        return m_settings.maxMinutes() > 0 && seconds() > m_settings.maxMinutes() * 60;
    }

    private double seconds() {
        return (System.nanoTime() - m_start) * 1e-9;
    }

    private void report(final int epoch, final double epochsDone, final Sums shown) {
        final long now = System.nanoTime();
        if (now - m_reported < REPORT_NANOS) {
            return;
        }
        final double rate = (m_iterations - m_reportedIteration) / ((now - m_reported) * 1e-9);
        m_rate = m_rate == 0 ? rate : 0.7 * m_rate + 0.3 * rate;
        m_reported = now;
        m_reportedIteration = m_iterations;
        final int perEpoch = (m_data.rows() + m_settings.batch() - 1) / Math.min(m_settings.batch(), m_data.rows());
        double left = (m_lastEpoch - epochsDone) * perEpoch / m_rate;
        double fraction = 1 - (m_lastEpoch - epochsDone) / m_settings.epochs();
        if (m_settings.maxMinutes() > 0) {
            final double limit = m_settings.maxMinutes() * 60;
            left = Math.min(left, limit - seconds());
            fraction = Math.max(fraction, seconds() / limit);
        }
        final double remaining = Math.max(0, left);
        final double d = shown.discriminator();
        final double g = shown.generator();
        final double iterationsPerSecond = m_rate;
        shown.clear();
        m_monitor.report(Math.max(0, Math.min(1, fraction)),
            () -> message(epoch, m_lastEpoch, d, g, iterationsPerSecond, remaining));
    }

    static String message(final int epoch, final int last, final double d, final double g, final double rate,
        final double secondsLeft) {
        return String.format(Locale.ROOT, "epoch %d/%d · D %.2f · G %s · %s it/s · %s left", epoch, last, d,
            Double.isNaN(g) ? "-" : String.format(Locale.ROOT, "%.2f", g),
            rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : Long.toString(Math.round(rate)),
            duration(secondsLeft));
    }

    private static String duration(final double seconds) {
        if (seconds < 90) {
            return Math.round(seconds) + " s";
        }
        return seconds < 5400 ? Math.round(seconds / 60) + " min"
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
