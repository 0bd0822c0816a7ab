// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
import org.scorewalk.host.write.WorkflowGenerator;
import org.scorewalk.standin.core.Extensions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One call of the program, from the command line to the exit code. It can be stopped from another thread. */
public final class Session {

    /** Set by {@code ./run}: the width of the terminal, if there is one. */
    private static final String COLUMNS = "org.scorewalk.host.columns";

    /** Set by {@code ./run}: "false" if the native libraries are not on the class path. */
    private static final String NATIVES = "org.scorewalk.host.natives";

    /** Bears this annotation: the factory of a node that needs native libraries. */
    private static final String NEEDS_NATIVES = "org.scorewalk.nodes.util.NeedsNatives";

    private static final String CHECK_NATIVES = "--check-natives";

    private static final String THREADS = "org.scorewalk.threads";

    private final PrintStream m_out;

    private final PrintStream m_err;

    private final CountDownLatch m_ended = new CountDownLatch(1);

    private volatile boolean m_cancelled;

    private volatile WorkflowRun m_run;

    private Cli m_cli = new Cli();

    /**
     * @param out for results
     * @param err for progress and errors
     */
    public Session(final PrintStream out, final PrintStream err) {
        m_out = out;
        m_err = err;
    }

    /** Stops everything and removes what is unfinished. {@link #run} returns then. */
    public void cancel() {
        m_cancelled = true;
        final WorkflowRun run = m_run;
        if (run != null) {
            run.cancel();
        }
    }

    /**
     * @param time how long to wait
     * @param unit its unit
     * @return whether {@link #run} came to its end
     */
    public boolean awaitEnd(final long time, final TimeUnit unit) {
        try {
            return m_ended.await(time, unit);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * @param args the command line
     * @return the exit code
     */
    public int run(final String... args) {
        try {
            return Arrays.asList(args).contains(CHECK_NATIVES) ? checkNatives(args) : parseAndRun(args);
        } catch (final HostException e) {
            e.messages().forEach(m -> m_err.println("error: " + m));
            trace(e.getCause());
            return e.exitCode();
        } catch (final RuntimeException | LinkageError | OutOfMemoryError e) {
            if (m_cancelled) {
                return ExitCode.CANCELLED;
            }
            m_err.println("error: The program broke (" + e + "). Please report this, with the output of --debug.");
            trace(e);
            return ExitCode.BROKEN;
        } finally {
            m_out.flush();
            m_err.flush();
            m_ended.countDown();
        }
    }

    /** Silent: whatever is wrong is told by the call that follows. */
    private int checkNatives(final String... args) {
        Path temporary = null;
        try {
            new CommandLine(m_cli).setExpandAtFiles(false).parseArgs(args);
            if (m_cli.m_workflow == null || m_cli.m_noRun || m_cli.m_list || m_cli.m_knime) {
                return ExitCode.OK;
            }
            temporary = Files.createTempDirectory("scorewalk-");
            final WorkflowSource source = WorkflowSource.open(m_cli.m_workflow, temporary);
            try (Workflow workflow = WorkflowLoader.load(source, m_cli.m_sets)) {
                return workflow.nodes().stream().anyMatch(Session::needsNatives) ? ExitCode.NEEDS_NATIVES : ExitCode.OK;
            }
        } catch (final ParameterException | HostException | IOException e) { // NOSONAR: see above
            return ExitCode.OK;
        } finally {
            remove(temporary);
        }
    }

    private void trace(final Throwable cause) {
        if (m_cli.m_debug && cause != null) {
            cause.printStackTrace(m_err);
        }
    }

    private int parseAndRun(final String... args) throws HostException {
        final var line = new CommandLine(m_cli).setExpandAtFiles(false).setUsageHelpAutoWidth(false);
        try {
            line.parseArgs(args);
        } catch (final ParameterException e) {
            m_err.println("error: " + e.getMessage());
            m_err.println("'./run --help' explains the options.");
            return ExitCode.USAGE;
        }
        if (line.isUsageHelpRequested()) {
            line.usage(m_out);
            return ExitCode.OK;
        }
        if (line.isVersionHelpRequested()) {
            versions().forEach((name, version) -> m_out.println(name + " " + version));
            return ExitCode.OK;
        }
        m_cli.check();
        if (m_cli.m_threads != null) {
            System.setProperty(THREADS, m_cli.m_threads.toString());
        }
        if (!m_cli.m_newWorkflow.isEmpty()) {
            WorkflowGenerator.generate(m_cli.m_newWorkflow.get(0), m_cli.m_newWorkflow.get(1));
            m_err.println("Made the workflow '" + m_cli.m_newWorkflow.get(1) + "'.");
            return ExitCode.OK;
        }
        if (m_cli.m_workflow == null) {
            new NodeLister(m_out).listNodes();
            return ExitCode.OK;
        }
        return withTemporaryFolder();
    }

    private int withTemporaryFolder() throws HostException {
        Path temporary = null;
        try {
            temporary = Files.createTempDirectory("scorewalk-");
            return m_cli.m_knime
                ? new KnimeLauncher(m_out, m_err).run(System.getenv("KNIME_HOME"), Path.of(m_cli.m_workflow), temporary)
                : runHere(temporary);
        } catch (final IOException e) {
            throw new HostException(ExitCode.NOT_WRITTEN, "A temporary file cannot be written: " + FileTools.reason(e)
                + ". Make room in '" + System.getProperty("java.io.tmpdir") + "'.", e);
        } finally {
            remove(temporary);
        }
    }

    private void remove(final Path temporary) {
        try {
            if (temporary != null) {
                FileTools.delete(temporary);
            }
        } catch (final IOException e) {
            m_err.println("warning: The temporary folder '" + temporary + "' could not be deleted: " + FileTools.reason(e) + ".");
        }
    }

    private int runHere(final Path temporary) throws HostException, IOException {
        final WorkflowSource source = WorkflowSource.open(m_cli.m_workflow, temporary);
        final Path target = (m_cli.m_out != null ? m_cli.m_out : Path.of("out", FileTools.safeName(source.name()))).toAbsolutePath()
            .normalize();
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
                tell(states);
            }
            if (m_cli.m_save != null && !m_cancelled) {
                KnwfWriter.write(workflow, states, m_cli.m_save);
                m_err.println("Saved the workflow as '" + m_cli.m_save + "'.");
            }
            if (!runs) {
                return ExitCode.OK;
            }
            if ("false".equals(System.getProperty(NATIVES)) && workflow.nodes().stream().anyMatch(Session::needsNatives)) {
                m_err.println("error: The native libraries that this workflow needs are not here. Start it by './run', which fetches them.");
                return ExitCode.NEEDS_NATIVES;
            }
            return execute(workflow, target, temporary);
        }
    }

