// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

/** A class whose fields are options. */
public interface WidgetGroup {
}
