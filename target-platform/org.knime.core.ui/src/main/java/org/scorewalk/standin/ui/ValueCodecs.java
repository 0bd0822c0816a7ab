// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;

/** All types that settings can hold. */
final class ValueCodecs {

    private static final Map<Class<?>, ValueCodec<?>> SIMPLE = new HashMap<>();

    static {
        simple(NodeSettingsWO::addBoolean, NodeSettingsRO::getBoolean, false, boolean.class, Boolean.class);
        simple(NodeSettingsWO::addByte, NodeSettingsRO::getByte, (byte)0, byte.class, Byte.class);
        simple(NodeSettingsWO::addChar, NodeSettingsRO::getChar, '\0', char.class, Character.class);
        simple(NodeSettingsWO::addDouble, NodeSettingsRO::getDouble, 0.0, double.class, Double.class);
        simple(NodeSettingsWO::addFloat, NodeSettingsRO::getFloat, 0.0f, float.class, Float.class);
        simple(NodeSettingsWO::addInt, NodeSettingsRO::getInt, 0, int.class, Integer.class);
        simple(NodeSettingsWO::addLong, NodeSettingsRO::getLong, 0L, long.class, Long.class);
        simple(NodeSettingsWO::addShort, NodeSettingsRO::getShort, (short)0, short.class, Short.class);
        simple(NodeSettingsWO::addString, NodeSettingsRO::getString, "", String.class);
        simple(NodeSettingsWO::addBooleanArray, NodeSettingsRO::getBooleanArray, null, boolean[].class);
        simple(NodeSettingsWO::addByteArray, NodeSettingsRO::getByteArray, null, byte[].class);
        simple(NodeSettingsWO::addCharArray, NodeSettingsRO::getCharArray, null, char[].class);
        simple(NodeSettingsWO::addDoubleArray, NodeSettingsRO::getDoubleArray, null, double[].class);
        simple(NodeSettingsWO::addFloatArray, NodeSettingsRO::getFloatArray, null, float[].class);
        simple(NodeSettingsWO::addIntArray, NodeSettingsRO::getIntArray, null, int[].class);
        simple(NodeSettingsWO::addLongArray, NodeSettingsRO::getLongArray, null, long[].class);
        simple(NodeSettingsWO::addShortArray, NodeSettingsRO::getShortArray, null, short[].class);
        simple(NodeSettingsWO::addStringArray, NodeSettingsRO::getStringArray, null, String[].class);
        simple(NodeSettingsWO::addDataType, NodeSettingsRO::getDataType, null, DataType.class);
    }

    private ValueCodecs() {
    }

    @SuppressWarnings("unchecked") // the fields whose values the codecs get have the types that the codecs are for
    static Optional<ValueCodec<Object>> of(final Type type) {
        return Optional.ofNullable((ValueCodec<Object>)find(type));
    }

    private static ValueCodec<?> find(final Type type) {
        if (type instanceof ParameterizedType generic) {
            return find(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            return null;
        }
        if (SIMPLE.containsKey(plain)) {
            return SIMPLE.get(plain);
        }
        if (plain.isEnum()) {
            return new EnumCodec(plain);
        }
        if (isGroup(plain)) {
            return new GroupCodecs.Single(plain);
        }
        final var element = plain.componentType();
        return element != null && isGroup(element) ? new GroupCodecs.ArrayOf(element) : null;
    }

    private static ValueCodec<?> find(final ParameterizedType type) {
        final var raw = (Class<?>)type.getRawType();
        final var argument = type.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            final var value = find(argument);
            return value == null ? null : new OptionalCodec<>(value);
        }
        final var isList = raw == Collection.class || raw == List.class || raw == ArrayList.class;
        return isList && argument instanceof Class<?> element && isGroup(element) ? new GroupCodecs.ListOf(element)
            : null;
    }

    static boolean isGroup(final Class<?> type) {
        return Persistable.class.isAssignableFrom(type) || WidgetGroup.class.isAssignableFrom(type);
    }

    @SafeVarargs
    @SuppressWarnings("unchecked") // a primitive type and its box
    private static <T> void simple(final Adder<T> adder, final Getter<T> getter, final T empty,
        final Class<? extends T>... types) {
        final var codec = new Simple<>(adder, getter, empty);
        for (final Class<?> type : types) {
            SIMPLE.put(type, codec);
        }
    }

    /** Adds a value to settings. */
    @FunctionalInterface
    private interface Adder<T> {

        void add(NodeSettingsWO settings, String key, T value);
    }

    /** Reads a value from settings. */
    @FunctionalInterface
    private interface Getter<T> {

        T get(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    /** Types for which settings have an entry of their own, and arrays of them. */
    private record Simple<T>(Adder<T> adder, Getter<T> getter, T empty) implements ValueCodec<T> {

        @Override
        public void save(final NodeSettingsWO settings, final String key, final T value) {
            adder.add(settings, key, value);
        }

        @Override
        public T load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return getter.get(settings, key);
        }
    }

    /** An enumeration: the constant's name. Null is saved, but not read back. */
    private record EnumCodec(Class<?> type) implements ValueCodec<Enum<?>> {

        @Override
        public void save(final NodeSettingsWO settings, final String key, final Enum<?> value) {
            settings.addString(key, value == null ? null : value.name());
        }

        @Override
        public Enum<?> load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            final var name = settings.getString(key);
            final var constants = (Enum<?>[])type.getEnumConstants();
            return Arrays.stream(constants).filter(constant -> constant.name().equals(name)).findFirst()
                .orElseThrow(() -> new InvalidSettingsException(String.format("Invalid value '%s'. Possible values: %s",
                    name, Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")))));
        }
    }

    /** The value under its key, and whether it counts under {@code <key>_is_present}. */
    private record OptionalCodec<T>(ValueCodec<T> value) implements ValueCodec<Optional<T>> {

        @Override
        public void save(final NodeSettingsWO settings, final String key, final Optional<T> optional) {
            value.save(settings, key, optional.orElseGet(value::empty));
            settings.addBoolean(key + PRESENT, optional.isPresent());
        }

        @Override
        public Optional<T> load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            if (settings.containsKey(key) && !settings.getBoolean(key + PRESENT)) {
                return Optional.empty();
            }
            final var loaded = value.load(settings, key);
            return Optional.of(loaded);
        }
    }

    /** What the key of an optional value's flag ends with. */
    static final String PRESENT = "_is_present";
}
