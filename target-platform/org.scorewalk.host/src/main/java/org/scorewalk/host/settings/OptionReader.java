// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.settings;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;
import org.scorewalk.host.settings.Option.Kind;

/** Reads off a parameters class how its fields are stored. */
public final class OptionReader {

    private static final Set<Class<?>> LEAVES = Set.of(int.class, long.class, double.class, float.class, byte.class,
        short.class,
        char.class, boolean.class, Integer.class, Long.class, Double.class, Float.class, Byte.class, Short.class,
        Character.class, Boolean.class, String.class);

    private static final int MAX_DEPTH = 20;

    private OptionReader() {
    }

    /**
     * @param parameters a parameters class
     * @return its fields in the order of declaration, those of super classes first
     */
    public static List<Option> read(final Class<?> parameters) {
        return read(parameters, 0);
    }

    private static List<Option> read(final Class<?> parameters, final int depth) {
        final var options = new ArrayList<Option>();
        if (depth > MAX_DEPTH) {
            return options;
        }
        final Class<?> parent = parameters.getSuperclass();
        if (parent != null && Persistable.class.isAssignableFrom(parent)) {
            options.addAll(read(parent, depth));
        }
        for (final Field field : parameters.getDeclaredFields()) {
            final int modifiers = field.getModifiers();
            if (!Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers) && !Modifier.isPrivate(modifiers)
                && !field.isSynthetic() && field.getType() != Void.class) {
                options.add(option(field, depth));
            }
        }
        return options;
    }

    private static Option option(final Field field, final int depth) {
        final Class<?> type = field.getType();
        Kind kind;
        Class<?> content = type;
        if (field.isAnnotationPresent(Persistor.class)) {
            kind = Kind.OTHER;
        } else if (LEAVES.contains(type) || type.isEnum()) {
            kind = Kind.VALUE;
        } else if (type == Optional.class) {
            kind = Kind.OPTIONAL;
            content = argument(field.getGenericType());
        } else if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            content = type.isArray() ? type.getComponentType() : argument(field.getGenericType());
            kind = isGroup(content) ? Kind.GROUPS : Kind.ARRAY;
        } else {
            kind = isGroup(type) ? Kind.GROUP : Kind.OTHER;
        }
        final boolean nested = kind == Kind.GROUP || kind == Kind.GROUPS;
        return new Option(key(field), kind, content, nested ? read(content, depth + 1) : List.of());
    }

    private static boolean isGroup(final Class<?> type) {
        return Persistable.class.isAssignableFrom(type) && !type.isInterface()
            && !type.getName().startsWith("org.knime.");
    }

    private static Class<?> argument(final Type type) {
        return type instanceof ParameterizedType p && p.getActualTypeArguments()[0] instanceof Class<?> c ? c
            : Object.class;
    }

    private static String key(final Field field) {
        final Persist persist = field.getAnnotation(Persist.class);
        String key = field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
        if (persist != null) {
            key = persist.configKey().isEmpty() ? key : persist.configKey();
            key = persist.hidden() ? key + "_Internals" : key;
        }
        return key;
    }
}
