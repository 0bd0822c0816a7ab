// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan;

import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/** What a view without parameters is given. */
public final class ViewInputs {

    private ViewInputs() {
    }

    /**
     * @param objects what the node holds for its view; null where it is not executed
     * @return the view's input
     */
    public static ViewInput of(final PortObject[] objects) {
        return new ViewInput() {
            @Override
            public <S extends NodeParameters> S getParameters() {
                return null;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return objects;
            }
        };
    }
}
