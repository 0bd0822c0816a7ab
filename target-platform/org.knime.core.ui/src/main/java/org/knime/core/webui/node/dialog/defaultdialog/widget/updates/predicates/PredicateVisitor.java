// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

import org.knime.node.parameters.updates.EffectPredicate;

/** Evaluates an {@link EffectPredicate}. Internal to KNIME: nodes never name it. */
public interface PredicateVisitor<T> {

    T visitAnd(EffectPredicate left, EffectPredicate right);

    T visitNot(EffectPredicate inner);

    /** A condition whose truth is known. */
    T visitValue(boolean value);
}
