// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.scorewalk.host.list.NodeLister;
import org.scorewalk.host.write.WorkflowGenerator;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One call of the program, from the command line to the exit code. It can be stopped from another thread. */
public final class Session {

    private static final String CHECK_NATIVES = "--check-natives";

    /** Read by the engine. */
    private static final String THREADS = "org.scorewalk.threads";

    private final PrintStream m_out;

    private final PrintStream m_err;

    private final CountDownLatch m_ended = new CountDownLatch(1);

    private final Cli m_cli = new Cli();

    private final WorkflowJob m_job;

    /**
     * @param out for results
     * @param err for progress and errors
     */
    public Session(final PrintStream out, final PrintStream err) {
        m_out = out;
        m_err = err;
        m_job = new WorkflowJob(m_cli, out, err);
    }

    /** Stops everything and removes what is unfinished. {@link #run} returns then. */
    public void cancel() {
        m_job.cancel();
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
            if (m_job.isCancelled()) {
                return ExitCode.CANCELLED;
            }
            if (isWantOfMemory(e)) {
                m_err.println("error: There is not enough memory (" + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB). Give the program more, for instance by the environment variable "
                    + "SCOREWALK_JAVA_OPTS=-Xmx8g, or choose smaller numbers.");
                trace(e);
                return ExitCode.BROKEN;
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

    private static boolean isWantOfMemory(final Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private void trace(final Throwable cause) {
        if (m_cli.m_debug && cause != null) {
            cause.printStackTrace(m_err);
        }
    }

    private CommandLine commandLine() {
        return new CommandLine(m_cli).setExpandAtFiles(false);
    }

    private int parseAndRun(final String... args) throws HostException {
        final CommandLine line = commandLine();
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
            Versions.get().forEach((name, version) -> m_out.println(name + " " + version));
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
        return withTemporaryFolder(m_cli.m_knime
            ? folder -> new KnimeLauncher(m_out, m_err).run(System.getenv("KNIME_HOME"), m_cli.m_workflow, folder)
            : m_job::run);
    }

    /** Silent: whatever is wrong is told by the call that follows. */
    private int checkNatives(final String... args) {
        try {
            commandLine().parseArgs(args);
            final boolean runs = m_cli.m_workflow != null && !m_cli.m_noRun && !m_cli.m_list && !m_cli.m_knime;
            return runs && withTemporaryFolder(m_job::checkNatives) == ExitCode.NEEDS_NATIVES
                ? ExitCode.NEEDS_NATIVES : ExitCode.OK;
        } catch (final ParameterException | HostException e) { // NOSONAR: see above
            return ExitCode.OK;
        }
    }

    /** Something that needs a folder of its own. */
    private interface Work {
        int run(Path temporary) throws HostException, IOException;
    }

    private int withTemporaryFolder(final Work work) throws HostException {
        Path temporary = null;
        try {
            temporary = Files.createTempDirectory("scorewalk-");
            return work.run(temporary);
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
            m_err.println("warning: The temporary folder '" + temporary + "' could not be deleted: "
                + FileTools.reason(e) + ".");
        }
    }
}
