// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.Arrays;
import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.RingMixtureDensity;

/** The rings of a mixture. Keys are frozen: see docs/frozen-names.md. */
final class RingMixtureParameters implements NodeParameters {

    /** All rings are equally wide and dense: widths in proportion to 1 / radius squared, weights to the radius. */
    @Widget(title = "Rings", description = """
            The rings, each with its weight, half axes, centre and width. By default these are three rings around
            (0, 0) with the radii and weights 1, 2 and 3, the particles of which are about 0.14 off the ridge.""")
    @ArrayWidget(elementTitle = "Ring", addButtonText = "Add ring", showSortButtons = true)
    RingDeclaration[] m_rings =
        {new RingDeclaration(1, 1, 0.04), new RingDeclaration(2, 2, 0.01), new RingDeclaration(3, 3, 0.0044)};

    RingMixtureDensity density(final List<String> names) {
        InputException.check(m_rings != null && m_rings.length > 0,
            "The option 'Rings' is empty. Add at least one ring.");
        return new RingMixtureDensity(Arrays.stream(m_rings).mapToDouble(r -> r.m_weight).toArray(),
            Arrays.stream(m_rings).map(RingDeclaration::numbers).toArray(double[][]::new), names);
    }
}
