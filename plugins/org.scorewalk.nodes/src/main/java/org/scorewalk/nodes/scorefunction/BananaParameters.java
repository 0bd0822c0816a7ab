// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.scorewalk.engine.density.BananaDensity;

/** The numbers of a banana. Keys are frozen: see docs/frozen-names.md. */
final class BananaParameters implements NodeParameters {

    @Widget(title = "Mean of x", description = """
            The mean m of the first coordinate: any finite number, by default 0; 1 for Rosenbrock's function.""")
    double m_mean;

    @Widget(title = "Deviation of x", description = """
            The standard deviation s of the first coordinate, in its units: a positive number, by default 1.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_deviation = 1;

    @Widget(title = "Curvature", description = """
            The curvature c of the parabola y = c x<sup>2</sup>: any finite number, by default 1; below 0 it bends
            downwards.""")
    double m_curvature = 1;

    @Widget(title = "Width of the banana", description = """
            The standard deviation w of the second coordinate around the parabola, in its units: a positive number, by
            default 0.5.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_width = 0.5;

    BananaDensity density(final List<String> names) {
        return new BananaDensity(m_mean, m_deviation, m_curvature, m_width, names);
    }
}
