// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.engine.gan.GanData;
import org.scorewalk.engine.gan.GanLoss;
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.nodes.gan.GanRows;
import org.scorewalk.nodes.gan.GanViewData;
import org.scorewalk.nodes.gan.trainer.GanTrainerSamples.Frame;
import org.scorewalk.nodes.gan.trainer.GanTrainerSamples.InitialData;
import org.scorewalk.nodes.util.ViewData;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the view's page starts with, and what KNIME stores for it: a description; the losses and the samples, which are
 * the node's own outputs and are not stored twice; and some of the rows that were learned.
 */
final class GanTrainerView {

    /** Indices of the stored tables; the description comes first. */
    static final int LOSSES = 1;

    static final int SAMPLES = 2;

    static final int REAL = 3;

    /** How many objects are stored. */
    static final int OBJECTS = 4;

    /** Images that are shown of an epoch. */
    static final int MAX_PICTURES = 100;

    /** Rows of numbers that are shown of an epoch, and as many real ones. */
    static final int MAX_ROWS = 2_000;

    /** Columns of numbers that are shown. */
    static final int MAX_COLUMNS = 24;

    private static final int VERSION = 1;

    private static final DataCell[] NOTHING = {};

    private GanTrainerView() {
    }

    /** Some of the rows that are learned, spread evenly over the table. */
    static BufferedDataTable real(final GanData data, final ExecutionContext execution) {
        final boolean images = data.shape() instanceof GanShape.Images;
        final int columns = data.shape().columns();
        // tables of very many columns keep fewer rows
        final int count = Math.min(data.rows(), images ? MAX_PICTURES : Math.max(1, Math.min(MAX_ROWS,
            1_000_000 / columns)));
        final List<String> names = data.shape() instanceof GanShape.Table table ? table.names() : null;
        final var container = execution.createDataContainer(GanRows.spec("Real rows", List.of(), names, List.of()));
        try (var writer = new GanRows.Writer(container, data.shape())) {
            final float[] row = new float[columns];
            for (int i = 0; i < count; i++) {
                data.read((int)((long)i * data.rows() / count), row, 0);
                writer.add(NOTHING, row, 0);
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    static PortObject[] store(final GanTrainerParameters parameters, final GanSettings settings, final GanModel model,
        final Optional<GanModel> earlier, final TrainingTables tables, final BufferedDataTable real,
        final ExecutionContext execution) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        json.put("loss", settings.loss().label());
        json.put("equilibrium", settings.loss() == GanLoss.BINARY_CROSS_ENTROPY
            && parameters.m_labelSmoothing == 0);
        json.put("firstIteration", earlier.map(GanModel::iterations).orElse(0L));
        json.put("sampleEvery", parameters.m_sampleEvery);
        final ArrayNode epochs = json.putArray("epochs");
        tables.epochs().forEach(epochs::add);
        GanViewData.putShape(model.shape(), json);
        final int samples = parameters.m_sampleCount;
        final int atOnce;
        if (model.shape() instanceof GanShape.Images images) {
            final int shown = Math.min(samples, MAX_PICTURES);
            json.put("shown", shown);
            atOnce = GanViewData.imagesAtOnce(images) / shown;
        } else {
            final int shown = Math.min(samples, MAX_ROWS);
            final int columns = Math.min(model.shape().columns(), MAX_COLUMNS);
            json.put("shown", shown).put("shownColumns", columns);
            atOnce = GanViewData.columnsAtOnce(shown) / columns;
        }
        json.put("samples", samples).put("framesAtOnce", Math.max(1, atOnce));
        return new PortObject[]{ViewData.describe(json, execution), tables.losses(), tables.samples(), real};
    }

    static InitialData initialData(final ViewInput input) {
        final PortObject[] objects = input.getInternalPortObjects();
        if (!ViewData.isThere(objects, OBJECTS)) {
            return new InitialData(null, null, null, List.of(), null);
        }
        final var layout = new SampleLayout(objects);
        final var curves = new LossCurves((BufferedDataTable)objects[LOSSES], layout.firstIteration());
        final List<Frame> frames = new ArrayList<>();
        final int every = Math.max(1, (layout.frames() + layout.framesAtOnce() - 1) / layout.framesAtOnce());
        for (int f = 0; f < layout.frames(); f++) {
            if (f % every == 0 || f == layout.frames() - 1) {
                frames.add(layout.frame(f));
            }
        }
        return new InitialData(ViewData.description((BufferedDataTable)objects[0]), curves.epochs(), curves.rows(),
            frames, layout.real());
    }
}
