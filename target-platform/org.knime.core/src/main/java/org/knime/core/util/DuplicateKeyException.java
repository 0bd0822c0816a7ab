// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;


/** Skeleton. */
public class DuplicateKeyException extends RuntimeException {
    public DuplicateKeyException(String key) { throw new UnsupportedOperationException(); }
    public DuplicateKeyException(String message, String key) { throw new UnsupportedOperationException(); }
    public DuplicateKeyException(DuplicateKeyException cause) { throw new UnsupportedOperationException(); }
    public String getKey() { throw new UnsupportedOperationException(); }
}
