// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** Runs drive kernels; kernels know nothing of runs. */
class KernelArrowsTest {

    @Test
    void kernelsKnowNoRuns() throws IOException {
        final var sources = Path.of("src/main/java/org/scorewalk/engine/kernel");
        try (var files = Files.list(sources)) {
            final var all = files.toList();
            assertThat(all).hasSizeGreaterThan(10);
            for (final var file : all) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("org.scorewalk.engine.sampling");
            }
        }
    }
}
