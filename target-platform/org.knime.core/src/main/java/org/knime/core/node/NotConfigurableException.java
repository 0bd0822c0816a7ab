// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** Tells that the dialog of a node cannot be opened yet. */
public class NotConfigurableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message why */
    public NotConfigurableException(final String message) {
        super(message);
    }

    /**
     * @param message why
     * @param cause the reason
     */
    public NotConfigurableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
