// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

class ProgressMeterTest {

    @Test
    void quantitiesAndDurationsReadWell() {
        assertThat(ProgressMeter.quantity(0.5)).isEqualTo("0.5");
        assertThat(ProgressMeter.quantity(159)).isEqualTo("159");
        assertThat(ProgressMeter.quantity(12_345)).isEqualTo("12.3 k");
        assertThat(ProgressMeter.quantity(212_000_000)).isEqualTo("212.0 M");
        assertThat(ProgressMeter.quantity(4.567e9)).isEqualTo("4.57 G");
        assertThat(ProgressMeter.duration(0.2)).isEqualTo("0 s");
        assertThat(ProgressMeter.duration(59.4)).isEqualTo("59 s");
        assertThat(ProgressMeter.duration(200)).isEqualTo("3 min 20 s");
        assertThat(ProgressMeter.duration(7500)).isEqualTo("2 h 5 min");
    }

    @Test
    void reportsAboutTwiceASecondWithRateAndRemainingTime() throws InterruptedException {
        final List<Double> fractions = new ArrayList<>();
        final List<String> messages = new ArrayList<>();
        final var meter = new ProgressMeter(new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                fractions.add(fraction);
                messages.add(message.get());
            }

            @Override
            public void check() {
                // never canceled
            }
        }, 1000, "images");

        for (int i = 0; i < 65; i++) {
            Thread.sleep(10); // NOSONAR the pace in time is what is tested
            meter.add(10);
            meter.report(() -> "Working");
        }

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0)).matches("Working: \\d+(\\.\\d( k)?)? images/s, \\d+ s left");
        assertThat(fractions.get(0)).isCloseTo(0.5, within(0.15));
    }

    @Test
    void aSliceMapsIntoItsPart() {
        final List<Double> fractions = new ArrayList<>();
        final Monitor whole = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                fractions.add(fraction);
            }

            @Override
            public void check() {
                // never canceled
            }
        };

        whole.slice(0.5, 0.9).report(0.5, () -> "");

        assertThat(fractions.get(0)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void saysNoRateBeforeThereIsOne() throws InterruptedException {
        final var messages = new ArrayList<String>();
        final Monitor monitor = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                messages.add(message.get());
            }

            @Override
            public void check() {
                // never canceled
            }
        };
        final var meter = new ProgressMeter(monitor, 100, "things");
        Thread.sleep(510);
        meter.report(() -> "Working");
        meter.add(50);
        Thread.sleep(510);
        meter.report(() -> "Working");

        assertThat(messages).hasSize(2);
        assertThat(messages.get(0)).isEqualTo("Working");
        assertThat(messages.get(1)).startsWith("Working: ").contains(" things/s, ").endsWith(" left");
    }
}
