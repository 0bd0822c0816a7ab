// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * The type of a flow variable.
 *
 * @param <T> the class of its values
 */
public abstract class VariableType<T> {

    private final String m_identifier;

    VariableType(final String identifier) {
        m_identifier = identifier;
    }

    /** @return all types */
    static List<VariableType<?>> all() {
        return List.of(StringType.INSTANCE, IntType.INSTANCE, DoubleType.INSTANCE, LongType.INSTANCE,
            BooleanType.INSTANCE, StringArrayType.INSTANCE, IntArrayType.INSTANCE, DoubleArrayType.INSTANCE,
            LongArrayType.INSTANCE, BooleanArrayType.INSTANCE);
    }

    /** @return the class of the values */
    public abstract Class<T> getSimpleType();

    /** @return the name in files */
    public String getIdentifier() {
        return m_identifier;
    }

    abstract void saveTo(NodeSettingsWO settings, String key, T value);

    abstract T loadFrom(NodeSettingsRO settings, String key) throws InvalidSettingsException;

    @Override
    public String toString() {
        return m_identifier;
    }

    /**
     * A type that needs nothing but its value.
     *
     * @param <T> the class of its values
     */
    protected abstract static class DefaultVariableType<T> extends VariableType<T> {

        DefaultVariableType(final String identifier) {
            super(identifier);
        }
    }

    /** A text. */
    public static final class StringType extends DefaultVariableType<String> {

        /** The only one. */
        public static final StringType INSTANCE = new StringType();

        private StringType() {
            super("STRING");
        }

        @Override
        public Class<String> getSimpleType() {
            return String.class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final String value) {
            settings.addString(key, value);
        }

        @Override
        String loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getString(key);
        }
    }

    /** A number of 32 bits. */
    public static final class IntType extends DefaultVariableType<Integer> {

        /** The only one. */
        public static final IntType INSTANCE = new IntType();

        private IntType() {
            super("INTEGER");
        }

        @Override
        public Class<Integer> getSimpleType() {
            return Integer.class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final Integer value) {
            settings.addInt(key, value);
        }

        @Override
        Integer loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getInt(key);
        }
    }

    /** A floating-point number. */
    public static final class DoubleType extends DefaultVariableType<Double> {

        /** The only one. */
        public static final DoubleType INSTANCE = new DoubleType();

        private DoubleType() {
            super("DOUBLE");
        }

        @Override
        public Class<Double> getSimpleType() {
            return Double.class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final Double value) {
            settings.addDouble(key, value);
        }

        @Override
        Double loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getDouble(key);
        }
    }

    /** A number of 64 bits. */
    public static final class LongType extends DefaultVariableType<Long> {

        /** The only one. */
        public static final LongType INSTANCE = new LongType();

        private LongType() {
            super("LONG");
        }

        @Override
        public Class<Long> getSimpleType() {
            return Long.class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final Long value) {
            settings.addLong(key, value);
        }

        @Override
        Long loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getLong(key);
        }
    }

    /** A truth. */
    public static final class BooleanType extends DefaultVariableType<Boolean> {

        /** The only one. */
        public static final BooleanType INSTANCE = new BooleanType();

        private BooleanType() {
            super("BOOLEAN");
        }

        @Override
        public Class<Boolean> getSimpleType() {
            return Boolean.class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final Boolean value) {
            settings.addBoolean(key, value);
        }

        @Override
        Boolean loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getBoolean(key);
        }
    }

    /** Texts in order. */
    public static final class StringArrayType extends DefaultVariableType<String[]> {

        /** The only one. */
        public static final StringArrayType INSTANCE = new StringArrayType();

        private StringArrayType() {
            super("STRINGARRAY");
        }

        @Override
        public Class<String[]> getSimpleType() {
            return String[].class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final String[] value) {
            settings.addStringArray(key, value);
        }

        @Override
        String[] loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getStringArray(key);
        }
    }

    /** Numbers of 32 bits in order. */
    public static final class IntArrayType extends DefaultVariableType<Integer[]> {

        /** The only one. */
        public static final IntArrayType INSTANCE = new IntArrayType();

        private IntArrayType() {
            super("INTEGERARRAY");
        }

        @Override
        public Class<Integer[]> getSimpleType() {
            return Integer[].class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final Integer[] value) {
            final int[] values = new int[value.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value[i];
            }
            settings.addIntArray(key, values);
        }

        @Override
        Integer[] loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            final int[] values = settings.getIntArray(key);
            final Integer[] result = new Integer[values.length];
            for (int i = 0; i < values.length; i++) {
                result[i] = values[i];
            }
            return result;
        }
    }

    /** Floating-point numbers in order. */
    public static final class DoubleArrayType extends DefaultVariableType<Double[]> {

        /** The only one. */
        public static final DoubleArrayType INSTANCE = new DoubleArrayType();

        private DoubleArrayType() {
            super("DOUBLEARRAY");
        }

        @Override
        public Class<Double[]> getSimpleType() {
            return Double[].class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final Double[] value) {
            final double[] values = new double[value.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value[i];
            }
            settings.addDoubleArray(key, values);
        }

        @Override
        Double[] loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            final double[] values = settings.getDoubleArray(key);
            final Double[] result = new Double[values.length];
            for (int i = 0; i < values.length; i++) {
                result[i] = values[i];
            }
            return result;
        }
    }

    /** Numbers of 64 bits in order. */
    public static final class LongArrayType extends DefaultVariableType<Long[]> {

        /** The only one. */
        public static final LongArrayType INSTANCE = new LongArrayType();

        private LongArrayType() {
            super("LONGARRAY");
        }

        @Override
        public Class<Long[]> getSimpleType() {
            return Long[].class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final Long[] value) {
            final long[] values = new long[value.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value[i];
            }
            settings.addLongArray(key, values);
        }

        @Override
        Long[] loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            final long[] values = settings.getLongArray(key);
            final Long[] result = new Long[values.length];
            for (int i = 0; i < values.length; i++) {
                result[i] = values[i];
            }
            return result;
        }
    }

    /** Truths in order. */
    public static final class BooleanArrayType extends DefaultVariableType<Boolean[]> {

        /** The only one. */
        public static final BooleanArrayType INSTANCE = new BooleanArrayType();

        private BooleanArrayType() {
            super("BOOLEANARRAY");
        }

        @Override
        public Class<Boolean[]> getSimpleType() {
            return Boolean[].class;
        }

        @Override
        void saveTo(final NodeSettingsWO settings, final String key, final Boolean[] value) {
            final boolean[] values = new boolean[value.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value[i];
            }
            settings.addBooleanArray(key, values);
        }

        @Override
        Boolean[] loadFrom(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            final boolean[] values = settings.getBooleanArray(key);
            final Boolean[] result = new Boolean[values.length];
            for (int i = 0; i < values.length; i++) {
                result[i] = values[i];
            }
            return result;
        }
    }
}
