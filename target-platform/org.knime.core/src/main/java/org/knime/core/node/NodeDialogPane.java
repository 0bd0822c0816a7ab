// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** The classic Swing dialog of a node. Only its name is needed here: nodes of this project have generated dialogs. */
public abstract class NodeDialogPane {

    /** Made by subclasses only. */
    protected NodeDialogPane() {
        // nothing to set up
    }
}
