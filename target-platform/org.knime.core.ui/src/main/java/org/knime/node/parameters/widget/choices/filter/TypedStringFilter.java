// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;

/** A choice of names that have types: by hand, by a pattern or by type. */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    TypedStringFilterMode m_mode = TypedStringFilterMode.MANUAL;

    PatternFilter m_patternFilter = new PatternFilter();

    ManualFilter m_manualFilter;

    T m_typeFilter;

    TypedStringFilter(final String[] initialSelected, final T defaultTypeFilter) {
        m_manualFilter = new ManualFilter(initialSelected);
        m_typeFilter = defaultTypeFilter;
    }

    /** The condition that the name satisfies; not for the choice by type. */
    Predicate<String> namePredicate() {
        return switch (m_mode) {
            case MANUAL -> m_manualFilter::selects;
            case REGEX -> m_patternFilter.matcher(false);
            case WILDCARD -> m_patternFilter.matcher(true);
            case TYPE -> throw new IllegalStateException("The choice is made by type.");
        };
    }

    /** Names chosen by hand that are not among the possible ones. */
    String[] missingSelected(final List<String> choices) {
        return m_mode != TypedStringFilterMode.MANUAL ? new String[0] : Arrays
            .stream(m_manualFilter.m_manuallySelected).filter(name -> !choices.contains(name)).toArray(String[]::new);
    }
}
