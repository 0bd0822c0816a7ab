// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.sampler;

import java.util.List;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.particleplot.ViewSessions;
import org.scorewalk.nodes.port.GanPortObject;
import org.scorewalk.standin.ui.NodeViewSession;

/** Views of executed GAN Sampler nodes, as the window that shows them gets them. */
public final class GanSamplerSessions {

    private static final GanSettings SMALL = GanSettings.builder().generator(3, new int[]{16}, Activation.RELU).build();

    private GanSamplerSessions() {
    }

    /** A GAN of untrained networks for coloured images. */
    static GanModel pictures(final int width, final int height) {
        return GanTrainer.untrained(SMALL, new GanShape.Images(width, height, 3));
    }

    /** A GAN of untrained networks for columns of numbers; the last column is constant. */
    static GanModel numbers(final String... names) {
        final double[] minimum = new double[names.length];
        final double[] maximum = new double[names.length];
        for (int j = 0; j < names.length; j++) {
            minimum[j] = 10 * j;
            maximum[j] = j + 1 < names.length ? 10 * j + 5 : minimum[j];
        }
        return GanTrainer.untrained(SMALL, new GanShape.Table(List.of(names), minimum, maximum));
    }

    /** Executes the node. */
    static NodeCall execute(final ExecutionContext context, final GanModel model,
        final GanSamplerParameters parameters, final PortObject... noise) throws Exception {
        final PortObject[] inputs = new PortObject[1 + noise.length];
        inputs[0] = new GanPortObject(model);
        System.arraycopy(noise, 0, inputs, 1, noise.length);
        final NodeCall call = NodeCall.execute(parameters, context, inputs);
        GanSamplerNode.execute(call, call);
        return call;
    }

    private static NodeViewSession session(final PortObject[] internal) {
        return ViewSessions.of(new GanSamplerNodeFactory(), internal);
    }

    /** Images of 16 x 12 pixels. */
    public static NodeViewSession images(final ExecutionContext context, final int count) throws Exception {
        return images(context, count, 16, 12);
    }

    /** Images, as many and as large as wanted. */
    public static NodeViewSession images(final ExecutionContext context, final int count, final int width,
        final int height) throws Exception {
        final var parameters = new GanSamplerParameters();
        parameters.m_count = count;
        return session(execute(context, pictures(width, height), parameters).internalData());
    }

    /** Images on the way between noise rows. */
    public static NodeViewSession walk(final ExecutionContext context, final int noiseRows, final int steps)
        throws Exception {
        final var parameters = new GanSamplerParameters();
        parameters.m_steps = steps;
        final Object[][] noise = new Object[noiseRows][];
        for (int r = 0; r < noiseRows; r++) {
            noise[r] = new Object[]{Math.cos(r), Math.sin(r), 0.2 * r};
        }
        return session(execute(context, pictures(16, 16), parameters,
            SmallTables.table(context, SmallTables.doubles("a", "b", "c"), noise)).internalData());
    }

    /** Numbers; the last column is constant. */
    public static NodeViewSession numbers(final ExecutionContext context, final int count, final String... names)
        throws Exception {
        final var parameters = new GanSamplerParameters();
        parameters.m_count = count;
        return session(execute(context, numbers(names), parameters).internalData());
    }

    /** A node that is not executed. */
    public static NodeViewSession empty() {
        return session(null);
    }
}
