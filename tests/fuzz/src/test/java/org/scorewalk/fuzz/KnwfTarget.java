// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;

import org.scorewalk.host.FileTools;

/** Any bytes as a .knwf archive: it is unpacked below its folder or refused, and nothing else is touched. */
public final class KnwfTarget {

    private static final Path FOLDER = Workflows.temporary();

    private KnwfTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(KnwfTarget.class).forEach(KnwfTarget::fuzzerTestOneInput);
    }

    /** @param data the archive */
    public static void fuzzerTestOneInput(final byte[] data) {
        Contract.check(() -> open(data));
    }

    static void open(final byte[] data) throws Exception { // NOSONAR: the contract looks at it
        final Path archive = Files.write(FOLDER.resolve("fuzz.knwf"), data);
        final Path target = Files.createDirectory(FOLDER.resolve("target"));
        try {
            Workflows.load(archive, target);
        } finally {
            FileTools.delete(target);
            Files.delete(archive);
            try (var left = Files.list(FOLDER)) {
                if (left.findAny().isPresent()) {
                    throw new AssertionError("There is something outside of the folder.");
                }
            }
        }
    }
}
