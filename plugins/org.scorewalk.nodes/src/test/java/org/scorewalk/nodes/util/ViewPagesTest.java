// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ViewPagesTest {

    private static final String CHARTS = "lib/echarts.min.js";

    private static final List<String> VIEWS =
        List.of("gan-sampler", "gan-trainer", "langevin-sampler", "particle-plot", "score-function", "score-learner");

    @ParameterizedTest
    @FieldSource("VIEWS")
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
        final String page = ViewPages.page("gan-trainer");

        assertThat(page).contains("<title>GAN Trainer</title>");
        assertThat(Stream.of("</head>", "id=\"noSamples\"", ViewPages.file("shared/scorewalk.js"),
            ViewPages.file(CHARTS), ViewPages.file("shared/charts.js"), ViewPages.file("gan-trainer/view.js"))
            .map(page::indexOf)).doesNotContain(-1).isSorted();
    }

    @Test
    void everyFileIsPartOfAPageAndHasOneJob() throws IOException {
        final String pages = VIEWS.stream().map(ViewPages::page).collect(Collectors.joining());
        try (Stream<Path> files = Files.walk(Path.of("views"))) {
            for (final Path file : files.filter(f -> f.toString().matches(".*\\.(js|css)")).toList()) {
                assertThat(pages).as("%s", file).contains(Files.readString(file));
                final List<String> lines = Files.readAllLines(file);
                assertThat(lines.size()).as("lines of %s", file).isLessThan(400);
                assertThat(lines.stream().filter(line -> line.length() > 120)).as("too long in %s", file).isEmpty();
            }
        }
    }

    @Test
    void onlyPagesWithChartsHoldTheChartLibrary() {
        assertThat(ViewPages.page("particle-plot")).doesNotContain("echarts");
    }

    @Test
    void theChartLibraryCanStandInAScript() {
        assertThat(ViewPages.file(CHARTS)).contains("version=\"5.", "Licensed to the Apache Software Foundation")
            .doesNotContain("</script").doesNotContain("<!--");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ViewPages.page("none")).isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("views/none/view.html");
    }
}
