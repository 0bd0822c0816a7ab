// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.testnodes;

import java.util.Optional;

import org.example.golden.ModelPO;
import org.example.golden.ModelSpec;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** A source with options of every kind, a table with cells of every kind and a model. */
public final class NumbersNodeFactory extends DefaultNodeFactory {

    enum Mode {
            @Label(value = "Up &amp; away", description = "Counts up.")
            UP,
            @Label(value = "Down", description = "Counts down.")
            DOWN
    }

    static final class Part implements NodeParameters {
        @Widget(title = "Steps", description = "How many steps.")
        int m_steps = 10;

        @Widget(title = "Size", description = "How large they are.")
        double m_size = 0.5;
    }

    static final class Parameters implements NodeParameters {
        @Widget(title = "Rows", description = "How many rows &lt;= 1000.")
        @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
        int m_rows = 3;

        @Widget(title = "Seed", description = "Start of the random numbers.")
        long m_seed = 42;

        @Widget(title = "Factor", description = "Multiplies.")
        double m_factor = 1.5;

        @Widget(title = "Label", description = "Any text.")
        String m_label = "a";

        @Widget(title = "Mode", description = "The direction.")
        Mode m_mode = Mode.UP;

        @Widget(title = "Shout", description = "In capitals.")
        boolean m_shout;

        @Widget(title = "Means", description = "One number a coordinate.")
        double[] m_means = {0, 0};

        @Widget(title = "Limit", description = "The largest value, if any.")
        Optional<Double> m_limit = Optional.empty();

        @Widget(title = "Parts", description = "What is done.")
        Part[] m_parts = {new Part()};

        @Widget(title = "Added", description = "A later option.")
        @Migrate(loadDefaultIfAbsent = true)
        int m_added = 1;

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_rows < 0) {
                throw new InvalidSettingsException("The number of rows is " + m_rows + ", but must not be negative.");
            }
        }

        @Override
        public String toString() {
            final var text = new StringBuilder(m_rows + " " + m_seed + " " + m_factor + " " + m_label + " " + m_mode
                + " " + m_shout + " "
                + java.util.Arrays.toString(m_means) + " " + m_limit.map(Object::toString).orElse("none"));
            for (final Part part : m_parts) {
                text.append(' ').append(part.m_steps).append('x').append(part.m_size);
            }
            return text.toString();
        }
    }

    private static final DataTableSpec SPEC = new DataTableSpec("Numbers", new DataColumnSpec[]{
        new DataColumnSpecCreator("i", IntCell.TYPE).createSpec(),
            new DataColumnSpecCreator("l", LongCell.TYPE).createSpec(),
        new DataColumnSpecCreator("d", DoubleCell.TYPE).createSpec(),
        new DataColumnSpecCreator("s \"x\", y", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("b", BooleanCell.TYPE).createSpec()});

    private static final DefaultNode NODE = DefaultNode.create().name("Numbers").icon("n.png")
        .shortDescription("Makes numbers.")
        .fullDescription("Makes numbers.").sinceVersion(5, 8, 0) //
        .ports(p -> p.addOutputTable("Table", "Numbers.").addOutputPort("Model", "A model.", ModelPO.TYPE)) //
        .model(m -> m.parametersClass(Parameters.class).configure((i, o) -> o.setOutSpecs(SPEC, new ModelSpec("n")))
            .execute(NumbersNodeFactory::execute));

    /** What the last execution gave, so that tests see whether others got a copy. */
    static volatile ModelPO lastModel;

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final Parameters p = in.getParameters();
        final var container = in.getExecutionContext().createDataContainer(SPEC);
        final DataCell missing = DataType.getMissingCell();
        for (long r = 0; r < p.m_rows; r++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(r), r == 1 ? missing : new IntCell((int)r),
                new LongCell(10_000_000_000L + r), r == 1 ? missing
                : new DoubleCell(r == 2 ? Double.NaN : p.m_factor / (r + 1)),
                r == 1 ? missing : new StringCell(r == 0 ? p.toString() : r == 2 ? "" : "line 1\nline \"2\", ü€"),
                r == 1 ? missing : BooleanCell.get(r % 2 == 0)));
        }
        container.close();
        lastModel = new ModelPO(new ModelSpec("n"), p.m_means);
        out.setOutData(container.getTable(), lastModel);
    }

    public NumbersNodeFactory() {
        super(NODE);
    }
}
