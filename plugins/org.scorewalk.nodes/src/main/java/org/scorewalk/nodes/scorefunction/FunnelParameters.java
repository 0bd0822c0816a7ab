// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.scorewalk.engine.density.FunnelDensity;

/** The numbers of a funnel besides its dimension. Keys are frozen: see docs/frozen-names.md. */
final class FunnelParameters implements NodeParameters {

    static final class MinDeviation extends MinValidation {
        @Override
        protected double getMin() {
            return 0.001;
        }
    }

    static final class MaxDeviation extends MaxValidation {
        @Override
        protected double getMax() {
            return 20;
        }
    }

    @Widget(title = "Deviation of v", description = """
            The standard deviation s of the first coordinate v, whose exponential is the variance of all others: a
            number from 0.001 to 20, by default 3.""")
    @NumberInputWidget(minValidation = MinDeviation.class, maxValidation = MaxDeviation.class)
    double m_deviation = FunnelDensity.DEFAULT_DEVIATION;

    FunnelDensity density(final int dimension, final List<String> names) {
        return new FunnelDensity(dimension, m_deviation,
            names.isEmpty() && dimension >= 2 ? FunnelDensity.names(dimension) : names);
    }
}
