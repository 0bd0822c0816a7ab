// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** Marks the steps of the builder of nodes. */
public interface FluentNodeAPI {
}
