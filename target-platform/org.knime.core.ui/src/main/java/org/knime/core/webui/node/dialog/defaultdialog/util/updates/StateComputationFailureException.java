// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/**
 * Says that a value cannot be computed from what the dialog knows. Internal to KNIME: nodes never throw it themselves.
 */
public class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    public StateComputationFailureException() {
        super();
    }
}
