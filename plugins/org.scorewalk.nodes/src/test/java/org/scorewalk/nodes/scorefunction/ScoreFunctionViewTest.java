// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.util.ViewPages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class ScoreFunctionViewTest extends ExecutionTestBase {

    private static final int MEGABYTE = 1 << 20;

    private static final Density PLANE =
        new GaussianDensity(new double[2], new double[][]{{1, 0.5}, {0.5, 1}}, List.of("a", "b"));

    private static JsonNode answer(final Density density, final String request) throws Exception {
        return new ObjectMapper().readTree(ScoreFunctionViews.of(density).call(request));
    }

    @Test
    void theNodeKeepsItsDensityForTheView() throws Exception {
        final var parameters = new ScoreFunctionParameters();
        parameters.m_density = DensityFamily.STANDARD_NORMAL;
        final var call = NodeCall.execute(parameters, context());

        ScoreFunctionNode.execute(call, call);

        assertThat(call.internalData()).containsExactly(call.<ScoreFunctionPortObject> outData(0));
    }

    @Test
    void initialDataAreTheSameEachTimeAndSmall() {
        for (final Density density : List.of(PLANE, new StandardNormalDensity(1, List.of()),
            new StandardNormalDensity(400, List.of()))) {
            final String first = ScoreFunctionViews.of(density).initialData().orElseThrow();

            assertThat(ScoreFunctionViews.of(density).initialData()).contains(first);
            assertThat(first).as("%d coordinates", density.dimension()).hasSizeLessThan(MEGABYTE)
                .doesNotContain("internalError");
        }
    }

    @Test
    void manyCoordinatesSendTheFirstProfilesAndSlices() throws Exception {
        final String initial =
            ScoreFunctionViews.of(new StandardNormalDensity(400, List.of())).initialData().orElseThrow();
        final JsonNode data = new ObjectMapper().readTree(initial).get("result");

        assertThat(data.get("names")).hasSize(400);
        assertThat(data.get("profiles")).hasSize(ScoreFunctionView.MAX_PROFILES);
        assertThat(data.get("planes")).hasSize(ScoreFunctionView.MAX_PLANES);
    }

    @Test
    void theServiceComputesOtherSlicesAndProfiles() throws Exception {
        final JsonNode plane = answer(PLANE,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"plane\",\"params\":[1,0,[0,0],[-1,1,-2,2]]}").get("result");
        final JsonNode profile = answer(PLANE,
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"profile\",\"params\":[1,[0.5,0],-1,1]}").get("result");

        assertThat(plane.get("first").intValue()).isEqualTo(1);
        assertThat(plane.get("viewport").toString()).isEqualTo("[-1.0,1.0,-2.0,2.0]");
        assertThat(profile.get("from").doubleValue()).isEqualTo(-1);
    }

    @Test
    void wrongQuestionsGetASentence() throws Exception {
        assertThat(answer(PLANE,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"plane\",\"params\":[0,5,[0,0],[-1,1,-2,2]]}").get("error")
                .get("message").textValue()).contains("no plane");
        assertThat(answer(PLANE,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"profile\",\"params\":[0,[0],-1,1]}").get("error").get("message")
                .textValue()).contains("1 numbers");
        assertThat(new ObjectMapper()
            .readTree(ScoreFunctionViews.empty()
                .call("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"profile\",\"params\":[0,[0],-1,1]}"))
            .get("error").get("message").textValue()).contains("not executed");
    }

    @Test
    void thePageHoldsItsChartLibrary() {
        assertThat(ViewPages.page("score-function")).contains(ViewPages.file("lib/echarts.min.js"));
    }
}
