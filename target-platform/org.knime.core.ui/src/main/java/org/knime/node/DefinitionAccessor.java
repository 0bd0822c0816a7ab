// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.port.PortType;
import org.knime.node.PortGroup.Exchangeable;
import org.knime.node.PortGroup.Extendable;
import org.knime.node.PortGroup.Fixed;
import org.knime.node.PortGroup.OptionalPort;
import org.knime.node.parameters.NodeParameters;
import org.scorewalk.standin.ui.NodeAccess;
import org.scorewalk.standin.ui.NodeDefinition;
import org.scorewalk.standin.ui.NodeDefinition.PortDefinition;
import org.scorewalk.standin.ui.NodeDefinition.PortMode;
import org.scorewalk.standin.ui.NodeDefinition.ViewDefinition;

/** Opens node definitions to the host, which stands in another package. */
final class DefinitionAccessor implements NodeAccess.Accessor {

    private DefinitionAccessor() {
    }

    static void install() {
        NodeAccess.install(new DefinitionAccessor());
    }

    @Override
    public NodeDefinition definition(final NodeFactory<?> factory) {
        if (factory instanceof DefaultNodeFactory defaultFactory) {
            return definition(defaultFactory.node());
        }
        throw new IllegalArgumentException("The factory " + factory.getClass().getName() + " has no definition.");
    }

    @Override
    public Optional<NodeParameters> parameters(final NodeModel model) {
        return model instanceof StandardDefaultModelToNodeModelAdapter adapter ? adapter.parameters()
            : Optional.empty();
    }

    static NodeDefinition definition(final DefaultNode node) {
        return new NodeDefinition(node.name(), node.icon(), node.shortDescription(), node.fullDescription(),
            node.sinceVersion(), node.type(), List.copyOf(node.keywords()), node.externalResources(),
            node.ports().stream().map(DefinitionAccessor::port).toList(), node.model().parametersClass(),
            node.view().map(DefinitionAccessor::view));
    }

    private static ViewDefinition view(final DefaultView view) {
        return new ViewDefinition(view.parametersClass(), view.description(), view.page(), view.initialDataFunction(),
            view.handlers());
    }

    private static PortDefinition port(final PortGroup group) {
        final var mode = group.mode();
        if (mode instanceof Fixed fixed) {
            return port(group, PortMode.FIXED, List.of(fixed.type()), List.of(fixed.type()));
        }
        if (mode instanceof OptionalPort optional) {
            return port(group, PortMode.OPTIONAL, optional.defaultType() == null ? List.of()
                : List.of(optional.defaultType()), List.of(PortGroup.types(optional.supported())));
        }
        if (mode instanceof Exchangeable exchangeable) {
            return port(group, PortMode.EXCHANGEABLE, List.of(exchangeable.defaultType()),
                List.of(PortGroup.types(exchangeable.supported())));
        }
        final var extendable = (Extendable)mode;
        return port(group, PortMode.EXTENDABLE,
            Stream.concat(extendable.fixed().stream(), extendable.defaults().stream()).toList(),
            List.of(PortGroup.types(extendable.supported())));
    }

    private static PortDefinition port(final PortGroup group, final PortMode mode, final List<PortType> atFirst,
        final List<PortType> supported) {
        return new PortDefinition(group.id(), group.isInput(), group.name(), group.description(), mode, atFirst,
            supported);
    }
}
