// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.execute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.NodeProgress;
import org.scorewalk.host.execute.NodeResult.Message;
import org.scorewalk.host.execute.NodeResult.Severity;
import org.scorewalk.host.execute.NodeResult.State;
import org.scorewalk.host.load.HostNode;
import org.scorewalk.host.load.Workflow;
import org.scorewalk.host.progress.Progress;
import org.scorewalk.host.progress.Times;
import org.scorewalk.standin.core.NodeExecution;
import org.scorewalk.standin.core.NodeFailure;
import org.scorewalk.standin.core.PortObjects;

/**
 * Executes a workflow: each node as soon as all nodes before it are executed, independent branches side by side. What
 * follows a failed node is left out; the other branches go on. As in KNIME a node gets copies of all port objects but
 * tables, so that what it does to them is never seen elsewhere.
 */
public final class WorkflowRun {

    /** How long a node that does not listen to its cancellation is waited for. */
    private static final long PATIENCE_WITH_NODES = 3000;

    /** How long results that nobody wants any more are waited for. */
    private static final long PATIENCE_WITH_WRITING = 100;

    /** What KNIME lets a node say that says nothing. */
    private static final String NO_NEWS = "Performing node execution...";

    private final Workflow m_workflow;

    private final Progress m_progress;

    private final ResultSink m_sink;

    private final Path m_temporary;

    private final Object m_lock = new Object();

    private final Map<HostNode, NodeResult> m_results = new HashMap<>();

    private final Map<HostNode, PortObject[]> m_outputs = new HashMap<>();

    private final Map<HostNode, NodeExecution> m_running = new HashMap<>();

    private final Set<HostNode> m_started = new HashSet<>();

    /** Number of nodes that compute. */
    private int m_computing;

    /** Number of nodes whose results are being written. */
    private int m_writing;

    private long m_cancelTime;

    private IOException m_notWritten;

    private Throwable m_bug;

    private volatile boolean m_cancelled;

    /**
     * @param workflow a loaded workflow
     * @param progress hears of every node
     * @param sink takes the results of each node
     * @param temporary an existing folder for what does not fit into memory
     */
    public WorkflowRun(final Workflow workflow, final Progress progress, final ResultSink sink, final Path temporary) {
        m_workflow = workflow;
        m_progress = progress;
        m_sink = sink;
        m_temporary = temporary;
    }

    /**
     * Stops all nodes. They end within a fraction of a second; {@link #execute()} returns then.
     */
    public void cancel() {
        final List<NodeExecution> running;
        synchronized (m_lock) {
            if (!m_cancelled) {
                m_cancelTime = System.nanoTime();
                m_cancelled = true;
            }
            running = new ArrayList<>(m_running.values());
            m_lock.notifyAll();
        }
        running.forEach(NodeExecution::cancel);
    }

