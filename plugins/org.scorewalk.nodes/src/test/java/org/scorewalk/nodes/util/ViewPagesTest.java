// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;

import org.junit.jupiter.api.Test;

class ViewPagesTest {

    @Test
    void aPageHoldsAllThatItIncludes() {
        assertThat(ViewPages.page("particle-plot.html")).startsWith("<!DOCTYPE html>") //
            .contains(ViewPages.page("scorewalk.js"), ViewPages.page("scorewalk.css"),
                ViewPages.page("particle-plot.js"))
            .doesNotContain("<!--include");
    }

    @Test
    void pagesNeedNoNetwork() {
        assertThat(ViewPages.page("particle-plot.html")).doesNotContain("http://").doesNotContain("https://")
            .doesNotContain("@import").doesNotContainPattern("<script[^>]+src=").doesNotContain("<link");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ViewPages.page("none.html")).isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("views/none.html");
    }
}
