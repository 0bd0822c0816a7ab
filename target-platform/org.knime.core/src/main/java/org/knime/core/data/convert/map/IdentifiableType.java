// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.convert.map;

/** A type with an identifier that stays the same between sessions. */
public interface IdentifiableType {

    /** @return the identifier */
    String getIdentifier();
}
