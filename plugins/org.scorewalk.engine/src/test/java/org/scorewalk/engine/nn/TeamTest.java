// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyItemRunsOnceInEveryPhase(final int threads) {
        final AtomicIntegerArray counts = new AtomicIntegerArray(7);
        try (Team team = new Team(threads)) {
            for (int phase = 1; phase <= 5000; phase++) {
                team.run(7, (thread, item) -> counts.incrementAndGet(item));
                for (int i = 0; i < 7; i++) {
                    if (counts.get(i) != phase) {
                        assertThat(counts.get(i)).isEqualTo(phase);
                    }
                }
            }
        }
    }

    @Test
    void helpersWakeUpAfterALongPause() throws InterruptedException {
        try (Team team = new Team(3)) {
            final AtomicIntegerArray counts = new AtomicIntegerArray(100);
            for (int i = 0; i < 3; i++) {
                Thread.sleep(60);
                team.run(100, (thread, item) -> counts.incrementAndGet(item));
            }
            assertThat(counts.get(99)).isEqualTo(3);
        }
    }

    @Test
    void whatAnItemThrowsIsThrownToTheCallerAndTheTeamStaysUsable() {
        try (Team team = new Team(2)) {
            assertThatThrownBy(() -> team.run(10, (thread, item) -> {
                if (item == 3) {
                    throw new IllegalStateException("three");
                }
            })).isInstanceOf(IllegalStateException.class).hasMessage("three");
            final AtomicIntegerArray counts = new AtomicIntegerArray(10);
            team.run(10, (thread, item) -> counts.incrementAndGet(item));
            assertThat(counts.get(9)).isEqualTo(1);
        }
    }

    @Test
    void everyThreadAsksBeforeEachItemWhetherToGoOn() {
        final AtomicInteger asked = new AtomicInteger();
        final AtomicInteger done = new AtomicInteger();
        try (Team team = new Team(2, () -> {
            if (asked.incrementAndGet() > 25) {
                throw new CancellationException();
            }
        })) {
            team.run(20, (thread, item) -> done.incrementAndGet());
            assertThatThrownBy(() -> team.run(1000, (thread, item) -> done.incrementAndGet()))
                .isInstanceOf(CancellationException.class);
        }
        assertThat(done).hasValue(25);
    }

    @Test
    void noThreadIsLeftAfterClose() {
        final Team team = new Team(4);
        team.run(100, (thread, item) -> { });
        assertThat(threads()).isGreaterThanOrEqualTo(3);
        team.close();
        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("scorewalk-nn-"))
            .count();
    }
}
