// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.RowKey;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.gan.GanViewData;
import org.scorewalk.nodes.gan.ViewInputs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class GanSamplerViewTest extends ExecutionTestBase {

    private final GanSamplerParameters m_parameters = new GanSamplerParameters();

    private static double[] doubles(final String base64) {
        final var buffer =
            ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        final double[] values = new double[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    @Test
    void initialDataAreTheOutputsImagesAndScores() throws Exception {
        m_parameters.m_count = 9;
        final var call = GanSamplerSessions.execute(context(), GanSamplerSessions.pictures(5, 4), m_parameters);
        final BufferedDataTable table = call.outData(0);

        final var data = GanSamplerView.initialData(ViewInputs.of(call.internalData()));

        final JsonNode description = new ObjectMapper().readTree(data.description());
        assertThat(description.get("kind").textValue()).isEqualTo("images");
        assertThat(description.get("width").intValue()).isEqualTo(5);
        assertThat(description.get("rows").intValue()).isEqualTo(9);
        assertThat(description.has("steps")).isFalse();
        assertThat(doubles(data.scores())).containsExactly(SmallTables.numbers(table, "discriminator score"));
        assertThat(data.pictures()).hasSize(9);
        final var rows = SmallTables.rows(table);
        for (final var picture : data.pictures()) {
            final var row = rows.get(picture.row());
            // the page names rows by their numbers
            assertThat(row.getKey()).isEqualTo(RowKey.createRowKey((long)picture.row()));
            assertThat(Base64.getDecoder().decode(picture.png()))
                .isEqualTo(((PNGImageValue)row.getCell(0)).getImageContent().getByteArray());
        }
        assertThat(call.internalData()[GanSamplerView.ROWS]).as("not stored twice").isSameAs(table);
    }

    @Test
    void numbersTravelColumnByColumn() throws Exception {
        m_parameters.m_count = 12;
        m_parameters.m_appendNoise = true;
        final var call = GanSamplerSessions.execute(context(), GanSamplerSessions.numbers("a", "b", "c"), m_parameters);
        final BufferedDataTable table = call.outData(0);
        final var input = ViewInputs.of(call.internalData());

        final var data = GanSamplerView.initialData(input);

        final double[] values = doubles(data.values());
        assertThat(values).hasSize(36);
        for (int j = 0; j < 3; j++) {
            assertThat(Arrays.copyOfRange(values, 12 * j, 12 * j + 12))
                .containsExactly(SmallTables.numbers(table, List.of("a", "b", "c").get(j)));
        }
        assertThat(doubles(new GanSamplerRows(input).values(1, 2))).containsExactly(SmallTables.numbers(table, "b"));
        assertThat(new ObjectMapper().readTree(data.description()).get("minimum").toString())
            .isEqualTo("[0.0,10.0,20.0]");
    }

    @Test
    void imagesAreAskedForByRowInAnyOrder() throws Exception {
        m_parameters.m_count = 30;
        final var call = GanSamplerSessions.execute(context(), GanSamplerSessions.pictures(5, 4), m_parameters);
        final var service = new GanSamplerRows(ViewInputs.of(call.internalData()));
        final var all = GanSamplerView.initialData(ViewInputs.of(call.internalData())).pictures();

        assertThat(service.pictures(new int[]{20, 3, 29})).containsExactly(all.get(3), all.get(20), all.get(29));
        assertThat(service.pictures(new int[]{-1, 30, 1_000_000})).isEmpty();
        assertThat(service.pictures(new int[0])).isEmpty();
    }

    @Test
    void largeImagesTravelInParts() throws Exception {
        m_parameters.m_count = 120;
        final var call = GanSamplerSessions.execute(context(), GanSamplerSessions.pictures(128, 128), m_parameters);

        final var data = GanSamplerView.initialData(ViewInputs.of(call.internalData()));

        assertThat(data.pictures().size()).isBetween(10, 119);
        assertThat(data.pictures().stream().mapToLong(p -> p.png().length()).sum())
            .isLessThan(GanViewData.MAX_CHARACTERS + 100_000);
    }

    @Test
    void longTablesShowTheirFirstRows() throws Exception {
        m_parameters.m_count = 10_500;
        final var call = GanSamplerSessions.execute(context(), GanSamplerSessions.numbers("a"), m_parameters);

        final var data = GanSamplerView.initialData(ViewInputs.of(call.internalData()));

        assertThat(doubles(data.scores())).hasSize(10_000);
        assertThat(doubles(data.values())).hasSize(10_000);
        final JsonNode description = new ObjectMapper().readTree(data.description());
        assertThat(description.get("rows").intValue()).isEqualTo(10_500);
        assertThat(description.get("shown").intValue()).isEqualTo(10_000);
    }

    @Test
    void stepsOfAWalkAreDescribed() throws Exception {
        m_parameters.m_steps = 4;
        final var noise = SmallTables.table(context(), SmallTables.doubles("a", "b", "c"), new Object[]{1.0, 0.0, 0.0},
            new Object[]{0.0, 1.0, 0.0});
        final var call = GanSamplerSessions.execute(context(), GanSamplerSessions.pictures(5, 4), m_parameters, noise);

        final var description = new ObjectMapper()
            .readTree(GanSamplerView.initialData(ViewInputs.of(call.internalData())).description());
        assertThat(description.get("steps").intValue()).isEqualTo(4);
        assertThat(description.get("arc").booleanValue()).isTrue();
        assertThat(description.get("rows").intValue()).isEqualTo(6);
    }

    @Test
    void nodesThatAreNotExecutedShowNothing() {
        assertThat(GanSamplerView.initialData(ViewInputs.of(null)).description()).isNull();
        assertThatThrownBy(() -> new GanSamplerRows(ViewInputs.of(null)).pictures(new int[]{1}))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("not executed");
    }
}
