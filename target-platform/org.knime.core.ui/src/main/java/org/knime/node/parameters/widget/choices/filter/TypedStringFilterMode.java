// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

/** How a filter chooses. */
enum TypedStringFilterMode {
    MANUAL, REGEX, WILDCARD, TYPE
}
