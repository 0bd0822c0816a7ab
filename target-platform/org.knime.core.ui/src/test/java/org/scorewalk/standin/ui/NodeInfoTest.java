// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.example.golden.PNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scorewalk.standin.ui.NodeDefinition.PortMode;
import org.scorewalk.standin.ui.NodeInfo.PortInfo;
import org.scorewalk.standin.ui.OptionInfo.ChoiceInfo;

/** The texts of nodes. */
class NodeInfoTest {

    enum Kind {
        @Label(value = "Ring &amp; ellipse", description = "Points on an <i>ellipse</i>.")
        RING, STANDARD_NORMAL
    }

    static final class KindTitles implements EnumChoicesProvider<Kind> {
        @Override
        public List<EnumChoice<Kind>> computeState(final NodeParametersInput context) {
            return List.of(new EnumChoice<>(Kind.STANDARD_NORMAL, "N(0, 1)"));
        }
    }

    static final class KindOfPort implements EnumChoicesProvider<Kind> {
        @Override
        public List<EnumChoice<Kind>> computeState(final NodeParametersInput context) {
            return List.of(new EnumChoice<>(Kind.RING, context.getInPortTypes()[0].getName()));
        }
    }

    static final class ProvidedChoices implements NodeParameters {

        @Widget(title = "Kind", description = "Named by a provider.")
        @ChoicesProvider(KindTitles.class)
        Kind m_kind = Kind.RING;

        @Widget(title = "Other", description = "Named by a provider that looks at ports.")
        @ChoicesProvider(KindOfPort.class)
        Kind m_other = Kind.RING;
    }

    @Section(title = "Second")
    @After(First.class)
    interface Second {
    }

    @Section(title = "First", description = "What comes <b>first</b>.")
    interface First {
    }

    static final class Run implements NodeParameters {

        @Widget(title = "Steps", description = "Number of steps.")
        @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
        int m_steps = 10;

        @Widget(title = "Step size", description = "One for each axis.")
        double[] m_size = {0.01, 0.5};
    }

    static final class Parameters implements NodeParameters {

        @Widget(title = "Late", description = "In the second section.")
        @Layout(Second.class)
        @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
        double m_late = 1.5;

        @Widget(title = "Kind", description = "<p>What it is:</p><ul><li>one</li><li>two</li></ul>")
        @Layout(First.class)
        Kind m_kind = Kind.RING;

        @Widget(title = "Runs", description = "All runs.")
        @ArrayWidget
        @Layout(Second.class)
        Run[] m_runs = {new Run()};

        @Widget(title = "Seed", description = "Same seed, same result.", advanced = true)
        Optional<Long> m_seed = Optional.of(7L);

        @Widget(title = "Column", description = "A column.")
        @ChoicesProvider(AllColumnsProvider.class)
        String m_column = "";

        int m_hidden = 3;
    }

    /** A node with every kind of text. */
    public static final class Factory extends DefaultNodeFactory {

        static final DefaultNode NODE = DefaultNode.create().name("Name &amp; more").icon("n.png")
            .shortDescription("Short.").fullDescription("<p>Full, with x &lt; y.</p><p>More.</p>").sinceVersion(5, 8, 0)
            .dynamicPorts(p -> p
                .addInputPortGroup("in",
                    g -> g.name("Input").description("Takes").optional().supportedTypes(BufferedDataTable.TYPE))
                .addInputPortGroup("always", g -> g.name("Always").description("Takes").fixed(BufferedDataTable.TYPE))
                .addOutputPortGroup("out", g -> g.name("Output").description("Gives").fixed(BufferedDataTable.TYPE)))
            .model(m -> m.parametersClass(Parameters.class).configure((i, o) -> {
            }).execute((i, o) -> {
            })).nodeType(NodeType.Learner).keywords("langevin", "mcmc")
            .addExternalResource("https://example.org", "Text");

        public Factory() {
            super(NODE);
        }
    }

    private final NodeInfo m_info = NodeInfo.of(new Factory());

    @Test
    void hasPlainTexts() {
        assertThat(m_info.name()).isEqualTo("Name & more");
        assertThat(m_info.description()).isEqualTo("Full, with x < y.\nMore.");
        assertThat(m_info.type()).isEqualTo(NodeType.Learner);
        assertThat(m_info.keywords()).containsExactly("langevin", "mcmc");
        assertThat(m_info.view()).isEmpty();
    }

    @Test
    void hasPorts() {
        assertThat(m_info.inputs()).extracting(PortInfo::group, PortInfo::name, PortInfo::mode).containsExactly(
            tuple("in", "Input", PortMode.OPTIONAL), tuple("always", "Always", PortMode.FIXED));
        assertThat(m_info.inputs().get(0).atFirst()).isEmpty();
        assertThat(m_info.inputs().get(0).supported()).containsExactly(BufferedDataTable.TYPE);
        assertThat(m_info.outputs()).extracting(PortInfo::name).containsExactly("Output");
    }

    @Test
    void namesThePortsThatANodeHas() {
        final var config = new Factory().createNodeCreationConfig();
        assertThat(m_info.inputNames(config.getPortConfig().get())).containsExactly("Always");
        config.getPortConfig().get().getExtendablePorts().get("in").addPort(BufferedDataTable.TYPE);
        assertThat(m_info.inputNames(config.getPortConfig().get())).containsExactly("Input", "Always");
        assertThat(m_info.outputNames(config.getPortConfig().get())).containsExactly("Output");
    }

