// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A class as an API list has it.
 *
 * @param name internal name
 * @param flags {@code +} public, {@code #} protected, {@code s} static, {@code f} final, {@code a} abstract, {@code I}
 *     interface
 * @param parent internal name of the super class
 * @param interfaces internal names
 * @param members flags by kind, name and descriptor, such as {@code M size()J}
 */
record ApiClass(String name, String flags, String parent, List<String> interfaces, Map<String, String> members) {

    static String field(final String name, final String descriptor) {
        return "F " + name + " " + descriptor;
    }

    static String method(final String name, final String descriptor) {
        return "M " + name + descriptor;
    }

    boolean is(final char flag) {
        return flags.indexOf(flag) >= 0;
    }

    Stream<String> parents() {
        return Stream.concat(Stream.of(parent), interfaces.stream());
    }
}
