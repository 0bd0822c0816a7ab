// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.knime.core.node.NodeFactory;
import org.scorewalk.host.foreign.ModernTableCreatorFactory;
import org.scorewalk.host.foreign.TableCreatorFactory;
import org.scorewalk.host.foreign.TableCreators;
import org.scorewalk.host.foreign.TestflowConfigurationFactory;
import org.scorewalk.standin.core.BundleInfo;
import org.scorewalk.standin.core.Extensions;
import org.scorewalk.standin.core.NodeExtension;

/** All nodes that can be executed here: those of installed extensions, and stand-ins for some of KNIME's own. */
public final class HostedNodes {

    /** What all versions from 5.8 on accept. */
    private static final BundleInfo KNIME_BASE =
        new BundleInfo("KNIME Base Nodes", "org.knime.base", "KNIME AG, Zurich, Switzerland", "5.8.0");

    private static final BundleInfo KNIME_TESTING =
        new BundleInfo("KNIME Testing Framework", "org.knime.testing", KNIME_BASE.vendor(), KNIME_BASE.version());

    private static final List<HostedNode> FOREIGN = List.of(
        foreign(TableCreatorFactory.KNIME_FACTORY, KNIME_BASE, false, TableCreatorFactory::new, TableCreators::check),
        foreign(ModernTableCreatorFactory.KNIME_FACTORY, KNIME_BASE, true, ModernTableCreatorFactory::new,
            TableCreators::check),
        foreign(TestflowConfigurationFactory.KNIME_FACTORY, KNIME_TESTING, true, TestflowConfigurationFactory::new,
            (model, error, note) -> { }));

    private HostedNodes() {
    }

    /** @return all, those of extensions first */
    public static List<HostedNode> all() {
        return Stream.concat(Extensions.get().nodes().stream().map(HostedNodes::of), FOREIGN.stream()).toList();
    }

    /**
     * @param factory class name of a factory as workflows store it
     * @return the node, if it can be executed here
     */
    public static Optional<HostedNode> find(final String factory) {
        return Extensions.get().node(factory).map(HostedNodes::of)
            .or(() -> FOREIGN.stream().filter(n -> n.factory().equals(factory)).findFirst());
    }

    private static HostedNode of(final NodeExtension extension) {
        return new HostedNode(extension.factoryClass(), extension.bundle(), extension.isDeprecated(),
            extension.isHidden(), false, extension::createFactory, (model, error, note) -> { });
    }

    private static HostedNode foreign(final String factory, final BundleInfo bundle, final boolean hidden,
        final Supplier<NodeFactory<?>> constructor, final HostedNode.Check check) {
        return new HostedNode(factory, bundle, false, hidden, true, () -> {
            final NodeFactory<?> made = constructor.get();
            made.init();
            return made;
        }, check);
    }
}
