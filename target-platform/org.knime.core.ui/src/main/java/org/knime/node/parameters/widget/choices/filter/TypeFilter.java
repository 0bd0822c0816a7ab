// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import org.knime.node.parameters.persistence.Persistable;

/** A choice by type. */
public abstract class TypeFilter implements Persistable {

    String[] m_selectedTypes = {};

    protected TypeFilter() {
    }
}
