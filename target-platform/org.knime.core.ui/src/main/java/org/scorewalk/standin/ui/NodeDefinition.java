// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/**
 * What a factory says of its node. Texts are XML fragments as their author wrote them; {@link NodeInfo} has them as
 * plain text.
 *
 * @param name the node's name
 * @param icon the picture, relative to the factory
 * @param shortDescription one sentence
 * @param fullDescription all a user has to know
 * @param sinceVersion the first version with the node
 * @param type the kind of node
 * @param keywords words by which users search
 * @param links further reading: address and text
 * @param ports the groups of ports, in their order
 * @param parametersClass the options, empty for a node without
 * @param view the view, empty for a node without
 */
public record NodeDefinition(String name, String icon, String shortDescription, String fullDescription,
    String sinceVersion, NodeType type, List<String> keywords, Map<String, String> links, List<PortDefinition> ports,
    Optional<Class<? extends NodeParameters>> parametersClass, Optional<ViewDefinition> view) {

    /** What the user may do with a group of ports. */
    public enum PortMode {
        /** One port, always there. */
        FIXED,
        /** One port that the user may add. */
        OPTIONAL,
        /** One port, always there, whose type the user may change. */
        EXCHANGEABLE,
        /** Any number of ports. */
        EXTENDABLE
    }

    /**
     * A group of ports.
     *
     * @param id its key in saved workflows
     * @param isInput which side of the node it is on
     * @param name its name
     * @param description what it takes or gives
     * @param mode what the user may do with it
     * @param atFirst the types of the ports that are there from the start
     * @param supported the types that its ports may have
     */
    public record PortDefinition(String id, boolean isInput, String name, String description, PortMode mode,
        List<PortType> atFirst, List<PortType> supported) {
    }

    /**
     * A view.
     *
     * @param parametersClass its options, empty for a view without
     * @param description what it shows
     * @param page its page
     * @param initialData computes what the page starts with
     * @param handlers make the objects whose methods the page may call, by name; the name of a single one is empty
     */
    public record ViewDefinition(Optional<Class<? extends NodeParameters>> parametersClass, String description,
        Page page, Optional<Function<ViewInput, ?>> initialData, Map<String, Function<ViewInput, Object>> handlers) {
    }
}
