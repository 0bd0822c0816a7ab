// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scorewalk.standin.core.Extensions;
import org.scorewalk.standin.core.NodeExtension;

import com.fasterxml.jackson.databind.JsonNode;

/** The test flows for KNIME's own test runner: one for each node, and here they do what the runner asks of them. */
class TestflowsTest {

    private static final String CONFIGURATION = "org.knime.testing.node.config.TestConfigNodeFactory";

    @TempDir
    Path m_folder;

    /** A node that is added to plugin.xml without a test flow fails. */
    static List<String> factories() {
        return Extensions.get().nodes().stream().map(NodeExtension::factoryClass)
            .filter(f -> f.startsWith("org.scorewalk.nodes.")).toList();
    }

    private static String flowName(final String factory) {
        return factory.substring(factory.lastIndexOf('.') + 1).replace("NodeFactory", "");
    }

    private static Path flow(final String factory) {
        return Host.ROOT.resolve("tests/testflows").resolve(flowName(factory));
    }

    private static Map<String, String> contents(final Path folder) throws IOException {
        final var contents = new TreeMap<String, String>();
        for (final String file : Host.files(folder)) {
            if (!file.startsWith("data/")) {
                contents.put(file, Files.readString(folder.resolve(file)));
            }
        }
        return contents;
    }

    @ParameterizedTest
    @MethodSource("factories")
    void isWhatItsDescriptionGenerates(final String factory) throws IOException {
        final Path flow = flow(factory);
        final Path generated = m_folder.resolve(flowName(factory));
        Host.runs("--new-workflow", flow.resolveSibling(flowName(factory) + ".json"), generated);

        assertThat(contents(generated)).isEqualTo(contents(flow));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void holdsItsNodeAndOneConfiguration(final String factory) throws IOException {
        int configurations = 0;
        int nodes = 0;
        for (final Map.Entry<String, String> file : contents(flow(factory)).entrySet()) {
            if (file.getKey().endsWith("/settings.xml")) {
                configurations += file.getValue().contains("key=\"factory\" type=\"xstring\" value=\"" + CONFIGURATION
                    + "\"") ? 1 : 0;
                nodes += file.getValue().contains("key=\"factory\" type=\"xstring\" value=\"" + factory + "\"") ? 1 : 0;
            }
        }
        assertThat(configurations).isEqualTo(1);
        assertThat(nodes).isPositive();
    }

    /** As the settings of the configuration node ask: all nodes are executed and none says anything. */
    @ParameterizedTest
    @MethodSource("factories")
    void everyNodeIsExecutedInSilence(final String factory) throws IOException {
        final Path out = m_folder.resolve("out");
        final Host.Result result = Host.runs(flow(factory), "--out", out, "--quiet");

        assertThat(result.messages("warning")).isEmpty();
        assertThat(result.messages("error")).isEmpty();
        for (final JsonNode node : Host.summary(out).get("nodes")) {
            assertThat(node.get("state").asText()).as(node.get("name").asText()).isEqualTo("EXECUTED");
            assertThat(node.get("messages")).as(node.get("name").asText()).isEmpty();
        }
    }

    @Test
    void noFlowIsLeftOver() throws IOException {
        try (Stream<Path> flows = Files.list(Host.ROOT.resolve("tests/testflows"))) {
            assertThat(flows.filter(Files::isDirectory).map(f -> f.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(factories().stream().map(TestflowsTest::flowName).toList());
        }
    }
}
