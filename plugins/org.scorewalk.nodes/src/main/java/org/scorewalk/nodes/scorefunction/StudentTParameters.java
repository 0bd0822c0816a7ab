// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.StudentTDensity;
import org.scorewalk.engine.linalg.NumberText;

/** The numbers of Student's t. Keys and constants are frozen: see docs/frozen-names.md. */
final class StudentTParameters implements NodeParameters {

    enum Spread {
        @Label(value = "Scales", description = "One scale for each coordinate.")
        SCALES, //
        @Label(value = "Matrix", description = "A scale matrix, the squares of the scales on its diagonal.")
        MATRIX
    }

    static final class SpreadReference implements ParameterReference<Spread> {
    }

    static final class HasScales implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpreadReference.class).isOneOf(Spread.SCALES);
        }
    }

    static final class HasMatrix implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpreadReference.class).isOneOf(Spread.MATRIX);
        }
    }

    static final class FewestDegrees extends MinValidation {
        @Override
        protected double getMin() {
            return 0.1;
        }
    }

    static final class MostDegrees extends MaxValidation {
        @Override
        protected double getMax() {
            return 1_000_000;
        }
    }

    @Widget(title = "Degrees of freedom", description = """
            The degrees of freedom: a number from 0.1 to 1000000, by default 3. The fewer, the heavier the tails; 1 is
            the Cauchy density.""")
    @NumberInputWidget(minValidation = FewestDegrees.class, maxValidation = MostDegrees.class)
    double m_freedom = 3;

    @Widget(title = "Location", description = """
            The middle of the density: one finite number for each coordinate, separated by commas or blanks. Its length
            is the dimension, from 1 to 400. The default is 0, 0.""")
    @TextAreaWidget(rows = 2)
    String m_location = "0, 0";

    @Widget(title = "Spread", description = """
            Whether the width of the density is given by scales, which is the default, or by a matrix.""")
    @ValueReference(SpreadReference.class)
    Spread m_spread = Spread.SCALES;

    @Widget(title = "Scales", description = """
            One positive number for each coordinate, or a single one for all, in the units of the coordinates. The
            default is 1.""")
    @Effect(predicate = HasScales.class, type = EffectType.SHOW)
    String m_scales = "1";

    @Widget(title = "Scale matrix", description = """
            The scale matrix: one row for each coordinate, rows separated by semicolons or line breaks, numbers by
            commas or blanks. It must be symmetric and positive definite. The default is 1, 0.5; 0.5, 1.""")
    @TextAreaWidget(rows = 4)
    @Effect(predicate = HasMatrix.class, type = EffectType.SHOW)
    String m_matrix = "1, 0.5; 0.5, 1";

    StudentTDensity density(final List<String> names) {
        final double[] location = NumberText.vector("The option 'Location'", m_location);
        return new StudentTDensity(m_freedom, location,
            m_spread == Spread.MATRIX ? NumberText.matrix("The option 'Scale matrix'", m_matrix)
                : diagonal(NumberText.vector("The option 'Scales'", m_scales, location.length)),
            names);
    }

    private static double[][] diagonal(final double[] scales) {
        final var matrix = new double[scales.length][scales.length];
        for (int i = 0; i < scales.length; i++) {
            InputException.check(scales[i] > 0, "The option 'Scales' holds %s, but all scales must be positive.",
                scales[i]);
            matrix[i][i] = scales[i] * scales[i];
        }
        return matrix;
    }
}
