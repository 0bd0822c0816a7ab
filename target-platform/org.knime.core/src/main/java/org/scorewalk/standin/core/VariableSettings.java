// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBooleanEntry;
import org.knime.core.node.config.base.ConfigDoubleEntry;
import org.knime.core.node.config.base.ConfigEntries;
import org.knime.core.node.config.base.ConfigIntEntry;
import org.knime.core.node.config.base.ConfigLongEntry;
import org.knime.core.node.config.base.ConfigStringEntry;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/**
 * The {@code variables} of a node: a tree of the same shape as the settings, whose leaves name the flow variable that
 * overwrites a setting and the one that a setting becomes. Settings that do not exist are passed over.
 */
final class VariableSettings {

    private static final String TREE = "tree";

    private static final String USED = "used_variable";

    private static final String EXPOSED = "exposed_variable";

    private final ConfigRO m_tree;

    VariableSettings(final NodeSettingsRO variables) throws InvalidSettingsException {
        if (variables == null) {
            m_tree = null;
        } else {
            m_tree = variables.containsKey(TREE) ? variables.getConfig(TREE) : variables;
        }
    }

    /** Puts the values of the variables into the settings. */
    void overwrite(final NodeSettings settings, final Map<String, FlowVariable> stack)
        throws InvalidSettingsException {
        if (m_tree == null) {
            return;
        }
        try {
            overwrite(m_tree, settings, stack);
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException(
                "Errors overwriting node settings with flow variables: " + e.getMessage(), e);
        }
    }

    private static void overwrite(final ConfigRO tree, final Config settings,
        final Map<String, FlowVariable> stack) throws InvalidSettingsException {
        for (final String key : tree) {
            if (!(tree instanceof Config t && t.getEntry(key) instanceof Config branch)) {
                continue; // the version
            }
            final AbstractConfigEntry entry = settings.getEntry(key);
            if (isLeaf(branch)) {
                final String name = branch.getString(USED, (String)null);
                if (name != null && entry != null) {
                    final FlowVariable variable = stack.get(name);
                    if (variable == null) {
                        throw new InvalidSettingsException("Unknown variable \"" + name + "\"");
                    }
                    overwrite(entry, settings, variable);
                }
            } else if (entry instanceof Config nested) {
                overwrite(branch, nested, stack);
            }
        }
    }

    private static boolean isLeaf(final Config branch) {
        return branch.getEntry(USED) instanceof ConfigStringEntry
            || branch.getEntry(EXPOSED) instanceof ConfigStringEntry;
    }

    private static void overwrite(final AbstractConfigEntry entry, final Config settings,
        final FlowVariable variable) throws InvalidSettingsException {
        final VariableType<?> type = variable.getVariableType();
        final String key = entry.getKey();
        final boolean isInt = type == VariableType.IntType.INSTANCE;
        final boolean isDouble = type == VariableType.DoubleType.INSTANCE;
        if (entry instanceof Config) {
            overwriteArray(settings, key, variable);
        } else if (entry.getType() == ConfigEntries.xint && isInt) {
            settings.addInt(key, variable.getIntValue());
        } else if (entry.getType() == ConfigEntries.xlong && (isInt || type == VariableType.LongType.INSTANCE)) {
            settings.addLong(key, variable.getValue(VariableType.LongType.INSTANCE));
        } else if (entry.getType() == ConfigEntries.xdouble && (isInt || isDouble)) {
            settings.addDouble(key, variable.getDoubleValue());
        } else if (entry.getType() == ConfigEntries.xfloat && (isInt || isDouble)) {
            settings.addFloat(key, (float)variable.getDoubleValue());
        } else if (entry.getType() == ConfigEntries.xboolean && type == VariableType.BooleanType.INSTANCE) {
            settings.addBoolean(key, variable.getValue(VariableType.BooleanType.INSTANCE));
        } else if (entry.getType() == ConfigEntries.xboolean && isTruth(variable)) {
            settings.addBoolean(key, Boolean.parseBoolean(variable.getStringValue()));
        } else if (entry.getType() == ConfigEntries.xstring
            && (isInt || isDouble || type == VariableType.StringType.INSTANCE)) {
            settings.addString(key, variable.getStringValue());
        } else {
            throw cannot(entry.getType().name(), variable);
        }
    }

    private static boolean isTruth(final FlowVariable variable) {
        return variable.getVariableType() == VariableType.StringType.INSTANCE
            && variable.getStringValue().matches("(?i)true|false");
    }

    private static void overwriteArray(final Config settings, final String key, final FlowVariable variable)
        throws InvalidSettingsException {
        final VariableType<?> type = variable.getVariableType();
        if (type == VariableType.StringArrayType.INSTANCE) {
            settings.addStringArray(key, variable.getValue(VariableType.StringArrayType.INSTANCE));
        } else if (type == VariableType.DoubleArrayType.INSTANCE) {
            final Double[] values = variable.getValue(VariableType.DoubleArrayType.INSTANCE);
            final double[] array = new double[values.length];
            for (int i = 0; i < array.length; i++) {
                array[i] = values[i];
            }
            settings.addDoubleArray(key, array);
        } else if (type == VariableType.IntArrayType.INSTANCE) {
            final Integer[] values = variable.getValue(VariableType.IntArrayType.INSTANCE);
            final int[] array = new int[values.length];
            for (int i = 0; i < array.length; i++) {
                array[i] = values[i];
            }
            settings.addIntArray(key, array);
        } else {
            throw cannot("config", variable);
        }
    }

    private static InvalidSettingsException cannot(final String expression, final FlowVariable variable) {
        return new InvalidSettingsException("Can't evaluate variable \"" + variable.getName() + "\" as " + expression
            + " expression, it is a " + variable.getVariableType().getIdentifier() + " (\"" + variable + "\"");
    }

    /** @return the variables that settings become */
    Map<String, FlowVariable> exposed(final NodeSettings settings) {
        final Map<String, FlowVariable> result = new LinkedHashMap<>();
        if (m_tree != null) {
            expose(m_tree, settings, result);
        }
        return result;
    }

    private static void expose(final ConfigRO tree, final Config settings, final Map<String, FlowVariable> result) {
        for (final String key : tree) {
            if (!(tree instanceof Config t && t.getEntry(key) instanceof Config branch)) {
                continue;
            }
            final AbstractConfigEntry entry = settings.getEntry(key);
            if (isLeaf(branch)) {
                final String name = branch.getString(EXPOSED, (String)null);
                final FlowVariable variable = name == null ? null : variable(name, entry);
                if (variable != null) {
                    result.put(name, variable);
                }
            } else if (entry instanceof Config nested) {
                expose(branch, nested, result);
            }
        }
    }

    private static FlowVariable variable(final String name, final AbstractConfigEntry entry) {
        if (entry instanceof ConfigIntEntry e) {
            return new FlowVariable(name, e.getInt());
        }
        if (entry instanceof ConfigLongEntry e) {
            return new FlowVariable(name, VariableType.LongType.INSTANCE, e.getLong());
        }
        if (entry instanceof ConfigDoubleEntry e) {
            return new FlowVariable(name, e.getDouble());
        }
        if (entry instanceof ConfigBooleanEntry e) {
            return new FlowVariable(name, VariableType.BooleanType.INSTANCE, e.getBoolean());
        }
        return entry instanceof ConfigStringEntry e && e.getString() != null ? new FlowVariable(name, e.getString())
            : null;
    }
}
