// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** What the node that was run in KNIME has no field for: own forms, earlier forms, super classes, lists. */
class ParameterKindsTest {

    static class Base implements NodeParameters {

        int m_first = 1;
    }

    static final class Group implements Persistable {

        double m_x = 0.5;
    }

    static final class AsText implements NodeParametersPersistor<Integer> {

        @Override
        public Integer load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return Integer.valueOf(settings.getString("as text"));
        }

        @Override
        public void save(final Integer param, final NodeSettingsWO settings) {
            settings.addString("as text", param.toString());
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][]{{"as text"}};
        }
    }

    static final class FromMinutes implements NodeParametersMigration<Integer> {

        @Override
        public List<ConfigMigration<Integer>> getConfigMigrations() {
            return List.of(ConfigMigration.<Integer> builder(settings -> settings.getInt("minutes") * 60)
                .withDeprecatedConfigPath("minutes").build());
        }
    }

    static final class Answer implements DefaultProvider<Integer> {

        @Override
        public Integer getDefault() {
            return 42;
        }
    }

    static final class Kinds extends Base {

        static int ignored = 5;

        int m_second = 2;

        @Persistor(AsText.class)
        Integer m_text = 3;

        @Migration(FromMinutes.class)
        int m_seconds = 4;

        @Migration(Answer.class)
        int m_answer = 5;

        @Persist(hidden = true)
        boolean m_shown = true;

        List<Group> m_groups = List.of(new Group());

        Optional<String> m_name = Optional.empty();

        Optional<Mode> m_mode = Optional.empty();

        byte[] m_bytes = {1, -1};

        Void m_message;
    }

    enum Mode {
        A, B
    }

    private static NodeSettings saved() {
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(new Kinds(), settings);
        return settings;
    }

    @Test
    void writesFieldsOfTheSuperClassFirst() {
        assertThat(saved().keySet()).containsExactly("first", "second", "as text", "seconds", "answer",
            "shown_Internals", "groups", "name", "name_is_present", "mode", "mode_is_present", "bytes");
    }

    @Test
    void readsWhatItWrote() throws Exception {
        final var settings = saved();
        settings.addString("as text", "33");
        settings.addString("mode", "B");
        settings.addBoolean("mode_is_present", true);
        settings.getNodeSettings("groups").addNodeSettings("1").addDouble("x", 7);
        final var loaded = ParametersPersistence.load(Kinds.class, settings);
        assertThat(loaded.m_text).isEqualTo(33);
        assertThat(loaded.m_mode).contains(Mode.B);
        assertThat(loaded.m_name).isEmpty();
        assertThat(loaded.m_groups).extracting(group -> group.m_x).containsExactly(0.5, 7.0);
        assertThat(loaded.m_bytes).containsExactly(1, -1);
    }

    @Test
    void readsTheFormOfAnEarlierVersion() throws Exception {
        final var settings = saved();
        settings.removeConfig("seconds");
        settings.addInt("minutes", 2);
        assertThat(ParametersPersistence.load(Kinds.class, settings).m_seconds).isEqualTo(120);
    }

    @Test
    void takesTheProvidedDefaultOnlyWhereTheKeyIsAbsent() throws Exception {
        final var settings = saved();
        assertThat(ParametersPersistence.load(Kinds.class, settings).m_answer).isEqualTo(5);
        settings.removeConfig("answer");
        assertThat(ParametersPersistence.load(Kinds.class, settings).m_answer).isEqualTo(42);
    }

    @LoadDefaultsForAbsentFields
    static final class Lenient implements NodeParameters {

        int m_old = 1;

        Group m_group = new Group();
    }

    @Test
    void keepsAllDefaultsOfAClassThatAsksForIt() throws Exception {
        final var loaded = ParametersPersistence.load(Lenient.class, new NodeSettings("model"));
        assertThat(loaded.m_old).isEqualTo(1);
        assertThat(loaded.m_group.m_x).isEqualTo(0.5);
        final var wrong = new NodeSettings("model");
        wrong.addString("old", "1");
        assertThatThrownBy(() -> ParametersPersistence.load(Lenient.class, wrong))
            .isInstanceOf(InvalidSettingsException.class);
    }

    static final class Private implements NodeParameters {

        @Widget(title = "t", description = "d")
        private int m_value = 1; // NOSONAR: the mistake that the test is about
    }

    static final class Unknown implements NodeParameters {

        Thread m_thread;
    }

    @Test
    void namesAFieldThatCannotBeSaved() {
        assertThatThrownBy(() -> ParametersPersistence.save(new Private(), new NodeSettings("model")))
            .hasMessageContaining("m_value").hasMessageContaining("private");
        assertThatThrownBy(() -> ParametersPersistence.save(new Unknown(), new NodeSettings("model")))
            .hasMessageContaining("m_thread");
    }
}
