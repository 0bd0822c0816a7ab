// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.scorewalk.engine.density.TwoMoonsDensity;

/** The numbers of two moons. Keys are frozen: see docs/frozen-names.md. */
final class TwoMoonsParameters implements NodeParameters {

    @Widget(title = "Radius of the moons", description = """
            The radius R of both half circles, in the units of the coordinates: a positive number, by default 1.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_radius = TwoMoonsDensity.DEFAULT_RADIUS;

    @Widget(title = "Noise of the moons", description = """
            The standard deviation s across the moons, in the units of the coordinates: a positive number, by default
            0.1.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_noise = TwoMoonsDensity.DEFAULT_NOISE;

    TwoMoonsDensity density(final List<String> names) {
        return new TwoMoonsDensity(m_radius, m_noise, names);
    }
}
