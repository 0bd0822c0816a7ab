// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.knime.core.data.DataCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.sampling.FrameSink;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.nodes.langevin.LangevinSamplerNodeFactory;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.util.ParticleTable;
import org.scorewalk.standin.core.NodeExecution;

/** Ten frames of particles as a table: a bare loop that writes rows, the engine alone, and the node. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TableBenchmark {

    static final int FRAMES = 10;

    @Param({"1000000"})
    public int rows;

    private Path m_work;

    private ScoreFunctionPortObject m_ring;

    @Setup
    public void prepare() {
        m_work = Places.work("rows");
        m_ring = new ScoreFunctionPortObject(new RingDensity(1.5, 1.5, 0, 0, RingDensity.DEFAULT_WIDTH));
    }

    @TearDown
    public void clear() throws IOException {
        Files.delete(m_work);
    }

    /** What any node with this table has to do: three integers and two numbers a row, in new cells. */
    @Benchmark
    public void bareLoop(final Blackhole hole) {
        try (NodeExecution execution = NodeExecution.open(m_work, null)) {
            final BufferedDataContainer container = execution.context()
                .createDataContainer(ParticleTable.spec(List.of("x", "y"), 1, 1, FRAMES, rows / FRAMES));
            for (int i = 0; i < rows; i++) {
                container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), new DataCell[]{new IntCell(1),
                    new IntCell(i % FRAMES + 1), new IntCell(i), new DoubleCell(i), new DoubleCell(-i)}));
            }
            container.close();
            hole.consume(container.getTable());
        }
    }

    @Benchmark
    public Object engine() {
        return Sampler.run(SamplingBenchmark.plan(rows / FRAMES, FRAMES), FrameSink.NONE, Monitor.SILENT);
    }

    @Benchmark
    public void node(final Blackhole hole) {
        Nodes.execute(new LangevinSamplerNodeFactory(), m_work, this::settings, hole::consume, m_ring);
    }

    private void settings(final NodeSettings settings) {
        settings.addInt("particles", rows / FRAMES);
        settings.addBoolean("keepStart", false);
        try {
            final NodeSettings run = settings.getNodeSettings("runs").getNodeSettings("0");
            run.addInt("steps", FRAMES);
            run.addDouble("stepSize", 0.01);
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e);
        }
    }
}
