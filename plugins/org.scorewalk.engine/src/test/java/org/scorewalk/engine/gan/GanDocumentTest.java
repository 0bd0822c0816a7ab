// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.model.ModelDocument;
import org.scorewalk.engine.model.ModelFile;
import org.scorewalk.engine.nn.Activation;

import com.fasterxml.jackson.databind.node.ObjectNode;

class GanDocumentTest {

    private static GanModel trained() {
        final GanData data = GanData.table(List.of("a, \"b\"", "c"),
            List.of(new double[]{0.1, 1e300}, new double[]{3, -5}, new double[]{2, 7}));
        return GanTrainer.train(GanSettings.builder().generator(3, new int[]{4}, Activation.SILU)
            .discriminator(new int[]{5}, Activation.LEAKY_RELU).epochs(2).build(), data, Optional.empty(),
            GanTrainer.Observer.NONE, Monitor.SILENT).model();
    }

    private static GanModel copy(final GanModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(GanDocument.write(model), out);
        return GanDocument.read(ModelFile.read(new ByteArrayInputStream(out.toByteArray())));
    }

    @Test
    void aModelThatWasWrittenAndReadIsTheSameAndGeneratesTheSame() throws IOException {
        final GanModel model = trained();
        final GanModel read = copy(model);

        assertThat(read.shape()).isEqualTo(model.shape());
        assertThat(read.generator()).isEqualTo(model.generator());
        assertThat(read.discriminator()).isEqualTo(model.discriminator());
        assertThat(read.epochs()).isEqualTo(2);
        assertThat(read.iterations()).isEqualTo(model.iterations());
        assertThat(read.loss()).isEqualTo(model.loss());
        assertThat(read.memory()).isPresent();
        assertThat(read.memory().get().generator().squares()).isDeepEqualTo(model.memory().get().generator().squares());
        assertThat(read.memory().get().discriminator().steps()).isEqualTo(2);
        assertThat(generate(read)).containsExactly(generate(model));
        assertThat(copy(model.withoutMemory()).memory()).isEmpty();
    }

    private static float[] generate(final GanModel model) {
        final float[] all = new float[20];
        model.generate(model.noise(7, 10), (first, rows, scores) ->
            System.arraycopy(rows, 0, all, 2 * first, rows.length),
            Monitor.SILENT);
        return all;
    }

    @Test
    void imagesKeepTheirSize() throws IOException {
        final GanModel model = GanTrainer.untrained(GanSettings.builder().build(), new GanShape.Images(8, 4, 3));
        assertThat(copy(model).shape()).isEqualTo(new GanShape.Images(8, 4, 3));
    }

    @Test
    void damagedDescriptionsAreRefusedAndCreateNothingByName() {
        refused(j -> j.remove("shape"), "GAN is damaged");
        refused(j -> j.remove("generator"), "generator");
        refused(j -> j.putArray("discriminator"), "between 1 and");
        refused(j -> j.put("loss", "java.lang.Runtime"), "no known loss");
        refused(j -> ((ObjectNode)j.path("generator").get(0)).put("activation", "javax.script.ScriptEngineManager"),
            "no known activation");
        refused(j -> ((ObjectNode)j.path("generator").get(0)).put("inputs", 2_000_000_000), "not possible");
        refused(j -> ((ObjectNode)j.path("generator").get(0)).put("inputs", 7), "shape");
        refused(j -> ((ObjectNode)j.path("generator").get(1)).put("inputs", 7), "Layer 2");
        refused(j -> ((ObjectNode)j.path("generator").get(0)).put("slope", "x"), "slope");
        refused(j -> j.put("epochs", -1), "-1 epochs");
        refused(j -> j.put("epochs", 1.5), "epochs");
        refused(j -> ((ObjectNode)j.path("shape")).put("data", "images"), "width");
        refused(j -> ((ObjectNode)j.path("shape")).putArray("columns").addObject().put("name", "a").put("minimum", 2)
            .put("maximum", 1), "range");
        refused(j -> ((ObjectNode)j.path("optimizer")).put("generatorSteps", -1), "does not belong");
    }

    private static void refused(final Consumer<ObjectNode> damage, final String message) {
        final ModelDocument good = GanDocument.write(trained());
        final ObjectNode json = good.description().deepCopy();
        damage.accept(json);
        final ModelDocument bad = new ModelDocument("gan", json, good.arrays());
        assertThatThrownBy(() -> GanDocument.read(bad)).isInstanceOf(InputException.class)
            .hasMessageContaining(message).hasMessageEndingWith(".");
    }

    @Test
    void missingArraysOtherKindsAndNumbersThatAreNoneAreRefused() {
        final ModelDocument good = GanDocument.write(trained());
        final Map<String, ModelDocument.Array> fewer = new LinkedHashMap<>(good.arrays());
        fewer.remove("generator/weights/1");
        assertThatThrownBy(() -> GanDocument.read(new ModelDocument("gan", good.description(), fewer)))
            .isInstanceOf(InputException.class).hasMessageContaining("'generator/weights/1' is missing");
        assertThatThrownBy(() -> GanDocument.read(new ModelDocument("score", good.description(), good.arrays())))
            .isInstanceOf(InputException.class).hasMessageContaining("'score'");
        good.arrays().get("generator/weights/1").values()[0] = Float.NaN;
        assertThatThrownBy(() -> GanDocument.read(good)).isInstanceOf(InputException.class).hasMessageContaining("NaN");
    }
}
