// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scorewalk.host.execute.Configurer;
import org.scorewalk.host.execute.Configurer.Outcome;
import org.scorewalk.host.execute.NodeResult;
import org.scorewalk.host.execute.NodeResult.Severity;
import org.scorewalk.host.execute.NodeResult.State;
import org.scorewalk.host.execute.WorkflowRun;
import org.scorewalk.host.list.NodeLister;
import org.scorewalk.host.load.HostNode;
import org.scorewalk.host.load.Workflow;
import org.scorewalk.host.load.WorkflowLoader;
import org.scorewalk.host.output.ResultWriter;
import org.scorewalk.host.progress.BarProgress;
import org.scorewalk.host.progress.PlainProgress;
import org.scorewalk.host.progress.Progress;
import org.scorewalk.host.progress.QuietProgress;
import org.scorewalk.host.progress.Times;
import org.scorewalk.host.source.WorkflowSource;
import org.scorewalk.host.write.KnwfWriter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is done with one workflow: load, configure, list, save, execute, write results, as the command line asks. */
final class WorkflowJob {

    /** Set by {@code ./run}: the width of the terminal, if there is one. */
    private static final String COLUMNS = "org.scorewalk.host.columns";

    /** Set by {@code ./run}: "false" if the native libraries are not on the class path. */
    private static final String NATIVES = "org.scorewalk.host.natives";

    /** Bears this annotation: the factory of a node that needs native libraries. */
    private static final String NEEDS_NATIVES = "org.scorewalk.nodes.util.NeedsNatives";

    private final Cli m_cli;

    private final PrintStream m_out;

    private final PrintStream m_err;

    private volatile boolean m_cancelled;

    private volatile WorkflowRun m_run;

    /**
     * @param cli is filled before {@link #run} is called
     * @param out for results
     * @param err for progress and errors
     */
    WorkflowJob(final Cli cli, final PrintStream out, final PrintStream err) {
        m_cli = cli;
        m_out = out;
        m_err = err;
    }

    void cancel() {
        m_cancelled = true;
        final WorkflowRun run = m_run;
        if (run != null) {
            run.cancel();
        }
    }

    boolean isCancelled() {
        return m_cancelled;
    }

    /**
     * @param temporary a folder of this call
     * @return whether the workflow needs native libraries, as exit code
     * @throws HostException if it cannot be loaded
     */
    int checkNatives(final Path temporary) throws HostException {
        try (Workflow workflow = WorkflowLoader.load(WorkflowSource.open(m_cli.m_workflow, temporary), List.of())) {
            return needsNatives(workflow) ? ExitCode.NEEDS_NATIVES : ExitCode.OK;
        }
    }

    private static boolean needsNatives(final Workflow workflow) {
        return workflow.nodes().stream().flatMap(n -> Arrays.stream(n.driver().factory().getClass().getAnnotations()))
            .anyMatch(a -> a.annotationType().getName().equals(NEEDS_NATIVES));
    }

    /**
     * @param temporary a folder of this call
     * @return the exit code
     * @throws HostException with a message for the user
     * @throws IOException if unfinished files cannot be handled
     */
    int run(final Path temporary) throws HostException, IOException {
        final WorkflowSource source = WorkflowSource.open(m_cli.m_workflow, temporary);
        final Path out = m_cli.m_out != null ? m_cli.m_out : Path.of("out", FileTools.safeName(source.name()));
        final Path target = out.toAbsolutePath().normalize();
        final boolean runs = !m_cli.m_noRun && !m_cli.m_list;
        if (m_cli.m_save != null) {
            KnwfWriter.check(m_cli.m_save);
        }
        if (runs) {
            ResultWriter.check(target);
        }
        try (Workflow workflow = WorkflowLoader.load(source, m_cli.m_sets)) {
            workflow.notes().forEach(n -> m_err.println("note: " + n));
            final Map<HostNode, Outcome> states = Configurer.configure(workflow);
            if (m_cli.m_list) {
                new NodeLister(m_out).list(workflow, states);
            } else {
                warn(states);
            }
            if (m_cli.m_save != null && !m_cancelled) {
                KnwfWriter.write(workflow, states, m_cli.m_save);
                m_err.println("Saved the workflow as '" + m_cli.m_save + "'.");
            }
            return runs ? execute(workflow, target, temporary) : ExitCode.OK;
        }
    }

