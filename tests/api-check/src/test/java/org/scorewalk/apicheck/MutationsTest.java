// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * The planted bugs of tests/mutations/mutations.txt can still be planted, and docs/mutations.md tells what became of
 * each.
 */
class MutationsTest {

    private static final Path ROOT = Path.of("../..");

    private static final Path ENGINE = ROOT.resolve("plugins/org.scorewalk.engine/src");

    @Test
    void theirLinesStandInTheSourcesTheirTestsAreThereAndTheDocumentIsUpToDate() throws IOException {
        final String document = Files.readString(ROOT.resolve("docs/mutations.md"));
        final List<String> problems = new ArrayList<>();
        List<String> source = List.of();
        int times = 1;
        int bugs = 0;
        for (final String entry : Files.readAllLines(ROOT.resolve("tests/mutations/mutations.txt"))) {
            final String value = entry.substring(entry.indexOf(':') + 1).strip();
            if (entry.startsWith("bug:")) {
                bugs++;
                if (!document.contains("| " + value + " |")) {
                    problems.add("docs/mutations.md lacks: " + value);
                }
            } else if (entry.startsWith("file:")) {
                source = Files.readAllLines(ENGINE.resolve("main/java/org/scorewalk/engine").resolve(value));
            } else if (entry.startsWith("times:")) {
                times = Integer.parseInt(value);
            } else if (entry.startsWith("line:")) {
                if (source.stream().filter(line -> line.strip().equals(value)).count() != times) {
                    problems.add("no longer stands " + times + " times in its source: " + value);
                }
                times = 1;
            } else if (entry.startsWith("tests:")) {
                for (final String test : value.split(" +")) {
                    final Path file = ENGINE.resolve("test/java/org/scorewalk/engine")
                        .resolve(test.split("#")[0].replace('.', '/') + ".java");
                    if (!Files.exists(file)) {
                        problems.add("no test " + test);
                    }
                }
            }
        }
        assertThat(problems).as("bring mutations.txt up to date and run ./build mutations").isEmpty();
        assertThat(bugs).isGreaterThanOrEqualTo(25);
    }
}
