// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.dialog;

import java.util.List;
import java.util.stream.Stream;

import org.knime.core.node.NodeFactory;
import org.scorewalk.standin.core.Extensions;
import org.scorewalk.standin.core.NodeExtension;
import org.scorewalk.standin.ui.NodeInfo;
import org.scorewalk.standin.ui.OptionInfo;

/** All nodes of the extension and their options. */
final class Nodes {

    private Nodes() {
    }

    /** The factories in the order of plugin.xml. */
    static List<String> factories() {
        return Extensions.get().nodes().stream().map(NodeExtension::factoryClass)
            .filter(f -> f.startsWith("org.scorewalk.nodes.")).toList();
    }

    static NodeFactory<?> factory(final String name) {
        return Extensions.get().node(name).orElseThrow().createFactory();
    }

    /** The name of the factory's class without "NodeFactory": names the files of a node. */
    static String shortName(final String factory) {
        final String simple = factory.substring(factory.lastIndexOf('.') + 1);
        return simple.substring(0, simple.length() - "NodeFactory".length());
    }

    /** All options in the order of the dialog, each group before what is in it. */
    static List<OptionInfo> options(final NodeInfo node) {
        return node.options().stream().flatMap(Nodes::withParts).toList();
    }

    private static Stream<OptionInfo> withParts(final OptionInfo option) {
        return Stream.concat(Stream.of(option), option.parts().stream().flatMap(Nodes::withParts));
    }
}
