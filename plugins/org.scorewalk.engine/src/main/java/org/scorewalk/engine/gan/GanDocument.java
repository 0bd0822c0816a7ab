// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.model.ModelDocument;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.AdamState;
import org.scorewalk.engine.nn.DenseLayer;
import org.scorewalk.engine.nn.DenseNetwork;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A GAN as a {@link ModelDocument} and back. Everything that is read is checked, since it may come from a stranger.
 */
public final class GanDocument {

    /** The kind of model. */
    public static final String KIND = "gan";

    private static final int MAX_COLUMN_NAME = 10_000;

    private GanDocument() {
    }

    /**
     * @param model a GAN
     * @return its document
     */
    public static ModelDocument write(final GanModel model) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("shape", writeShape(model.shape()));
        json.put("loss", model.loss().name());
        json.put("epochs", model.epochs());
        json.put("iterations", model.iterations());
        json.set("generator", writeLayers(model.generator().layers()));
        json.set("discriminator", writeLayers(model.discriminator().layers()));
        final Map<String, ModelDocument.Array> arrays = new LinkedHashMap<>();
        putNetwork(arrays, "generator", model.generator());
        putNetwork(arrays, "discriminator", model.discriminator());
        model.memory().ifPresent(m -> {
            json.putObject("optimizer") //
                .put("generatorSteps", m.generator().steps()) //
                .put("discriminatorSteps", m.discriminator().steps());
            putState(arrays, "generator", model.generator(), m.generator());
            putState(arrays, "discriminator", model.discriminator(), m.discriminator());
        });
        return new ModelDocument(KIND, json, arrays);
    }

    /**
     * @param document a document
     * @return the GAN that it holds
     * @throws InputException if it holds none, or a damaged one
     */
    public static GanModel read(final ModelDocument document) {
        check(KIND.equals(document.kind()), "The model is no GAN but of the kind '%s'.", document.kind());
        final ObjectNode json = document.description();
        final GanShape shape = readShape(json.path("shape"));
        final DenseNetwork generator = network(document, "generator");
        final DenseNetwork discriminator = network(document, "discriminator");
        Optional<GanModel.OptimizerMemory> memory = Optional.empty();
        if (json.has("optimizer")) {
            final JsonNode steps = json.path("optimizer");
            memory = Optional.of(new GanModel.OptimizerMemory(
                state(document, "generator", generator, integer(steps, "generatorSteps")),
                state(document, "discriminator", discriminator, integer(steps, "discriminatorSteps"))));
        }
        final JsonNode iterations = json.path("iterations");
        check(iterations.isIntegralNumber() && iterations.canConvertToLong(),
            "The GAN is damaged: '%s' is no whole number.", "iterations");
        return new GanModel(shape, generator, discriminator, constant(GanLoss.class, json, "loss"),
            integer(json, "epochs"), iterations.longValue(), memory);
    }

    /**
     * @param shape what the rows of a GAN are
     * @return a JSON object
     */
    public static ObjectNode writeShape(final GanShape shape) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (shape instanceof GanShape.Images images) {
            json.put("data", "images").put("width", images.width()).put("height", images.height()).put("channels",
                images.channels());
        } else if (shape instanceof GanShape.Table table) {
            json.put("data", "table");
            final ArrayNode columns = json.putArray("columns");
            for (int j = 0; j < table.columns(); j++) {
                columns.addObject().put("name", table.names().get(j)).put("minimum", table.minimum()[j]).put("maximum",
                    table.maximum()[j]);
            }
        }
        return json;
    }

    /**
     * @param json what {@link #writeShape(GanShape)} made
     * @return the shape
     * @throws InputException if it is damaged
     */
    public static GanShape readShape(final JsonNode json) {
        final String data = json.path("data").asText();
        if ("images".equals(data)) {
            return new GanShape.Images(integer(json, "width"), integer(json, "height"), integer(json, "channels"));
        }
        check("table".equals(data) && json.path("columns").isArray(),
            "The GAN is damaged: it says neither the size of its images nor the columns of its table.");
        final JsonNode columns = json.path("columns");
        check(columns.size() <= GanShape.Table.MAX_COLUMNS, "The GAN is damaged: it claims to have %d columns.",
            columns.size());
        final List<String> names = new ArrayList<>();
        final double[] minimum = new double[columns.size()];
        final double[] maximum = new double[columns.size()];
        for (final JsonNode column : columns) {
            check(column.path("name").isTextual() && column.path("name").textValue().length() <= MAX_COLUMN_NAME
                && column.path("minimum").isNumber() && column.path("maximum").isNumber(),
                "The GAN is damaged: a column lacks its name or range.");
            minimum[names.size()] = column.path("minimum").doubleValue();
            maximum[names.size()] = column.path("maximum").doubleValue();
            names.add(column.path("name").textValue());
        }
        return new GanShape.Table(names, minimum, maximum);
    }

    private static ArrayNode writeLayers(final List<DenseLayer> layers) {
        final ArrayNode list = JsonNodeFactory.instance.arrayNode();
        layers.forEach(l -> list.addObject().put("inputs", l.inputs()).put("outputs", l.outputs())
            .put("activation", l.activation().name()).put("slope", l.slope()));
        return list;
    }

    private static void putNetwork(final Map<String, ModelDocument.Array> arrays, final String name,
        final DenseNetwork network) {
        for (int l = 0; l < network.layers().size(); l++) {
            arrays.put(name + "/weights/" + l, array(network.layers().get(l), network.parameters(l)));
        }
    }

    private static void putState(final Map<String, ModelDocument.Array> arrays, final String name,
        final DenseNetwork network, final AdamState state) {
        for (int l = 0; l < network.layers().size(); l++) {
            arrays.put(name + "/means/" + l, array(network.layers().get(l), state.means()[l]));
            arrays.put(name + "/squares/" + l, array(network.layers().get(l), state.squares()[l]));
        }
    }

    private static ModelDocument.Array array(final DenseLayer layer, final float[] values) {
        return new ModelDocument.Array(List.of(layer.inputs() + 1, layer.outputs()), values);
    }

    private static DenseNetwork network(final ModelDocument document, final String name) {
        final JsonNode list = document.description().path(name);
        check(list.isArray() && list.size() <= DenseNetwork.MAX_LAYERS,
            "The GAN is damaged: the layers of its %s are missing.", name);
        final List<DenseLayer> layers = new ArrayList<>();
        for (final JsonNode layer : list) {
            check(layer.path("slope").isNumber(), "The GAN is damaged: a layer lacks its slope.");
            layers.add(new DenseLayer(integer(layer, "inputs"), integer(layer, "outputs"),
                constant(Activation.class, layer, "activation"), layer.path("slope").floatValue()));
        }
        DenseNetwork.checkLayers(layers);
        return new DenseNetwork(layers, arrays(document, name + "/weights/", layers));
    }

    private static AdamState state(final ModelDocument document, final String name, final DenseNetwork network,
        final int steps) {
        return new AdamState(steps, arrays(document, name + "/means/", network.layers()),
            arrays(document, name + "/squares/", network.layers()));
    }

    private static float[][] arrays(final ModelDocument document, final String prefix, final List<DenseLayer> layers) {
        final float[][] arrays = new float[layers.size()][];
        for (int l = 0; l < arrays.length; l++) {
            arrays[l] = document.array(prefix + l, layers.get(l).inputs() + 1, layers.get(l).outputs());
            for (final float value : arrays[l]) {
                if (!Float.isFinite(value)) { // millions of values: no message is made ready for each
                    throw new InputException("The GAN is damaged: the array '" + prefix + l + "' holds " + value + ".");
                }
            }
        }
        return arrays;
    }

    private static int integer(final JsonNode json, final String name) {
        check(json.path(name).isInt(), "The GAN is damaged: '%s' is no whole number.", name);
        return json.path(name).intValue();
    }

    private static <E extends Enum<E>> E constant(final Class<E> type, final JsonNode json, final String name) {
        final String value = json.path(name).asText();
        return Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(value)).findFirst()
            .orElseThrow(() -> new InputException("The GAN is damaged or newer than this version of Scorewalk: '"
                + value.substring(0, Math.min(40, value.length())) + "' is no known " + name + "."));
    }
}
