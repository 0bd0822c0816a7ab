// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of the bad inputs, as the document docs/bad-input.md. */
final class BadInputMatrix {

    /** The classes that every node must have a cell of, and the nodes that have a reason not to. */
    static final Map<String, Map<String, String>> CLASSES = new TreeMap<>();

    private static final String NO_INPUT = "has no input port";

    static {
        for (final String kind : List.of("option out of range", "option of wrong type", "unknown option",
            "missing setting", "setting of wrong type", "unreadable settings.xml", "unknown node",
            "variable out of range", "variable of wrong type", "missing variable", "nothing", "one-row table")) {
            CLASSES.put(kind, Map.of());
        }
        for (final String kind : List.of("missing column", "missing cell", "table changed", "swapped ports",
            "huge and tiny values", "text for number", "NaN cell", "infinite cell", "empty table")) {
            CLASSES.put(kind, Map.of(Templates.IDX, NO_INPUT));
        }
    }

    /**
     * One row of the document.
     *
     * @param input what was tried
     * @param state what came of the node
     * @param message what the host said first, empty if nothing
     */
    record Outcome(BadInput input, String state, String message) {
    }

    private final List<Outcome> m_outcomes = new ArrayList<>();

    void add(final Outcome outcome) {
        m_outcomes.add(outcome);
    }

    int size() {
        return m_outcomes.size();
    }

    /** The document. */
    String markdown() {
        final var text = new StringBuilder();
        text.append("# Bad input: what was tried and what happened\n\n");
        text.append("""
            Made by `./build bad-input` from the tests `BadInputTest`; the build fails when it is not up to date. Each
            input goes through the host (docs/host.md), and the test asserts the exit code, the state of the node, that
            the message names the node and the option, column or file and says what to do, that no trace of the program
            shows in it, and that nothing half-written and no temporary file remains. Besides these, files are fuzzed
            (docs/development.md).

            """.replaceAll("(?m)^ +", ""));
        text.append(m_outcomes.size()).append(" inputs. The cells say how often a node was given an input of the ")
            .append("class, and what it did: *runs* (input that looks odd but is allowed), *fails* (exit code 1, the ")
            .append("node fails with a message), *usage* (exit code 2, nothing is run) or *not loaded* (exit code 4, ")
            .append("nothing is run).\n\n");
        matrix(text);
        for (final String node : Templates.COLUMNS) {
            text.append("\n## ").append(node).append("\n\n| Class | Input | Outcome | Message |\n|---|---|---|---|\n");
            m_outcomes.stream().filter(o -> o.input().node().equals(node)).forEach(o -> text.append("| ")
                .append(o.input().kind()).append(" | ").append(code(o.input().what())).append(" | ").append(word(o))
                .append(" | ").append(cell(o.message())).append(" |\n"));
        }
        return text.toString();
    }

    private void matrix(final StringBuilder text) {
        text.append("| Class | ").append(String.join(" | ", Templates.COLUMNS)).append(" |\n|---");
        Templates.COLUMNS.forEach(c -> text.append("|---"));
        text.append("|\n");
        for (final String kind : new TreeSet<>(m_outcomes.stream().map(o -> o.input().kind()).toList())) {
            text.append("| ").append(kind);
            for (final String node : Templates.COLUMNS) {
                final var counts = new TreeMap<String, Integer>();
                m_outcomes.stream().filter(o -> o.input().node().equals(node) && o.input().kind().equals(kind))
                    .forEach(o -> counts.merge(word(o), 1, Integer::sum));
                final var parts = new ArrayList<String>();
                counts.forEach((word, n) -> parts.add(n + " " + word));
                final String reason = CLASSES.getOrDefault(kind, Map.of()).get(node);
                text.append(" | ").append(parts.isEmpty() ? reason == null ? "–" : reason : String.join(", ", parts));
            }
            text.append(" |\n");
        }
    }

    private static String word(final Outcome outcome) {
        return switch (outcome.input().code()) {
            case 0 -> "runs";
            case 1 -> "fails";
            case 2 -> "usage";
            case 4 -> "not loaded";
            default -> "exit code " + outcome.input().code();
        };
    }

    private static String code(final String text) {
        return "`" + text.replace("|", "\\|").replace('`', '\'').replaceAll("\\s+", " ") + "`";
    }

    private static String cell(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("*", "\\*")
            .replace("_", "\\_").replaceAll("\\s+", " ");
    }
}
