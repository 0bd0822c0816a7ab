// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.dialog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.scorewalk.standin.ui.DialogEffects;
import org.scorewalk.standin.ui.NodeAccess;
import org.scorewalk.standin.ui.NodeInfo;
import org.scorewalk.standin.ui.NodeInfo.PortInfo;
import org.scorewalk.standin.ui.OptionInfo;
import org.scorewalk.standin.ui.OptionInfo.Kind;
import org.scorewalk.standin.ui.ParametersPersistence;
import org.scorewalk.standin.ui.PortsInput;

/**
 * A dialog as a text that people can read and compare: its sections, and in each the options with key, title, kind,
 * default, choices and limits; then which options appear and vanish when a choice is made or an input is added.
 */
final class DialogText {

    /** Options that decide on others lie at most this deep behind other ones. */
    private static final int DEPTH = 4;

    private final NodeInfo m_node;

    private final Class<? extends NodeParameters> m_type;

    private final List<OptionInfo> m_options;

    private final StringBuilder m_text = new StringBuilder();

    private DialogText(final String factory) {
        m_node = NodeInfo.of(Nodes.factory(factory));
        m_type = NodeAccess.definition(Nodes.factory(factory)).parametersClass().orElseThrow()
            .asSubclass(NodeParameters.class);
        m_options = Nodes.options(m_node);
    }

    /**
     * @param factory the class name of a node's factory
     * @return the text, which ends with a line feed
     */
    static String of(final String factory) throws InvalidSettingsException {
        return new DialogText(factory).write();
    }

    private String write() throws InvalidSettingsException {
        m_text.append("Dialog of ").append(m_node.name()).append('\n');
        String section = "";
        for (final OptionInfo option : m_node.options()) {
            if (!option.section().equals(section)) {
                section = option.section();
                m_text.append("\n[").append(section).append("]\n");
            }
            write(option);
        }
        final Set<String> always = shown(Map.of(), false);
        m_text.append("\nHidden at first: ").append(list(minus(paths(), always))).append('\n');
        if (m_node.inputs().stream().anyMatch(p -> p.atFirst().isEmpty())) {
            change("With all inputs", always, shown(Map.of(), true));
        }
        for (final OptionInfo option : m_options) {
            if (option.kind() == Kind.CHOICE || option.kind() == Kind.BOOLEAN) {
                effects(option);
            }
        }
        return m_text.toString();
    }

    private void write(final OptionInfo option) {
        m_text.append(option.path()).append(" | ").append(option.title()).append(" | ").append(option.kind());
        if (option.kind() != Kind.GROUP && option.kind() != Kind.GROUPS && option.kind() != Kind.COLUMNS) {
            m_text.append(" | default ").append(option.defaultValue().isEmpty() ? "none"
                : option.defaultValue().replace("\n", "\\n"));
        }
        if (option.optional()) {
            m_text.append(" | may be switched off");
        }
        if (option.advanced()) {
            m_text.append(" | advanced");
        }
        m_text.append('\n');
        option.choices().forEach(c -> m_text.append("    ").append(c.constant()).append(" = ").append(c.title())
            .append('\n'));
        option.limits().forEach(l -> m_text.append("    ").append(l).append('\n'));
        option.parts().forEach(this::write);
    }

    /**
     * What each value of an option shows and hides, all else being as at first, or as it must be to show the option.
     */
    private void effects(final OptionInfo option) throws InvalidSettingsException {
        final Map<String, String> base = condition(option, Map.of(), DEPTH);
        final Set<String> before = shown(base, false);
        final List<String> values = option.kind() == Kind.BOOLEAN ? List.of("true", "false")
            : option.choices().stream().map(OptionInfo.ChoiceInfo::constant).toList();
        for (final String value : values) {
            final Map<String, String> changed = new LinkedHashMap<>(base);
            changed.put(option.path(), value);
            final String where = changed.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
            change(where, before, shown(changed, false));
        }
    }

    /** The choices by which an option becomes visible, none if it is or if no choice helps. */
    private Map<String, String> condition(final OptionInfo option, final Map<String, String> base, final int depth)
        throws InvalidSettingsException {
        if (depth == 0 || shown(base, false).contains(option.path())) {
            return base;
        }
        for (final OptionInfo other : m_options) {
            for (final var choice : other.choices()) {
                final Map<String, String> tried = new LinkedHashMap<>(base);
                tried.put(other.path(), choice.constant());
                if (!other.path().equals(option.path()) && shown(tried, false).contains(option.path())) {
                    return tried;
                }
            }
        }
        return base;
    }

    private void change(final String where, final Set<String> before, final Set<String> after) {
        final Set<String> more = minus(after, before);
        final Set<String> less = minus(before, after);
        if (!more.isEmpty() || !less.isEmpty()) {
            m_text.append(where).append('\n');
            if (!more.isEmpty()) {
                m_text.append("    shows ").append(list(more)).append('\n');
            }
            if (!less.isEmpty()) {
                m_text.append("    hides ").append(list(less)).append('\n');
            }
        }
    }

    private static Set<String> minus(final Set<String> all, final Set<String> without) {
        final Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static String list(final Set<String> paths) {
        return paths.isEmpty() ? "nothing" : String.join(", ", paths);
    }

    private Set<String> paths() {
        return m_options.stream().map(OptionInfo::path).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> shown(final Map<String, String> values, final boolean allInputs)
        throws InvalidSettingsException {
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(parameters(), settings);
        for (final var value : values.entrySet()) {
            set(settings, value.getKey().replace("*", "0"), value.getValue());
        }
        final var types = new ArrayList<PortType>();
        for (final PortInfo port : m_node.inputs()) {
            types.addAll(port.atFirst().isEmpty() && allInputs ? port.supported().subList(0, 1) : port.atFirst());
        }
        final var ports = new PortsInput(types.toArray(PortType[]::new), new PortObjectSpec[types.size()],
            m_node.outputs().stream().flatMap(p -> Stream.of(p.supported().get(0))).toArray(PortType[]::new));
        final var effects = DialogEffects.of(ParametersPersistence.load(m_type, settings), ports);
        return m_options.stream().map(OptionInfo::path).filter(p -> effects.isShown(p.replace("*", "0")))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private NodeParameters parameters() {
        return ParametersPersistence.create(m_type);
    }

    private static void set(final NodeSettings settings, final String path, final String value)
        throws InvalidSettingsException {
        NodeSettings at = settings;
        final String[] keys = path.split("/");
        for (int i = 0; i < keys.length - 1; i++) {
            at = at.getNodeSettings(keys[i]);
        }
        final String key = keys[keys.length - 1];
        if (value.equals("true") || value.equals("false")) {
            at.addBoolean(key, Boolean.parseBoolean(value));
        } else {
            at.addString(key, value);
        }
    }
}
