// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a field or section depending on other values. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {
    Class<? extends EffectPredicateProvider> predicate();

    EffectType type();

    /** What happens when the predicate holds. */
    enum EffectType {
        ENABLE, DISABLE, SHOW, HIDE
    }
}
