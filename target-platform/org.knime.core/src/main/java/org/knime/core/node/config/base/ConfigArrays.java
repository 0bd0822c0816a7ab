// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.lang.reflect.Array;

import org.knime.core.node.InvalidSettingsException;

/** The form of arrays: {@code array-size}, then the elements under their indices. A null array has no size. */
final class ConfigArrays {

    private static final String SIZE = "array-size";

    /** Adds an element. */
    @FunctionalInterface
    interface Adder {
        void add(ConfigBase config, String key, Object value);
    }

    /** Reads an element. */
    @FunctionalInterface
    interface Getter {
        Object get(ConfigBase config, String key) throws InvalidSettingsException;
    }

    /** Reads an array. */
    @FunctionalInterface
    interface ArrayGetter<A> {
        A get() throws InvalidSettingsException;
    }

    private ConfigArrays() {
    }

    static void write(final ConfigBase config, final Object array, final Adder adder) {
        if (array == null) {
            return;
        }
        final int size = Array.getLength(array);
        config.addInt(SIZE, size);
        for (int i = 0; i < size; i++) {
            adder.add(config, Integer.toString(i), Array.get(array, i));
        }
    }

    /** @return the array, or null if it was null */
    static Object read(final ConfigBase config, final Class<?> component, final Getter getter)
        throws InvalidSettingsException {
        final int size = config.getInt(SIZE, -1);
        if (size < 0) {
            return null;
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final Object array = Array.newInstance(component, Math.min(size, config.keySet().size()));
        for (int i = 0; i < size; i++) {
            final Object value = getter.get(config, Integer.toString(i));
            Array.set(array, i, value);
        }
        return array;
    }

    static <A> A orElse(final ArrayGetter<A> array, final A def) {
        try {
            return array.get();
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
    }
}
