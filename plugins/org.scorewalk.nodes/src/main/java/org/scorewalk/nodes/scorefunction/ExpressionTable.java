// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.Collections;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.nodes.util.NumberColumns;

/** Makes expression densities whose data term reads a table. */
final class ExpressionTable {

    private ExpressionTable() {
    }

    /** What is known before the rows are: everything but the data. */
    static DensityDocument announce(final ScoreFunctionParameters parameters, final DataTableSpec table) {
        checkTerm(parameters);
        final var columns = NumberColumns.namesOf(NumberColumns.of(table));
        return new ExpressionDensity(
            parameters.expression(columns, Collections.nCopies(columns.size(), new double[0]))).document();
    }

    static Density density(final ScoreFunctionParameters parameters, final BufferedDataTable table,
        final Monitor monitor) throws InvalidSettingsException {
        final var spec = table.getDataTableSpec();
        announce(parameters, spec); // errors in the texts come first
        InputException.check(table.size() > 0, "The table at the port '%s' is empty. Give one row for each "
            + "observation.", ScoreFunctionNodeFactory.TABLE_PORT);
        final var read = parameters.expression(List.of(), List.of()).columnsRead();
        final var names = NumberColumns.namesOf(NumberColumns.of(spec)).stream().filter(read::contains).toList();
        final var values = NumberColumns.read(table, ScoreFunctionNodeFactory.TABLE_PORT,
            NumberColumns.indices(spec, ScoreFunctionNodeFactory.TABLE_PORT, names), monitor);
        return new ExpressionDensity(parameters.expression(names, List.of(values)));
    }

    private static void checkTerm(final ScoreFunctionParameters parameters) {
        InputException.check(parameters.m_dataTerm != null && !parameters.m_dataTerm.isBlank(),
            "A table is connected, but the option 'Data term' is empty. Type what each row adds, such as "
                + "normal($y$ | a + b * $x$, sigma), or remove the port '%s'.", ScoreFunctionNodeFactory.TABLE_PORT);
    }
}