    private static boolean needsNatives(final HostNode node) {
        return Arrays.stream(node.driver().factory().getClass().getAnnotations())
            .anyMatch(a -> a.annotationType().getName().equals(NEEDS_NATIVES));
    }

    /** Before a long computation starts, the user should know that a node at its end will refuse. */
    private void tell(final Map<HostNode, Outcome> states) {
        states.forEach((node, outcome) -> {
            if (!outcome.isConfigured() && outcome.isFinal() && outcome.message() != null) {
                m_err.println("warning: " + node.label() + " is not ready: " + outcome.message());
            }
        });
    }

    private int execute(final Workflow workflow, final Path target, final Path temporary) throws HostException, IOException {
        final Instant start = Instant.now();
        final long clock = System.nanoTime();
        try (var writer = new ResultWriter(target, workflow.name(), () -> m_cancelled); Progress progress = progress(workflow)) {
            final var run = new WorkflowRun(workflow, progress, writer, temporary);
            m_run = run;
            if (m_cancelled) {
                run.cancel();
            }
            final Map<HostNode, NodeResult> results;
            try {
                results = run.execute();
            } catch (final IOException e) {
                throw ResultWriter.notWritten(target, e);
            }
            progress.close();
            if (m_cancelled) {
                m_err.println("Cancelled. Nothing was written.");
                return ExitCode.CANCELLED;
            }
            report(results.values());
            final boolean allExecuted = results.values().stream().allMatch(r -> r.state() == State.EXECUTED);
            final double seconds = (System.nanoTime() - clock) / 1e9;
            final List<String> files = writer.finish(results.values(), summary(workflow, start, seconds, allExecuted));
            tell(files, target, seconds);
            return allExecuted ? ExitCode.OK : ExitCode.NODE_FAILED;
        }
    }

    private void report(final Iterable<NodeResult> results) {
        for (final NodeResult result : results) {
            if (result.state() != State.NOT_EXECUTED) { // the failed node before it says why
                result.messages().forEach(m -> m_err.println((m.severity() == Severity.ERROR ? "error: " : "warning: ")
                    + result.node().label() + ": " + m.text()));
            }
            trace(result.cause());
        }
    }

    private void tell(final List<String> files, final Path target, final double seconds) {
        if (m_cli.m_quiet) {
            return;
        }
        m_out.println("Results in " + target + " (" + files.size() + " files, " + Times.text(seconds) + "):");
        final var lines = new LinkedHashMap<String, Integer>(); // the many files of a folder of cells count as one line
        files.forEach(f -> lines.merge(f.contains("/") ? f.substring(0, f.indexOf('/') + 1) : f, 1, Integer::sum));
        lines.forEach((name, n) -> m_out.println("  " + name + (name.endsWith("/") ? " (" + n + " files)" : "")));
    }

    private ObjectNode summary(final Workflow workflow, final Instant start, final double seconds, final boolean allExecuted) {
        final ObjectNode json = new ObjectMapper().createObjectNode().put("workflow", workflow.name())
            .put("createdBy", workflow.file().getString("created_by", null)).put("state", allExecuted ? "EXECUTED" : "FAILED")
            .put("exitCode", allExecuted ? ExitCode.OK : ExitCode.NODE_FAILED)
            .put("started", start.truncatedTo(ChronoUnit.MILLIS).toString()).put("seconds", Math.round(seconds * 1e3) / 1e3);
        m_cli.m_sets.forEach(json.putArray("set")::add);
        workflow.notes().forEach(json.putArray("notes")::add);
        final ObjectNode versions = json.putObject("versions");
        versions().forEach(versions::put);
        return json;
    }

    private static Map<String, String> versions() {
        final var versions = new TreeMap<String, String>();
        Extensions.get().nodes().forEach(n -> versions.put(n.bundle().symbolicName(), n.bundle().version()));
        versions.put("java", System.getProperty("java.version"));
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        return versions;
    }

    private Progress progress(final Workflow workflow) {
        final int columns = Integer.getInteger(COLUMNS, 0);
        if (m_cli.m_quiet) {
            return new QuietProgress(m_err);
        }
        return columns > 0
            ? new BarProgress(m_err, columns, workflow.nodes().stream().mapToInt(n -> n.label().length()).max().orElse(1))
            : new PlainProgress(m_err);
    }
}
