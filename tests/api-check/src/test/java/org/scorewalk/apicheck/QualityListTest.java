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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/quality.md names as proof is there, and the links between the documents lead somewhere. */
class QualityListTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** Files that are built or fetched lie in these, and working copies of others in hidden folders. */
    private static final Set<String> NOT_OURS = Set.of("target", "lib", "out");

    /** Written by {@code ./build benchmark} on a machine that is otherwise idle. */
    private static final String WRITTEN_LATER = "benchmark.md";

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#: ]+)(#[^)]*)?\\)");

    private static final Set<String> CLASSES = new TreeSet<>();

    private static final List<Path> PAGES = new ArrayList<>();

    @BeforeAll
    static void findAll() throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
                final String name = folder.getFileName().toString();
                return !folder.equals(ROOT) && (name.startsWith(".") || NOT_OURS.contains(name))
                    ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
                final String name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    CLASSES.add(name.substring(0, name.length() - ".java".length()));
                } else if (name.endsWith(".md")) {
                    PAGES.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void eachClassAndFileThatShowsSomethingIsThere() throws IOException {
        final String text = Files.readString(ROOT.resolve("docs/quality.md"));
        final List<String> missing = new ArrayList<>();
        int found = 0;
        for (final String line : text.lines().filter(l -> l.startsWith("| ")).toList()) {
            final String proof = line.split("\\|")[2];
            for (final Matcher m = CODE.matcher(proof); m.find();) {
                final String name = m.group(1);
                final boolean isClass = name.matches("[A-Z][A-Za-z0-9]+");
                final boolean isFile = name.contains("/") || name.contains(".") && !name.contains("(");
                if (isClass && !name.equals("DefaultNode") && !CLASSES.contains(name)
                    || isFile && !name.contains("://") && !Files.exists(ROOT.resolve(name))) {
                    missing.add(name);
                }
                found += isClass || isFile ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(60);
        assertThat(missing).as("what docs/quality.md names and is not there").isEmpty();
    }

    /** A line without a test, a file or a reason proves nothing. */
    @Test
    void eachLineShowsSomethingOrSaysWhyNot() throws IOException {
        for (final String line : Files.readAllLines(ROOT.resolve("docs/quality.md"))) {
            if (line.startsWith("| ") && !line.startsWith("| Asked for")) {
                assertThat(line).containsPattern("`|does not apply|open:|\\]\\(");
            }
        }
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() throws IOException {
        final List<String> broken = new ArrayList<>();
        for (final Path page : PAGES) {
            for (final Matcher m = LINK.matcher(Files.readString(page)); m.find();) {
                if (!Files.exists(page.resolveSibling(m.group(1))) && !m.group(1).endsWith(WRITTEN_LATER)) {
                    broken.add(ROOT.relativize(page) + " -> " + m.group(1));
                }
            }
        }
        assertThat(PAGES).hasSizeGreaterThan(8);
        assertThat(broken).isEmpty();
    }
}
