// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import org.knime.core.data.DataValue.UtilityFactory;

/** Facts about a kind of value: its name and group. */
public abstract class ExtensibleUtilityFactory extends UtilityFactory {

    /** The kind of value. */
    protected final Class<? extends DataValue> m_valueClass; // NOSONAR published field

    /** @param valueClass the kind of value */
    public ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        m_valueClass = valueClass;
    }

    /** @return the name that users see */
    public abstract String getName();

    /** @return the group of kinds that this one is listed in */
    public String getGroupName() {
        return "Other";
    }
}
