// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scoreapply;

import static org.scorewalk.engine.InputException.check;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.nodes.util.NumberColumnChoices;
import org.scorewalk.nodes.util.UserErrors;

/** Where the points are and what is appended. Keys are frozen: see docs/frozen-names.md. */
final class ScoreFunctionApplyParameters implements NodeParameters {

    @Widget(title = "Coordinates", description = """
            The columns with the coordinates of the points, in the order of the density's coordinates. If none is
            chosen, which is the default, they are the columns that bear the names of the density's coordinates.""")
    @ChoicesProvider(NumberColumnChoices.Second.class)
    ColumnFilter m_columns = new ColumnFilter();

    @Widget(title = "Append log-density", description = """
            Whether the logarithm of the density is appended. The default is yes.""")
    boolean m_appendLogDensity = true;

    @Widget(title = "Append score", description = """
            Whether the score is appended, one column for each coordinate. The default is yes.""")
    boolean m_appendScore = true;

    ScoreFunctionApplyParameters() {
        // the defaults
    }

    @Override
    public void validate() throws InvalidSettingsException {
        UserErrors.configuring(() -> check(m_appendLogDensity || m_appendScore,
            "Nothing is appended. Choose 'Append log-density' or 'Append score' or both."));
    }
}
