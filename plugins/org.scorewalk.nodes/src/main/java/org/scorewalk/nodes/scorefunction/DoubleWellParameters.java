// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.scorewalk.engine.density.DoubleWellDensity;

/** The numbers of a double well besides its dimension. Keys are frozen: see docs/frozen-names.md. */
final class DoubleWellParameters implements NodeParameters {

    static final class LowestBarrier extends MinValidation {
        @Override
        protected double getMin() {
            return 0.001;
        }
    }

    static final class HighestBarrier extends MaxValidation {
        @Override
        protected double getMax() {
            return 1_000_000;
        }
    }

    @Widget(title = "Barrier height", description = """
            The height b of the barrier between the wells, in units of log-density: from 0.001 to 1000000, by default 3,
            so that the density between the wells is exp(-3) of that in them.""")
    @NumberInputWidget(minValidation = LowestBarrier.class, maxValidation = HighestBarrier.class)
    double m_barrier = 3;

    @Widget(title = "Place of the wells", description = """
            The wells lie at c and -c in the first coordinate; c is a positive number in its units, by default 2.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_place = 2;

    DoubleWellDensity density(final int dimension, final List<String> names) {
        return new DoubleWellDensity(dimension, m_barrier, m_place, names);
    }
}
