// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.dialog;

import java.util.Collection;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBooleanEntry;
import org.knime.core.node.config.base.ConfigDoubleEntry;
import org.knime.core.node.config.base.ConfigIntEntry;
import org.knime.core.node.config.base.ConfigLongEntry;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;
import org.scorewalk.standin.ui.OptionInfo;
import org.scorewalk.standin.ui.OptionInfo.Kind;

/** For each setting a value that is not its default, as a flow variable of the type that fits. */
final class OtherValues {

    private OtherValues() {
    }

    /** The option that a setting belongs to, null for one that no dialog shows. */
    static OptionInfo option(final Collection<OptionInfo> options, final String path) {
        final String general = path.replaceAll("/\\d+(?=/|$)", "/*");
        return options.stream().filter(o -> general.equals(o.path()) || general.startsWith(o.path() + "/")).findFirst()
            .orElse(null);
    }

    static FlowVariable of(final AbstractConfigEntry entry, final OptionInfo option) {
        if (entry instanceof Config) {
            return new FlowVariable("v", VariableType.StringArrayType.INSTANCE, new String[]{"first", "second"});
        }
        if (entry instanceof ConfigIntEntry number) {
            return new FlowVariable("v", number.getInt() + 1);
        }
        if (entry instanceof ConfigLongEntry number) {
            return new FlowVariable("v", VariableType.LongType.INSTANCE, number.getLong() + 1);
        }
        if (entry instanceof ConfigDoubleEntry number) {
            return new FlowVariable("v", number.getDouble() / 2 + 0.125);
        }
        if (entry instanceof ConfigBooleanEntry flag) {
            return new FlowVariable("v", VariableType.BooleanType.INSTANCE, !flag.getBoolean());
        }
        if (option != null && option.kind() == Kind.CHOICE) {
            final String other = option.choices().stream().map(OptionInfo.ChoiceInfo::constant)
                .filter(c -> !c.equals(entry.toStringValue())).findFirst().orElseThrow();
            return new FlowVariable("v", other);
        }
        return new FlowVariable("v", "0.75");
    }

    /** Writes the value of a variable as if it had been typed. */
    static void type(final NodeSettings settings, final String key, final FlowVariable value) {
        final VariableType<?> type = value.getVariableType();
        if (type == VariableType.IntType.INSTANCE) {
            settings.addInt(key, value.getIntValue());
        } else if (type == VariableType.LongType.INSTANCE) {
            settings.addLong(key, value.getValue(VariableType.LongType.INSTANCE));
        } else if (type == VariableType.DoubleType.INSTANCE) {
            settings.addDouble(key, value.getDoubleValue());
        } else if (type == VariableType.BooleanType.INSTANCE) {
            settings.addBoolean(key, value.getValue(VariableType.BooleanType.INSTANCE));
        } else if (type == VariableType.StringArrayType.INSTANCE) {
            settings.addStringArray(key, value.getValue(VariableType.StringArrayType.INSTANCE));
        } else {
            settings.addString(key, value.getStringValue());
        }
    }
}
