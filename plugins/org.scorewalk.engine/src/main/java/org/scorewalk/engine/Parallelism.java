// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A group of threads that works through numbered tasks, the calling thread being one of them. No result may depend on
 * which thread takes which task or on how many there are.
 * <p>
 * The number of threads is a property of the machine and no setting of a node: the system property
 * {@value #PROPERTY}, or the number of processors where it is absent. With one thread, or one task, everything runs on
 * the calling thread and no thread is started or waited for. Threads are daemons and start with a parallel call; they
 * wait a second for the next one, of any group, before they end, since starting one takes as long as many a small call.
 */
public final class Parallelism {

    /** The system property that sets the number of threads. */
    public static final String PROPERTY = "org.scorewalk.threads";

    /** How often the calling thread looks for a cancel while it waits for the others. */
    private static final long POLL_MILLIS = 25;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final ExecutorService POOL = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS,
        new SynchronousQueue<>(), Parallelism::newThread);

    private final int m_threads;

    /** One numbered task. */
    @FunctionalInterface
    public interface Task {
        /**
         * @param worker which thread runs it, from 0 (the calling thread) to the number of threads less one; no two
         *            tasks run with the same number at a time, so it may index scratch memory
         * @param index the task's number
         */
        void run(int worker, int index);
    }

    /** A group of {@link #threads()} threads. */
    public Parallelism() {
        this(threads());
    }

    /**
     * @param threads how many threads work, the calling thread included; at least 1
     */
    public Parallelism(final int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + threads + ".");
        }
        m_threads = threads;
    }

    /**
     * The number of threads that work on one thing.
     *
     * @return the value of the system property {@value #PROPERTY} if that is a positive number, else the number of
     *         processors
     */
    public static int threads() {
        final var wanted = Integer.getInteger(PROPERTY, 0);
        return wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
    }

    /**
     * The number of threads of this group, the calling thread included.
     *
     * @return at least 1
     */
    public int size() {
        return m_threads;
    }

    /**
     * Runs the tasks 0 to {@code count - 1} and returns when all are done. If one throws, no further task starts, and
     * its exception is thrown here after all threads have come to rest.
     *
     * @param count how many tasks
     * @param task what to do for each; long tasks call {@link Monitor#check()} themselves
     * @param monitor asked for a cancel between tasks and while waiting
     * @param whileWaiting called on the calling thread between its tasks and while it waits, for progress reports
     */
    public void forEach(final int count, final Task task, final Monitor monitor, final Runnable whileWaiting) {
        final var helpers = Math.min(m_threads, count) - 1;
        if (helpers <= 0) {
            for (int i = 0; i < count; i++) {
                monitor.check();
                task.run(0, i);
                whileWaiting.run();
            }
            return;
        }
        final var next = new AtomicInteger();
        final var futures = new ArrayList<Future<?>>(helpers);
        for (int w = 1; w <= helpers; w++) {
            final var worker = w;
            futures.add(POOL.submit(() -> work(worker, count, next, task, monitor, () -> { })));
        }
        Throwable failure = null;
        try {
            work(0, count, next, task, monitor, whileWaiting);
        } catch (RuntimeException | Error e) { // NOSONAR thrown again below, after the other threads have stopped
            failure = e;
        }
        failure = await(futures, next, count, failure, monitor, whileWaiting);
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private static void work(final int worker, final int count, final AtomicInteger next, final Task task,
        final Monitor monitor, final Runnable between) {
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                monitor.check();
                task.run(worker, i);
                between.run();
            }
        } catch (RuntimeException | Error e) {
            next.set(count); // the others start nothing more
            throw e;
        }
    }

    private static Throwable await(final List<Future<?>> futures, final AtomicInteger next, final int count,
        final Throwable first, final Monitor monitor, final Runnable whileWaiting) {
        var failure = first;
        var interrupted = false;
        for (final var future : futures) {
            while (true) {
                try {
                    future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    break;
                } catch (TimeoutException e) { // NOSONAR still at work: look for a cancel and wait on
                    if (failure == null) {
                        failure = poll(next, count, monitor, whileWaiting);
                    }
                } catch (InterruptedException e) { // NOSONAR restored below; the threads must rest before we leave
                    interrupted = true;
                    next.set(count);
                } catch (ExecutionException e) {
                    // what another thread met is of more interest than the cancel that follows from it
                    if (failure == null || failure instanceof CancellationException) {
                        failure = e.getCause();
                    }
                    break;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            if (failure == null) {
                failure = new CancellationException("The work was interrupted.");
            }
        }
        return failure;
    }

    private static Throwable poll(final AtomicInteger next, final int count, final Monitor monitor,
        final Runnable whileWaiting) {
        try {
            monitor.check();
            whileWaiting.run();
            return null;
        } catch (RuntimeException | Error e) { // NOSONAR handed to the caller, who throws it when all threads rest
            next.set(count);
            return e;
        }
    }

    /** A thread that takes over nothing from the one that happens to need it first. */
    private static Thread newThread(final Runnable work) {
        final var thread = new Thread(null, work, "scorewalk-" + NUMBER.incrementAndGet(), 0, false);
        thread.setContextClassLoader(Parallelism.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }
}
