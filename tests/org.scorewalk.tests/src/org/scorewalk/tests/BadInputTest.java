// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Every class of bad input at every node that can get it, through the host. Prints the matrix: exit code, state of the
 * node and number of inputs tried.
 */
class BadInputTest {

    private static final List<String> COLUMNS = List.of("Score Function", "Langevin Sampler", "Particle Plot",
        "IDX Reader",
        "GAN Trainer", "GAN Sampler", "Image Grid", "Host");

    /** What no user should read. */
    private static final Pattern TECHNICAL = Pattern.compile(
        "Exception|\\tat |"
            + "\\b(java|javax|sun|jdk|org\\.knime|org\\.scorewalk\\.(engine|host|standin))\\.[a-z]+\\.|@[0-9a-f]{6,}|"
            + "Coding issue|node broke|program broke|%[sd]|\\bnull\\b");

    /** What tells users what to do, or what would be right. */
    private static final Pattern ADVICE = Pattern.compile(
    "\\b(Choose|Give|Set|Connect|Remove|Open|Correct|Replace|Add|Take|Rename|"
        + "Make|Use|Please|Type|Execute|Save|Download|Copy|Check|Write|Enter|"
            + "Leave|List|Separate|Restore|update|Export|trust|numbered from|choose|"
            + "must|allowed|takes|has to|have to|needs?|needed|should|"
        + "are supported|can be|there are|it has|greater than|at least|at most|less than|"
            + "explains|possible are|Possible values)\\b");

    private static final Map<String, Map<String, String>> MATRIX = new LinkedHashMap<>();

    private static final Map<String, Path> WORKFLOWS = new HashMap<>();

    private static int count;

    @TempDir
    static Path shared;

    @TempDir
    Path m_folder;

    static List<BadInput> inputs() {
        return Stream.concat(BadInputs.all().stream(), BadFiles.all().stream()).toList();
    }

    @AfterAll
    static void print() {
        final var text = new StringBuilder("Bad inputs: exit code, state of the node, number of inputs tried\n");
        text.append("%-28s".formatted(""));
        COLUMNS.forEach(c -> text.append(" | %-18s".formatted(c)));
        new TreeMap<>(MATRIX).forEach((kind, cells) -> {
            text.append("\n%-28s".formatted(kind));
            COLUMNS.forEach(c -> text.append(" | %-18s".formatted(cells.getOrDefault(c, "-"))));
        });
        System.out.println(text);
    }

    /** Workflows are made once for each description. */
    private Path workflow(final String description) throws IOException {
        Path made = WORKFLOWS.get(description);
        if (made == null) {
            made = Host.workflow(shared, "w" + WORKFLOWS.size(), description);
            WORKFLOWS.put(description, made);
        }
        final Path copy = m_folder.resolve("workflow");
        for (final String file : Host.files(made)) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(made.resolve(file), copy.resolve(file));
        }
        return copy;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isRefusedClearlyAndLeavesNothing(final BadInput input) throws IOException {
        final Path workflow = input.sabotage().apply(workflow(input.description()));
        final List<String> arguments = new ArrayList<>(List.of(workflow.toString(), "--quiet"));
        arguments.addAll(input.arguments());
        final int at = arguments.indexOf("--out");
        final Path out = m_folder.resolve(at < 0 ? "out" : arguments.get(at + 1));
        if (at < 0) {
            arguments.addAll(List.of("--out", out.toString()));
        } else {
            arguments.set(at + 1, out.toString());
        }
        final List<String> temporary = Host.temporaryFiles();
        final List<String> before = Host.files(m_folder);

        final Host.Result result = Host.run(arguments.toArray());

        assertThat(result.code()).as("exit code; messages:\n%s", result.err()).isEqualTo(input.code());
        assertThat(Host.lasting(temporary)).as("temporary files").isEmpty();
        final String state;
        if (input.isGood()) {
            checkNumbers(out);
        }
        if (input.code() <= 1) {
            state = checkResults(input, out, before);
        } else {
            assertThat(Host.files(m_folder)).as("files").isEqualTo(before);
            state = input.code() == 2 ? "wrong usage" : "not loaded";
        }
        if (!input.isGood()) {
            checkMessages(input, result);
        }
        note(input, input.code() + " " + state);
    }

