// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.SmallTables;

class NumberColumnsTest extends ExecutionTestBase {

    @Test
    void integersAndDoublesAreNumbersButTruthValuesAndTextsAreNot() {
        final var spec = SmallTables.spec("i", IntCell.TYPE, "s", StringCell.TYPE, "l", LongCell.TYPE, "b",
            BooleanCell.TYPE,
            "d", DoubleCell.TYPE);

        assertThat(NumberColumns.namesOf(NumberColumns.of(spec))).containsExactly("i", "l", "d");
    }

    @Test
    void unsuitableColumnsAreNamed() throws InvalidSettingsException {
        final var spec = SmallTables.spec("i", IntCell.TYPE, "s", StringCell.TYPE);

        assertThat(NumberColumns.indices(spec, "Port", List.of("i"))).containsExactly(0);
        assertThatThrownBy(() -> NumberColumns.index(spec, "Port", "z")).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'z'").hasMessageContaining("'Port'").hasMessageContaining("'i', 's'");
        assertThatThrownBy(() -> NumberColumns.index(spec, "Port", "s")).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'s'").hasMessageContaining("no numbers");
    }

    @Test
    void readsIntegersAndDoublesInTheOrderAskedFor() {
        final var spec = SmallTables.spec("i", IntCell.TYPE, "s", StringCell.TYPE, "d", DoubleCell.TYPE);
        final var rows = new Object[3000][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new Object[]{k, "text", k / 2.0};
        }
        final var values =
            NumberColumns.read(SmallTables.table(context(), spec, rows), "Port", new int[]{2, 0}, Monitor.SILENT);

        assertThat(values).hasDimensions(2, 3000);
        assertThat(values[0][2999]).isEqualTo(1499.5);
        assertThat(values[1][1234]).isEqualTo(1234);
        assertThat(values[1][0]).isZero();
    }

    @Test
    void everyUnusableCellIsNamed() {
        final var spec = SmallTables.doubles("a", "b");

        for (final Object bad : new Object[]{null, Double.NaN, Double.NEGATIVE_INFINITY}) {
            final var table = SmallTables.table(context(), spec, new Object[]{1.0, 2.0}, new Object[]{3.0, bad});
            assertThatThrownBy(() -> NumberColumns.read(table, "Port", new int[]{0, 1}, Monitor.SILENT))
                .isInstanceOf(InputException.class).hasMessageContaining("'b'").hasMessageContaining("'Row1'")
                .hasMessageContaining("'Port'");
            // a column that nobody asked for may hold anything
            assertThat(NumberColumns.read(table, "Port", new int[]{0}, Monitor.SILENT)[0]).containsExactly(1, 3);
        }
    }

    @Test
    void anEmptyTableGivesEmptyColumns() {
        final var values =
            NumberColumns.read(SmallTables.table(context(), SmallTables.doubles("a")), "Port", new int[]{0},
            Monitor.SILENT);

        assertThat(values).hasDimensions(1, 0);
    }
}
