// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** One way to read a value from earlier settings: when it applies, how it reads, which keys it makes obsolete. */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> m_loader;

    private final Predicate<NodeSettingsRO> m_matcher;

    private final List<String[]> m_deprecatedPaths;

    private ConfigMigration(final ParametersLoader<T> loader, final Predicate<NodeSettingsRO> matcher,
        final List<String[]> deprecatedPaths) {
        m_loader = loader;
        m_matcher = matcher;
        m_deprecatedPaths = deprecatedPaths;
    }

    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    public Predicate<NodeSettingsRO> getMatcher() {
        return m_matcher;
    }

    /** Collects what a {@link ConfigMigration} needs. */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;

        private final List<String[]> m_deprecatedPaths = new ArrayList<>();

        private Predicate<NodeSettingsRO> m_matcher;

        public Builder(final ParametersLoader<T> loader) {
            m_loader = Objects.requireNonNull(loader);
        }

        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            m_deprecatedPaths.add(configKeys.clone());
            return this;
        }

        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            m_matcher = matcher;
            return this;
        }

        /** Without a matcher the migration applies when all its deprecated paths are in the settings. */
        public ConfigMigration<T> build() {
            final var paths = List.copyOf(m_deprecatedPaths);
            final Predicate<NodeSettingsRO> matcher = m_matcher != null ? m_matcher
                : settings -> paths.stream().allMatch(path -> contains(settings, path));
            return new ConfigMigration<>(m_loader, matcher, paths);
        }

        private static boolean contains(final NodeSettingsRO settings, final String[] path) {
            var at = settings;
            for (int i = 0; i < path.length; i++) {
                if (!at.containsKey(path[i])) {
                    return false;
                }
                if (i < path.length - 1) {
                    try {
                        at = at.getNodeSettings(path[i]);
                    } catch (final InvalidSettingsException e) { // NOSONAR: a value where a config was expected
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
