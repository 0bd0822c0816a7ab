// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.EventListener;

import org.knime.core.node.message.Message;

/** Hears of the warning messages of a node model. */
public interface NodeModelWarningListener extends EventListener {

    /** @param warning the new message, null if there is none any more */
    void warningChanged(Message warning);
}
