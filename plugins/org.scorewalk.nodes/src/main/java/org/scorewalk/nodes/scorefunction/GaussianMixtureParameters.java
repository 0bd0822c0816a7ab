// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.density.GaussianMixtureDensity;
import org.scorewalk.engine.linalg.NumberText;
import org.scorewalk.nodes.util.NumberColumnChoices;
import org.scorewalk.nodes.util.NumberColumns;

/**
 * The components of a Gaussian mixture, typed or from a table. Keys and constants are frozen: see docs/frozen-names.md.
 */
final class GaussianMixtureParameters implements NodeParameters {

    enum Spread {
        @Label(value = "Standard deviations", description = "Coordinates are independent within a component.")
        DEVIATIONS, //
        @Label(value = "Covariances", description = "Each component has a covariance matrix.")
        COVARIANCES;

        GaussianMixtureDensity.Spread spread() {
            return GaussianMixtureDensity.Spread.valueOf(name());
        }
    }

    static final class SpreadReference implements ParameterReference<Spread> {
    }

    static final class IsTyped implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getPredicate(DensityConditions.HasTable.class));
        }
    }

    static final class HasDeviations implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(IsTyped.class), i.getEnum(SpreadReference.class).isOneOf(Spread.DEVIATIONS));
        }
    }

    static final class HasCovariances implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(IsTyped.class), i.getEnum(SpreadReference.class).isOneOf(Spread.COVARIANCES));
        }
    }

    @Widget(title = "Weights", description = """
            The weights of the components: one positive number for each, separated by commas or blanks. They are divided
            by their sum. A single number gives all components the same weight. The default is 1.""")
    @Effect(predicate = IsTyped.class, type = EffectType.SHOW)
    String m_weights = "1";

    @Widget(title = "Means", description = """
            The means of the components: one row for each component with one number for each coordinate, rows separated
            by semicolons or line breaks. The default is -2, -1; 2, -1; 0, 2.""")
    @TextAreaWidget(rows = 4)
    @Effect(predicate = IsTyped.class, type = EffectType.SHOW)
    String m_means = "-2, -1; 2, -1; 0, 2";

    @Widget(title = "Spread of the components", description = """
            Whether the spread of each component is given by standard deviations, which is the default, or by a
            covariance matrix. It says the same of a table's columns.""")
    @ValueReference(SpreadReference.class)
    Spread m_spread = Spread.DEVIATIONS;

    @Widget(title = "Standard deviations", description = """
            The standard deviations: one row for each component with one number for each coordinate, or one number for
            all of them. A single row counts for all components. The default is 0.6.""")
    @TextAreaWidget(rows = 3)
    @Effect(predicate = HasDeviations.class, type = EffectType.SHOW)
    String m_deviations = "0.6";

    @Widget(title = "Covariances", description = """
            The covariance matrices of the components below each other, rows separated by semicolons or line breaks, so
            that there are as many rows as components times coordinates. A single matrix counts for all components. The
            default is 0.5, 0.3; 0.3, 0.5.""")
    @TextAreaWidget(rows = 6)
    @Effect(predicate = HasCovariances.class, type = EffectType.SHOW)
    String m_covariances = "0.5, 0.3; 0.3, 0.5";

    @Widget(title = "Weight column", description = """
            The column of the input table that holds the weights, one row for each component. The default is the first
            column of numbers.""")
    @ChoicesProvider(NumberColumnChoices.First.class)
    @Effect(predicate = DensityConditions.HasTable.class, type = EffectType.SHOW)
    String m_weightColumn = "";

    @Widget(title = "Mean columns", description = """
            The columns of the input table that hold the means, one for each coordinate. Their names become the names of
            the coordinates. If neither these nor the spread columns are chosen, which is the default, the columns of
            numbers behind the weight are first the means, then the standard deviations or covariances.""")
    @ChoicesProvider(NumberColumnChoices.First.class)
    @Effect(predicate = DensityConditions.HasTable.class, type = EffectType.SHOW)
    ColumnFilter m_meanColumns = new ColumnFilter();

    @Widget(title = "Spread columns", description = """
            The columns of the input table that hold the standard deviations, one for each coordinate or a single one
            for all, or the covariance matrix row by row, the square of the number of coordinates. The default is none:
            see the mean columns.""")
    @ChoicesProvider(NumberColumnChoices.First.class)
    @Effect(predicate = DensityConditions.HasTable.class, type = EffectType.SHOW)
    ColumnFilter m_spreadColumns = new ColumnFilter();

    /** The columns of a table that hold a mixture. */
    record Columns(String weight, List<String> means, List<String> spreads) {

        List<String> all() {
            final var all = new ArrayList<String>();
            all.add(weight);
            all.addAll(means);
            all.addAll(spreads);
            return all;
        }
    }

    GaussianMixtureDensity density(final List<String> names) {
        final double[][] means = NumberText.matrix("The option 'Means'", m_means);
        final double[] weights = NumberText.vector("The option 'Weights'", m_weights);
        final int count = means.length;
        check(weights.length == 1 || weights.length == count, "The option 'Weights' has %s, but the option 'Means' has "
            + "%s. Give one weight for each row, or a single one.", Plural.of(weights.length, "number"),
            Plural.of(count, "row"));
        final var all = new double[count];
        Arrays.setAll(all, c -> weights[weights.length == 1 ? 0 : c]);
        return new GaussianMixtureDensity(all, means, m_spread.spread(),
            m_spread == Spread.DEVIATIONS ? deviations(count, means[0].length) : covariances(count, means[0].length),
            names);
    }

    private double[][] deviations(final int count, final int dimension) {
        final double[][] rows = NumberText.matrix("The option 'Standard deviations'", m_deviations);
        check(rows.length == 1 || rows.length == count, "The option 'Standard deviations' has %s, but the option "
            + "'Means' has %s. Give one row for each component, or a single one for all.",
            Plural.of(rows.length, "row"), Plural.of(count, "row"));
        final var deviations = new double[count][];
        for (int c = 0; c < count; c++) {
            deviations[c] = widened(rows[rows.length == 1 ? 0 : c], dimension, c);
        }
        return deviations;
    }

    private static double[] widened(final double[] row, final int dimension, final int c) {
        check(row.length == 1 || row.length == dimension, "Row %d of the option 'Standard deviations' has %s, but the "
            + "means have %d. Give one number for each coordinate, or a single one for all.", c + 1,
            Plural.of(row.length, "number"), dimension);
        final var deviations = new double[dimension];
        Arrays.setAll(deviations, i -> row[row.length == 1 ? 0 : i]);
        return deviations;
    }

    private double[][] covariances(final int count, final int dimension) {
        final double[][] rows = NumberText.matrix("The option 'Covariances'", m_covariances);
        check(rows.length == dimension || rows.length == count * dimension, "The option 'Covariances' has %s. Give %d "
            + "for a single matrix, or %d for one matrix for each component.", Plural.of(rows.length, "row"),
            dimension, count * dimension);
        final var covariances = new double[count][dimension * dimension];
        for (int c = 0; c < count; c++) {
            for (int i = 0; i < dimension; i++) {
                final int from = rows.length == dimension ? i : c * dimension + i;
                check(rows[from].length == dimension, "Row %d of the option 'Covariances' has %s instead of %d. Give "
                    + "one number for each coordinate.", from + 1, Plural.of(rows[from].length, "number"), dimension);
                System.arraycopy(rows[from], 0, covariances[c], i * dimension, dimension);
            }
        }
        return covariances;
    }

    /** Finds the columns. */
    Columns columns(final DataTableSpec table) throws InvalidSettingsException {
        final var port = ScoreFunctionNodeFactory.TABLE_PORT;
        final var numbers = NumberColumns.namesOf(NumberColumns.of(table));
        check(!numbers.isEmpty(), "The table at the port '%s' has no column of numbers. Give one row for each "
            + "component: its weight, its mean, and its standard deviations or covariances.", port);
        final var weight = m_weightColumn == null || m_weightColumn.isEmpty() ? numbers.get(0) : m_weightColumn;
        NumberColumns.index(table, port, weight);
        final var means = chosen(table, m_meanColumns);
        final var spreads = chosen(table, m_spreadColumns);
        if (!means.isEmpty() && !spreads.isEmpty()) {
            checkCount(means.size(), spreads.size());
            return new Columns(weight, means, spreads);
        }
        check(means.isEmpty() && spreads.isEmpty(), "Only one of the options 'Mean columns' and 'Spread columns' is "
            + "chosen. Choose columns in both, or in none of them.");
        final var others = numbers.stream().filter(name -> !name.equals(weight)).toList();
        for (int d = 1; d < others.size(); d++) {
            if (d + (m_spread == Spread.DEVIATIONS ? d : d * d) == others.size()) {
                return new Columns(weight, others.subList(0, d), others.subList(d, others.size()));
            }
        }
        throw new InvalidSettingsException(("The table at the port '%s' has %s besides the weight '%s', which cannot "
            + "be the means and %s of any number of coordinates. Choose 'Mean columns' and 'Spread columns'.")
                .formatted(port, Plural.of(others.size(), "column of numbers", "columns of numbers"), weight,
                    m_spread == Spread.DEVIATIONS ? "standard deviations" : "covariances"));
    }

    private static List<String> chosen(final DataTableSpec table, final ColumnFilter filter)
        throws InvalidSettingsException {
        final var missing = filter.getMissingSelected(NumberColumns.of(table));
        if (missing.length > 0) {
            NumberColumns.index(table, ScoreFunctionNodeFactory.TABLE_PORT, missing[0]); // throws
        }
        return List.of(filter.filter(NumberColumns.of(table)));
    }

    private void checkCount(final int means, final int spreads) {
        final boolean fits = m_spread == Spread.DEVIATIONS ? spreads == 1 || spreads == means
            : spreads == means * means;
        check(fits, "The option 'Mean columns' has %s, but the option 'Spread columns' %d. Choose %s.",
            Plural.of(means, "column"), spreads, m_spread == Spread.DEVIATIONS
                ? "one standard deviation for each mean, or a single one" : (means * means + " covariances"));
    }

    /** The mixture of a table's rows: the values of {@link Columns#all()} by column. */
    GaussianMixtureDensity density(final Columns columns, final double[][] values, final List<String> names) {
        final int count = values[0].length;
        final int d = columns.means().size();
        final int length = m_spread == Spread.DEVIATIONS ? d : d * d;
        final var means = new double[count][d];
        final var spreads = new double[count][length];
        for (int c = 0; c < count; c++) {
            for (int i = 0; i < d; i++) {
                means[c][i] = values[1 + i][c];
            }
            for (int i = 0; i < length; i++) {
                spreads[c][i] = values[1 + d + (columns.spreads().size() == 1 ? 0 : i)][c];
            }
        }
        return new GaussianMixtureDensity(values[0], means, m_spread.spread(), spreads, names);
    }
}
