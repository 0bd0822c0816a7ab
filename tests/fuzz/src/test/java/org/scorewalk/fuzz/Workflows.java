// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.scorewalk.host.FileTools;
import org.scorewalk.host.HostException;
import org.scorewalk.host.execute.Configurer;
import org.scorewalk.host.load.Workflow;
import org.scorewalk.host.load.WorkflowLoader;
import org.scorewalk.host.source.WorkflowSource;

/** A workflow folder of which one file is replaced again and again. */
final class Workflows {

    /** The root of the project. */
    static final Path ROOT = Path.of(System.getProperty("scorewalk.root", "../..")).toAbsolutePath().normalize();

    private Workflows() {
    }

    /** A copy of a test workflow in a temporary folder that goes with the process. */
    static Path copy(final String name) {
        try {
            final Path from = ROOT.resolve("test-workflows").resolve(name);
            final Path folder = temporary().resolve(name);
            try (Stream<Path> files = Files.walk(from)) {
                for (final Path file : files.toList()) {
                    Files.copy(file, folder.resolve(from.relativize(file).toString()));
                }
            }
            return folder;
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder that goes with the process. */
    static Path temporary() {
        final Path folder;
        try {
            folder = Files.createTempDirectory("scorewalk-fuzz-");
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                FileTools.delete(folder);
            } catch (final IOException e) {
                throw new IllegalStateException(e);
            }
        }));
        return folder;
    }

    /** The folder of a node. */
    static Path nodeFolder(final Path workflow, final int id) {
        try (Stream<Path> folders = Files.list(workflow)) {
            return folders.filter(f -> f.toString().endsWith(" (#" + id + ")")).findFirst().orElseThrow();
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens, loads and configures, as the host does before it executes. */
    static void load(final Path workflow, final Path temporary) throws HostException {
        try (Workflow loaded = WorkflowLoader.load(WorkflowSource.open(workflow.toString(), temporary), List.of())) {
            Configurer.configure(loaded);
        }
    }
}
