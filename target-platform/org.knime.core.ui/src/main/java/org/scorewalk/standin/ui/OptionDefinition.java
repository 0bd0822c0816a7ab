// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.filter.TypedStringFilter;

/**
 * An option of a node: a field with a {@link Widget}.
 *
 * @param path where the settings hold it, the index of an element of an array being {@code *}
 * @param field the field
 * @param type the field's type; of an {@link java.util.Optional} the type of the value
 * @param optional whether the field may have no value
 * @param widget title and description, XML fragments both
 * @param section the section of the dialog, null if it is in none
 * @param defaultValue the value of a new instance
 * @param parts the options of a group or of the elements of an array of groups
 */
record OptionDefinition(String path, Field field, Class<?> type, boolean optional, Widget widget, Class<?> section,
    Object defaultValue, List<OptionDefinition> parts) {

    /** All options of a parameters class, those of a section together, in the order of the dialog. */
    static List<OptionDefinition> of(final Class<?> parametersClass) {
        final var options = new ArrayList<OptionDefinition>();
        collect("", ParametersPersistence.create(parametersClass), section(parametersClass), options);
        final List<Class<?>> sections = new ArrayList<>();
        options.forEach(option -> sections.add(option.section()));
        final List<Class<?>> order = Sections.order(sections);
        return options.stream().sorted(Comparator.comparingInt(option -> order.indexOf(option.section()))).toList();
    }

    private static void collect(final String prefix, final Object owner, final Class<?> outer,
        final List<OptionDefinition> options) {
        for (final var field : ParameterField.of(owner.getClass())) {
            final var own = section(field.field());
            final var section = own != null ? own : outer;
            final var value = field.get(owner);
            final var path = prefix + field.key();
            final var widget = field.field().getAnnotation(Widget.class);
            if (widget != null) {
                options.add(option(path, field, widget, section, value));
            } else if (value != null && ValueCodecs.isGroup(field.field().getType())) {
                final var inner = section(field.field().getType());
                collect(path + "/", value, inner != null ? inner : section, options);
            }
        }
    }

    private static OptionDefinition option(final String path, final ParameterField field, final Widget widget,
        final Class<?> section, final Object value) {
        final var parts = new ArrayList<OptionDefinition>();
        final var optional = field.field().getType() == Optional.class;
        final Class<?> type = optional && field.type() instanceof ParameterizedType generic
            ? (Class<?>)generic.getActualTypeArguments()[0] : field.field().getType();
        element(field.type()).ifPresent(
            element -> collect(path + "/*/", ParametersPersistence.create(element), section, parts));
        if (isPlainGroup(type) && value != null) {
            collect(path + "/", value, section, parts);
        }
        return new OptionDefinition(path, field.field(), type, optional, widget, section, value, List.copyOf(parts));
    }

    /** Whether it is a group whose fields are options, too; those of a column filter are not. */
    private static boolean isPlainGroup(final Class<?> type) {
        return ValueCodecs.isGroup(type) && !TypedStringFilter.class.isAssignableFrom(type);
    }

    private static Optional<Class<?>> element(final Type type) {
        if (type instanceof Class<?> plain && plain.isArray() && isPlainGroup(plain.componentType())) {
            return Optional.of(plain.componentType());
        }
        return type instanceof ParameterizedType generic
            && Collection.class.isAssignableFrom((Class<?>)generic.getRawType())
                ? Optional.of((Class<?>)generic.getActualTypeArguments()[0]) : Optional.empty();
    }

    private static Class<?> section(final AnnotatedElement element) {
        final var layout = element.getAnnotation(Layout.class);
        return layout == null ? null : Sections.enclosing(layout.value());
    }
}
