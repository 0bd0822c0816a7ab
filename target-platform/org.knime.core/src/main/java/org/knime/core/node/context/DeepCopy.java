// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context;

/**
 * Can be copied so that copy and original share no state that changes.
 *
 * @param <T> the copy's type
 */
public interface DeepCopy<T> {

    /** @return an independent copy */
    T copy();
}
