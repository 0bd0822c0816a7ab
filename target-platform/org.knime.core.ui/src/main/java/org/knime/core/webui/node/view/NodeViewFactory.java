// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.view;

/** Says that a node has a view. Internal to KNIME: nodes never name it. */
public interface NodeViewFactory<T> {
}
