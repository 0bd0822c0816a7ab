// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/**
 * A field of a parameters class that is saved.
 *
 * @param field the field, accessible
 * @param type its type, with the type variables of generic super classes resolved
 * @param key the key under which it is saved
 * @param codec how it is saved
 */
record ParameterField(Field field, Type type, String key, ValueCodec<Object> codec) {

    private static final ClassValue<List<ParameterField>> FIELDS = new ClassValue<>() {
        @Override
        protected List<ParameterField> computeValue(final Class<?> type) {
            return List.copyOf(find(type));
        }
    };

    /** The fields of a class and its super classes, those of the super class first, in the order of declaration. */
    static List<ParameterField> of(final Class<?> type) {
        return FIELDS.get(type);
    }

    private static List<ParameterField> find(final Class<?> type) {
        final var fields = new ArrayList<ParameterField>();
        Map<TypeVariable<?>, Type> variables = Map.of();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            final var own = new ArrayList<ParameterField>();
            for (final var field : at.getDeclaredFields()) {
                if (isSaved(field)) {
                    own.add(of(field, variables));
                }
            }
            fields.addAll(0, own);
            variables = variables(at, variables);
        }
        return fields;
    }

    private static ParameterField of(final Field field, final Map<TypeVariable<?>, Type> variables) {
        field.setAccessible(true);
        final var type = resolve(field.getGenericType(), variables);
        final var codec = field.isAnnotationPresent(Persistor.class) ? null : ValueCodecs.of(type).orElseThrow(
            () -> new IllegalStateException("The field " + field + " has a type that settings cannot hold."));
        return new ParameterField(field, type, key(field), codec);
    }

    private static boolean isSaved(final Field field) {
        final var modifiers = field.getModifiers();
        if (field.isSynthetic() || Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers)
            || field.getType() == Void.class) {
            return false;
        }
        if (Modifier.isPrivate(modifiers) && field.isAnnotationPresent(Widget.class)) {
            throw new IllegalStateException("The field " + field + " is an option and must not be private.");
        }
        return !Modifier.isPrivate(modifiers);
    }

    private static String key(final Field field) {
        final var persist = field.getAnnotation(Persist.class);
        final var name = field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
        if (persist == null) {
            return name;
        }
        return (persist.configKey().isEmpty() ? name : persist.configKey()) + (persist.hidden() ? "_Internals" : "");
    }

    private static Map<TypeVariable<?>, Type> variables(final Class<?> type,
        final Map<TypeVariable<?>, Type> variables) {
        if (!(type.getGenericSuperclass() instanceof ParameterizedType parent)) {
            return Map.of();
        }
        final var names = type.getSuperclass().getTypeParameters();
        final var values = parent.getActualTypeArguments();
        return IntStream.range(0, names.length).boxed()
            .collect(Collectors.toMap(i -> names[i], i -> resolve(values[i], variables)));
    }

    private static Type resolve(final Type type, final Map<TypeVariable<?>, Type> variables) {
        return variables.getOrDefault(type, type);
    }

    /** Whether the field keeps its default where the settings have nothing for it. */
    boolean keepsDefault() {
        final var migrate = field.getAnnotation(Migrate.class);
        return migrate != null && migrate.loadDefaultIfAbsent()
            || field.getDeclaringClass().isAnnotationPresent(LoadDefaultsForAbsentFields.class);
    }

    Object get(final Object owner) {
        return Reflection.get(field, owner);
    }

    void set(final Object owner, final Object value) {
        Reflection.set(field, owner, value);
    }
}
