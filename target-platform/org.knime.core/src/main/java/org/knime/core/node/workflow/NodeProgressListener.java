// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventListener;

/** Hears of the progress of a node. */
public interface NodeProgressListener extends EventListener {

    /** @param pe the state now */
    void progressChanged(NodeProgressEvent pe);
}
