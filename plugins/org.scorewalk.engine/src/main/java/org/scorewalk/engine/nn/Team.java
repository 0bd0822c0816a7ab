// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that go through short phases of a few milliseconds together, thousands of times: between phases they spin
 * for some microseconds before they sleep, since waking a sleeping thread costs as much as a small phase. The calling
 * thread is one of them. Which thread takes which item is left open, so results must not depend on it.
 */
public final class Team implements AutoCloseable {

    /** About 50 µs. */
    private static final int SPINS = 2_000;

    private static final long NAP_NANOS = 1_000_000;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Thread[] m_helpers;

    private final AtomicInteger m_next = new AtomicInteger();

    private final AtomicInteger m_busy = new AtomicInteger();

    private final AtomicReference<Throwable> m_failure = new AtomicReference<>();

    private final Runnable m_check;

    private volatile int m_phase;

    private volatile boolean m_closed;

    private int m_items;

    private Work m_work;

    private Thread m_caller;

    /** One numbered item of work. */
    @FunctionalInterface
    public interface Work {
        /**
         * @param thread which thread runs it, from 0 (the calling one); for scratch memory
         * @param item the item's number
         */
        void run(int thread, int item);
    }

    /**
     * @param threads how many threads, the calling one included
     */
    public Team(final int threads) {
        this(threads, () -> {
            // nothing stops the work
        });
    }

    /**
     * @param threads how many threads, the calling one included
     * @param check what every thread asks before each item; when it throws, the phase ends as if the item had thrown
     */
    public Team(final int threads, final Runnable check) {
        m_check = check;
        m_helpers = new Thread[threads - 1];
        final int team = NUMBER.incrementAndGet();
        for (int t = 1; t < threads; t++) {
            final int number = t;
            m_helpers[t - 1] = new Thread(() -> help(number), "scorewalk-nn-" + team + "-" + t);
            m_helpers[t - 1].setDaemon(true);
            m_helpers[t - 1].start();
        }
    }

    /**
     * @return the number of threads, the calling one included
     */
    public int size() {
        return m_helpers.length + 1;
    }

    /**
     * Runs the items 0 to {@code items - 1} and returns when all are done. What one throws is thrown here, after all
     * threads have come to rest.
     *
     * @param items how many items
     * @param work what to do for each
     */
    public void run(final int items, final Work work) {
        m_items = items;
        m_work = work;
        m_caller = Thread.currentThread();
        m_next.set(0);
        final boolean shared = items > 1 && m_helpers.length > 0;
        if (shared) {
            m_busy.set(m_helpers.length);
            m_phase++; // NOSONAR only this thread writes it; the write publishes the fields above
            for (final Thread helper : m_helpers) {
                LockSupport.unpark(helper);
            }
        }
        take(0);
        for (int spins = 0; shared && m_busy.get() > 0; spins++) {
            pause(spins);
        }
        m_work = null;
        final Throwable failure = m_failure.getAndSet(null);
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
    }

    /** Asks, in any thread and amid an item, whether to go on; throws what the check throws where not. */
    public void check() {
        m_check.run();
    }

    private void help(final int thread) {
        int seen = 0;
        while (true) {
            for (int spins = 0; m_phase == seen; spins++) {
                if (m_closed) {
                    return;
                }
                pause(spins);
            }
            seen++;
            final Thread caller = m_caller;
            take(thread);
            if (m_busy.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    private static void pause(final int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(NAP_NANOS * (spins < 2 * SPINS ? 1 : 20));
        }
    }

    private void take(final int thread) {
        try {
            for (int i = m_next.getAndIncrement(); i < m_items; i = m_next.getAndIncrement()) {
                m_check.run();
                m_work.run(thread, i);
            }
        } catch (final RuntimeException | Error e) { // NOSONAR thrown again by run
            m_failure.compareAndSet(null, e);
            m_next.set(m_items);
        }
    }

    /** Ends the threads and waits until they are gone. */
    @Override
    public void close() {
        m_closed = true;
        boolean interrupted = false;
        for (final Thread helper : m_helpers) {
            LockSupport.unpark(helper);
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (final InterruptedException e) { // NOSONAR restored below; the thread ends at once
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
