// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class ViewPagesTest {

    @Test
    void pagesAreWhatTheirSourcesMake() throws IOException {
        assertThat(ViewPages.sources()).isNotEmpty();
        for (final Path source : ViewPages.sources()) {
            assertThat(Files.readString(ViewPages.target(source)).equals(ViewPages.assemble(source)))
                .as("%s is not up to date: run ViewPages", ViewPages.target(source)).isTrue();
        }
    }

    @Test
    void pagesNeedNoNetwork() throws IOException {
        for (final Path source : ViewPages.sources()) {
            assertThat(Files.readString(ViewPages.target(source)))
                .doesNotContain("http://").doesNotContain("https://").doesNotContain("@import")
                .doesNotContainPattern("<script[^>]+src=").doesNotContain("<link").doesNotContain("<!--include");
        }
    }
}
