// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.transform.Interval;

/** A parameter of an expression. Keys and constants are frozen: see docs/frozen-names.md. */
final class ParameterDeclaration implements NodeParameters {

    enum Bounds {
        @Label(value = "None", description = "Any number.")
        NONE, //
        @Label(value = "Lower", description = "Numbers above a lower bound, such as positive numbers.")
        LOWER, //
        @Label(value = "Upper", description = "Numbers below an upper bound.")
        UPPER, //
        @Label(value = "Both", description = "Numbers between two bounds, such as probabilities.")
        BOTH
    }

    static final class BoundsReference implements ParameterReference<Bounds> {
    }

    static final class HasLower implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(BoundsReference.class).isOneOf(Bounds.LOWER, Bounds.BOTH);
        }
    }

    static final class HasUpper implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(BoundsReference.class).isOneOf(Bounds.UPPER, Bounds.BOTH);
        }
    }

    @Widget(title = "Name", description = """
            The name in the expression and of the column: letters, digits and underscores, no digit
            first. A new parameter is by default called z.""")
    String m_name;

    @Widget(title = "Elements", description = """
            0, which is the default, for a single number; a positive whole number for a vector with so many elements,
            which are written name[1], name[2], and so on, or name[$column$] in the data term.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_size;

    @Widget(title = "Bounds", description = """
            Which numbers the parameter can be. The sampler moves on the whole line and maps it into the bounds; the
            Jacobian of the map is taken into account. The default is none.""")
    @ValueReference(BoundsReference.class)
    Bounds m_bounds = Bounds.NONE;

    @Widget(title = "Lower bound", description = """
            The number above which the parameter lies: any finite number, by default 0.""")
    @Effect(predicate = HasLower.class, type = EffectType.SHOW)
    double m_lower;

    @Widget(title = "Upper bound", description = """
            The number below which the parameter lies: any finite number, by default 1.""")
    @Effect(predicate = HasUpper.class, type = EffectType.SHOW)
    double m_upper = 1;

    ParameterDeclaration() {
        this("z");
    }

    ParameterDeclaration(final String name) {
        m_name = name;
    }

    /** The parameter for the engine. */
    Parameter parameter() {
        final var hasLower = m_bounds == Bounds.LOWER || m_bounds == Bounds.BOTH;
        final var hasUpper = m_bounds == Bounds.UPPER || m_bounds == Bounds.BOTH;
        return new Parameter(m_name == null ? "" : m_name.strip(), m_size,
            new Interval(hasLower ? m_lower : Double.NEGATIVE_INFINITY, hasUpper ? m_upper : Double.POSITIVE_INFINITY));
    }
}
