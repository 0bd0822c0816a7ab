// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;

/** Which columns a filter chooses and a list of choices offers. */
class ColumnChoicesTest {

    private static final DataTableSpec SPEC = new DataTableSpec(column("x1", DoubleCell.TYPE),
        column("x2", DoubleCell.TYPE), column("run", IntCell.TYPE), column("Name", StringCell.TYPE));

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static final NodeParametersInput INPUT =
        new PortsInput(new PortType[2], new PortObjectSpec[]{SPEC, null}, new PortType[0]);

    /** A filter whose settings were changed. */
    @FunctionalInterface
    private interface Change {

        void apply(NodeSettings filter) throws Exception;
    }

    static final class Parameters implements NodeParameters {

        ColumnFilter m_filter = new ColumnFilter(new String[]{"x2", "gone"});
    }

    private static ColumnFilter filter(final Change change) throws Exception {
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(new Parameters(), settings);
        change.apply(settings.getNodeSettings("filter"));
        return ParametersPersistence.load(Parameters.class, settings).m_filter;
    }

    private static ColumnFilter pattern(final String mode, final String pattern, final boolean inverted)
        throws Exception {
        return filter(settings -> {
            settings.addString("mode", mode);
            settings.getNodeSettings("patternFilter").addString("pattern", pattern);
            settings.getNodeSettings("patternFilter").addBoolean("isInverted", inverted);
        });
    }

    @Test
    void choosesByHand() throws Exception {
        final var filter = filter(settings -> { });
        assertThat(filter.filterFromFullSpec(SPEC)).containsExactly("x2");
        assertThat(filter.getMissingSelectedFromFullSpec(SPEC)).containsExactly("gone");
        assertThat(filter.withIncludeUnknownColumns().filterFromFullSpec(SPEC)).containsExactly("x1", "x2", "run",
            "Name");
        final var without = filter(
            settings -> settings.getNodeSettings("manualFilter").addStringArray("manuallyDeselected", "x1", "run"));
        assertThat(without.withIncludeUnknownColumns().filterFromFullSpec(SPEC)).containsExactly("x2", "Name");
        assertThat(without.withExcludeUnknownColumns().filterFromFullSpec(SPEC)).containsExactly("x2");
    }

    @Test
    void choosesByPattern() throws Exception {
        assertThat(pattern("WILDCARD", "x?", false).filterFromFullSpec(SPEC)).containsExactly("x1", "x2");
        assertThat(pattern("WILDCARD", "n*", false).filterFromFullSpec(SPEC)).containsExactly("Name");
        assertThat(pattern("WILDCARD", "x.", false).filterFromFullSpec(SPEC)).isEmpty();
        assertThat(pattern("REGEX", "x[13]", false).filterFromFullSpec(SPEC)).containsExactly("x1");
        assertThat(pattern("REGEX", "x.", true).filterFromFullSpec(SPEC)).containsExactly("run", "Name");
        assertThat(pattern("REGEX", "x.", true).getMissingSelectedFromFullSpec(SPEC)).isEmpty();
    }

    @Test
    void choosesByType() throws Exception {
        final var filter = filter(settings -> {
            settings.addString("mode", "TYPE");
            settings.getNodeSettings("typeFilter").addStringArray("selectedTypes", IntValue.class.getName());
        });
        assertThat(filter.filterFromFullSpec(SPEC)).containsExactly("run");
    }

    static final class Doubles extends DoubleColumnsProvider {
    }

    static final class SecondPort extends AllColumnsProvider {

        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }

    @Test
    void offersTheColumnsOfAKind() {
        assertThat(new Doubles().computeState(INPUT)).extracting(TypedStringChoice::id).containsExactly("x1", "x2",
            "run");
        assertThat(new AllColumnsProvider().columnChoices(INPUT)).hasSize(4);
        assertThat(new SecondPort().columnChoices(INPUT)).isEmpty();
        assertThat(ColumnSelectionUtil.getFirstStringColumn(SPEC)).get().extracting(DataColumnSpec::getName)
            .isEqualTo("Name");
        assertThat(ColumnSelectionUtil.getFirstColumnOfFirstPort(INPUT)).get().extracting(DataColumnSpec::getName)
            .isEqualTo("x1");
    }

    @Test
    void failsAsKnimeForANodeWithoutInputs() {
        final var none = new PortsInput(new PortType[0], new PortObjectSpec[0], new PortType[0]);
        assertThatThrownBy(() -> new AllColumnsProvider().columnChoices(none))
            .isInstanceOf(ArrayIndexOutOfBoundsException.class).hasMessage("Index 0 out of bounds for length 0");
    }
}
