// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.scorewalk.engine.Parallelism;

/**
 * Measures Scorewalk beside PyTorch on this machine and writes docs/benchmark.md, docs/benchmark.json and their figure.
 * Options: --rounds N (5), --only compare,process,nodes,growth,memory, --out FOLDER (docs). With --only expression it
 * prints what expressions cost and writes nothing.
 */
public final class Main {

    private Main() {
    }

    public static void main(final String[] arguments) throws IOException, InterruptedException {
        int rounds = 5;
        Set<String> parts = Set.of("compare", "process", "nodes", "growth", "memory");
        Path out = Places.root().resolve("docs");
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[i + 1]);
                case "--only" -> parts = Set.of(arguments[i + 1].split(","));
                case "--out" -> out = Path.of(arguments[i + 1]);
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        if (parts.equals(Set.of("expression"))) {
            ExpressionCost.print(3 * rounds);
            return;
        }
        final Python python = new Python();
        final Results results = new Results();
        results.rounds = rounds;
        describe(results.machine, python);
        final Path images = Places.work("compare");
        TestImages.write(images.resolve("images.gz"), 6400);
        if (parts.contains("compare")) {
            for (final Comparison.Case task : Comparison.CASES) {
                say(task.title());
                results.comparisons.add(Comparison.run(task, rounds, python, images.toString()));
            }
        }
        Files.delete(images.resolve("images.gz"));
        Files.delete(images);
        if (parts.contains("process")) {
            processes(results, rounds, python);
        }
        if (parts.contains("nodes")) {
            nodes(results, rounds);
        }
        if (parts.contains("growth")) {
            for (final Growth.Axis axis : Growth.AXES) {
                say("Growth with " + axis.title());
                results.growth.add(Growth.measure(axis));
            }
        }
        if (parts.contains("memory")) {
            memory(results);
        }
        Report.write(results, out);
    }

    private static void processes(final Results results, final int rounds, final Python python)
        throws IOException, InterruptedException {
        final Processes processes = new Processes();
        say("Whole runs");
        results.wholeRun = processes.ring(rounds, python);
        say("First use of a network");
        results.network = processes.network(rounds);
        results.nativesOfSampling = processes.nativesOfSampling();
        processes.clear();
    }

    private static void nodes(final Results results, final int rounds) throws IOException, InterruptedException {
        say("Nodes and tables");
        final String[] once = {"-wi", "2", "-i", "3"};
        for (int round = 0; round < Math.min(rounds, 3); round++) {
            for (final String method : List.of("bareLoop", "node")) {
                results.images.computeIfAbsent(method, m -> new ArrayList<>())
                    .add(Jmh.one("ImageBenchmark." + method, once));
            }
            for (final String method : List.of("bareLoop", "engine", "node")) {
                results.table.computeIfAbsent(method, m -> new ArrayList<>())
                    .add(Jmh.one("TableBenchmark." + method, once));
            }
        }
    }

    private static void memory(final Results results) throws IOException, InterruptedException {
        final Map<String, int[]> works = new LinkedHashMap<>();
        works.put("particles", new int[]{10_000, 100_000, 1_000_000, 4_000_000});
        works.put("steps", new int[]{10, 100, 1000, 10_000});
        works.put("epochs", new int[]{1, 2, 4, 8});
        for (final Map.Entry<String, int[]> work : works.entrySet()) {
            say("Memory for " + work.getKey());
            final Map<Integer, double[]> peaks = new LinkedHashMap<>();
            for (final int size : work.getValue()) {
                peaks.put(size, Processes.memory(work.getKey(), size));
            }
            results.memory.put(work.getKey(), peaks);
        }
    }

    private static void describe(final Map<String, String> machine, final Python python) throws IOException {
        machine.put("processor", processor());
        machine.put("threads", Integer.toString(Parallelism.threads()));
        machine.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        machine.put("Python", python.version());
    }

    private static String processor() throws IOException {
        final Path info = Path.of("/proc/cpuinfo");
        if (Files.exists(info)) {
            try (Stream<String> lines = Files.lines(info)) {
                return lines.filter(line -> line.startsWith("model name")).map(line -> line.replaceAll(".*: ", ""))
                    .findFirst().orElse(System.getProperty("os.arch"));
            }
        }
        return System.getProperty("os.arch");
    }

    private static void say(final String what) {
        System.err.println("benchmark: " + what);
    }
}
