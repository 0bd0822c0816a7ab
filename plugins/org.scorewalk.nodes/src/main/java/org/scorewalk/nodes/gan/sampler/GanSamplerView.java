// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.sampler;

import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.engine.gan.GanLoss;
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.nodes.gan.GanViewData;
import org.scorewalk.nodes.gan.sampler.GanSamplerRows.InitialData;
import org.scorewalk.nodes.gan.sampler.GanSamplerRows.Picture;
import org.scorewalk.nodes.util.PngCells;
import org.scorewalk.nodes.util.ViewData;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the view's page starts with, and what KNIME stores for it: a description, and the generated rows, which are the
 * node's own output and are not stored twice.
 */
final class GanSamplerView {

    /** How many rows the view shows. Rows are independent, so the first ones are as good a sample as any. */
    static final int MAX_ROWS = 10_000;

    /** Index of the stored table with the generated rows; the description comes before it. */
    static final int ROWS = 1;

    /** How many objects are stored. */
    static final int OBJECTS = 2;

    private static final int VERSION = 1;

    private GanSamplerView() {
    }

    /** What to store: see {@link #initialData}. */
    static PortObject[] store(final GanModel model, final GanSamplerParameters parameters, final boolean hasNoise,
        final BufferedDataTable rows, final ExecutionContext execution) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        json.put("rows", rows.size());
        json.put("shown", Math.min(rows.size(), MAX_ROWS));
        json.put("scoreIsProbability", model.loss() == GanLoss.BINARY_CROSS_ENTROPY);
        if (hasNoise) {
            json.put("steps", parameters.m_steps);
            json.put("arc", parameters.m_interpolation == GanSamplerParameters.Interpolation.SPHERICAL);
        }
        GanViewData.putShape(model.shape(), json);
        if (model.shape() instanceof GanShape.Images images) {
            json.put("atOnce", GanViewData.imagesAtOnce(images));
        } else {
            json.put("atOnce", GanViewData.columnsAtOnce(Math.min(rows.size(), MAX_ROWS)));
        }
        return new PortObject[]{ViewData.describe(json, execution), rows};
    }

    static InitialData initialData(final ViewInput input) {
        final PortObject[] objects = input.getInternalPortObjects();
        if (!ViewData.isThere(objects, OBJECTS)) {
            return new InitialData(null, null, List.of(), null);
        }
        final var table = (BufferedDataTable)objects[ROWS];
        final String description = ViewData.description((BufferedDataTable)objects[0]);
        final int score = table.getDataTableSpec().findColumnIndex(GanSamplerNode.SCORE);
        final String scores = ViewData.numbers(table, new int[]{score}, 0, MAX_ROWS);
        final var rows = new GanSamplerRows(input);
        if (isImages(table)) {
            final int first = (int)Math.min(table.size(), MAX_ROWS);
            final List<Picture> pictures = rows.pictures(IntStream.range(0, first).toArray());
            return new InitialData(description, scores, pictures, null);
        }
        return new InitialData(description, scores, List.of(), rows.values(0, score));
    }

    private static boolean isImages(final BufferedDataTable table) {
        return PngCells.isPng(table.getDataTableSpec().getColumnSpec(0));
    }
}
