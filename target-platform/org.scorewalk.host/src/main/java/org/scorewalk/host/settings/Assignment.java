// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.settings;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.scorewalk.host.HostException;

/**
 * One {@code --set "Langevin Sampler.seed=7"}. The node is given by its name, by its name and number as in {@code
 * Langevin Sampler (#2).seed}, or by its number alone as in {@code #2.seed}.
 *
 * @param nodeId the number of the node
 * @param path the option, keys separated by "/"
 * @param value the new value
 * @param text what the user wrote
 */
public record Assignment(int nodeId, String path, String value, String text) {

    private static final Pattern NUMBERED = Pattern.compile("(?:(.*?) )?\\(?#(\\d{1,9})\\)?");

    /** A node that can be named. */
    public record Target(int id, String name) {
        @Override
        public String toString() {
            return name + " (#" + id + ")";
        }
    }

    /**
     * @param text what stands after --set
     * @param nodes the nodes of the workflow
     * @return the assignment
     * @throws HostException if the text has another form or there is no such node
     */
    public static Assignment parse(final String text, final Collection<Target> nodes) throws HostException {
        final int equals = text.indexOf('=');
        if (equals < 0) {
            throw HostException.usage("--set \"" + text + "\" has no '='. Write --set \"Node name.option=value\".");
        }
        final String left = text.substring(0, equals);
        // names of nodes and keys may hold dots: the longest name that exists wins
        for (int dot = left.lastIndexOf('.'); dot > 0; dot = left.lastIndexOf('.', dot - 1)) {
            final List<Target> found = find(left.substring(0, dot).strip(), nodes);
            if (found.size() > 1) {
                throw HostException.usage("--set \"" + text
                    + "\": several nodes bear this name. Write the number too, as in --set \""
                    + found.get(0) + left.substring(dot) + "=" + text.substring(equals + 1) + "\".");
            }
            final String path = left.substring(dot + 1).strip();
            if (found.size() == 1 && !path.isEmpty()) {
                return new Assignment(found.get(0).id(), path, text.substring(equals + 1), text);
            }
        }
        throw HostException.usage("--set \"" + text + "\" names no node of the workflow. Its nodes are "
            + String.join(", ", nodes.stream().map(Target::toString).toList())
            + "; write --set \"Node name.option=value\".");
    }

    private static List<Target> find(final String name, final Collection<Target> nodes) {
        final List<Target> same = nodes.stream().filter(n -> n.name().equals(name)).toList();
        if (!same.isEmpty()) {
            return same;
        }
        final Matcher m = NUMBERED.matcher(name);
        if (!m.matches()) {
            return List.of();
        }
        final int id = Integer.parseInt(m.group(2));
        return nodes.stream().filter(n -> n.id() == id && (m.group(1) == null || m.group(1).equals(n.name()))).toList();
    }
}
