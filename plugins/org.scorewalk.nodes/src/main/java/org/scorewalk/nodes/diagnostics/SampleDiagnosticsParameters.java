// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.diagnostics;

import static org.scorewalk.engine.InputException.check;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.ParticleTable;
import org.scorewalk.nodes.util.SecondPort;
import org.scorewalk.nodes.util.UserErrors;

/** Which columns are judged, and what is left out. Keys are frozen: see docs/frozen-names.md. */
final class SampleDiagnosticsParameters implements NodeParameters {

    private static final int FEWEST_DRAWS = 2;

    /** Of 400 coordinates these take 3 GB. */
    private static final int MOST_DRAWS = 1_000_000;

    static final class CoordinateChoices implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return NumberColumns.choices(context, 0).stream()
                .filter(column -> !ParticleTable.INDEX_COLUMNS.contains(column.getName())).toList();
        }
    }

    static final class FewestDraws extends MinValidation {
        @Override
        protected double getMin() {
            return FEWEST_DRAWS;
        }
    }

    static final class MostDraws extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_DRAWS;
        }
    }

    @Widget(title = "Coordinates", description = """
            The columns of numbers to judge. By default these are all columns of numbers but run, step and particle.""")
    @ChoicesProvider(CoordinateChoices.class)
    ColumnFilter m_coordinates = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "Burn-in", description = """
            Steps up to this number are left out: a whole number of steps, 0 or more, by default 0, which leaves out the
            start alone. A table without the column step is taken as a whole.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_burnIn;

    @Widget(title = "Reference draws", description = """
            How many exact draws are made where the reference is a score function: a whole number from 2 to
            1000000, by default 20000.""")
    @NumberInputWidget(minValidation = FewestDraws.class, maxValidation = MostDraws.class)
    @Effect(predicate = SecondPort.IsThere.class, type = EffectType.SHOW)
    int m_referenceDraws = 20_000;

    @Widget(title = "Seed", description = """
            The seed of the random numbers for reference draws, directions and permutations: any whole number, by
            default 42. The same seed and settings give the same tables.""")
    @Effect(predicate = SecondPort.IsThere.class, type = EffectType.SHOW)
    long m_seed = 42;

    SampleDiagnosticsParameters() {
        // the defaults
    }

    @Override
    public void validate() throws InvalidSettingsException {
        UserErrors.configuring(() -> {
            check(m_burnIn >= 0, "The burn-in is %d, but it must be 0 or more.", m_burnIn);
            check(m_referenceDraws >= FEWEST_DRAWS && m_referenceDraws <= MOST_DRAWS,
                "The number of reference draws is %d, but it must be from %d to %d. Change the option 'Reference "
                    + "draws'.", m_referenceDraws, FEWEST_DRAWS, MOST_DRAWS);
        });
    }
}
