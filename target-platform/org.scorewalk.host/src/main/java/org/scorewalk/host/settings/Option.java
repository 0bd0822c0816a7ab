// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.settings;

import java.util.List;

/**
 * One option of a node, as its parameters class declares it.
 *
 * @param key the key in the settings
 * @param kind how it is stored
 * @param type the Java type of a value, of an array's element or of an Optional's content; a parameters class for groups
 * @param title the dialog's title, empty if the dialog does not show the option
 * @param description the dialog's description as plain text
 * @param choices the constants of an enumeration
 * @param limits what the dialog says about allowed numbers
 * @param children the options of a group or of an array's element
 */
public record Option(String key, Kind kind, Class<?> type, String title, String description, List<Choice> choices,
    List<String> limits, List<Option> children) {

    /** How an option is stored. */
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

    /** A constant of an enumeration. */
    public record Choice(String name, String label, String description) {
    }

    /** @return the type as users know it */
    public String typeName() {
        final String name = type == null ? "settings" : !choices.isEmpty() ? "choice" : type == String.class ? "text" : type.getSimpleName();
        return switch (kind) {
            case VALUE -> name;
            case OPTIONAL -> name + " or nothing";
            case ARRAY -> "list of " + name;
            case GROUP -> "group";
            case GROUPS -> "list of groups";
            case OTHER -> type == null ? "settings" : type.getSimpleName();
        };
    }
}
