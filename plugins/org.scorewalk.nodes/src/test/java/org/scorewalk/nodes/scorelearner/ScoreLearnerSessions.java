// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import java.util.Random;
import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.particleplot.ViewSessions;
import org.scorewalk.standin.ui.NodeViewSession;

/** Views of executed Score Learner nodes, as the window that shows them gets them. */
public final class ScoreLearnerSessions {

    private ScoreLearnerSessions() {
    }

    /** Executes the node with a small network. */
    static NodeCall execute(final ExecutionContext context, final BufferedDataTable table,
        final Consumer<ScoreLearnerParameters> settings) throws Exception {
        final var parameters = new ScoreLearnerParameters();
        parameters.m_hiddenLayers = "32, 32";
        parameters.m_batchSize = 256;
        parameters.m_trainingSteps = 600;
        parameters.m_lossEvery = 20;
        parameters.m_averaging = 0.98;
        parameters.m_validationPart = 0.1;
        settings.accept(parameters);
        final NodeCall call = NodeCall.execute(parameters, context, table);
        ScoreLearnerNode.execute(call, call);
        return call;
    }

    private static NodeViewSession session(final PortObject[] internal) {
        return ViewSessions.of(new ScoreLearnerNodeFactory(), internal);
    }

    /** Two half circles, and a third column that is the sum of the first two, as many columns as are named. */
    static BufferedDataTable moons(final ExecutionContext context, final int count, final String... names) {
        final Random random = new Random(5);
        final Object[][] rows = new Object[count][];
        for (int k = 0; k < count; k++) {
            final double angle = Math.PI * random.nextDouble();
            final int side = k % 2 == 0 ? 1 : -1;
            final double x = 10 * (side * Math.cos(angle) + (side > 0 ? 0 : 1)) + 0.7 * random.nextGaussian();
            final double y = 10 * side * (Math.sin(angle) - 0.25) + 0.7 * random.nextGaussian();
            final Object[] all = {x, y, x + y + random.nextGaussian()};
            rows[k] = new Object[names.length];
            System.arraycopy(all, 0, rows[k], 0, names.length);
        }
        return SmallTables.table(context, SmallTables.doubles(names), rows);
    }

    /** Two columns. */
    public static NodeViewSession plane(final ExecutionContext context) throws Exception {
        return session(execute(context, moons(context, 2500, "height", "weight"), p -> p.m_trainingSteps = 1500)
            .internalData());
    }

    /** One column, and nothing to validate by. */
    public static NodeViewSession line(final ExecutionContext context) throws Exception {
        return session(execute(context, moons(context, 300, "height"), p -> {
            p.m_validationPart = 0;
            p.m_trainingSteps = 3000;
        }).internalData());
    }

    /** Three columns. */
    public static NodeViewSession space(final ExecutionContext context) throws Exception {
        return session(execute(context, moons(context, 900, "height", "weight", "sum"), p -> {
            // as it is
        }).internalData());
    }

    /** Two columns and a network so large that only some noise levels travel with the page. */
    public static NodeViewSession large(final ExecutionContext context) throws Exception {
        return session(execute(context, moons(context, 100, "height", "weight"), p -> {
            p.m_hiddenLayers = "400, 400";
            p.m_trainingSteps = 3;
            p.m_batchSize = 16;
        }).internalData());
    }

    /** A node that is not executed. */
    public static NodeViewSession empty() {
        return session(null);
    }
}
