// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.langevin.LangevinSamplerParameters.Keep;
import org.scorewalk.nodes.langevin.LangevinSamplerParameters.Start;

/** Where the particles of the Langevin Sampler start: its table and its options. */
class LangevinSamplerStartTest extends LangevinSamplerTestBase {

    @Test
    void aStartTablesRowsAreTheParticles() throws Exception {
        final var spec = SmallTables.spec("y", DoubleCell.TYPE, "label", StringCell.TYPE, "x", IntCell.TYPE);
        final var table = SmallTables.table(context(), spec, new Object[]{0.5, "a", 1}, new Object[]{-0.5, "b", 2},
            new Object[]{0.25, "c", 3});
        final var parameters = parameters(99, run(1, 0.01));
        final var call = configure(parameters, RING, spec);
        final var particles = execute(parameters, RING, table).<BufferedDataTable> outData(0);

        assertThat(call.<DataTableSpec> outSpec(0).getColumnSpec("particle").getDomain().hasBounds()).isFalse();
        assertThat(particles.size()).isEqualTo(6);
        // found by the names of the ring's coordinates, not by the order of the table
        assertThat(Arrays.copyOf(SmallTables.numbers(particles, "x"), 3)).containsExactly(1, 2, 3);
        assertThat(Arrays.copyOf(SmallTables.numbers(particles, "y"), 3)).containsExactly(0.5, -0.5, 0.25);
    }

    @Test
    void namesComeFromTheStartTableWhereTheDensityHasNone() throws Exception {
        final var spec = SmallTables.doubles("a", "b", "c");
        final var parameters = parameters(1, run(1, 0.01));
        parameters.m_startColumns = new ColumnFilter(new String[]{"c", "a"});

        final DataTableSpec particles = configure(parameters, GAUSSIAN, spec).outSpec(0);

        assertThat(particles.getColumnNames()).containsExactly("run", "step", "particle", "a", "c");
        final DataTableSpec runs = configure(parameters, GAUSSIAN, spec).outSpec(1);
        assertThat(runs.getColumnNames()).contains("mean(a)", "cov(a,c)");
    }

    @Test
    void aTableOfParticlesCanBeGoneOnWith() throws Exception {
        final var first = parameters(5, run(3, 0.01));
        first.m_keep = Keep.LAST;
        first.m_keepStart = false;
        final var particles = execute(first, GAUSSIAN).<BufferedDataTable> outData(0);

        final var next = execute(parameters(1, run(1, 0.01)), GAUSSIAN, particles)
            .<BufferedDataTable> outData(0);

        assertThat(Arrays.copyOf(SmallTables.numbers(next, "x2"), 5))
            .containsExactly(SmallTables.numbers(particles, "x2"));
    }

    @Test
    void unsuitableStartTablesAreRefused() {
        final var parameters = parameters(1, run(1, 0.01));

        assertThatThrownBy(() -> configure(parameters, GAUSSIAN, SmallTables.doubles("a", "b", "c")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("2 coordinates")
            .hasMessageContaining("'a', 'b', 'c'");
        assertThatThrownBy(() -> configure(parameters, GAUSSIAN, SmallTables.spec("s", StringCell.TYPE)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("0 columns");
        assertThatThrownBy(() -> execute(parameters, RING, SmallTables.table(context(), SmallTables.doubles("x", "y"))))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> execute(parameters, RING, SmallTables.table(context(), SmallTables.doubles("x", "y"),
            new Object[]{1.0, 1.0}, new Object[]{1.0, null}))).isInstanceOf(KNIMEException.class)
                .hasMessageContaining("'y'").hasMessageContaining("'Row1'");
        parameters.m_startColumns = new ColumnFilter(new String[]{"x", "gone"});
        assertThatThrownBy(() -> configure(parameters, RING, SmallTables.doubles("x", "y")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'gone'");
        parameters.m_startColumns = new ColumnFilter(new String[]{"x", "s"});
        assertThatThrownBy(
            () -> configure(parameters, RING, SmallTables.spec("x", DoubleCell.TYPE, "s", StringCell.TYPE)))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'s'")
                .hasMessageContaining("no numbers");
    }

    @Test
    void particlesStartWhereTheOptionsSay() throws Exception {
        final var parameters = parameters(4, run(1, 0.01));
        parameters.m_start = Start.POINT;
        parameters.m_startPoint = "2, 3";
        assertThat(Arrays.copyOf(SmallTables.numbers(execute(parameters, RING).outData(0), "y"), 4)).containsOnly(3);
        parameters.m_start = Start.NORMAL;
        parameters.m_startMean = "7";
        parameters.m_startDeviation = "0, 1";
        final BufferedDataTable table = execute(parameters, RING).outData(0);
        assertThat(Arrays.copyOf(SmallTables.numbers(table, "x"), 4)).containsOnly(7);
        assertThat(Arrays.copyOf(SmallTables.numbers(table, "y"), 4)).doesNotContain(7).doesNotHaveDuplicates();
    }
}
