// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Java sources can be read in a window of 120 columns. Those of views are scripts: a test of theirs does the same. */
class SourceLinesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final int COLUMNS = 120;

    @Test
    void noLineIsLongerThan120Characters() throws IOException {
        final List<Path> sources = sources();
        final List<String> tooLong = new ArrayList<>();
        for (final Path source : sources) {
            final List<String> lines = Files.readAllLines(source);
            for (int n = 0; n < lines.size(); n++) {
                final int length = lines.get(n).codePointCount(0, lines.get(n).length());
                if (length > COLUMNS) {
                    tooLong.add(ROOT.relativize(source) + ":" + (n + 1) + " has " + length + " characters");
                }
            }
        }
        assertThat(sources).hasSizeGreaterThan(800);
        assertThat(tooLong).as("Java lines over %d characters", COLUMNS).isEmpty();
    }

    /** All of them but those that are built; hidden folders hold other working copies. */
    private static List<Path> sources() throws IOException {
        final List<Path> sources = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
                final String name = folder.getFileName().toString();
                return !folder.equals(ROOT) && (name.startsWith(".") || name.equals("target"))
                    ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }
}
