// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.scorewalk.standin.core.Extensions;
import org.scorewalk.standin.core.NodeDriver;
import org.scorewalk.standin.core.NodeExtension;
import org.scorewalk.standin.ui.DialogEffects;
import org.scorewalk.standin.ui.NodeAccess;
import org.scorewalk.standin.ui.NodeInfo;
import org.scorewalk.standin.ui.NodeInfo.PortInfo;
import org.scorewalk.standin.ui.OptionInfo;
import org.scorewalk.standin.ui.ParametersPersistence;
import org.scorewalk.standin.ui.PortsInput;

/** What holds for every node of the extension, those of the future included. */
class EveryNodeTest {

    static List<NodeExtension> nodes() {
        return Extensions.get().nodes().stream().filter(n -> n.bundle().symbolicName().equals("org.scorewalk.nodes"))
            .toList();
    }

    static List<String> factories() {
        return nodes().stream().map(NodeExtension::factoryClass).toList();
    }

    private static NodeFactory<?> factory(final String name) {
        return Extensions.get().node(name).orElseThrow().createFactory();
    }

    /** An option and those within it. */
    private static Stream<OptionInfo> withParts(final OptionInfo option) {
        return Stream.concat(Stream.of(option), option.parts().stream().flatMap(EveryNodeTest::withParts));
    }

    private static List<OptionInfo> options(final NodeInfo info) {
        return info.options().stream().flatMap(EveryNodeTest::withParts).toList();
    }

    private static List<PortInfo> ports(final NodeInfo info) {
        return Stream.concat(info.inputs().stream(), info.outputs().stream()).toList();
    }