    @Test
    void hasTheOptionsSectionBySection() {
        assertThat(m_info.options())
            .extracting(OptionInfo::path, OptionInfo::kind, OptionInfo::defaultValue, OptionInfo::section)
            .containsExactly(tuple("kind", OptionInfo.Kind.CHOICE, "RING", "First"),
                tuple("late", OptionInfo.Kind.NUMBER, "1.5", "Second"),
                tuple("runs", OptionInfo.Kind.GROUPS, "", "Second"), tuple("seed", OptionInfo.Kind.LONG, "7", ""),
                tuple("column", OptionInfo.Kind.COLUMN, "", ""));
        assertThat(m_info.options().get(2).parts()).extracting(OptionInfo::path, OptionInfo::defaultValue)
            .containsExactly(tuple("runs/*/steps", "10"), tuple("runs/*/size", "0.01, 0.5"));
        assertThat(m_info.options().get(2).parts().get(0).limits()).containsExactly("The value has to be at least 1.");
        assertThat(m_info.options().get(1).limits()).containsExactly("The value has to be greater than 0.");
        assertThat(m_info.options()).extracting(OptionInfo::advanced).containsExactly(false, false, false, true, false);
        assertThat(m_info.options()).extracting(OptionInfo::optional).containsExactly(false, false, false, true, false);
    }

    @Test
    void hasTheConstantsOfAChoice() {
        assertThat(m_info.options().get(0).choices()).containsExactly(
            new ChoiceInfo("RING", "Ring & ellipse", "Points on an ellipse."),
            new ChoiceInfo("STANDARD_NORMAL", "Standard normal", ""));
        assertThat(m_info.options().get(0).description()).isEqualTo("What it is:\n- one\n- two");
    }

    @Test
    void choicesAreThoseThatTheirProviderOffersWithoutPorts() {
        final var ring = new ChoiceInfo("RING", "Ring & ellipse", "Points on an ellipse.");
        final var options = OptionInfo.of(ProvidedChoices.class);
        assertThat(options.get(0).choices()).containsExactly(new ChoiceInfo("STANDARD_NORMAL", "N(0, 1)", ""));
        assertThat(options.get(1).choices()).containsExactly(ring,
            new ChoiceInfo("STANDARD_NORMAL", "Standard normal", ""));
    }

    @Test
    void makesTheDescriptionThatKnimeShows() throws Exception {
        final var out = new StringWriter();
        final var transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.transform(new DOMSource(new Factory().getXMLDescription()), new StreamResult(out));
        assertThat(out.toString())
            .startsWith("<knimeNode icon=\"n.png\" type=\"Learner\" xmlns=\"http://knime.org/node/v4.1\">")
            .contains("<name>Name &amp; more</name>", "<intro><p>Full, with x &lt; y.</p><p>More.</p></intro>",
                "<tab name=\"First\"><description>What comes <b>first</b>.</description>"
                    + "<option name=\"Kind\"><p>What it is:</p>",
                "<li><b>Ring &amp; ellipse</b>: Points on an <i>ellipse</i>.</li><li><b>Standard normal</b></li>",
                "<option name=\"Runs\">All runs.<ul><li><b>Steps</b>: Number of steps.</li>", "<tab name=\"Options\">",
                "<dynInPort group-identifier=\"in\" insert-before=\"0\" name=\"Input\">Takes</dynInPort>",
                "<inPort index=\"0\" name=\"Always\">", "<outPort index=\"0\" name=\"Output\">",
                "<link href=\"https://example.org\">Text</link>", "<keyword>mcmc</keyword>");
    }

    static final class Malformed implements NodeParameters {

        @Widget(title = "Limit", description = "Where x < y.")
        int m_limit = 1;
    }

    private static DefaultNode node(final String description) {
        return DefaultNode.create().name("N").icon("n.png").shortDescription("s").fullDescription(description)
            .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Out", "o"))
            .model(m -> m.parametersClass(description.isEmpty() ? Malformed.class : Run.class).configure((i, o) -> {
            }).execute((i, o) -> {
            }));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a & b|full description of the node 'N'",
        "<p>open|full description of the node 'N'", "''|description of the option 'Limit'"})
    void refusesATextThatIsNotWellFormed(final String description, final String where) {
        final var factory = new DefaultNodeFactory(node(description)) {
        };
        assertThatThrownBy(factory::init).hasMessageContaining("The " + where + " is not a well-formed XML fragment")
            .hasMessageContaining("&amp;");
    }

    @Test
    void refusesTwoPortsOfTheSameName() {
        final var node = DefaultNode.create().name("N").icon("n.png").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 8, 0).ports(p -> p.addInputTable("Table", "i").addOutputTable("Table", "o"))
            .model(m -> m.withoutParameters().configure((i, o) -> {
            }).execute((i, o) -> {
            }));
        final var factory = new DefaultNodeFactory(node) {
        };
        assertThatThrownBy(factory::createNodeCreationConfig).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("A port group with the given name already exists");
    }

    @Test
    void printsTheNodeThatWasRunInKnime() {
        final var options = NodeInfo.of(new PNodeFactory()).options();
        assertThat(options).extracting(OptionInfo::path).startsWith("int", "long", "double")
            .contains("other_key", "groups3").doesNotContain("doubles");
        assertThat(options.get(5).path()).isEqualTo("empty");
    }
}
