// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.sampler;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scorewalk.nodes.util.NumberColumnChoices;
import org.scorewalk.nodes.util.SecondPort;

/** How many rows, and of which noise. Keys and constants are frozen: see docs/frozen-names.md. */
final class GanSamplerParameters implements NodeParameters {

    static final int MAX_ROWS = 10_000_000;

    static final int MAX_STEPS = 100_000;

    /** How to walk from one noise row to the next. */
    enum Interpolation {
        @Label(value = "Arc", description = "On an arc, which keeps the length of normal noise.")
        SPHERICAL,
        @Label(value = "Straight", description = "On a straight line.")
        LINEAR
    }

    static final class MaxRows extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_ROWS;
        }
    }

    static final class MaxSteps extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_STEPS;
        }
    }

    @Widget(title = "Number of rows", description = """
            How many rows are generated: from 1 to 10000000, by default 100.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MaxRows.class)
    @Effect(predicate = SecondPort.IsAbsent.class, type = EffectType.SHOW)
    int m_count = 100;

    @Widget(title = "Seed", description = """
            Where the noise comes from: any whole number, by default 42. The same seed gives the same rows.""")
    @Effect(predicate = SecondPort.IsAbsent.class, type = EffectType.SHOW)
    long m_seed = 42;

    @Widget(title = "Noise columns", description = """
            The columns of the noise table, as many as the GAN takes numbers. By default these are
            <tt>noise 1</tt>, <tt>noise 2</tt> and so on where the table has them all, as where the noise was appended,
            or else all columns of numbers.""")
    @ChoicesProvider(NumberColumnChoices.Second.class)
    @Effect(predicate = SecondPort.IsThere.class, type = EffectType.SHOW)
    ColumnFilter m_noiseColumns = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "Steps between noise rows", description = """
            How many rows are generated between each noise row and the next, on the way from one to the other: from 0,
            the default, to 100000.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MaxSteps.class)
    @Effect(predicate = SecondPort.IsThere.class, type = EffectType.SHOW)
    int m_steps;

    @Widget(title = "Way between noise rows", description = """
            Whether the way from one noise row to the next is an arc, which is the default, or a straight line.""")
    @ValueSwitchWidget
    @Effect(predicate = SecondPort.IsThere.class, type = EffectType.SHOW)
    Interpolation m_interpolation = Interpolation.SPHERICAL;

    @Widget(title = "Append the noise", description = """
            Whether the noise of each row is added in columns of its own. By default it is not.""")
    boolean m_appendNoise;

    @Override
    public void validate() throws InvalidSettingsException {
        check("Number of rows", m_count, 1, MAX_ROWS);
        check("Steps between noise rows", m_steps, 0, MAX_STEPS);
    }

    private static void check(final String option, final int value, final int from, final int to)
        throws InvalidSettingsException {
        if (value < from || value > to) {
            throw new InvalidSettingsException(
                "The option '%s' must lie between %d and %d, but it is %d.".formatted(option, from, to, value));
        }
    }
}
