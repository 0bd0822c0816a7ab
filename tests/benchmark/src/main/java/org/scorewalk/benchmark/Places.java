// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are. The script tests/benchmark/go names the top of the project. */
final class Places {

    private Places() {
    }

    static Path root() {
        return Path.of(System.getProperty("scorewalk.root", "."));
    }

    static Path shippedImages() {
        return root().resolve("test-workflows/gan-digits/data/fashion-images-idx3-ubyte.gz");
    }

    static Path python(final String script) {
        return root().resolve("tests/benchmark/src/main/python").resolve(script);
    }

    /** A new folder below target/, for one program; whoever asks deletes it. */
    static Path work(final String name) {
        try {
            return Files.createTempDirectory(
                Files.createDirectories(root().resolve("tests/benchmark/target/work")).toAbsolutePath(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
