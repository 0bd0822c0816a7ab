// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.TraceRecorder;
import org.scorewalk.nodes.ExecutionTestBase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class LangevinSamplerViewTest extends ExecutionTestBase {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode result(final String json) throws Exception {
        return MAPPER.readTree(json).get("result");
    }

    @Test
    void initialDataAreTheSameEachTimeAndSmallHoweverLongTheRuns() throws Exception {
        final var density = new StandardNormalDensity(1, List.of());
        final var first =
            LangevinSamplerViews.one(context(), density, Algorithm.ULA, 1, 20_000, 0.1).initialData().orElseThrow();
        final var second =
            LangevinSamplerViews.one(context(), density, Algorithm.ULA, 1, 20_000, 0.1).initialData().orElseThrow();

        assertThat(first).hasSizeLessThan(60_000).doesNotContain("internalError");
        // seconds and speed are measured
        assertThat(result(first).get("traces")).isEqualTo(result(second).get("traces"));
        assertThat(result(first).get("description")).isEqualTo(result(second).get("description"));
        final JsonNode run = MAPPER.readTree(result(first).get("description").textValue()).get("runs").get(0);
        assertThat(run.get("frames").intValue()).isEqualTo(20_001);
        assertThat(run.get("bins").intValue()).isBetween(TraceRecorder.MAX_BINS / 2, TraceRecorder.MAX_BINS);
    }

    @Test
    void whatDoesNotFitIsAskedFor() throws Exception {
        final var session = LangevinSamplerViews.many(context(), 12, 40, 700);
        final String text = session.initialData().orElseThrow();
        final JsonNode data = result(text);

        assertThat(text).hasSizeLessThan(5_000_000);
        final JsonNode description = MAPPER.readTree(data.get("description").textValue());
        assertThat(description.get("coordinates")).hasSize(TraceRecorder.COORDINATES);
        assertThat(description.get("dimension").intValue()).isEqualTo(40);
        assertThat(data.get("traces").size()).isBetween(12, 12 * TraceRecorder.COORDINATES - 1);
        assertThat(data.get("traces")).anyMatch(t -> t.get("run").intValue() == 12);
        final JsonNode answer = result(session
            .call("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"traces\",\"params\":[23,[5,12]]}"));
        assertThat(answer).hasSize(2).allMatch(t -> t.get("coordinate").intValue() == 23);
    }

    @Test
    void theTableOfRunsHasNoCovariances() throws Exception {
        final JsonNode data = result(LangevinSamplerViews.many(context(), 2, 6, 5).initialData().orElseThrow());

        assertThat(data.get("columns")).extracting(c -> c.get("name").textValue()).containsExactly("run", "algorithm",
            "steps", "step size", "particles", "status", "mean(x1)", "mean(x2)", "mean(x3)", "mean(x4)", "seconds",
            "particle-steps/s", "rows");
        assertThat(data.get("rows")).hasSize(2);
        assertThat(data.get("rows").get(1).get(3).doubleValue()).isEqualTo(0.02);
    }

    @Test
    void aNodeThatIsNotExecutedHasNothingToSay() throws Exception {
        final var session = LangevinSamplerViews.empty();

        assertThat(result(session.initialData().orElseThrow()).isNull()).isTrue();
        assertThat(session.call("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"traces\",\"params\":[0,[1]]}"))
            .contains("not executed");
    }
}
