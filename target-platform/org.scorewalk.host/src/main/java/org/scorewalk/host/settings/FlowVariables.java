// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/** The flow variables that a node sees: those of the workflow and those that nodes before it expose. */
public final class FlowVariables {

    private static final String VERSION = "V_2019_09_13";

    private final Map<String, FlowVariable> m_variables;

    private FlowVariables(final Map<String, FlowVariable> variables) {
        m_variables = Collections.unmodifiableMap(variables);
    }

    /**
     * @param workflow the content of workflow.knime
     * @return the variables of the workflow
     * @throws InvalidSettingsException if one cannot be read
     */
    public static FlowVariables ofWorkflow(final NodeSettings workflow) throws InvalidSettingsException {
        final var variables = new LinkedHashMap<String, FlowVariable>();
        if (workflow.containsKey("workflow_variables")) {
            final NodeSettings all = workflow.getNodeSettings("workflow_variables");
            for (final String key : all.keySet()) {
                final NodeSettings entry = all.getNodeSettings(key);
                final String name = entry.getString("name");
                variables.put(name, variable(name, entry));
            }
        }
        return new FlowVariables(variables);
    }

    private static FlowVariable variable(final String name, final NodeSettings entry) throws InvalidSettingsException {
        final String type = entry.getString("class");
        return switch (type) {
            case "STRING" -> new FlowVariable(name, VariableType.StringType.INSTANCE, entry.getString("value"));
            case "INTEGER" -> new FlowVariable(name, VariableType.IntType.INSTANCE, entry.getInt("value"));
            case "LONG" -> new FlowVariable(name, VariableType.LongType.INSTANCE, entry.getLong("value"));
            case "DOUBLE" -> new FlowVariable(name, VariableType.DoubleType.INSTANCE, entry.getDouble("value"));
            case "BOOLEAN" -> new FlowVariable(name, VariableType.BooleanType.INSTANCE, entry.getBoolean("value"));
            default -> throw new InvalidSettingsException("The workflow variable \"" + name + "\" is of the type "
                + type + ", which this program does not know.");
        };
    }

    /**
     * @param sources the variables at the ends of several connections
     * @return all of them; of the same name the first one counts
     */
    public static FlowVariables merge(final Collection<FlowVariables> sources) {
        final var variables = new LinkedHashMap<String, FlowVariable>();
        sources.forEach(s -> s.m_variables.forEach(variables::putIfAbsent));
        return new FlowVariables(variables);
    }

    /** @return the variables by name */
    public Map<String, FlowVariable> asMap() {
        return m_variables;
    }

    /**
     * @param more variables that a node adds; they win
     * @return what the node's successors see
     */
    public FlowVariables with(final Map<String, FlowVariable> more) {
        final var variables = new LinkedHashMap<>(m_variables);
        variables.putAll(more);
        return new FlowVariables(variables);
    }

    /**
     * @param node the content of a node's settings.xml
     * @param path an option, keys separated by "/"
     * @return the variable that controls it, or null
     * @throws InvalidSettingsException if the node's flow variable settings cannot be read
     */
    public static String controlling(final NodeSettings node, final String path) throws InvalidSettingsException {
        Config tree = tree(node);
        for (final String key : path.split("/")) {
            if (tree == null || isMask(tree) || !(tree.getEntry(key) instanceof Config next)) {
                return null;
            }
            tree = next;
        }
        return tree != null && isMask(tree) ? tree.getString("used_variable", null) : null;
    }

    /** The masks by key; null if no setting has to do with a variable. */
    private static Config tree(final NodeSettings node) throws InvalidSettingsException {
        if (!node.containsKey("variables")) {
            return null;
        }
        final NodeSettings variables = node.getNodeSettings("variables");
        if (!variables.containsKey("version")) {
            return variables; // the form before 2019
        }
        final String version = variables.getString("version");
        if (!VERSION.equals(version)) {
            throw new InvalidSettingsException("The version \"" + version
                + "\" of the flow variable settings is not known.");
        }
        return variables.getNodeSettings("tree");
    }

    private static boolean isMask(final Config config) {
        final AbstractConfigEntry used = config.getEntry("used_variable");
        return used != null && !(used instanceof Config);
    }
}