    @Test
    void allNodesAreThereAndNamesAreUnique() {
        assertThat(factories()).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
        assertThat(factories().stream().map(f -> NodeInfo.of(factory(f)).name())).doesNotHaveDuplicates()
            .contains("Score Function",
            "Langevin Sampler", "Particle Plot", "IDX Reader", "GAN Trainer", "GAN Sampler", "Image Grid");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void isDescribed(final String factory) {
        final NodeInfo info = NodeInfo.of(factory(factory)); // refuses texts that are no XML
        assertThat(info.shortDescription()).hasSizeBetween(20, 120).endsWith(".");
        assertThat(info.description()).hasSizeGreaterThan(400);
        assertThat(info.keywords()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    }

    /** Other elements are no part of KNIME's schema of descriptions, and KNIME would tell its log. */
    @ParameterizedTest
    @MethodSource("factories")
    void textsUseTheMarkUpThatKnimeKnows(final String factory) {
        final var node = NodeAccess.definition(factory(factory));
        final String texts = node.shortDescription() + node.fullDescription() + node.ports() + node.view();
        for (final Matcher m = Pattern.compile("<([a-zA-Z0-9]+)").matcher(texts); m.find();) {
            assertThat(m.group(1)).isIn("b", "i", "p", "ul", "ol", "li", "a", "tt", "br", "sub", "sup");
        }
    }

    /** A node that computes names what it rests on, with a link; drawing images side by side rests on nothing. */
    @ParameterizedTest
    @MethodSource("factories")
    void citesWithALink(final String factory) {
        if (!factory.endsWith(".ImageGridNodeFactory")) {
            assertThat(NodeAccess.definition(factory(factory)).fullDescription()).containsPattern(
                "<a\\s+href=\"https://[^\"]+\">");
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void portsAreDescribedAndTheirNamesUnique(final String factory) {
        final NodeInfo info = NodeInfo.of(factory(factory));
        assertThat(ports(info)).isNotEmpty();
        assertThat(ports(info).stream().map(PortInfo::group)).doesNotHaveDuplicates();
        assertThat(info.inputs().stream().map(PortInfo::name)).doesNotHaveDuplicates();
        assertThat(info.outputs().stream().map(PortInfo::name)).doesNotHaveDuplicates();
        for (final PortInfo port : ports(info)) {
            assertThat(port.description()).as(port.name()).hasSizeGreaterThan(10).endsWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void optionsAreExplained(final String factory) {
        final List<OptionInfo> options = options(NodeInfo.of(factory(factory)));
        assertThat(options).isNotEmpty();
        assertThat(options.stream().map(OptionInfo::path)).doesNotHaveDuplicates();
        for (final OptionInfo option : options) {
            assertThat(option.title()).as(option.path()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(50);
            assertThat(Character.isUpperCase(option.title().charAt(0))).as(option.path() + ": "
                + option.title()).isTrue();
            assertThat(option.description()).as(option.path()).hasSizeGreaterThan(40).endsWith(".");
            assertThat(option.kind()).as(option.path()).isNotEqualTo(OptionInfo.Kind.OTHER);
            for (final var choice : option.choices()) {
                assertThat(choice.title()).as(option.path() + " " + choice.constant()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void iconIsThere(final String factory) throws IOException {
        final var url = factory(factory).getIcon();
        assertThat(url).isNotNull();
        final var icon = ImageIO.read(url);
        assertThat(icon.getWidth()).isEqualTo(16);
        assertThat(icon.getHeight()).isEqualTo(16);
        boolean painted = false;
        for (int i = 0; i < 256; i++) {
            painted |= icon.getRGB(i % 16, i / 16) >>> 24 > 128;
        }
        assertThat(painted).isTrue();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void defaultsAreSavedLoadedAndValid(final String factory) throws Exception {
        try (NodeDriver driver = NodeDriver.create(factory(factory)); NodeDriver other = NodeDriver.create(factory(
            factory))) {
            final NodeSettings saved = driver.saveSettings();
            assertThat(saved.keySet()).isNotEmpty();
            other.loadSettings(saved, null, Map.of());
            assertThat(other.saveSettings()).isEqualTo(saved);
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void everyConditionOfTheDialogCanBeWorkedOut(final String factory) throws Exception {
        final var type = NodeAccess.definition(factory(factory)).parametersClass().orElseThrow();
        try (NodeDriver driver = NodeDriver.create(factory(factory))) {
            final PortType[] inputs = driver.inputTypes();
            final var ports = new PortsInput(inputs, new PortObjectSpec[inputs.length], driver.outputTypes());
            final NodeParameters parameters = ParametersPersistence.create(type);
            fillArrays(parameters);
            final var shown = DialogEffects.of(parameters, ports);
            for (final OptionInfo option : options(NodeInfo.of(factory(factory)))) {
                if (option.parts().isEmpty()) {
                    shown.isShown(option.path().replace("*", "0")); // throws where the option is unknown
                }
            }
            for (final Field field : type.getDeclaredFields()) {
                for (final Object constant : field.getType().isEnum() ? field.getType().getEnumConstants()
                    : new Object[0]) {
                    field.setAccessible(true);
                    field.set(parameters, constant);
                    DialogEffects.of(parameters, ports);
                }
            }
        }
    }

    /** An empty list would hide the conditions of its elements. */
    private static void fillArrays(final NodeParameters parameters) throws ReflectiveOperationException {
        for (final Field field : parameters.getClass().getDeclaredFields()) {
            final Class<?> element = field.getType().getComponentType();
            if (element != null && NodeParameters.class.isAssignableFrom(element)) {
                field.setAccessible(true);
                final Constructor<?> constructor = element.getDeclaredConstructor();
                constructor.setAccessible(true);
                final Object array = Array.newInstance(element, 1);
                Array.set(array, 0, constructor.newInstance());
                field.set(parameters, array);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void allItsNamesAreWrittenDownAsFrozen(final String factory) throws IOException {
        final NodeInfo info = NodeInfo.of(factory(factory));
        final String document = Files.readString(Host.ROOT.resolve("docs/frozen-names.md"));
        final String rows = String.join("\n", document.lines().filter(l -> l.startsWith("| " + info.name()
            + " |")).toList());
        final List<String> missing = new ArrayList<>();
        final List<String> names = new ArrayList<>(List.of(factory));
        ports(info).forEach(p -> names.addAll(List.of(p.group(), p.name())));
        options(info).forEach(o -> names.add(o.path().substring(o.path().lastIndexOf('/') + 1)));
        for (final String name : names) {
            if (!rows.contains("`" + name + "`")) {
                missing.add(name);
            }
        }
        for (final OptionInfo option : options(info)) {
            for (final var choice : option.choices()) {
                if (!document.contains("`" + choice.constant() + "`")) {
                    missing.add(option.path() + " = " + choice.constant());
                }
            }
        }
        assertThat(missing).as("names of \"%s\" that docs/frozen-names.md lacks", info.name()).isEmpty();
    }
}
