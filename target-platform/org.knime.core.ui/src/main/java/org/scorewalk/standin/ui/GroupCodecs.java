// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * How settings hold parameter groups: a config each. Several of them are a config with the keys 0, 1, ... and, other
 * than arrays of numbers, without a size; where there is none, the config says {@code is_null}.
 */
final class GroupCodecs {

    private static final String IS_NULL = "is_null";

    private GroupCodecs() {
    }

    private static void saveAll(final NodeSettingsWO settings, final String key, final List<?> groups) {
        final var all = settings.addNodeSettings(key);
        if (groups == null) {
            all.addBoolean(IS_NULL, true);
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            ParametersPersistence.save(groups.get(i), all.addNodeSettings(Integer.toString(i)));
        }
    }

    private static List<Object> loadAll(final NodeSettingsRO settings, final String key, final Class<?> type)
        throws InvalidSettingsException {
        final var all = settings.getNodeSettings(key);
        if (all.getBoolean(IS_NULL, false)) {
            return null; // NOSONAR: what was saved
        }
        final var size = all.keySet().stream().filter(name -> name.chars().allMatch(Character::isDigit)).count();
        final var groups = new ArrayList<Object>();
        for (int i = 0; i < size; i++) {
            groups.add(ParametersPersistence.load(type, all.getNodeSettings(Integer.toString(i))));
        }
        return groups;
    }

    /** One group. */
    record Single(Class<?> type) implements ValueCodec<Object> {

        @Override
        public void save(final NodeSettingsWO settings, final String key, final Object value) {
            ParametersPersistence.save(value, settings.addNodeSettings(key));
        }

        @Override
        public Object load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return ParametersPersistence.load(type, settings.getNodeSettings(key));
        }
    }

    /** An array of groups. */
    record ArrayOf(Class<?> type) implements ValueCodec<Object[]> {

        @Override
        public void save(final NodeSettingsWO settings, final String key, final Object[] value) {
            saveAll(settings, key, value == null ? null : Arrays.asList(value));
        }

        @Override
        public Object[] load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            final var groups = loadAll(settings, key, type);
            return groups == null ? null : groups.toArray((Object[])Array.newInstance(type, groups.size())); // NOSONAR
        }
    }

    /** A list of groups. */
    record ListOf(Class<?> type) implements ValueCodec<Collection<?>> {

        @Override
        public void save(final NodeSettingsWO settings, final String key, final Collection<?> value) {
            saveAll(settings, key, value == null ? null : new ArrayList<>(value));
        }

        @Override
        public Collection<?> load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return loadAll(settings, key, type);
        }
    }
}
