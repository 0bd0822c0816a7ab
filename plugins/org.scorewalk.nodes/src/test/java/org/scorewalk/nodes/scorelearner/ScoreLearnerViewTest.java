// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.scorewalk.engine.plot.ScoreAtNoise;
import org.scorewalk.engine.scorelearning.LearnedDensity;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.gan.ViewInputs;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.scorelearner.ScoreLearnerViewService.Level;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class ScoreLearnerViewTest extends ExecutionTestBase {

    /** Numbers as pages read them, {@code [column][row]}. */
    private static double[][] columns(final String base64, final int columns) {
        final var buffer =
            ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        final double[][] values = new double[columns][buffer.remaining() / columns];
        for (final double[] column : values) {
            buffer.get(column);
        }
        assertThat(buffer.remaining()).isZero();
        return values;
    }

    private NodeCall execute(final int rows, final String... names) throws Exception {
        return ScoreLearnerSessions.execute(context(), ScoreLearnerSessions.moons(context(), rows, names),
            p -> p.m_trainingSteps = 45);
    }

    private static LearnedDensity density(final NodeCall call) {
        return (LearnedDensity)call.<ScoreFunctionPortObject> outData(0).density();
    }

    @Test
    void lossesAndRowsAreTheNodes() throws Exception {
        final var call = execute(90, "height", "weight");
        final BufferedDataTable losses = call.outData(1);

        final var data = ScoreLearnerView.initialData(ViewInputs.of(call.internalData()));

        final JsonNode description = new ObjectMapper().readTree(data.description());
        assertThat(description.get("columns").toString()).isEqualTo("[\"height\",\"weight\"]");
        assertThat(description.get("method").textValue()).isEqualTo("Denoising score matching");
        assertThat(description.get("rows").intValue()).isEqualTo(90);
        assertThat(description.get("validationRows").intValue()).isEqualTo(9);
        assertThat(description.get("sigmas").get(0).doubleValue()).isEqualTo(5);
        assertThat(description.get("sigmas").get(12).doubleValue()).isCloseTo(0.02, within(1e-12));
        final double[][] points = columns(data.losses(), 4);
        assertThat(points[0]).containsExactly(20, 40, 45);
        assertThat(points[1]).containsExactly(SmallTables.numbers(losses, "loss"));
        assertThat(points[2]).containsExactly(SmallTables.numbers(losses, "validation loss"));
        assertThat(columns(data.rows(), 2)[1]).containsExactly(
            SmallTables.numbers(ScoreLearnerSessions.moons(context(), 90, "height", "weight"), "weight"));
        assertThat(call.internalData()).hasSize(ScoreLearnerView.OBJECTS).contains(losses,
            call.<ScoreFunctionPortObject> outData(0));
        assertThat(data.levels()).extracting(Level::index).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void fieldsAreTheScoreAtTheLevelsNoise() throws Exception {
        final var call = execute(60, "height", "weight");
        final var data = ScoreLearnerView.initialData(ViewInputs.of(call.internalData()));
        final double[] v = data.viewport();
        final double[][] rows = columns(data.rows(), 2);
        assertThat(v[0]).isLessThan(Arrays.stream(rows[0]).min().orElseThrow());
        assertThat(v[3]).isGreaterThan(Arrays.stream(rows[1]).max().orElseThrow());

        final double[][] field = columns(data.levels().get(6).field(), 2);

        final int side = ScoreAtNoise.SIDE;
        final int at = 5 * side + 3; // the sixth row from below, the fourth in it
        final double[][] x = {{v[0] + 3.5 / side * (v[1] - v[0])}, {v[2] + 5.5 / side * (v[3] - v[2])}};
        final double[][] expected = new double[2][1];
        final double sigma = density(call).levels().withCount(ScoreAtNoise.LEVELS).sigma(6);
        density(call).noiseScore().score(x, 1, sigma, expected);
        assertThat(field[0]).hasSize(side * side);
        assertThat(new double[]{field[0][at], field[1][at]})
            .containsExactly(new double[]{expected[0][0], expected[1][0]}, within(1e-6));
    }

    @Test
    void noisyRowsTravelWithWhereTheScoreLeads() throws Exception {
        final var call = execute(500, "height", "weight", "sum");
        final var density = density(call);
        final var level = ScoreLearnerView.initialData(ViewInputs.of(call.internalData())).levels().get(4);
        final double sigma = density.levels().withCount(ScoreAtNoise.LEVELS).sigma(4);
        final double[][] noisy = columns(level.noisy(), 3);
        final double[][] denoised = columns(level.denoised(), 3);
        final double[][] score = new double[3][noisy[0].length];
        density.noiseScore().score(noisy, noisy[0].length, sigma, score);

        assertThat(level.field()).isNull();
        for (int i = 0; i < 3; i++) {
            final double deviation = sigma * density.scale()[i];
            for (int k = 0; k < noisy[0].length; k++) {
                assertThat(denoised[i][k]).isCloseTo(noisy[i][k] + deviation * deviation * score[i][k], within(1e-6));
            }
        }
    }

    @Test
    void oneColumnHasAField() throws Exception {
        final var data = ScoreLearnerView.initialData(ViewInputs.of(execute(40, "height").internalData()));

        assertThat(columns(data.levels().get(12).field(), 1)[0]).hasSize(ScoreAtNoise.PROFILE);
        assertThat(data.levels().get(12).noisy()).isNull();
        assertThat(data.viewport()).hasSize(2);
    }

    @Test
    void largeTablesAreSampledEvenly() throws Exception {
        final var call = execute(5000, "height", "weight");

        final double[][] rows =
            columns(ScoreLearnerView.initialData(ViewInputs.of(call.internalData())).rows(), 2);

        final double[] all = SmallTables.numbers(ScoreLearnerSessions.moons(context(), 5000, "height"), "height");
        assertThat(rows[0]).hasSize(ScoreLearnerView.MAX_ROWS);
        assertThat(rows[0][3]).isEqualTo(all[7]);
        assertThat(rows[0][ScoreLearnerView.MAX_ROWS - 1]).isEqualTo(all[4997]);
    }

    @Test
    void numbersOfAnySizeTravel() throws Exception {
        final var spec = SmallTables.doubles("a", "b");
        final Object[][] rows = new Object[30][];
        Arrays.setAll(rows, k -> new Object[]{1e90 * (k % 7), 1e-60 * (k % 5)});
        final var call = ScoreLearnerSessions.execute(context(), SmallTables.table(context(), spec, rows),
            p -> p.m_trainingSteps = 5);

        final var data = ScoreLearnerView.initialData(ViewInputs.of(call.internalData()));

        for (final Level level : data.levels()) {
            for (final String numbers : new String[]{level.field(), level.noisy(), level.denoised()}) {
                for (final double[] column : columns(numbers, 2)) {
                    assertThat(column).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
                }
            }
        }
        assertThat(Arrays.stream(columns(data.levels().get(12).noisy(), 2)[1])).anyMatch(v -> v > 5e-61 && v < 2e-60);
    }

    @Test
    void aLevelIsAskedFor() throws Exception {
        final var input = ViewInputs.of(execute(60, "height", "weight").internalData());
        final var service = new ScoreLearnerViewService(input);

        assertThat(service.level(7)).isEqualTo(ScoreLearnerView.initialData(input).levels().get(7));
        assertThatThrownBy(() -> service.level(13)).hasMessageContaining("no noise level 14");
    }

    @Test
    void nothingIsShownOfANodeThatIsNotExecuted() {
        final var input = ViewInputs.of(null);

        assertThat(ScoreLearnerView.initialData(input).description()).isNull();
        assertThatThrownBy(() -> new ScoreLearnerViewService(input).level(0)).hasMessageContaining("Execute it");
    }
}
