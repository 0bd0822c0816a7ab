// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

/**
 * Which of the node's inputs is what. Optional ports that were not added do not exist, so the arrays are shorter then
 * and types tell the ports apart: the particles come first, a further table is that of the runs.
 */
final class PlotInputs {

    private PlotInputs() {
    }

    static Optional<ScoreFunctionPortObjectSpec> score(final PortObjectSpec[] specs) {
        return first(specs, ScoreFunctionPortObjectSpec.class);
    }

    static Optional<ScoreFunctionPortObject> score(final PortObject[] objects) {
        return first(objects, ScoreFunctionPortObject.class);
    }

    static Optional<DataTableSpec> runs(final PortObjectSpec[] specs) {
        return first(specs, DataTableSpec.class);
    }

    static Optional<BufferedDataTable> runs(final PortObject[] objects) {
        return first(objects, BufferedDataTable.class);
    }

    private static <T> Optional<T> first(final Object[] inputs, final Class<T> type) {
        return Arrays.stream(inputs).skip(1).filter(type::isInstance).map(type::cast).findFirst();
    }
}
