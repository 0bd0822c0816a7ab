// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import org.knime.core.node.port.PortObject;
import org.scorewalk.engine.density.Density;
import org.scorewalk.nodes.particleplot.ViewSessions;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.standin.ui.NodeViewSession;

/** Views of Score Function nodes, as the window that shows them gets them. */
public final class ScoreFunctionViews {

    private ScoreFunctionViews() {
    }

    /** A node that made a density. */
    public static NodeViewSession of(final Density density) {
        return ViewSessions.of(new ScoreFunctionNodeFactory(), new PortObject[]{new ScoreFunctionPortObject(density)});
    }

    /** A node that is not executed. */
    public static NodeViewSession empty() {
        return ViewSessions.of(new ScoreFunctionNodeFactory(), null);
    }
}