    private static synchronized void note(final BadInput input, final String outcome) {
        count++;
        MATRIX.computeIfAbsent(input.kind(), k -> new HashMap<>()).merge(input.node(), outcome + " x1", (old, more) -> {
            final int times = Integer.parseInt(old.substring(old.lastIndexOf('x') + 1)) + 1;
            final String all = old.substring(0, old.lastIndexOf(" x"));
            return (all.contains(outcome) ? all : all + ", " + outcome) + " x" + times;
        });
    }

    /** The folder holds what its summary says, nothing of a node that failed, and there is nothing beside it. */
    private String checkResults(final BadInput input, final Path out, final List<String> before) throws IOException {
        final var expected = new ArrayList<String>(List.of("summary.json"));
        String state = "";
        for (final JsonNode node : Host.summary(out).get("nodes")) {
            final String label = node.get("name").asText() + " (#" + node.get("id").asInt() + ")";
            final boolean executed = node.get("state").asText().equals("EXECUTED");
            final var files = new ArrayList<String>();
            for (final JsonNode output : node.path("outputs")) {
                output.path("files").forEach(f -> files.add(f.asText()));
            }
            node.path("files").forEach(f -> files.add(f.asText()));
            if (!executed) {
                assertThat(files).as("files of " + label).isEmpty();
                assertThat(Host.files(out)).as("files of " + label).noneMatch(f -> f.startsWith(label));
            }
            expected.addAll(files);
            if (node.get("id").asInt() == 2) {
                state = node.get("state").asText();
            } else if (node.get("id").asInt() == 3) {
                assertThat(node.get("state").asText()).as(label).isEqualTo(input.isGood() ? "EXECUTED"
                    : "NOT_EXECUTED");
            } else {
                assertThat(node.get("state").asText()).as(label).isEqualTo("EXECUTED");
            }
        }
        assertThat(state).isEqualTo(input.isGood() ? "EXECUTED" : "FAILED");
        final var views = Host.files(out).stream().filter(f -> f.endsWith(".html")).toList();
        expected.addAll(views.stream().filter(v -> !expected.contains(v)).toList());
        assertThat(Host.files(out)).containsExactlyInAnyOrderElementsOf(expected);
        final var rest = new ArrayList<>(Host.files(m_folder));
        rest.removeIf(f -> f.startsWith("out/"));
        assertThat(rest).as("files beside the results").isEqualTo(before);
        return state;
    }

    /** What looks odd and is taken must not end as NaN in a table. */
    private static void checkNumbers(final Path out) throws IOException {
        for (final String file : Host.files(out)) {
            if (file.endsWith(".csv") && !file.startsWith("Test Table")) {
                assertThat(Files.readString(out.resolve(file))).as(file).doesNotContain("NaN", "Infinity");
            }
        }
    }

    private void checkMessages(final BadInput input, final Host.Result result) throws IOException {
        final List<String> errors = result.messages("error");
        assertThat(errors).as(result.err()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        final String text = String.join("\n", errors).replace('"', '\'');
        final String lowerCase = text.toLowerCase(java.util.Locale.ROOT);
        assertThat(result.err()).doesNotContain("\tat ").doesNotContain("Caused by");
        for (final String error : errors) {
            assertThat(error).as("message").doesNotContainPattern(TECHNICAL).matches("['\\p{Lu}\\p{Lt}0-9-][\\s\\S]*");
            if (!input.kind().equals("wrong usage")) { // the parser of the command line writes without full stops
                assertThat(error).as("message").matches("[\\s\\S]*\\.\\)?");
                assertThat(error).as("advice in the message").containsPattern(ADVICE);
            }
        }
        for (final String said : input.says()) {
            // how messages write the name of an option is up to them
            assertThat(said.startsWith("~") ? lowerCase : text).contains(said.startsWith("~") ? said.substring(1)
                : said);
        }
        if (!input.node().equals("Host")) {
            assertThat(text.replace("'", "")).as("names the node").contains(input.node() + " (#2)");
        }
    }
}
