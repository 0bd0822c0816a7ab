// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelismTest {

    private static final Runnable NOTHING = () -> { };

    private static long scorewalkThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("scorewalk-")).count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyTaskRunsOnceAndNoWorkerRunsTwoAtATime(final int threads) {
        final var runs = new AtomicIntegerArray(1000);
        final var busy = new AtomicIntegerArray(threads);
        final var clashes = new AtomicInteger();
        final var group = new Parallelism(threads);
        group.forEach(1000, (worker, i) -> {
            if (busy.incrementAndGet(worker) != 1) {
                clashes.incrementAndGet();
            }
            runs.incrementAndGet(i);
            busy.decrementAndGet(worker);
        }, Monitor.SILENT, NOTHING);

        for (int i = 0; i < 1000; i++) {
            assertThat(runs.get(i)).isOne();
        }
        assertThat(clashes).hasValue(0);
    }

    /** Runs two tasks that wait for each other. */
    private static void runTwo(final Runnable first) {
        final var both = new CountDownLatch(2);
        new Parallelism(2).forEach(2, (worker, i) -> {
            first.run();
            both.countDown();
            try {
                assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, Monitor.SILENT, NOTHING);
    }

    @Test
    void tasksRunAtTheSameTime() {
        final var tasks = new AtomicInteger();
        runTwo(tasks::incrementAndGet);
        assertThat(tasks).hasValue(2);
    }

    @Test
    void oneThreadOrOneTaskStaysOnTheCaller() {
        final var names = ConcurrentHashMap.<String> newKeySet();
        final var one = new Parallelism(1);
        final var many = new Parallelism(7);
        one.forEach(50, (worker, i) -> names.add(Thread.currentThread().getName()), Monitor.SILENT, NOTHING);
        many.forEach(1, (worker, i) -> names.add(Thread.currentThread().getName()), Monitor.SILENT, NOTHING);
        assertThat(names).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void theNextCallFindsTheThreadsOfTheLast() {
        final var names = ConcurrentHashMap.<String> newKeySet();
        for (int i = 0; i < 20; i++) {
            runTwo(() -> names.add(Thread.currentThread().getName()));
        }

        assertThat(names.size()).as("a thread may not have come to rest when the next call begins").isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureStopsTheOthersAndComesOut(final int threads) {
        final var done = new AtomicInteger();
        final var group = new Parallelism(threads);
        assertThatThrownBy(() -> group.forEach(100_000, (worker, i) -> {
            if (i == 5) {
                throw new InputException("The fifth fails.");
            }
            done.incrementAndGet();
        }, Monitor.SILENT, NOTHING)).isInstanceOf(InputException.class).hasMessage("The fifth fails.");
        assertThat(done.get()).isLessThan(100_000);
    }

    @Test
    void cancelStopsAllWithin200MillisecondsAndLeavesNoThread() throws InterruptedException {
        final long start = System.nanoTime();
        final long cancelAt = start + TimeUnit.MILLISECONDS.toNanos(100);
        final var monitor = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // nothing to see
            }

            @Override
            public void check() {
                if (System.nanoTime() > cancelAt) {
                    throw new CancellationException();
                }
            }
        };
        final var group = new Parallelism(3);
        assertThatThrownBy(() -> group.forEach(Integer.MAX_VALUE, (worker, i) -> Thread.onSpinWait(), monitor, NOTHING))
            .isInstanceOf(CancellationException.class);

        assertThat(System.nanoTime() - cancelAt).isLessThan(TimeUnit.MILLISECONDS.toNanos(200));
        for (int i = 0; i < 500 && scorewalkThreads() > 0; i++) { // they wait a second for more
            Thread.sleep(10);
        }
        assertThat(scorewalkThreads()).isZero();
    }

    @Test
    void aCancelIsNoticedWhileWaitingForAnotherThread() {
        final var othersStarted = new CountDownLatch(1);
        final var canceled = new AtomicInteger();
        final var monitor = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // nothing to see
            }

            @Override
            public void check() {
                if (othersStarted.getCount() == 0) {
                    canceled.incrementAndGet();
                    throw new CancellationException();
                }
            }
        };
        final var group = new Parallelism(2);
        assertThatThrownBy(() -> group.forEach(2, (worker, i) -> {
            if (worker == 1) {
                othersStarted.countDown();
                while (canceled.get() == 0) {
                    Thread.onSpinWait();
                }
            } else {
                try {
                    othersStarted.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }, monitor, NOTHING)).isInstanceOf(CancellationException.class);
        assertThat(canceled.get()).isPositive();
    }

    @Test
    void threadsComeFromThePropertyOrTheMachine() {
        final var before = System.getProperty(Parallelism.PROPERTY);
        try {
            System.setProperty(Parallelism.PROPERTY, "5");
            assertThat(Parallelism.threads()).isEqualTo(5);
            System.setProperty(Parallelism.PROPERTY, "-3");
            assertThat(Parallelism.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        } finally {
            if (before == null) {
                System.clearProperty(Parallelism.PROPERTY);
            } else {
                System.setProperty(Parallelism.PROPERTY, before);
            }
        }
    }
}
