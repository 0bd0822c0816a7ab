// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;


/** Skeleton. */
public class NotConfigurableException extends Exception {
    public NotConfigurableException(String message) { throw new UnsupportedOperationException(); }
    public NotConfigurableException(String message, Throwable cause) { throw new UnsupportedOperationException(); }
}
