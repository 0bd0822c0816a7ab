// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.message.Message;

/**
 * The classic Swing view of a node. Only its name is needed here: views of this project are web pages.
 *
 * @param <T> the model that is shown
 */
public abstract class NodeView<T extends NodeModel> extends AbstractNodeView<T> implements NodeModelWarningListener {

    NodeView() {
        // no view is built by the stand-in
    }

    @Override
    public void warningChanged(final Message warning) {
        // no view is open
    }
}
