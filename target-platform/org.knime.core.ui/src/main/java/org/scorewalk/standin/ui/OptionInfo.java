// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.validation.BuiltinValidation;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/**
 * An option of a node as plain text.
 *
 * @param path where the settings hold it, the index of an element of an array being {@code *}
 * @param title the title
 * @param description what it does
 * @param kind what it holds
 * @param optional whether it may be switched off
 * @param choices the possible values of a choice: constant and title
 * @param limits sentences on the values that are allowed
 * @param defaultValue its value in a new node, empty for groups and for what is switched off
 * @param section the title of its section, empty if it is in none
 * @param advanced whether the dialog shows it only on demand
 * @param parts the options of a group or of the elements of an array of groups
 */
public record OptionInfo(String path, String title, String description, Kind kind, boolean optional,
    List<ChoiceInfo> choices, List<String> limits, String defaultValue, String section, boolean advanced,
    List<OptionInfo> parts) {

    /** What an option holds. */
    public enum Kind {
        BOOLEAN, INTEGER, LONG, NUMBER, TEXT, CHOICE, COLUMN, COLUMNS, INTEGERS, NUMBERS, TEXTS, GROUP, GROUPS, OTHER
    }

    /**
     * A possible value of a choice.
     *
     * @param constant the name that settings hold
     * @param title what the dialog shows
     * @param description what it means, may be empty
     */
    public record ChoiceInfo(String constant, String title, String description) {
    }

    /** The options of a parameters class in the order of the dialog. */
    public static List<OptionInfo> of(final Class<?> parametersClass) {
        return OptionDefinition.of(parametersClass).stream().map(OptionInfo::of).toList();
    }

    private static OptionInfo of(final OptionDefinition option) {
        final var section = option.section() == null ? ""
            : XmlFragments.text(option.section().getAnnotation(Section.class).title());
        final var advanced = option.widget().advanced() || option.field().isAnnotationPresent(Advanced.class)
            || option.section() != null && option.section().isAnnotationPresent(Advanced.class);
        return new OptionInfo(option.path(), XmlFragments.text(option.widget().title()),
            XmlFragments.text(option.widget().description()), kind(option), option.optional(), choices(option),
            limits(option), OptionText.of(option.defaultValue()), section, advanced,
            option.parts().stream().map(OptionInfo::of).toList());
    }

    private static Kind kind(final OptionDefinition option) {
        final var type = option.type();
        if (type == String.class) {
            final var provider = option.field().getAnnotation(ChoicesProvider.class);
            return provider != null && ColumnChoicesProvider.class.isAssignableFrom(provider.value()) ? Kind.COLUMN
                : Kind.TEXT;
        }
        if (type.isEnum()) {
            return Kind.CHOICE;
        }
        if (type == ColumnFilter.class) {
            return Kind.COLUMNS;
        }
        if (ValueCodecs.isGroup(type)) {
            return Kind.GROUP;
        }
        if (!option.parts().isEmpty()) {
            return Kind.GROUPS;
        }
        return SIMPLE_KINDS.getOrDefault(type, Kind.OTHER);
    }

    private static final Map<Class<?>, Kind> SIMPLE_KINDS = Map.ofEntries(Map.entry(boolean.class, Kind.BOOLEAN),
        Map.entry(Boolean.class, Kind.BOOLEAN), Map.entry(int.class, Kind.INTEGER),
        Map.entry(Integer.class, Kind.INTEGER), Map.entry(long.class, Kind.LONG), Map.entry(Long.class, Kind.LONG),
        Map.entry(double.class, Kind.NUMBER), Map.entry(Double.class, Kind.NUMBER),
        Map.entry(float.class, Kind.NUMBER), Map.entry(Float.class, Kind.NUMBER),
        Map.entry(int[].class, Kind.INTEGERS), Map.entry(long[].class, Kind.INTEGERS),
        Map.entry(double[].class, Kind.NUMBERS), Map.entry(String[].class, Kind.TEXTS));

    private static List<ChoiceInfo> choices(final OptionDefinition option) {
        if (!option.type().isEnum()) {
            return List.of();
        }
        final Map<Object, String> titles = providedTitles(option.field().getAnnotation(ChoicesProvider.class));
        // what the provider leaves out is not offered
        return Arrays.stream((Enum<?>[])option.type().getEnumConstants())
            .filter(constant -> titles.isEmpty() || titles.containsKey(constant)).map(constant -> new ChoiceInfo(
            constant.name(), titles.getOrDefault(constant, XmlFragments.text(EnumLabels.title(constant))),
            XmlFragments.text(EnumLabels.description(constant)))).toList();
    }

    /** The titles, plain texts, that a provider gives without knowing what is connected. */
    private static Map<Object, String> providedTitles(final ChoicesProvider provider) {
        if (provider == null || !EnumChoicesProvider.class.isAssignableFrom(provider.value())) {
            return Map.of();
        }
        final var unconnected = new PortsInput(new PortType[0], new PortObjectSpec[0], new PortType[0]);
        try {
            final Map<Object, String> titles = new HashMap<>();
            ((EnumChoicesProvider<?>)Reflection.newInstance(provider.value())).computeState(unconnected)
                .forEach(choice -> titles.put(choice.id(), choice.text()));
            return titles;
        } catch (final ArrayIndexOutOfBoundsException e) { // NOSONAR: it asks for a port, so the labels must do
            return Map.of();
        }
    }

    private static List<String> limits(final OptionDefinition option) {
        final var validations = new ArrayList<Class<? extends BuiltinValidation>>();
        final var number = option.field().getAnnotation(NumberInputWidget.class);
        if (number != null) {
            validations.add(number.minValidation());
            validations.add(number.maxValidation());
        }
        final var text = option.field().getAnnotation(TextInputWidget.class);
        if (text != null) {
            validations.addAll(
                List.of(text.patternValidation(), text.minLengthValidation(), text.maxLengthValidation()));
        }
        return validations.stream().filter(type -> !Modifier.isAbstract(type.getModifiers()))
            .map(type -> Reflection.newInstance(type).getErrorMessage()).toList();
    }
}
