// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.objectweb.asm.ClassReader;

/** Reads class files. */
final class ClassFiles {

    private ClassFiles() {
    }

    /** The class files of folders and jars, by internal name. What does not exist is left out. */
    static Map<String, byte[]> read(final Collection<Path> places) throws IOException {
        final var classes = new TreeMap<String, byte[]>();
        for (final var place : places) {
            if (Files.isDirectory(place)) {
                readFolder(place, classes);
            } else if (Files.exists(place)) {
                try (var jar = FileSystems.newFileSystem(place)) {
                    readFolder(jar.getPath("/"), classes);
                }
            }
        }
        return classes;
    }

    private static void readFolder(final Path folder, final Map<String, byte[]> classes) throws IOException {
        try (var files = Files.walk(folder)) {
            for (final var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                final var bytes = Files.readAllBytes(file);
                classes.put(new ClassReader(bytes).getClassName(), bytes);
            }
        }
    }

    /** The places that a system property lists, else those given. */
    static List<Path> places(final String property, final String... defaults) {
        final var value = System.getProperty(property);
        return Arrays.stream(value == null ? defaults : value.split(File.pathSeparator)).map(Path::of).toList();
    }
}
