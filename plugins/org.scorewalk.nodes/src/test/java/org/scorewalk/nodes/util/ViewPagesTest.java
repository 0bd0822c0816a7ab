// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewPagesTest {

    private static final String CHARTS = "lib/echarts.min.js";

    @ParameterizedTest
    @ValueSource(strings = {"gan-sampler", "gan-trainer", "langevin-sampler", "particle-plot", "score-function"})
    void aPageIsCompleteAndNeedsNoNetwork(final String view) {
        final String page = ViewPages.page(view);

        assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n") //
            .contains(ViewPages.file("shared/scorewalk.js"), ViewPages.file("shared/scorewalk.css"),
                ViewPages.file(view + "/view.js"))
            .doesNotContain("<!--");
        // the library's only addresses are XML name spaces and licences
        assertThat(page.replace(ViewPages.file(CHARTS), "")).doesNotContain("http://").doesNotContain("https://")
            .doesNotContain("@import").doesNotContainPattern("<script[^>]+src=").doesNotContain("<link");
    }

    @Test
    void aPageHasTheTitleAndTheControlsOfItsViewAndItsScriptsInTheirOrder() {
        assertThat(ViewPages.page("gan-trainer")).contains("<title>GAN Trainer</title>", "id=\"noSamples\"")
            .containsSubsequence("</head>", "id=\"noSamples\"", ViewPages.file("shared/scorewalk.js"),
                ViewPages.file(CHARTS), ViewPages.file("shared/charts.js"), ViewPages.file("gan-trainer/view.js"));
    }

    @Test
    void onlyPagesWithChartsHoldTheChartLibrary() {
        assertThat(ViewPages.page("particle-plot")).doesNotContain("echarts");
    }

    @Test
    void theChartLibraryCanStandInAScript() {
        assertThat(ViewPages.file(CHARTS)).contains("version=\"5.").contains("Licensed to the Apache Software Foundation")
            .doesNotContain("</script").doesNotContain("<!--");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ViewPages.page("none")).isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("views/none/view.html");
    }
}
