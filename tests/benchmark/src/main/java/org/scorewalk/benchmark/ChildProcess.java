// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs that are measured, each in a process of its own. Settings of OpenBLAS that this machine may have are left
 * out, so that every contender's OpenBLAS goes by the processor, as it does for users.
 */
final class ChildProcess {

    private ChildProcess() {
    }

    /** What a program printed; its time is that from start to end. */
    record Outcome(String output, double seconds) {
    }

    static Outcome run(final List<String> command) throws IOException, InterruptedException {
        final Path log = Files.createTempFile("benchmark", ".log");
        try {
            final long start = System.nanoTime();
            final ProcessBuilder builder = new ProcessBuilder(command).directory(Places.root().toFile())
                .redirectError(log.toFile()).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.environment().keySet().removeIf(variable -> variable.startsWith("OPENBLAS_"));
            final Process process = builder.start();
            final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            final int code = process.waitFor();
            final double seconds = (System.nanoTime() - start) * 1e-9;
            if (code != 0) {
                throw new IOException(command + " ended with " + code + ": " + Files.readString(log) + output);
            }
            return new Outcome(output, seconds);
        } finally {
            Files.delete(log);
        }
    }

    /** Java with the options and the class path of this process. */
    static List<String> java(final String main, final String... arguments) {
        final List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
            "-Xmx3g", "-Djava.awt.headless=true", "-Dscorewalk.root=" + Places.root().toAbsolutePath(), "-cp",
            System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return command;
    }
}
