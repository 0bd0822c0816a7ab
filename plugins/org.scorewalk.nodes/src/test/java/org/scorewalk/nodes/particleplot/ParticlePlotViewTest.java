// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class ParticlePlotViewTest extends ExecutionTestBase {

    private static final DataTableSpec PARTICLES = SmallTables.spec("run", IntCell.TYPE, "step", IntCell.TYPE,
        "particle", IntCell.TYPE, "x", DoubleCell.TYPE, "y", DoubleCell.TYPE);

    private static ViewInput input(final PortObject[] objects) {
        return new ViewInput() {
            @Override
            public <S extends NodeParameters> S getParameters() {
                return null;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return objects;
            }
        };
    }

    private NodeCall execute(final int runs, final int steps, final int particles) throws Exception {
        final List<Object[]> rows = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            for (int step = 0; step < steps; step++) {
                for (int k = 1; k <= particles; k++) {
                    rows.add(new Object[]{run, step, k, run + 0.001 * k, 0.25 * step});
                }
            }
        }
        final BufferedDataTable table = SmallTables.table(context(), PARTICLES, rows.toArray(Object[][]::new));
        final NodeCall call = NodeCall.execute(new ParticlePlotParameters(), context(), table,
            new ScoreFunctionPortObject(new RingDensity(1.5, 1.5, 0, 0, 0.033, List.of("x", "y"))));
        ParticlePlotNode.execute(call, call);
        return call;
    }

    private static FloatBuffer floats(final String base64) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    @Test
    void initialDataHoldTheParticlesOfEachFrame() throws Exception {
        final NodeCall call = execute(2, 3, 10);

        final var data = ParticlePlotView.initialData(input(call.internalData()));

        assertThat(data.frames()).hasSize(6);
        for (final var frame : data.frames()) {
            final FloatBuffer points = floats(frame.points());
            assertThat(points.remaining()).isEqualTo(20);
            for (int k = 0; k < 10; k++) {
                assertThat(points.get(k)).isEqualTo((float)(frame.run() + 0.001 * (k + 1)));
                assertThat(points.get(10 + k)).isEqualTo((float)(0.25 * frame.index()));
            }
        }
        final JsonNode description = new ObjectMapper().readTree(data.description());
        assertThat(description.get("version").intValue()).isEqualTo(1);
        assertThat(description.get("tracks")).hasSize(2);
        assertThat(description.get("tracks").get(1).get("run").intValue()).isEqualTo(2);
        assertThat(description.get("tracks").get(0).get("from").toString()).isEqualTo("[0,1,2]");
        assertThat(description.get("sampled").booleanValue()).isFalse();
        assertThat(description.get("xLabel").textValue()).isEqualTo("x coord");
        assertThat(description.get("pointColor").textValue()).isEqualTo("#0000ff");
        assertThat(description.get("outline")).hasSize(1);
        assertThat(Base64.getDecoder().decode(description.get("arrows").textValue())).hasSize(17 * 17 * 8);
        assertThat(Base64.getDecoder().decode(data.animation())).startsWith('G', 'I', 'F');
    }

    @Test
    void laterFramesAreAskedForByTheirIndex() throws Exception {
        final var frames = new ParticlePlotFrames(input(execute(2, 7, 3).internalData()));

        assertThat(frames.frames(2, 3, 5)).extracting(ParticlePlotFrames.FrameData::index).containsExactly(3, 4, 5);
        assertThat(frames.frames(2, 3, 5)).extracting(ParticlePlotFrames.FrameData::run).containsOnly(2);
        assertThat(floats(frames.frames(2, 4, 4).get(0).points()).get(3)).isEqualTo(1f);
        assertThat(frames.frames(9, 0, 5)).isEmpty();
        assertThat(Base64.getDecoder().decode(frames.animation())).startsWith('G', 'I', 'F');
    }

    @Test
    void largeDataTravelInPartsSpreadOverAllSteps() throws Exception {
        final NodeCall call = execute(1, 80, 15_000);

        final var data = ParticlePlotView.initialData(input(call.internalData()));

        final long points = data.frames().stream().mapToLong(f -> floats(f.points()).remaining() / 2).sum();
        assertThat(points).isLessThanOrEqualTo(ParticlePlotView.MAX_POINTS + 10_000).isPositive();
        assertThat(data.frames().get(0).index()).isZero();
        assertThat(data.frames().get(data.frames().size() - 1).index()).isEqualTo(79);
        assertThat(new ObjectMapper().readTree(data.description()).get("sampled").booleanValue()).isTrue();
        assertThat(new ObjectMapper().writeValueAsString(data.frames().stream().map(f -> f.points()).toList()).length())
            .as("characters").isLessThan(15_000_000);
    }

    @Test
    void nodesThatAreNotExecutedShowNothing() {
        final var data = ParticlePlotView.initialData(input(null));

        assertThat(data.description()).isNull();
        assertThat(data.frames()).isEmpty();
        assertThatThrownBy(() -> new ParticlePlotFrames(input(null)).frames(1, 0, 1))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("not executed");
    }

    @Test
    void theAnimationIsTheNodesOwnOutput() throws Exception {
        final NodeCall call = execute(1, 2, 3);

        assertThat(call.internalData()[ViewTables.ANIMATION]).isSameAs((PortObject)call.outData(1));
    }
}
