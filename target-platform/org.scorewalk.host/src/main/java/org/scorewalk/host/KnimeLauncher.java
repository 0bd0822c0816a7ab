// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets a real KNIME run a workflow: the batch application of the installation that KNIME_HOME names. */
final class KnimeLauncher {

    private static final String APPLICATION = "org.knime.product.KNIME_BATCH_APPLICATION";

    /** Where KNIME's program lies on Linux, Windows and macOS. */
    private static final List<String> PROGRAMS = List.of("knime", "knime.exe", "Contents/MacOS/knime",
        "Contents/MacOS/Knime");

    private final PrintStream m_out;

    private final PrintStream m_err;

    KnimeLauncher(final PrintStream out, final PrintStream err) {
        m_out = out;
        m_err = err;
    }

    /**
     * @param home the value of KNIME_HOME, may be null
     * @param argument a workflow folder or a .knwf
     * @param temporary the folder for KNIME's workspace of this run
     * @return the exit code
     * @throws HostException if there is no such installation
     */
    int run(final String home, final String argument, final Path temporary) throws HostException {
        final Path program = program(home);
        final Path workflow = Path.of(argument);
        if (!Files.exists(workflow)) {
            throw HostException.usage("There is no workflow '" + argument + "'.");
        }
        final var command = new ArrayList<String>(List.of(program.toString(), "-nosplash", "-consoleLog",
            "--launcher.suppressErrors",
            "-data", temporary.resolve("knime-workspace").toString(), "-reset", "-nosave", "-application",
            APPLICATION));
        command.add((Files.isDirectory(workflow) ? "-workflowDir=" : "-workflowFile=")
            + workflow.toAbsolutePath().normalize());
        m_err.println("Starting " + String.join(" ", command));
        boolean noApplication = false;
        try {
            final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            final Thread stop = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(stop);
            try (var lines = new BufferedReader(new InputStreamReader(
                process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    noApplication |= line.contains(APPLICATION) && line.contains("could not be found");
                    m_out.println(line);
                }
            }
            final int code = process.waitFor();
            removeHook(stop);
            if (noApplication || code == 13 && !hasBatch(program.getParent())) {
                m_err.println(missing(program.getParent()));
                return ExitCode.NODE_FAILED;
            }
            return code == 0 ? ExitCode.OK : ExitCode.NODE_FAILED;
        } catch (final IOException e) {
            throw new HostException(ExitCode.USAGE, "KNIME cannot be started as '" + program + "': "
                + FileTools.reason(e) + ".", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELLED;
        }
    }

    private static void removeHook(final Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException e) { // NOSONAR: the program is ending, and the hook with it
            return;
        }
    }

    private static Path program(final String home) throws HostException {
        if (home == null || home.isBlank()) {
            throw HostException.usage(
                "--knime needs the environment variable KNIME_HOME, the folder of a KNIME Analytics Platform 5.8 or "
                + "newer with the Scorewalk extension, as in: KNIME_HOME=/opt/knime ./run --knime WORKFLOW");
        }
        for (final String name : PROGRAMS) {
            final Path program = Path.of(home).resolve(name);
            if (Files.isRegularFile(program)) {
                return program;
            }
        }
        throw HostException.usage("KNIME_HOME is '" + home + "', but this folder holds no KNIME (looked for "
            + String.join(", ", PROGRAMS) + ").");
    }

    private static boolean hasBatch(final Path folder) {
        try (var plugins = Files.list(folder.resolve("plugins"))) {
            return plugins.anyMatch(p -> FileTools.nameOf(p).contains("batch"));
        } catch (final IOException e) {
            return true; // nothing is known
        }
    }

    private static String missing(final Path home) {
        return "The KNIME in '" + home
            + "' has no batch application. Since KNIME 5.9 it is an extension of its own: install the KNIME "
            + "batch execution extension there (File > Install Extensions, search for 'batch'), and start this again.";
    }
}
