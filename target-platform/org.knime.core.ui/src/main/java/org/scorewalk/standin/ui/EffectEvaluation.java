// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/** Works out conditions on the values of a dialog. */
final class EffectEvaluation implements PredicateInitializer {

    private final Map<Class<?>, Object> m_values;

    private final NodeParametersInput m_input;

    /** @param values by the names of their fields */
    EffectEvaluation(final Map<Class<?>, Object> values, final NodeParametersInput input) {
        m_values = values;
        m_input = input;
    }

    boolean evaluate(final EffectPredicateProvider provider) {
        return getPredicate(provider).accept(TRUTH);
    }

    private static final PredicateVisitor<Boolean> TRUTH = new PredicateVisitor<>() {

        @Override
        public Boolean visitAnd(final EffectPredicate left, final EffectPredicate right) {
            return left.accept(this) && right.accept(this);
        }

        @Override
        public Boolean visitNot(final EffectPredicate inner) {
            return !inner.accept(this);
        }

        @Override
        public Boolean visitValue(final boolean value) {
            return value;
        }
    };

    private static EffectPredicate holds(final boolean value) {
        return new EffectPredicate() {
            @Override
            public <T> T accept(final PredicateVisitor<T> visitor) {
                return visitor.visitValue(value);
            }
        };
    }

    private Object value(final Class<?> reference) {
        if (!m_values.containsKey(reference)) {
            throw new IllegalStateException("No field has the annotation @ValueReference(" + reference.getName()
                + ".class), but the condition of an @Effect asks for it.");
        }
        return m_values.get(reference);
    }

    @Override
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        final var text = (String)value(reference);
        return new StringReference() {

            @Override
            public EffectPredicate isEqualTo(final String value) {
                return holds(Objects.equals(text, value));
            }

            @Override
            public EffectPredicate matchesPattern(final String pattern) {
                return holds(text != null && text.matches(pattern));
            }
        };
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        final var flag = (boolean)value(reference);
        return new BooleanReference() {

            @Override
            public EffectPredicate isTrue() {
                return holds(flag);
            }

            @Override
            public EffectPredicate isFalse() {
                return holds(!flag);
            }
        };
    }

    @Override
    public <T> ArrayReference getArray(final Class<? extends ParameterReference<T[]>> reference) {
        final var elements = (Object[])value(reference);
        return new ArrayReference() {

            @Override
            public EffectPredicate hasMultipleItems() {
                return holds(elements.length > 1);
            }

            @Override
            public EffectPredicate containsElementSatisfying(final EffectPredicateProvider elementPredicate) {
                return holds(Arrays.stream(elements).anyMatch(element -> {
                    final var values = new HashMap<>(m_values);
                    DialogEffects.addValues(element, values);
                    return new EffectEvaluation(values, m_input).evaluate(elementPredicate);
                }));
            }
        };
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        final var constant = value(reference);
        return new EnumReference<>() {
            @Override
            @SafeVarargs
            public final EffectPredicate isOneOf(final E... values) {
                return holds(Arrays.asList(values).contains(constant));
            }
        };
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !m_values.containsKey(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return holds(predicate.test(m_input));
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> predicateProviderClass) {
        return getPredicate(Reflection.newInstance(predicateProviderClass));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider predicateProvider) {
        return predicateProvider.init(this);
    }
}
