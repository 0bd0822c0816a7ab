// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.settings;

import java.util.List;

/**
 * How one field of a parameters class is stored.
 *
 * @param key the key in the settings
 * @param kind the form
 * @param type the Java type of a value, of an array's element or of an Optional's content; a parameters class for
 *     groups
 * @param children the fields of a group or of an array's element
 */
public record Option(String key, Kind kind, Class<?> type, List<Option> children) {

    /** The form of an option in the settings. */
    public enum Kind {
            /** One entry. */
            VALUE,
            /** One entry, and one that tells whether it counts. */
            OPTIONAL,
            /** A config of numbered entries with their count. */
            ARRAY,
            /** A config of options. */
            GROUP,
            /** A config of numbered groups. */
            GROUPS,
            /** A form of its own. */
            OTHER
    }
}
