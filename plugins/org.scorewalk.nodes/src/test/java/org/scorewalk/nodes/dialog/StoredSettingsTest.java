// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.workflow.FlowVariable;
import org.scorewalk.host.Main;
import org.scorewalk.standin.core.NodeDriver;
import org.scorewalk.standin.ui.NodeInfo;
import org.scorewalk.standin.ui.OptionInfo;
import org.scorewalk.standin.ui.OptionInfo.Kind;

/**
 * The settings files of each release load for ever, and what they say is kept. A folder {@code settings-<release>}
 * holds for each node of that release the file {@code settings.xml} with its defaults and one with other values. The
 * files of a release are never written again; {@code ./build stored-settings RELEASE} writes those of a new one.
 */
class StoredSettingsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private static final String THIS_RELEASE = "0.1.0";

    /** Values for settings that take only certain texts, by the end of their path. */
    private static final Map<String, String> TEXTS = Map.of("generatorLayers", "16, 8",
        "discriminatorLayers", "8, 4", "classes", "1, 3", "hiddenLayers", "32, 32", "pointColor", "#336699",
        "outlineColor", "#663399");

    /** Of a choice of columns only the chosen ones are changed; a node that appends nothing is refused. */
    private static final Pattern NOT_CHANGED = Pattern.compile(".*/(mode|patternFilter/.*|typeFilter/.*"
        + "|manualFilter/(manuallyDeselected|includeUnknownColumns))|.*_Internals.*|appendScore");

    @TempDir
    static Path scratch;

    @BeforeAll
    static void writeWhereAsked() throws Exception {
        final String release = System.getProperty("scorewalk.write.settings", "");
        if (!release.isEmpty()) {
            write(RESOURCES.resolve("settings-" + release));
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(f -> f.toString().endsWith(".xml")
                && f.getParent().getFileName().toString().startsWith("settings-")).sorted().toList();
        }
    }

    private static NodeSettings read(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            final var settings = new NodeSettings("settings.xml");
            NodeSettings.loadFromXML(in).copyTo(settings);
            return settings;
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isLoadedAndKept(final Path file) throws Exception {
        final NodeSettings stored = read(file);
        final Map<String, AbstractConfigEntry> before = SettingsLeaves.of(stored.getNodeSettings("model"));
        assertThat(before).isNotEmpty();

        try (NodeDriver driver = NodeDriver.create(Nodes.factory(stored.getString("factory")));
                NodeDriver other = NodeDriver.create(Nodes.factory(stored.getString("factory")))) {
            driver.loadSettings(stored.getNodeSettings("model"), null, Map.of());
            final NodeSettings saved = driver.saveSettings();
            // settings of later releases may be added, none may change or vanish
            final var after = SettingsLeaves.of(saved);
            before.forEach((path, entry) -> assertThat(after).as(path).containsEntry(path, entry));
            other.loadSettings(saved, null, Map.of());
            assertThat(other.saveSettings()).isEqualTo(saved);
        }
    }

    @Test
    void theNodesOfThisReleaseHaveBothFiles() throws Exception {
        final List<String> names = new ArrayList<>();
        for (final String factory : Nodes.factories()) {
            names.add(Nodes.shortName(factory) + "-defaults.xml");
            names.add(Nodes.shortName(factory) + "-other.xml");
        }
        assertThat(files().stream().filter(f -> f.getParent().endsWith("settings-" + THIS_RELEASE))
            .map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
    }

    /** Else a setting that is lost on loading would not be noticed. */
    @Test
    void theOtherFileDiffersFromTheDefaultsEverywhere() throws Exception {
        for (final Path file : files()) {
            if (file.toString().endsWith("-other.xml")) {
                final Path defaults = file.resolveSibling(file.getFileName().toString().replace("-other", "-defaults"));
                final var usual = SettingsLeaves.of(read(defaults).getNodeSettings("model"));
                final var equal = new ArrayList<String>();
                SettingsLeaves.of(read(file).getNodeSettings("model")).forEach((path, entry) -> {
                    if (entry.equals(usual.get(path)) && !NOT_CHANGED.matcher(path).matches()) {
                        equal.add(path);
                    }
                });
                assertThat(equal).as("values of %s that are the defaults", file).isEmpty();
            }
        }
    }

    private static void write(final Path folder) throws Exception {
        Files.createDirectories(folder);
        for (final String factory : Nodes.factories()) {
            final NodeSettings file = newNode(NodeInfo.of(Nodes.factory(factory)).name());
            save(file, folder.resolve(Nodes.shortName(factory) + "-defaults.xml"));
            final var model = new NodeSettings("model");
            file.getNodeSettings("model").copyTo(model);
            changeAll(factory, model);
            model.copyTo(file.addNodeSettings("model"));
            save(file, folder.resolve(Nodes.shortName(factory) + "-other.xml"));
        }
    }

    /** The settings file that a workflow with this node alone has. */
    private static NodeSettings newNode(final String node) throws IOException {
        final Path description = Files.writeString(scratch.resolve("description.json"),
            "{\"nodes\": [{\"id\": 1, \"node\": \"" + node + "\"}]}");
        final Path workflow = scratch.resolve(node);
        assertThat(Main.run("--new-workflow", description.toString(), workflow.toString())).isZero();
        return read(workflow.resolve(node + " (#1)/settings.xml"));
    }

    /** Changes one setting after the other, as long as the node accepts them all. */
    private static void changeAll(final String factory, final NodeSettings model) throws Exception {
        final List<OptionInfo> options = Nodes.options(NodeInfo.of(Nodes.factory(factory))).stream()
            .filter(o -> o.parts().isEmpty()).toList();
        for (final var leaf : SettingsLeaves.of(model).entrySet()) {
            final String path = leaf.getKey();
            final var candidates = new ArrayList<FlowVariable>();
            TEXTS.forEach((ending, text) -> {
                if (path.endsWith(ending)) {
                    candidates.add(new FlowVariable("v", text));
                }
            });
            final OptionInfo option = OtherValues.option(options, path);
            if (candidates.isEmpty() && option != null && (option.kind() != Kind.COLUMNS
                || path.endsWith("/manuallySelected"))) {
                candidates.add(OtherValues.of(leaf.getValue(), option));
            }
            for (final FlowVariable candidate : candidates) {
                final var changed = new NodeSettings("model");
                model.copyTo(changed);
                OtherValues.type(SettingsLeaves.parent(changed, path), SettingsLeaves.lastKey(path), candidate);
                try (NodeDriver driver = NodeDriver.create(Nodes.factory(factory))) {
                    driver.loadSettings(changed, null, Map.of());
                    changed.copyTo(model);
                } catch (final InvalidSettingsException e) {
                    // stays as it was; the test names it, and TEXTS gets a value that fits
                }
            }
        }
    }

    private static void save(final NodeSettings settings, final Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }
}
