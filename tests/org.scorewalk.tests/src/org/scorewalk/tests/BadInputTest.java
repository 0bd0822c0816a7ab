// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scorewalk.standin.core.Extensions;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Every class of bad input at every node that can get it, through the host. Makes docs/bad-input.md.
 */
class BadInputTest {

    /** What no user should read. */
    private static final Pattern TECHNICAL = Pattern.compile(
        "Exception|\\tat |"
            + "\\b(java|javax|sun|jdk|org\\.knime|org\\.scorewalk\\.(engine|host|standin))\\.[a-z]+\\.|@[0-9a-f]{6,}|"
            + "Coding issue|node broke|program broke|%[sd]|\\bnull\\b");

    /** What tells users what to do, or what would be right. */
    private static final Pattern ADVICE = Pattern.compile(
    "\\b(Choose|Give|Set|Lower|Raise|[Ss]cale|Connect|Remove|Open|Correct|Replace|Add|Take|Rename|"
        + "Make|Use|Please|Type|Execute|Save|Download|Copy|Check|Write|Enter|"
            + "Leave|List|Separate|Restore|update|Export|trust|numbered from|choose|"
            + "must|allowed|takes|has to|have to|needs?|needed|should|"
        + "are supported|can be|there are|it has|greater than|at least|at most|less than|"
            + "explains|possible are|Possible values)\\b");

    private static final BadInputMatrix MATRIX = new BadInputMatrix();

    private static final Path DOCUMENT = Host.ROOT.resolve("docs/bad-input.md");

    private static final Map<String, Path> WORKFLOWS = new HashMap<>();

    @TempDir
    static Path shared;

    @TempDir
    Path m_folder;

    static List<BadInput> inputs() {
        return BadInputs.all();
    }

    /** Only after all inputs went as they should: the document is made, or must be the one that is there. */
    @AfterAll
    static void document() throws IOException {
        if (MATRIX.size() < inputs().size()) {
            return;
        }
        final String text = MATRIX.markdown();
        if (Boolean.getBoolean("scorewalk.write.docs")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
            .as("docs/bad-input.md is not what the inputs give now: './build bad-input' makes it anew").isEqualTo(text);
    }

    @Test
    void everyNodeHasEveryClassOfInputOrAReason() {
        final var tried = new HashSet<String>();
        inputs().forEach(i -> tried.add(i.node() + " | " + i.kind()));
        final var missing = new ArrayList<String>();
        for (final String node : nodes()) {
            BadInputMatrix.CLASSES.forEach((kind, reasons) -> {
                if (tried.contains(node + " | " + kind) == reasons.containsKey(node)) {
                    missing.add(node + " | " + kind);
                }
            });
        }
        assertThat(missing).as("neither tried nor excused").isEmpty();
    }

    @Test
    void everyNodeHasAColumnOfTheMatrix() {
        assertThat(Templates.COLUMNS).containsAll(nodes());
    }

    private static List<String> nodes() {
        return Extensions.get().nodes().stream().map(n -> n.createFactory().getNodeName())
            .filter(n -> !n.equals("Test Table")).toList();
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
        MATRIX.add(new BadInputMatrix.Outcome(input, state, said(input, result)));
    }

    /** The first message; a good input may have a warning. Paths of this run are left out of it. */
    private String said(final BadInput input, final Host.Result result) {
        final List<String> messages = result.messages(input.isGood() ? "warning" : "error");
        return messages.isEmpty() ? ""
            : messages.get(0).replace(m_folder.toString() + "/", "").replaceFirst("^" + Pattern.quote(input.node())
                + " \\(#2\\): ", "");
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
