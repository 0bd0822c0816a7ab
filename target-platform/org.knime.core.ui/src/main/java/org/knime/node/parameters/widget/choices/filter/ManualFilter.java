// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;

import org.knime.node.parameters.persistence.Persistable;

/** A choice made name by name. Names in neither list are unknown and belong to the choice or not as a whole. */
final class ManualFilter implements Persistable {

    String[] m_manuallySelected = {};

    String[] m_manuallyDeselected = {};

    boolean m_includeUnknownColumns;

    ManualFilter() {
    }

    ManualFilter(final String[] selected) {
        m_manuallySelected = selected.clone();
    }

    boolean selects(final String name) {
        final var selected = List.of(m_manuallySelected);
        return selected.contains(name)
            || m_includeUnknownColumns && !List.of(m_manuallyDeselected).contains(name);
    }
}
