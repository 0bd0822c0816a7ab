// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Makes instances and reads fields, whatever their visibility. */
final class Reflection {

    private Reflection() {
    }

    static <T> Optional<Constructor<T>> constructor(final Class<T> type, final Class<?>... arguments) {
        try {
            final var constructor = type.getDeclaredConstructor(arguments);
            constructor.setAccessible(true);
            return Optional.of(constructor);
        } catch (final NoSuchMethodException e) { // NOSONAR: the answer is that there is none
            return Optional.empty();
        }
    }

    static <T> T newInstance(final Class<T> type) {
        return newInstance(constructor(type).orElseThrow(() -> new IllegalStateException(
            "The class " + type.getName() + " needs a constructor without arguments.")));
    }

    static <T> T newInstance(final Constructor<T> constructor, final Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (final InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("The constructor " + constructor + " failed.", e.getCause());
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("The constructor " + constructor + " cannot be called.", e);
        }
    }

    static Object get(final Field field, final Object owner) {
        try {
            return field.get(owner);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException("The field " + field + " cannot be read.", e);
        }
    }

    static void set(final Field field, final Object owner, final Object value) {
        try {
            field.set(owner, value);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException("The field " + field + " cannot be written.", e);
        }
    }
}