    /** Before a long computation starts, the user should know that a node at its end will refuse. */
    private void warn(final Map<HostNode, Outcome> states) {
        states.forEach((node, outcome) -> {
            if (!outcome.isConfigured() && outcome.isFinal() && outcome.message() != null) {
                m_err.println("warning: " + node.label() + " is not ready: " + outcome.message());
            }
        });
    }

    private int execute(final Workflow workflow, final Path target, final Path temporary)
        throws HostException, IOException {
        if ("false".equals(System.getProperty(NATIVES)) && needsNatives(workflow)) {
            throw new HostException(ExitCode.NEEDS_NATIVES,
                "The native libraries that this workflow needs are not here. Start it by './run', which fetches them.");
        }
        final Instant start = Instant.now();
        final long clock = System.nanoTime();
        try (var writer = new ResultWriter(target, workflow.name(), () -> m_cancelled);
                Progress progress = progress(workflow)) {
            final Collection<NodeResult> results = execute(workflow, progress, writer, temporary);
            progress.close();
            if (m_cancelled) {
                m_err.println("Cancelled. Nothing was written.");
                return ExitCode.CANCELLED;
            }
            report(results);
            final boolean allExecuted = results.stream().allMatch(r -> r.state() == State.EXECUTED);
            final double seconds = (System.nanoTime() - clock) / 1e9;
            tell(writer.finish(results, summary(workflow, start, seconds, allExecuted)), target, seconds);
            return allExecuted ? ExitCode.OK : ExitCode.NODE_FAILED;
        }
    }

    private Collection<NodeResult> execute(final Workflow workflow, final Progress progress, final ResultWriter writer,
        final Path temporary) throws HostException {
        final var run = new WorkflowRun(workflow, progress, writer, temporary);
        m_run = run;
        if (m_cancelled) { // before it could reach the run
            run.cancel();
        }
        try {
            return run.execute().values();
        } catch (final IOException e) {
            throw ResultWriter.notWritten(writer.target(), e);
        }
    }

    private Progress progress(final Workflow workflow) {
        final int columns = Integer.getInteger(COLUMNS, 0);
        if (m_cli.m_quiet) {
            return new QuietProgress(m_err);
        }
        final int names = workflow.nodes().stream().mapToInt(n -> n.label().length()).max().orElse(1);
        return columns > 0 ? new BarProgress(m_err, columns, names) : new PlainProgress(m_err);
    }

    private void report(final Iterable<NodeResult> results) {
        for (final NodeResult result : results) {
            if (result.state() != State.NOT_EXECUTED) { // the failed node before it says why
                final String label = result.node().label();
                result.messages().forEach(m -> m_err
                    .println((m.severity() == Severity.ERROR ? "error: " : "warning: ") + label + ": " + m.text()));
            }
            if (m_cli.m_debug && result.cause() != null) {
                result.cause().printStackTrace(m_err);
            }
        }
    }

    private void tell(final List<String> files, final Path target, final double seconds) {
        if (m_cli.m_quiet) {
            return;
        }
        m_out.println("Results in " + target + " (" + files.size() + " files, " + Times.text(seconds) + "):");
        final var lines = new LinkedHashMap<String, Integer>(); // the many files of a folder of cells are one line
        files.forEach(f -> lines.merge(f.contains("/") ? f.substring(0, f.indexOf('/') + 1) : f, 1, Integer::sum));
        lines.forEach((name, n) -> m_out.println("  " + name + (name.endsWith("/") ? " (" + n + " files)" : "")));
    }

    private ObjectNode summary(final Workflow workflow, final Instant start, final double seconds,
        final boolean allExecuted) {
        final ObjectNode json = new ObjectMapper().createObjectNode().put("workflow", workflow.name())
            .put("createdBy", workflow.file().getString("created_by", null))
            .put("state", allExecuted ? "EXECUTED" : "FAILED")
            .put("exitCode", allExecuted ? ExitCode.OK : ExitCode.NODE_FAILED)
            .put("started", start.truncatedTo(ChronoUnit.MILLIS).toString())
            .put("seconds", Math.round(seconds * 1e3) / 1e3);
        m_cli.m_sets.forEach(json.putArray("set")::add);
        workflow.notes().forEach(json.putArray("notes")::add);
        final ObjectNode versions = json.putObject("versions");
        Versions.get().forEach(versions::put);
        return json;
    }
}
