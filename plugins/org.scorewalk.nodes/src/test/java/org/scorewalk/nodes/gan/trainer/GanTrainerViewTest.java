// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.scorewalk.engine.gan.LossRow;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.gan.ViewInputs;
import org.scorewalk.nodes.util.CurvePoints;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class GanTrainerViewTest extends ExecutionTestBase {

    private static final int GENERATOR = 3;

    /** Numbers of a curve: {@code [epoch, iteration, discriminator, generator, seconds][point]}. */
    private static double[][] curve(final String base64) {
        final double[] all = doubles(base64);
        final int points = all.length / LossCurves.NUMBERS;
        final double[][] curve = new double[LossCurves.NUMBERS][];
        Arrays.setAll(curve, i -> Arrays.copyOfRange(all, i * points, (i + 1) * points));
        return curve;
    }

    private static double[] doubles(final String base64) {
        final var buffer =
            ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        final double[] values = new double[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private LossCurves curves(final long firstIteration, final LossRow... rows) {
        final var container = context().createDataContainer(LossTable.spec());
        for (int i = 0; i < rows.length; i++) {
            container.addRowToTable(LossTable.row(i, rows[i]));
        }
        container.close();
        return new LossCurves(container.getTable(), firstIteration);
    }

    @Test
    void initialDataAreTheOutputsLossesAndSamples() throws Exception {
        final var call = GanTrainerSessions.execute(context(), GanTrainerSessions.discs(context(), 70), p -> {
            p.m_epochs = 5;
            p.m_sampleEvery = 2;
            p.m_sampleCount = 3;
        });
        final BufferedDataTable losses = call.outData(1);
        final BufferedDataTable samples = call.outData(2);

        final var data = GanTrainerView.initialData(ViewInputs.of(call.internalData()));

        final JsonNode description = new ObjectMapper().readTree(data.description());
        assertThat(description.get("epochs").toString()).isEqualTo("[2,4,5]");
        assertThat(description.get("loss").textValue()).isEqualTo("Binary cross-entropy");
        assertThat(description.get("equilibrium").booleanValue()).isTrue();
        assertThat(curve(data.epochLosses())[2]).containsExactly(SmallTables.numbers(losses, "discriminator loss"));
        assertThat(curve(data.epochLosses())[GENERATOR])
            .containsExactly(SmallTables.numbers(losses, "generator loss"));
        assertThat(data.rowLosses()).isNull();
        assertThat(data.frames()).extracting(GanTrainerSamples.Frame::index).containsExactly(0, 1, 2);
        final var rows = SmallTables.rows(samples);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(Base64.getDecoder().decode(data.frames().get(i / 3).pictures().get(i % 3)))
                .isEqualTo(((PNGImageValue)rows.get(i).getCell(2)).getImageContent().getByteArray());
        }
        assertThat(data.real().pictures()).hasSize(70);
        assertThat(call.internalData()).hasSize(GanTrainerView.OBJECTS).contains(losses, samples);
    }

    @Test
    void numbersTravelWithRealOnes() throws Exception {
        final var table = GanTrainerSessions.points(context(), 90);
        final var call = GanTrainerSessions.execute(context(), table, p -> {
            p.m_data = GanTrainerParameters.Data.NUMBERS;
            p.m_epochs = 2;
            p.m_sampleEvery = 1;
            p.m_sampleCount = 4;
        });
        final double[] weights = SmallTables.numbers(call.outData(2), "weight");

        final var data = GanTrainerView.initialData(ViewInputs.of(call.internalData()));

        assertThat(Arrays.copyOfRange(doubles(data.frames().get(1).values()), 4, 8))
            .containsExactly(Arrays.copyOfRange(weights, 4, 8));
        final double[] real = doubles(data.real().values());
        final double[] heights = SmallTables.numbers(table, "height");
        assertThat(real).hasSize(3 * 90);
        for (int k = 0; k < 90; k++) {
            assertThat(real[k]).isEqualTo(heights[k], within(1e-4));
        }
    }

    @Test
    void samplesOfFewEpochsAreAskedFor() throws Exception {
        final var call = GanTrainerSessions.execute(context(), GanTrainerSessions.discs(context(), 70), p -> {
            p.m_epochs = 6;
            p.m_sampleEvery = 1;
            p.m_sampleCount = 2;
        });
        final var input = ViewInputs.of(call.internalData());

        final var frames = new GanTrainerSamples(input).frames(2, 4);

        assertThat(frames).isEqualTo(GanTrainerView.initialData(input).frames().subList(2, 5));
        assertThat(new GanTrainerSamples(input).frames(4, 99)).hasSize(2);
        assertThat(new GanTrainerSamples(input).frames(9, 10)).isEmpty();
    }

    @Test
    void anEpochsLossIsTheMeanOfItsIterations() {
        final var curves = curves(100, new LossRow(4, 103, 1, 2, 0.1), new LossRow(4, 104, 5, Double.NaN, 0.2),
            new LossRow(5, 107, 3, 7, 0.3), new LossRow(5, 108, 3, 3, 0.4));

        final double[][] epochs = curve(curves.epochs());
        assertThat(epochs[0]).containsExactly(4, 5);
        assertThat(epochs[1]).containsExactly(104, 108);
        assertThat(epochs[2]).containsExactly((3 * 1 + 5) / 4.0, 3);
        assertThat(epochs[GENERATOR]).containsExactly(2, (3 * 7 + 3) / 4.0);
        assertThat(curve(curves.rows())[1]).containsExactly(103, 104, 107, 108);
    }

    @Test
    void longCurvesKeepTheirPeaks() {
        final LossRow[] rows = new LossRow[100_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new LossRow(1 + i / 1000, i + 1, i == 54_321 ? 9 : 1, i == 77_777 ? -3 : 1, i);
        }
        final var curves = curves(0, rows);

        final double[][] points = curve(curves.rows());
        assertThat(points[0].length).isBetween(1000, CurvePoints.MAX_POINTS);
        assertThat(points[1][0]).isEqualTo(1);
        assertThat(points[1][points[1].length - 1]).isEqualTo(100_000);
        assertThat(points[1]).isSorted().contains(54_322, 77_778);
        assertThat(Arrays.stream(points[2]).max()).hasValue(9);
        assertThat(Arrays.stream(points[GENERATOR]).min()).hasValue(-3);
        assertThat(curve(curves.epochs())[0]).hasSize(100);
    }

    @Test
    void nodesThatAreNotExecutedShowNothing() {
        assertThat(GanTrainerView.initialData(ViewInputs.of(null)).description()).isNull();
        assertThatThrownBy(() -> new GanTrainerSamples(ViewInputs.of(null)).frames(0, 1))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("not executed");
    }
}
