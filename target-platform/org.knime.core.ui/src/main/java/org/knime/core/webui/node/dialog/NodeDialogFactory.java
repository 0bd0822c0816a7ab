// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog;

/** Says that a node has a dialog. Internal to KNIME: nodes never name it. */
public interface NodeDialogFactory {
}
