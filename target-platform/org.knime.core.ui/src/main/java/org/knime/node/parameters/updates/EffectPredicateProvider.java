// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.util.Arrays;
import java.util.function.Predicate;

import org.knime.node.parameters.NodeParametersInput;

/** Makes the condition of an {@link Effect}. */
@FunctionalInterface
public interface EffectPredicateProvider {

    EffectPredicate init(PredicateInitializer i);

    default EffectPredicate and(final EffectPredicate... predicates) {
        return Arrays.stream(predicates).reduce(EffectPredicate::and).orElseThrow();
    }

    default EffectPredicate or(final EffectPredicate... predicates) {
        return Arrays.stream(predicates).reduce(EffectPredicate::or).orElseThrow();
    }

    default EffectPredicate not(final EffectPredicate predicate) {
        return predicate.negate();
    }

    /** Gives access to the values a condition depends on. */
    interface PredicateInitializer {

        StringReference getString(Class<? extends ParameterReference<String>> reference);

        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        /** A text. */
        interface StringReference {

            EffectPredicate isEqualTo(String value);

            EffectPredicate matchesPattern(String pattern);
        }

        /** A truth value. */
        interface BooleanReference {

            EffectPredicate isTrue();

            EffectPredicate isFalse();
        }

        /** An enumeration constant. */
        interface EnumReference<E extends Enum<E>> {

            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** An array of parameter groups. */
        interface ArrayReference {

            EffectPredicate hasMultipleItems();

            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }
    }
}
