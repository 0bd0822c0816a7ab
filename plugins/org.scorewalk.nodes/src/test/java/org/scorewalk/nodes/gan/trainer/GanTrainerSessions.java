// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.Random;
import java.util.function.Consumer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.scorewalk.engine.idx.SmallPng;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.particleplot.ViewSessions;
import org.scorewalk.nodes.util.PngCells;
import org.scorewalk.standin.ui.NodeViewSession;

/** Views of executed GAN Trainer nodes, as the window that shows them gets them. */
public final class GanTrainerSessions {

    private static final int SIDE = 14;

    private GanTrainerSessions() {
    }

    /** Executes the node with small networks. */
    static NodeCall execute(final ExecutionContext context, final BufferedDataTable table,
        final Consumer<GanTrainerParameters> settings) throws Exception {
        final var parameters = new GanTrainerParameters();
        parameters.m_noiseDimension = 8;
        parameters.m_generatorLayers = "32, 64";
        parameters.m_discriminatorLayers = "64, 32";
        parameters.m_learningRate = 1e-3;
        parameters.m_batchSize = 32;
        settings.accept(parameters);
        final NodeCall call = NodeCall.execute(parameters, context, table);
        GanTrainerNode.execute(call, call);
        return call;
    }

    private static NodeViewSession session(final PortObject[] internal) {
        return ViewSessions.of(new GanTrainerNodeFactory(), internal);
    }

    /** Discs at random places. */
    static BufferedDataTable discs(final ExecutionContext context, final int count) {
        final var container = context.createDataContainer(SmallTables.spec("image", PngCells.TYPE));
        final Random random = new Random(3);
        try (SmallPng png = new SmallPng()) {
            for (int k = 0; k < count; k++) {
                final byte[] pixels = new byte[SIDE * SIDE];
                final double x = 5 + random.nextInt(5);
                final double y = 5 + random.nextInt(5);
                for (int i = 0; i < pixels.length; i++) {
                    final double d = Math.hypot(i % SIDE - x, i / SIDE - y);
                    pixels[i] = (byte)Math.max(0, Math.min(255, 255 * (4.5 - d)));
                }
                container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)k),
                    PngCells.of(png, new SmallPng.Image(SIDE, SIDE, 1, pixels))));
            }
        }
        container.close();
        return container.getTable();
    }

    /** Points near two crossing lines, and a column of whole numbers. */
    static BufferedDataTable points(final ExecutionContext context, final int count) {
        final DataTableSpec spec = SmallTables.doubles("height", "weight", "rooms");
        final Random random = new Random(4);
        final Object[][] rows = new Object[count][];
        for (int k = 0; k < count; k++) {
            final double x = random.nextGaussian();
            rows[k] = new Object[]{170 + 10 * x, 70 + 12 * (k % 2 == 0 ? x : -x) + random.nextGaussian(),
                1.0 + random.nextInt(5)};
        }
        return SmallTables.table(context, spec, rows);
    }

    /** Training on images with samples every other epoch. */
    public static NodeViewSession images(final ExecutionContext context, final int epochs, final int samples)
        throws Exception {
        return images(context, epochs, samples, 2);
    }

    /** Training on images. */
    public static NodeViewSession images(final ExecutionContext context, final int epochs, final int samples,
        final int every) throws Exception {
        return session(execute(context, discs(context, 320), p -> {
            p.m_epochs = epochs;
            p.m_sampleEvery = every;
            p.m_sampleCount = samples;
            p.m_lossEvery = 3;
        }).internalData());
    }

    /** Training on numbers. */
    public static NodeViewSession numbers(final ExecutionContext context, final int epochs, final int samples)
        throws Exception {
        return session(execute(context, points(context, 640), p -> {
            p.m_data = GanTrainerParameters.Data.NUMBERS;
            p.m_epochs = epochs;
            p.m_sampleEvery = 5;
            p.m_sampleCount = samples;
        }).internalData());
    }

    /** Training without samples. */
    public static NodeViewSession withoutSamples(final ExecutionContext context) throws Exception {
        return session(execute(context, discs(context, 64), p -> {
            p.m_epochs = 1;
            p.m_sampleEvery = 0;
        }).internalData());
    }

    /** A node that is not executed. */
    public static NodeViewSession empty() {
        return session(null);
    }
}
