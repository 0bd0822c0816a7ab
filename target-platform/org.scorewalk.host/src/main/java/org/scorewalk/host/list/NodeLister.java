// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.list;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import org.knime.core.node.port.PortType;
import org.scorewalk.host.execute.Configurer.Outcome;
import org.scorewalk.host.load.HostNode;
import org.scorewalk.host.load.HostedNode;
import org.scorewalk.host.load.HostedNodes;
import org.scorewalk.host.load.Workflow;
import org.scorewalk.standin.ui.NodeDefinition.PortMode;
import org.scorewalk.standin.ui.NodeInfo;
import org.scorewalk.standin.ui.NodeInfo.PortInfo;
import org.scorewalk.standin.ui.OptionInfo;
import org.scorewalk.standin.ui.OptionInfo.ChoiceInfo;
import org.scorewalk.standin.ui.OptionInfo.Kind;

/** Prints what there is: all nodes with their ports and options, or the nodes of a workflow with their settings. */
public final class NodeLister {

    private static final int WIDTH = 110;

    private static final String INDENT = "    ";

    private final PrintStream m_out;

    /** @param out where to print */
    public NodeLister(final PrintStream out) {
        m_out = out;
    }

    /** Prints every node that is installed. */
    public void listNodes() {
        boolean first = true;
        for (final HostedNode kind : HostedNodes.all()) {
            if (!kind.hidden()) {
                if (!first) {
                    m_out.println();
                }
                first = false;
                list(NodeInfo.of(kind.createFactory()), kind);
            }
        }
    }

    private void list(final NodeInfo node, final HostedNode kind) {
        m_out.println(node.name() + (kind.deprecated() ? " (deprecated)" : ""));
        paragraph(INDENT, node.shortDescription());
        m_out.println(INDENT + "Factory: " + kind.factory());
        ports("Inputs", node.inputs());
        ports("Outputs", node.outputs());
        node.view().ifPresent(v -> paragraph(INDENT, "View: " + v));
        if (!node.options().isEmpty()) {
            m_out.println(INDENT + "Options");
            String section = "";
            for (final OptionInfo option : node.options()) {
                if (!option.section().equals(section)) {
                    section = option.section();
                    m_out.println(INDENT + "  [" + section + "]");
                }
                option(INDENT + INDENT, option);
            }
        }
    }

    private void ports(final String title, final List<PortInfo> groups) {
        if (!groups.isEmpty()) {
            m_out.println(INDENT + title);
            for (final PortInfo group : groups) {
                final String types = String.join(" or ", group.supported().stream().map(PortType::getName).distinct()
                    .toList());
                paragraph(INDENT + INDENT, "\"" + group.name() + "\" (" + types + mode(group.mode()) + "): "
                    + group.description());
            }
        }
    }

    private static String mode(final PortMode mode) {
        return switch (mode) {
            case FIXED -> "";
            case OPTIONAL -> ", optional";
            case EXCHANGEABLE -> ", of a type to choose";
            case EXTENDABLE -> ", any number";
        };
    }

    private void option(final String indent, final OptionInfo option) {
        final String type = option.kind().name().toLowerCase(java.util.Locale.ROOT)
            + (option.optional() ? ", may be switched off" : "");
        final boolean group = option.kind() == Kind.GROUP || option.kind() == Kind.GROUPS;
        m_out.println(indent + option.path() + "  (" + type + (group ? "" : ", default " + value(option.defaultValue()))
            + ")");
        paragraph(indent + INDENT, "\"" + option.title() + "\": " + option.description()
            + (option.limits().isEmpty() ? "" : " " + String.join(" ", option.limits())));
        for (final ChoiceInfo choice : option.choices()) {
            paragraph(indent + INDENT, choice.constant() + " - " + choice.title()
                + (choice.description().isEmpty() ? "" : ": " + choice.description()));
        }
        option.parts().forEach(p -> option(indent + INDENT, p));
    }

    private static String value(final String text) {
        return text.isEmpty() ? "none" : text;
    }

    /**
     * Prints the nodes of a workflow.
     *
     * @param workflow a loaded workflow
     * @param states what configuring its nodes gave
     */
    public void list(final Workflow workflow, final Map<HostNode, Outcome> states) {
        boolean first = true;
        for (final HostNode node : workflow.nodes()) {
            if (!first) {
                m_out.println();
            }
            first = false;
            final Outcome outcome = states.get(node);
            m_out.println(node.label() + "  " + (outcome.isConfigured() ? "can be executed"
                : "cannot be executed yet"));
            if (outcome.message() != null) {
                paragraph(INDENT, outcome.message());
            }
            for (int i = 0; i < node.inputs().length; i++) {
                final HostNode.Source source = node.inputs()[i];
                m_out.println(INDENT + "Input " + (i + 1) + " \"" + node.inputNames().get(i) + "\" from "
                    + (source == null ? "nothing" : source.node().label() + " output " + (source.port() + 1)));
            }
            for (int i = 0; i < node.outputNames().size(); i++) {
                m_out.println(INDENT + "Output " + (i + 1) + " \"" + node.outputNames().get(i) + "\" ("
                    + node.driver().outputTypes()[i].getName() + ")");
            }
            SettingsPrinter.lines(node.driver().saveSettings())
                .forEach((path, text) -> m_out.println(INDENT + path + " = " + text));
        }
    }

    /** Lines of a readable length. */
    private void paragraph(final String indent, final String text) {
        final var line = new StringBuilder(indent);
        for (final String word : text.strip().split("\\s+")) {
            if (line.length() > indent.length() && line.length() + word.length() > WIDTH) {
                m_out.println(line.toString().stripTrailing());
                line.setLength(0);
                line.append(indent).append("  ");
            }
            line.append(word).append(' ');
        }
        m_out.println(line.toString().stripTrailing());
    }
}
