// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** Tells that settings, or the input that they are meant for, do not fit; the message is shown to the user. */
public class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param s what does not fit and what to do */
    public InvalidSettingsException(final String s) {
        super(s);
    }

    /** @param cause the reason */
    public InvalidSettingsException(final Throwable cause) {
        super(cause);
    }

    /**
     * @param msg what does not fit and what to do
     * @param cause the reason
     */
    public InvalidSettingsException(final String msg, final Throwable cause) {
        super(msg, cause);
    }
}
