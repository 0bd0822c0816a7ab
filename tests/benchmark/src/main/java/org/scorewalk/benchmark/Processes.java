// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole programs, from their start to their end. */
final class Processes {

    private final Path m_work = Places.work("processes");

    /** Seconds of `./run` on the ring and of the script that does the same, in turn. */
    record WholeRun(List<Double> ours, List<Double> script) {
    }

    WholeRun ring(final int rounds, final Python python) throws IOException, InterruptedException {
        final WholeRun result = new WholeRun(new ArrayList<>(), new ArrayList<>());
        run(); // builds what is missing, and its archive of classes
        if (python.exists()) {
            python.script(m_work.resolve("script"));
        }
        for (int round = 0; round < rounds; round++) {
            result.ours().add(run());
            if (python.exists()) {
                result.script().add(python.script(m_work.resolve("script")));
            }
        }
        return result;
    }

    private double run() throws IOException, InterruptedException {
        return ChildProcess.run(List.of(Places.root().toAbsolutePath().resolve("run").toString(),
            "test-workflows/langevin-ring", "--out", m_work.resolve("ring").toString())).seconds();
    }

    /** Seconds of the first use of a network in a fresh process, without and with unpacked native libraries. */
    record NetworkUse(List<Double> first, List<Double> later) {
    }

    NetworkUse network(final int rounds) throws IOException, InterruptedException {
        final NetworkUse result = new NetworkUse(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            final Path cache = Files.createDirectory(m_work.resolve("cache" + round));
            result.first().add(start(cache));
            result.later().add(start(cache));
            delete(cache);
        }
        return result;
    }

    private static double start(final Path cache) throws IOException, InterruptedException {
        final List<String> command = ChildProcess.java(NetworkStart.class.getName());
        command.add(1, "-Dorg.bytedeco.javacpp.cachedir=" + cache);
        return Double.parseDouble(ChildProcess.run(command).output().strip());
    }

    /** How many native libraries a sampling without networks unpacks. */
    long nativesOfSampling() throws IOException, InterruptedException {
        final Path cache = Files.createDirectory(m_work.resolve("cache-sampling"));
        final List<String> command = ChildProcess.java("org.scorewalk.host.Main",
            Places.root().toAbsolutePath().resolve("test-workflows/langevin-ring").toString(), "--out",
            m_work.resolve("sampling").toString());
        command.add(1, "-Dorg.bytedeco.javacpp.cachedir=" + cache);
        ChildProcess.run(command);
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** Peaks of heap and process in MiB. */
    static double[] memory(final String work, final int size) throws IOException, InterruptedException {
        final List<String> command = ChildProcess.java(MemoryProbe.class.getName(), work, Integer.toString(size));
        command.addAll(1,
            List.of("-XX:+UseSerialGC", "-Xmn16m", "-Dorg.bytedeco.javacpp.cachedir=" + NetworkStart.cache()));
        final String[] numbers = ChildProcess.run(command).output().strip().split(" ");
        return new double[]{Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }

    void clear() throws IOException {
        delete(m_work);
    }

    private static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
