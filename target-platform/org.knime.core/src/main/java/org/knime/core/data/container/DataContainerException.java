// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

/** Tells that a container could not take or store a row. */
public class DataContainerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what went wrong */
    public DataContainerException(final String message) {
        super(message);
    }

    /**
     * @param message what went wrong
     * @param cause the reason
     */
    public DataContainerException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
