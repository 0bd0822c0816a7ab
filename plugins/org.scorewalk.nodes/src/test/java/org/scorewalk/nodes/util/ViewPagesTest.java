// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;

import org.junit.jupiter.api.Test;

class ViewPagesTest {

    private static final String CHARTS = "lib/echarts.min.js";

    @Test
    void aPageHoldsAllThatItIncludes() {
        assertThat(ViewPages.page("particle-plot.html")).startsWith("<!DOCTYPE html>") //
            .contains(ViewPages.page("scorewalk.js"), ViewPages.page("scorewalk.css"),
                ViewPages.page("particle-plot.js"))
            .doesNotContain("<!--include");
    }

    @Test
    void onlyPagesWithChartsHoldTheChartLibrary() {
        assertThat(ViewPages.page("particle-plot.html")).doesNotContain("echarts");
    }

    @Test
    void theChartLibraryCanStandInAScript() {
        assertThat(ViewPages.page(CHARTS)).contains("version=\"5.").contains("Licensed to the Apache Software Foundation")
            .doesNotContain("</script").doesNotContain("<!--");
    }

    @Test
    void pagesNeedNoNetwork() {
        // the library's only addresses are XML name spaces and licences
        assertThat(ViewPages.page("particle-plot.html").replace(ViewPages.page(CHARTS), "")).doesNotContain("http://")
            .doesNotContain("https://").doesNotContain("@import").doesNotContainPattern("<script[^>]+src=")
            .doesNotContain("<link");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ViewPages.page("none.html")).isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("views/none.html");
    }
}