    /**
     * @return how each node ended, predecessors first
     * @throws IOException if results could not be written
     */
    public Map<HostNode, NodeResult> execute() throws IOException {
        final int threads = Math.max(1, Math.min(m_workflow.nodes().size(),
            Math.max(2, Runtime.getRuntime().availableProcessors())));
        final ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            final var thread = new Thread(task, "scorewalk-node");
            thread.setDaemon(true);
            return thread;
        });
        try {
            start(pool);
            await();
        } finally {
            pool.shutdownNow();
        }
        synchronized (m_lock) {
            if (m_notWritten != null) {
                throw m_notWritten;
            }
            if (m_bug != null) {
                throw new IllegalStateException("The results of a node cannot be handled.", m_bug);
            }
            final var ordered = new LinkedHashMap<HostNode, NodeResult>();
            for (final HostNode node : m_workflow.nodes()) {
                ordered.put(node, m_results.getOrDefault(node,
                    new NodeResult(node, State.CANCELLED, List.of(), 0, null)));
            }
            return ordered;
        }
    }

    private void await() {
        boolean interrupted = false;
        synchronized (m_lock) {
            while (m_computing + m_writing > 0) {
                final long wait = m_cancelled ? patience() : 0;
                if (m_cancelled && wait <= 0) {
                    break;
                }
                try {
                    m_lock.wait(wait);
                } catch (final InterruptedException e) {
                    interrupted = true;
                    cancel();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Milliseconds that are left; what is still at work then is left behind. */
    private long patience() {
        final long passed = (System.nanoTime() - m_cancelTime) / 1_000_000;
        return (m_computing > 0 ? PATIENCE_WITH_NODES : PATIENCE_WITH_WRITING) - passed;
    }

    /** Starts all nodes that can start now, and settles those that never can. */
    private void start(final ExecutorService pool) {
        synchronized (m_lock) {
            for (final HostNode node : m_workflow.nodes()) { // predecessors first: one pass settles all
                if (m_started.contains(node) || !m_results.keySet().containsAll(node.predecessors())) {
                    continue;
                }
                m_started.add(node);
                final HostNode failed =
                    node.predecessors().stream().filter(p -> m_results.get(p).state() != State.EXECUTED).findFirst()
                    .orElse(null);
                if (m_cancelled) {
                    m_results.put(node, new NodeResult(node, State.CANCELLED, List.of(), 0, null));
                } else if (failed != null) {
                    settle(node, failed);
                } else {
                    m_computing++;
                    pool.execute(() -> run(node, pool));
                }
            }
        }
    }

    private void settle(final HostNode node, final HostNode failed) {
        final State state = m_results.get(failed).state() == State.CANCELLED ? State.CANCELLED : State.NOT_EXECUTED;
        final String text = "Not executed, because node " + failed.title() + " gave no result.";
        m_results.put(node, new NodeResult(node, state, List.of(new Message(Severity.WARNING, text)), 0, null));
        m_progress.finished(node.label(), false, "not executed, because " + failed.label() + " gave no result");
    }

    private void run(final HostNode node, final ExecutorService pool) {
        final NodeResult result = execute(node);
        final PortObject[] outputs;
        synchronized (m_lock) {
            m_results.put(node, result);
            outputs = m_outputs.getOrDefault(node, new PortObject[0]);
            m_computing--;
            m_writing++;
        }
        try {
            start(pool); // successors do not wait for files to be written
            m_sink.accept(result, outputs);
        } catch (final IOException e) {
            synchronized (m_lock) { // after a cancel the files disappear, which is no news
                m_notWritten = m_cancelled ? m_notWritten : e;
            }
            cancel();
        } catch (final CancellationException e) {
            if (!m_cancelled) { // nobody else may end the writing of results
                fail(e);
            }
        } catch (final RuntimeException | Error e) {
            fail(e);
        } finally {
            synchronized (m_lock) {
                m_writing--;
                m_lock.notifyAll();
            }
        }
    }

    private void fail(final Throwable bug) {
        synchronized (m_lock) {
            m_bug = m_bug == null ? bug : m_bug;
        }
        cancel();
    }

    private NodeResult execute(final HostNode node) {
        m_progress.started(node.label());
        final long start = System.nanoTime();
        State state = State.FAILED;
        final var messages = new ArrayList<Message>();
        Throwable cause = null;
        try (var execution = NodeExecution.open(m_temporary, event -> show(node, event.getNodeProgress()))) {
            register(node, execution);
            try {
                final PortObject[] outputs = execute(node, execution);
                synchronized (m_lock) {
                    m_outputs.put(node, outputs);
                }
                node.driver().warning().ifPresent(w -> messages.add(new Message(Severity.WARNING, text(w))));
                state = State.EXECUTED;
            } finally {
                synchronized (m_lock) {
                    m_running.remove(node);
                }
            }
        } catch (final CanceledExecutionException e) {
            state = State.CANCELLED;
            messages.add(new Message(Severity.WARNING, e.getMessage() == null ? "Execution canceled" : e.getMessage()));
        } catch (final NodeFailure e) {
            messages.add(new Message(Severity.ERROR, e.getCause() instanceof KNIMEException k
                ? text(k.getKNIMEMessage()) : e.getMessage()));
            cause = e;
        } catch (final IOException e) {
            cause = e;
            messages.add(new Message(Severity.ERROR, "An input cannot be handed on: " + e.getMessage()));
        } catch (final RuntimeException | Error e) { // NOSONAR: a node that breaks must not stop the others
            cause = e;
            messages.add(new Message(Severity.ERROR, "The node broke: " + e));
        }
        final double seconds = (System.nanoTime() - start) / 1e9;
        m_progress.finished(node.label(), state == State.EXECUTED, ending(state, messages, seconds));
        return new NodeResult(node, state, List.copyOf(messages), seconds, cause);
    }

    /** What is wrong and what to do. */
    private static String text(final org.knime.core.node.message.Message message) {
        return message.getResolutions().isEmpty() ? message.getSummary()
            : message.getSummary() + " " + String.join(" ", message.getResolutions());
    }

    private static String ending(final State state, final List<Message> messages, final double seconds) {
        return switch (state) {
            case EXECUTED -> "executed in " + Times.text(seconds)
                + (messages.isEmpty() ? "" : ", with a warning");
            case CANCELLED -> "cancelled";
            default -> "failed after " + Times.text(seconds);
        };
    }

    private void register(final HostNode node, final NodeExecution execution) {
        final boolean late;
        synchronized (m_lock) {
            m_running.put(node, execution);
            late = m_cancelled;
        }
        if (late) {
            execution.cancel();
        }
    }

    private PortObject[] execute(final HostNode node, final NodeExecution execution)
        throws NodeFailure, CanceledExecutionException, IOException {
        final var objects = new PortObject[node.inputs().length];
        for (int i = 0; i < objects.length; i++) {
            final HostNode.Source source = node.inputs()[i];
            if (source != null) {
                synchronized (m_lock) {
                    objects[i] = m_outputs.get(source.node())[source.port()];
                }
            }
        }
        // the specs after execution may hold more than those before, e.g. the bounds of a column
        node.driver().configure(Arrays.stream(objects).map(o -> o == null ? null : o.getSpec())
            .toArray(PortObjectSpec[]::new));
        for (int i = 0; i < objects.length; i++) {
            if (objects[i] != null) {
                objects[i] = PortObjects.copy(objects[i], execution.context());
            }
        }
        return node.driver().execute(objects, execution);
    }

    private void show(final HostNode node, final NodeProgress progress) {
        final String message = progress.getMessage();
        m_progress.at(node.label(), progress.getProgress(), NO_NEWS.equals(message) ? null : message);
    }
}
