// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.mutations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A bug to plant, as {@code mutations.txt} describes it.
 *
 * @param name a name of its own
 * @param source the source file, from the root of the project on
 * @param changes lines and what comes in their place
 * @param tests what must fail: names of test classes below org.scorewalk.engine, perhaps with {@code #method}
 * @param bug what is wrong then
 */
record Mutation(String name, Path source, List<Change> changes, List<String> tests, String bug) {

    /** What the files of the descriptions lie below. */
    static final Path ENGINE = Path.of("plugins/org.scorewalk.engine/src/main/java/org/scorewalk/engine");

    /**
     * One line that is replaced.
     *
     * @param line the line as it stands in the file, without the blanks around it
     * @param with what comes in its place
     * @param times how often the line stands there; all of them are replaced
     */
    record Change(String line, String with, int times) {
    }

    /** The source with the bug; throws if a line does not stand there as often as it should. */
    String plant(final Path root) throws IOException {
        final List<String> lines = new ArrayList<>(Files.readAllLines(root.resolve(source)));
        for (final Change change : changes) {
            int found = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).strip().equals(change.line())) {
                    lines.set(i, change.with());
                    found++;
                }
            }
            if (found != change.times()) {
                throw new IllegalStateException("The line '%s' stands %d times in %s instead of %d. Bring "
                    .formatted(change.line(), found, source, change.times()) + "mutations.txt up to date.");
            }
        }
        return String.join("\n", lines);
    }

    /** Reads all descriptions of a file: paragraphs of lines 'key: value', # for comments. */
    static List<Mutation> read(final Path file) throws IOException {
        final List<Mutation> mutations = new ArrayList<>();
        List<String[]> entries = new ArrayList<>();
        final List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add("");
        for (final String line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            if (!line.isBlank()) {
                final int colon = line.indexOf(':');
                if (colon < 0) {
                    throw new IllegalStateException("The line '" + line + "' of " + file + " has no colon.");
                }
                entries.add(new String[]{line.substring(0, colon), line.substring(colon + 1).strip()});
            } else if (!entries.isEmpty()) {
                mutations.add(of(entries));
                entries = new ArrayList<>();
            }
        }
        if (mutations.stream().map(Mutation::name).distinct().count() < mutations.size()) {
            throw new IllegalStateException("Two mutations of " + file + " have the same name.");
        }
        return mutations;
    }

    private static Mutation of(final List<String[]> entries) {
        String name = null;
        String source = null;
        String bug = null;
        List<String> tests = List.of();
        int times = 1;
        String line = null;
        final List<Change> changes = new ArrayList<>();
        for (final String[] entry : entries) {
            switch (entry[0]) {
                case "name" -> name = entry[1];
                case "file" -> source = entry[1];
                case "bug" -> bug = entry[1];
                case "tests" -> tests = List.of(entry[1].split(" +"));
                case "times" -> times = Integer.parseInt(entry[1]);
                case "line" -> line = entry[1];
                case "with" -> {
                    changes.add(new Change(line, entry[1], times));
                    times = 1;
                }
                default -> throw new IllegalStateException("'" + entry[0] + "' is no key of a mutation.");
            }
        }
        if (name == null || source == null || bug == null || tests.isEmpty() || changes.isEmpty()) {
            throw new IllegalStateException("The mutation '" + name + "' lacks something.");
        }
        return new Mutation(name, ENGINE.resolve(source), changes, tests, bug);
    }
}
