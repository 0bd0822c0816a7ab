// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import org.knime.core.data.DataValue.UtilityFactory;

/** Facts about a kind of value: its name and group. */
public abstract class ExtensibleUtilityFactory extends UtilityFactory {

    private final Class<? extends DataValue> m_value;

    /** @param valueClass the kind of value */
    public ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        m_value = valueClass;
    }

    /** @return the name that users see */
    public abstract String getName();

    /** @return the group of kinds that this one is listed in */
    public String getGroupName() {
        return "Other";
    }

    @Override
    public String toString() {
        return getName() + " (" + m_value.getSimpleName() + ")";
    }
}
