// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

/** Tells that a key was given twice. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String m_key;

    /** @param key the key */
    public DuplicateKeyException(final String key) {
        this("Encountered duplicate row ID \"" + key + "\"", key);
    }

    /**
     * @param message what went wrong
     * @param key the key
     */
    public DuplicateKeyException(final String message, final String key) {
        super(message);
        m_key = key;
    }

    /** @param cause gives message and key */
    public DuplicateKeyException(final DuplicateKeyException cause) {
        super(cause.getMessage(), cause);
        m_key = cause.m_key;
    }

    /** @return the key */
    public String getKey() {
        return m_key;
    }
}
