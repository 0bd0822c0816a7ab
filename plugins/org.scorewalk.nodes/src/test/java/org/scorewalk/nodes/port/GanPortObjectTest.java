// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;
import org.scorewalk.engine.nn.AdamState;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.standin.core.PortObjects;

class GanPortObjectTest extends ExecutionTestBase {

    static Stream<GanModel> models() {
        final var settings = GanSettings.builder().build();
        final var images = GanTrainer.untrained(settings, new GanShape.Images(8, 6, 3));
        final var withMemory = new GanModel(images.shape(), images.generator(), images.discriminator(), images.loss(),
            3, 99,
            Optional.of(new GanModel.OptimizerMemory(AdamState.initial(images.generator()),
                AdamState.initial(images.discriminator()))));
        return Stream.of(images, withMemory, GanTrainer.untrained(settings,
            new GanShape.Table(List.of("größe", "a<b>&\"c\""), new double[]{-1, 0}, new double[]{1, 1e-300})));
    }

    @ParameterizedTest
    @MethodSource("models")
    void comesBackEqualAndGeneratesTheSame(final GanModel model) throws Exception {
        final var object = new GanPortObject(model);

        final var copy = (GanPortObject)PortObjects.copy(object, context());

        assertThat(copy).isNotSameAs(object).isEqualTo(object).hasSameHashCodeAs(object);
        assertThat(copy.getSpec()).isEqualTo(object.getSpec()).hasSameHashCodeAs(object.getSpec());
        assertThat(copy.getSummary()).isEqualTo(object.getSummary());
        assertThat(copy.model().memory().isPresent()).isEqualTo(model.memory().isPresent());
        assertThat(rows(copy.model())).containsExactly(rows(model));
    }

    private static float[] rows(final GanModel model) {
        final var all = new float[3 * model.shape().columns()];
        model.generate(model.noise(5, 3), (first, rows, scores) -> System.arraycopy(rows, 0, all, 0, rows.length),
            Monitor.SILENT);
        return all;
    }

    @ParameterizedTest
    @MethodSource("models")
    void specComesBackEqual(final GanModel model) throws Exception {
        final var spec = GanPortObjectSpec.of(model);
        final var content = new ModelContent("test");
        spec.save(content);
        final var copy = new GanPortObjectSpec();
        copy.load(content);

        assertThat(copy).isEqualTo(spec);
        assertThat(copy.can(GanPortObjectSpec.Capability.GENERATE)).isTrue();
        assertThat(copy.noiseDimension()).isEqualTo(100);
    }

    @Test
    void damagedAndNewerSpecsAreRefused() {
        refused(c -> c.addInt("version", 2), "newer version");
        refused(c -> c.addString("data", "sounds"), "damaged");
        refused(c -> c.addString("data", null), "damaged");
        refused(c -> c.addInt("width", 2_000_000_000), "damaged");
        refused(c -> c.addInt("channels", 2), "damaged");
        refused(c -> c.addInt("noiseDimension", 0), "damaged");
        refused(c -> c.addStringArray("columns", (String[])null), "damaged");
        refused(c -> c.addStringArray("capabilities", (String[])null), "damaged");
        refused(c -> c.addStringArray("capabilities", "GENERATE", null), "damaged");
        assertThatThrownBy(() -> new GanPortObjectSpec().load(new ModelContent("test")))
            .isInstanceOf(InvalidSettingsException.class);
    }

    private static void refused(final Consumer<ModelContent> damage, final String message) {
        final var content = new ModelContent("test");
        GanPortObjectSpec.of(models().findFirst().orElseThrow()).save(content);
        damage.accept(content);
        assertThatThrownBy(() -> new GanPortObjectSpec().load(content)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining(message);
    }
}
