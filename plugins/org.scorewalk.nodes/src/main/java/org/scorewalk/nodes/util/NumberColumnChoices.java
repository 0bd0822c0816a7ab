// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** Columns of numbers to choose from in a dialog. */
public final class NumberColumnChoices {

    private NumberColumnChoices() {
    }

    /** Those of the table at the first input port. */
    public static final class First implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return NumberColumns.choices(context, 0);
        }
    }

    /** Those of the table at the second input port. */
    public static final class Second implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return NumberColumns.choices(context, 1);
        }
    }
}
