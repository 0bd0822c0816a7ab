// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;

/** A condition on the values of a dialog. */
public interface EffectPredicate {

    <T> T accept(PredicateVisitor<T> visitor);

    default EffectPredicate and(final EffectPredicate other) {
        final var self = this;
        return new EffectPredicate() {
            @Override
            public <T> T accept(final PredicateVisitor<T> visitor) {
                return visitor.visitAnd(self, other);
            }
        };
    }

    default EffectPredicate or(final EffectPredicate other) {
        return negate().and(other.negate()).negate();
    }

    default EffectPredicate negate() {
        final var self = this;
        return new EffectPredicate() {
            @Override
            public <T> T accept(final PredicateVisitor<T> visitor) {
                return visitor.visitNot(self);
            }
        };
    }
}
