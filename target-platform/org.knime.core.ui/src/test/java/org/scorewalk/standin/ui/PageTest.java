// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Resource;
import org.knime.core.webui.page.Resource.ContentType;

/** Where the pages of views come from. */
class PageTest {

    private static String text(final Resource resource) throws IOException {
        try (var in = resource.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readsAPageAndItsFilesFromABundle() throws Exception {
        final var page = Page.create().fromFile().bundleClass(PageTest.class).basePath("html")
            .relativeFilePath("view.html").addResourceFile("view.html").addResourceFromString(() -> "é", "data.svg");
        assertThat(text(page)).contains("golden view");
        assertThat(page.getContentType()).isEqualTo(ContentType.HTML);
        assertThat(text(page.getResource("view.html").orElseThrow())).contains("golden view");
        assertThat(text(page.getResource("data.svg").orElseThrow())).isEqualTo("é");
        assertThat(page.getResource("none.js")).isEmpty();
    }

    @Test
    void makesAPageFromAText() throws Exception {
        final var calls = new AtomicInteger();
        final var page = Page.create().fromString(() -> "<p>" + calls.incrementAndGet()).relativePath("x.html");
        assertThat(page.getRelativePath()).isEqualTo("x.html");
        assertThat(text(page)).isEqualTo("<p>1");
        assertThat(text(page)).isEqualTo("<p>2");
    }

    @Test
    void failsAtOnceWhereThePageIsMissing() {
        final var folder = Page.create().fromFile().bundleClass(PageTest.class).basePath("html");
        assertThatThrownBy(() -> folder.relativeFilePath("none.html")).isInstanceOf(NullPointerException.class)
            .hasMessageContaining("html/none.html");
    }
}
