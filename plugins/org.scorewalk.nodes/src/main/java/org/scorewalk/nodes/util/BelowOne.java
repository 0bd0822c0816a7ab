// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** The limit of an option whose number is less than 1. */
public final class BelowOne extends MaxValidation {

    @Override
    protected double getMax() {
        return 1;
    }

    @Override
    public boolean isExclusive() {
        return true;
    }
}
