// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** A ring of a mixture. Keys are frozen: see docs/frozen-names.md. */
final class RingDeclaration implements NodeParameters {

    @Widget(title = "Weight", description = """
            The weight of the ring: a positive number, by default 1. Weights are divided by their sum.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_weight = 1;

    @Widget(title = "Half axis x", description = """
            The half axis of the ring along x, in the units of the coordinate: a positive number, by default 1.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_radiusX = 1;

    @Widget(title = "Half axis y", description = """
            The half axis of the ring along y, in the units of the coordinate: a positive number, by default 1.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_radiusY = 1;

    @Widget(title = "Middle x", description = """
            The x coordinate of the ring's centre: any finite number, by default 0.""")
    double m_centreX;

    @Widget(title = "Middle y", description = """
            The y coordinate of the ring's centre: any finite number, by default 0.""")
    double m_centreY;

    @Widget(title = "Width of the ring", description = """
            The width w of the ring: the scaled radius has a standard deviation of about the square root of w / 2. It
            has no unit and is a positive number, by default 0.01.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_width = 0.01;

    RingDeclaration() {
        // the defaults
    }

    RingDeclaration(final double weight, final double radius, final double width) {
        m_weight = weight;
        m_radiusX = radius;
        m_radiusY = radius;
        m_width = width;
    }

    double[] numbers() {
        return new double[]{m_radiusX, m_radiusY, m_centreX, m_centreY, m_width};
    }
}
