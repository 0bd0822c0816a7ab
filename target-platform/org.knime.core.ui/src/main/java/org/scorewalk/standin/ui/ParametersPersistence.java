// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/**
 * Makes, saves and loads parameters classes by reflection, in the form that KNIME uses: a key a field, named as the
 * field without a leading {@code m_}, in the order of declaration, those of a super class first.
 *
 * <p>Loading is strict: a missing key, another type of entry or an unknown enumeration constant is an
 * {@link InvalidSettingsException}, unless the field says how to go on ({@link Migrate}, {@link Migration},
 * {@link LoadDefaultsForAbsentFields}).
 */
public final class ParametersPersistence {

    private ParametersPersistence() {
    }

    /** Calls the constructor without arguments. */
    public static <P> P create(final Class<P> type) {
        return Reflection.newInstance(type);
    }

    /** Calls the constructor that takes the input where there is one, else the one without arguments. */
    public static <P> P create(final Class<P> type, final NodeParametersInput input) {
        return Reflection.constructor(type, NodeParametersInput.class)
            .map(constructor -> Reflection.newInstance(constructor, input))
            .orElseGet(() -> Reflection.newInstance(type));
    }

    /** Writes all fields. */
    public static void save(final Object parameters, final NodeSettingsWO settings) {
        final var persistor = persistor(parameters.getClass());
        if (persistor.isPresent()) {
            persistor.get().save(parameters, settings);
            return;
        }
        for (final var field : ParameterField.of(parameters.getClass())) {
            final var own = persistor(field.field());
            if (own.isPresent()) {
                own.get().save(field.get(parameters), settings);
            } else {
                field.codec().save(settings, field.key(), field.get(parameters));
            }
        }
    }

    /** Makes an instance with the values of the settings. Does not validate it. */
    public static <P> P load(final Class<P> type, final NodeSettingsRO settings) throws InvalidSettingsException {
        final var migrated = migrate(type, settings, null);
        if (migrated.isPresent()) {
            return type.cast(migrated.get());
        }
        final var persistor = persistor(type);
        if (persistor.isPresent()) {
            return type.cast(persistor.get().load(settings));
        }
        final var parameters = Reflection.newInstance(type);
        for (final var field : ParameterField.of(type)) {
            load(field, parameters, settings);
        }
        return parameters;
    }

    private static void load(final ParameterField field, final Object parameters, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final var migrated = migrate(field.field(), settings, field.key());
        if (migrated.isPresent()) {
            field.set(parameters, migrated.get());
            return;
        }
        final var own = persistor(field.field());
        if (own.isPresent()) {
            final var absent = Arrays.stream(own.get().getConfigPaths())
                .noneMatch(path -> path.length > 0 && settings.containsKey(path[0]));
            if (!(absent && field.keepsDefault())) {
                field.set(parameters, own.get().load(settings));
            }
        } else if (settings.containsKey(field.key()) || !field.keepsDefault()) {
            field.set(parameters, field.codec().load(settings, field.key()));
        }
    }

    /** The value by a migration, where one applies. */
    private static Optional<Object> migrate(final AnnotatedElement element, final NodeSettingsRO settings,
        final String key) throws InvalidSettingsException {
        final var annotation = element.getDeclaredAnnotation(Migration.class);
        if (annotation == null) {
            return Optional.empty();
        }
        final NodeParametersMigration<?> migration = Reflection.newInstance(annotation.value());
        if (migration instanceof DefaultProvider<?> provider) {
            return key == null || settings.containsKey(key) ? Optional.empty() : Optional.of(provider.getDefault());
        }
        for (final ConfigMigration<?> candidate : migration.getConfigMigrations()) {
            if (candidate.getMatcher().test(settings)) {
                return Optional.of(candidate.getLoader().load(settings));
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked") // the annotation cannot say for which type the class is
    private static Optional<NodeParametersPersistor<Object>> persistor(final AnnotatedElement element) {
        return Optional.ofNullable(element.getDeclaredAnnotation(Persistor.class))
            .map(annotation -> (NodeParametersPersistor<Object>)Reflection.newInstance(annotation.value()));
    }
}
