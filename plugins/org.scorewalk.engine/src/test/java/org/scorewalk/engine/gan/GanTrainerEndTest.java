// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scorewalk.engine.gan.Trainings.images;
import static org.scorewalk.engine.gan.Trainings.small;
import static org.scorewalk.engine.gan.Trainings.train;
import static org.scorewalk.engine.gan.Trainings.watched;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.AdamSettings;
import org.scorewalk.engine.nn.Networks;

/** How a training ends, what it says until then, and that it leaves no memory and no thread behind. */
class GanTrainerEndTest {

    @Test
    void tenTrainingsLeaveNoMemoryAndNoThreadBehind() {
        final GanData data = images(70);
        train(small().loss(GanLoss.WASSERSTEIN_GRADIENT_PENALTY), data);
        final long before = Networks.nativeBytes();
        final long resident = Pointer.physicalBytes();
        for (int i = 0; i < 10; i++) {
            train(GanSettings.builder().epochs(1), data);
            assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
        }
        // one training takes some 20 MB outside of the heap: ten would show
        assertThat(Pointer.physicalBytes() - resident).isLessThan(150L << 20);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().startsWith("scorewalk-nn-"));
    }

    @Test
    void cancelTakesEffectWithinAnIterationAndFreesEverything() {
        train(small(), images(70)); // loads the library
        final long before = Networks.nativeBytes();
        final Collected collected = new Collected();
        final AtomicInteger checks = new AtomicInteger();
        final Monitor canceled = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // not of interest
            }

            @Override
            public void check() {
                if (collected.lossRows().size() == 4 && checks.incrementAndGet() > 2) { // amid the fifth iteration
                    throw new CancellationException();
                }
            }
        };
        final GanSettings settings = small().lossEvery(1).epochs(1000).build();
        final GanData data = images(70);
        assertThatThrownBy(() -> GanTrainer.train(settings, data, Optional.empty(), collected, canceled))
            .isInstanceOf(CancellationException.class);
        assertThat(collected.lossRows()).hasSize(4);
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().startsWith("scorewalk-nn-"));
    }

    @Test
    void aFailureInsideAStepFreesEverything() {
        train(small(), images(70));
        final long before = Networks.nativeBytes();
        final GanData broken = watched(images(70), row -> {
            throw new IllegalStateException("row " + row);
        });
        assertThatThrownBy(() -> train(small(), broken)).isInstanceOf(IllegalStateException.class);
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
    }

    @Test
    void theTimeLimitStopsTrainingAndKeepsTheResult() {
        final Collected collected = new Collected();
        final GanTrainer.Result result = GanTrainer.train(small().epochs(1_000_000).stop(0.005, 0).build(), images(500),
            Optional.empty(), collected, Monitor.SILENT); // 0.3 s

        assertThat(result.end()).isEqualTo(GanTrainer.End.MINUTES);
        assertThat(result.model().iterations()).isPositive();
        final LossRow last = collected.lossRows().get(collected.lossRows().size() - 1);
        assertThat(last.iteration()).isEqualTo(result.model().iterations());
        assertThat(last.seconds()).isBetween(0.3, 5.0);
    }

    @Test
    void patienceStopsTrainingThatDoesNotImprove() {
        // a rate at which nothing changes visibly
        final GanTrainer.Result result = train(
            small().epochs(500).stop(0, 3).adam(new AdamSettings(1e-12, 0.5, 0.999, 1e-8)), images(70));

        assertThat(result.end()).isEqualTo(GanTrainer.End.PATIENCE);
        assertThat(result.model().epochs()).isEqualTo(4);
    }

    @Test
    void divergenceIsReported() {
        final int[] deep = new int[20];
        Arrays.fill(deep, 16); // twenty layers of growing weights overflow soon
        final GanSettings.Builder settings = small().loss(GanLoss.WASSERSTEIN_GRADIENT_PENALTY)
            .discriminator(deep, Activation.LEAKY_RELU).epochs(2000)
            .adam(new AdamSettings(10, 0.5, 0.999, 1e-8));
        final GanData data = images(70);
        assertThatThrownBy(() -> train(settings, data)).isInstanceOf(InputException.class)
            .hasMessageContaining("diverged").hasMessageContaining("Learning rate");
    }

    @Test
    void progressSaysEpochLossesRateAndRemainingTime() {
        assertThat(GanTrainer.message(3, 30, 0.7512, 1.419, 52.4, 359)).isEqualTo(
            "epoch 3/30 · D 0.75 · G 1.42 · 52 it/s · 6 min left");
        assertThat(GanTrainer.message(3, 30, 0.7512, Double.NaN, 5.24, 20)).isEqualTo(
            "epoch 3/30 · D 0.75 · G - · 5.2 it/s · 20 s left");
        final List<String> messages = new ArrayList<>();
        final List<Double> fractions = new ArrayList<>();
        final Monitor monitor = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                fractions.add(fraction);
                messages.add(message.get());
            }

            @Override
            public void check() {
                // never canceled
            }
        };
        GanTrainer.train(small().epochs(1_000_000).stop(0.03, 0).build(), images(500), Optional.empty(),
            GanTrainer.Observer.NONE, monitor); // 1.8 s
        assertThat(messages).hasSizeBetween(1, 4)
            .allMatch(m -> m.matches(
                "epoch \\d+/1000000 · D \\d+\\.\\d\\d · G \\d+\\.\\d\\d · \\d+ it/s · [012] s left"));
        assertThat(fractions).isSorted().allMatch(f -> f > 0.1 && f <= 1);
    }
}
