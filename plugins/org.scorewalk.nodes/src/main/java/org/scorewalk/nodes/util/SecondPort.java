// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;

/** Conditions on a second input port, for options of dialogs that only then count, or only without it. */
public final class SecondPort {

    private SecondPort() {
    }

    /** There is a second input port. */
    public static final class IsThere implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInPortTypes().length > 1);
        }
    }

    /** There is none. */
    public static final class IsAbsent implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getPredicate(IsThere.class));
        }
    }
}
