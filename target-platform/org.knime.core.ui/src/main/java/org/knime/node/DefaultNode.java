// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;

/** The definition of a node. Each step of {@link #create()} asks for one thing. */
public final class DefaultNode implements FluentNodeAPI {

    private final String m_name;

    private final String m_icon;

    private final String m_shortDescription;

    private final String m_fullDescription;

    private final String m_sinceVersion;

    private final List<PortGroup> m_ports;

    private final StandardDefaultModel m_model;

    private DefaultView m_view;

    private NodeType m_nodeType = NodeType.Other;

    private final List<String> m_keywords = new ArrayList<>();

    private final Map<String, String> m_externalResources = new LinkedHashMap<>();

    private DefaultNode(final String name, final String icon, final String shortDescription,
        final String fullDescription, final String sinceVersion, final List<PortGroup> ports,
        final StandardDefaultModel model) {
        m_name = Objects.requireNonNull(name);
        m_icon = Objects.requireNonNull(icon);
        m_shortDescription = Objects.requireNonNull(shortDescription);
        m_fullDescription = Objects.requireNonNull(fullDescription);
        m_sinceVersion = sinceVersion;
        m_ports = ports;
        m_model = model;
    }

    public static RequireName create() {
        return name -> icon -> shortDescription -> fullDescription -> (major, minor, revision) -> ports -> {
            final var adder = new PortGroupCollector();
            ports.accept(adder);
            final var version = major + "." + minor + "." + revision;
            return model -> new DefaultNode(name, icon, shortDescription, fullDescription, version, adder.groups(),
                (StandardDefaultModel)model.apply(StandardDefaultModel.create()));
        };
    }

    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        m_view = view.apply(DefaultView.create());
        return this;
    }

    public DefaultNode nodeType(final NodeType nodeType) {
        m_nodeType = Objects.requireNonNull(nodeType);
        return this;
    }

    public DefaultNode keywords(final String... keywords) {
        m_keywords.addAll(List.of(keywords));
        return this;
    }

    public DefaultNode addExternalResource(final String href, final String description) {
        m_externalResources.put(href, description);
        return this;
    }

    String name() {
        return m_name;
    }

    String icon() {
        return m_icon;
    }

    String shortDescription() {
        return m_shortDescription;
    }

    String fullDescription() {
        return m_fullDescription;
    }

    String sinceVersion() {
        return m_sinceVersion;
    }

    List<PortGroup> ports() {
        return m_ports;
    }

    StandardDefaultModel model() {
        return m_model;
    }

    Optional<DefaultView> view() {
        return Optional.ofNullable(m_view);
    }

    NodeType type() {
        return m_nodeType;
    }

    List<String> keywords() {
        return m_keywords;
    }

    Map<String, String> externalResources() {
        return m_externalResources;
    }

    /** The node's name. */
    @FunctionalInterface
    public interface RequireName {

        RequireIcon name(String name);
    }

    /** The picture, relative to the factory. */
    @FunctionalInterface
    public interface RequireIcon {

        RequireShortDescription icon(String icon);
    }

    /** One sentence on what the node does. */
    @FunctionalInterface
    public interface RequireShortDescription {

        RequireFullDescription shortDescription(String shortDescription);
    }

    /** All a user has to know. */
    @FunctionalInterface
    public interface RequireFullDescription {

        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** The version that had the node first. */
    @FunctionalInterface
    public interface RequireSinceVersion {

        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** What the node computes. */
    @FunctionalInterface
    public interface RequireModel {

        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
