// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.scorewalk.engine.density.Density;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.standin.ui.NodeViewSession;

/** Views of executed Particle Plot nodes, as the window that shows them gets them. */
public final class ViewSessions {

    private static final DataTableSpec PARTICLES = SmallTables.spec("run", IntCell.TYPE, "step", IntCell.TYPE,
        "particle", IntCell.TYPE, "x", DoubleCell.TYPE, "y", DoubleCell.TYPE);

    private ViewSessions() {
    }

    /** Runs of unadjusted Langevin dynamics with the start kept, drawn with the density's outline. */
    public static NodeViewSession walk(final ExecutionContext context, final Density density, final int runs,
        final int particles, final int steps) throws Exception {
        final List<Object[]> rows = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            final Random random = new Random(run);
            final double[][] x = new double[2][particles];
            final double[][] score = new double[2][particles];
            for (int step = 0; step <= steps; step++) {
                density.score(x, particles, score);
                for (int k = 0; k < particles; k++) {
                    for (int axis = 0; axis < 2; axis++) {
                        final double noise = random.nextGaussian();
                        x[axis][k] = step == 0 ? noise : x[axis][k] + 0.01 * score[axis][k] + Math.sqrt(0.02) * noise;
                    }
                    rows.add(new Object[]{run, step, k + 1, x[0][k], x[1][k]});
                }
            }
        }
        return session(execute(context, rows, new ScoreFunctionPortObject(density)));
    }

    /** Two particles, numbers 7 and 8; number 7 ends at (1, 0.5). */
    public static NodeViewSession fixed(final ExecutionContext context) throws Exception {
        return session(execute(context, List.of(new Object[]{1, 0, 7, 0.0, 0.0}, new Object[]{1, 0, 8, -1.0, -1.0},
            new Object[]{1, 1, 7, 1.0, 0.5}, new Object[]{1, 1, 8, -1.0, 1.0})));
    }

    /** A node that is not executed. */
    public static NodeViewSession empty() {
        return session(null);
    }

    private static PortObject[] execute(final ExecutionContext context, final List<Object[]> rows,
        final PortObject... more) throws Exception {
        final PortObject[] inputs = new PortObject[1 + more.length];
        inputs[0] = SmallTables.table(context, PARTICLES, rows.toArray(Object[][]::new));
        System.arraycopy(more, 0, inputs, 1, more.length);
        final NodeCall call = NodeCall.execute(new ParticlePlotParameters(), context, inputs);
        ParticlePlotNode.execute(call, call);
        return call.internalData();
    }

    private static NodeViewSession session(final PortObject[] internal) {
        return of(new ParticlePlotNodeFactory(), internal);
    }

    /** The view of a node that holds these objects for it; null for a node that is not executed. */
    public static NodeViewSession of(final NodeFactory<?> factory, final PortObject[] internal) {
        return NodeViewSession.open(factory, new Holder(internal)).orElseThrow();
    }

    /** The file that the host writes of a view, where the host is at hand. */
    public static Optional<Path> standalone(final Path folder, final NodeViewSession session) throws IOException {
        try {
            final Method method = Class.forName("org.scorewalk.host.output.ViewPage").getDeclaredMethod("standalone",
                String.class, String.class, String.class, int.class);
            method.setAccessible(true);
            final Path file = folder.resolve("standalone.html");
            Files.writeString(file,
                (String)method.invoke(null, session.html(), session.initialData().orElseThrow(), "workflow", 3));
            return Optional.of(file);
        } catch (final ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** A node model that does nothing but hold the view's objects. */
    private static final class Holder extends NodeModel implements PortObjectHolder {

        private PortObject[] m_objects;

        Holder(final PortObject[] objects) {
            super(0, 0);
            m_objects = objects;
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return m_objects;
        }

        @Override
        public void setInternalPortObjects(final PortObject[] objects) {
            m_objects = objects;
        }

        @Override
        protected void loadInternals(final java.io.File folder, final ExecutionMonitor monitor) {
            // nothing to load
        }

        @Override
        protected void saveInternals(final java.io.File folder, final ExecutionMonitor monitor) {
            // nothing to save
        }

        @Override
        protected void saveSettingsTo(final NodeSettingsWO settings) {
            // no settings
        }

        @Override
        protected void validateSettings(final NodeSettingsRO settings) {
            // no settings
        }

        @Override
        protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
            // no settings
        }

        @Override
        protected void reset() {
            // nothing to reset
        }
    }
}
