// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.mutations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What {@code ./build mutations} runs: first the named tests without any bug, which must pass, then each mutation,
 * whose tests must fail. The exit code is 1 if one of them passes, and then the document is not written.
 */
final class Main {

    private static final Path LIST = Path.of("tests/mutations/mutations.txt");

    private static final Path DOCUMENT = Path.of("docs/mutations.md");

    /** The classes of docs/statistics.md whose numbers come from our own streams. */
    private static final List<String> STATISTICAL = List.of("random.RandomStreamsTest", "density.RingDensityTest",
        "density.GaussianDensityTest", "density.TwoMoonsDensityTest", "density.DensityTest",
        "density.DensityFamiliesTest", "sampling.SamplerStatisticsTest", "sampling.TraceRecorderTest",
        "kernel.KernelTest", "kernel.QuantileTest", "kernel.WarmupTest", "kernel.StochasticLangevinTest",
        "kernel.AnnealedLangevinTest", "kernel.ReferencePosteriorTest", "expression.PublishedPosteriorTest",
        "diagnostics.SampleDistanceTest", "scorelearning.ScoreStepTest", "scorelearning.ScoreTrainerTest",
        "nn.DenseNetworkTest", "gan.DiversityTest", "gan.GanTrainerTest");

    private Main() {
    }

    /** A row of the document. */
    private record Row(Mutation mutation, List<String> failed) {
    }

    /**
     * @param args --only NAME,NAME; --seeds NUMBER; --list
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted
     */
    public static void main(final String[] args) throws IOException, InterruptedException {
        final Path root = Path.of("").toAbsolutePath();
        List<Mutation> mutations = Mutation.read(root.resolve(LIST));
        final boolean some = args.length == 2 && args[0].equals("--only");
        if (some) {
            final Set<String> names = Set.of(args[1].split(","));
            mutations = mutations.stream().filter(m -> names.contains(m.name())).toList();
        } else if (args.length == 1 && args[0].equals("--list")) {
            mutations.forEach(m -> say("%-34s %s", m.name(), m.bug()));
            return;
        } else if (args.length == 2 && args[0].equals("--seeds")) {
            otherSeeds(root, Integer.parseInt(args[1]));
            return;
        } else if (args.length > 0) {
            say("Options are --only NAME,NAME, --seeds NUMBER and --list.");
            System.exit(2);
        }
        for (final Mutation mutation : mutations) {
            mutation.plant(root); // all lines are there, before minutes go by
        }
        try (Laboratory laboratory = new Laboratory(root)) {
            final boolean sound = some || baseline(mutations, laboratory);
            final List<Row> rows = new ArrayList<>();
            int survivors = 0;
            for (final Mutation mutation : mutations) {
                final List<String> failed = new ArrayList<>();
                final Path classes = laboratory.plant(mutation);
                for (final String test : mutation.tests()) {
                    final long start = System.nanoTime();
                    final Laboratory.Outcome outcome = laboratory.run(test, classes);
                    say("%-9s %-34s %-50s %5.1f s  %s", outcome.failed() ? "failed" : "SURVIVED", mutation.name(),
                        test.split("#")[0] + "." + outcome.test(), (System.nanoTime() - start) * 1e-9,
                        outcome.message());
                    survivors += outcome.failed() ? 0 : 1;
                    failed.add(test.split("#")[0].replaceAll(".*\\.", "") + "." + outcome.test());
                }
                rows.add(new Row(mutation, failed));
            }
            say("%d mutations, %d survivors", mutations.size(), survivors);
            if (survivors == 0 && sound && !some) {
                Files.writeString(root.resolve(DOCUMENT), document(rows));
                say("%s is written.", DOCUMENT);
            }
            if (survivors > 0 || !sound) {
                System.exit(1);
            }
        }
    }

    /** Runs the statistical tests with other random numbers: each of them should pass with nearly every seed. */
    private static void otherSeeds(final Path root, final int count) throws IOException, InterruptedException {
        try (Laboratory laboratory = new Laboratory(root)) {
            int failures = 0;
            for (int seed = 1; seed <= count; seed++) {
                final Path streams = laboratory.plant(change("streams-" + seed, "random/RandomStreams.java",
                    "m_source = (LongJumpableUniformRandomProvider)RandomSource.XO_RO_SHI_RO_128_PP.create(seed);",
                    "m_source = (LongJumpableUniformRandomProvider)RandomSource.XO_RO_SHI_RO_128_PP.create(seed + "
                        + seed * 1_000_003L + ");"));
                final Path keyed = laboratory.plant(change("keyed-" + seed, "nn/KeyedRandom.java",
                    "long state = mix(mix(mix(seed) ^ purpose) ^ index);",
                    "long state = mix(mix(mix(seed + " + seed * 1_000_003L + ") ^ purpose) ^ index);"));
                for (final String test : STATISTICAL) {
                    final Laboratory.Outcome outcome = laboratory.run(test, streams, keyed);
                    if (outcome.failed()) {
                        say("seed %d: %s.%s %s", seed, test, outcome.test(), outcome.message());
                        failures++;
                    }
                }
                say("seed %d done", seed);
            }
            say("%d failures of %d test classes with %d seeds", failures, STATISTICAL.size(), count);
            if (failures > 0) {
                System.exit(1);
            }
        }
    }

    private static Mutation change(final String name, final String file, final String line, final String with) {
        return new Mutation(name, Mutation.ENGINE.resolve(file), List.of(new Mutation.Change(line, with, 1)),
            STATISTICAL, "other seeds");
    }

    /** Without a bug all these tests pass. */
    private static boolean baseline(final List<Mutation> mutations, final Laboratory laboratory)
        throws IOException, InterruptedException {
        final Set<String> tests = new LinkedHashSet<>();
        mutations.forEach(m -> tests.addAll(m.tests()));
        boolean sound = true;
        for (final String test : tests) {
            if (test.contains("#") && tests.contains(test.split("#")[0])) {
                continue;
            }
            final Laboratory.Outcome outcome = laboratory.run(test);
            if (outcome.failed()) {
                say("FAILS without any mutation: %s.%s %s", test, outcome.test(), outcome.message());
                sound = false;
            }
        }
        say("%d tests pass without mutation: %s", tests.size(), sound);
        return sound;
    }

    private static String document(final List<Row> rows) {
        final StringBuilder text = new StringBuilder("""
            # Planted bugs

            `./build mutations` made this table. It plants each bug of `tests/mutations/mutations.txt` into a copy of \
            its source,
            compiles that, and runs the tests named there: they pass without the bug, and with it the method in the \
            last column is
            the first one seen to fail.

            | Bug | Planted in | Seen to fail |
            |---|---|---|
            """);
        for (final Row row : rows) {
            text.append("| ").append(row.mutation().bug()).append(" | ")
                .append(row.mutation().source().getFileName().toString().replace(".java", "")).append(" | ")
                .append(String.join(", ", row.failed().stream().map(f -> "`" + f + "`").toList())).append(" |\n");
        }
        return text.append("\n").append(rows.size()).append(" bugs, all of them found.\n").toString();
    }

    private static void say(final String format, final Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values)); // a program for the command line
    }
}
