// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;

import org.scorewalk.host.FileTools;
import org.scorewalk.host.write.WorkflowGenerator;

/** Any bytes as the description of a new workflow. */
public final class DescriptionTarget {

    private static final Path FOLDER = Workflows.temporary();

    private DescriptionTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(DescriptionTarget.class).forEach(DescriptionTarget::fuzzerTestOneInput);
    }

    /** @param data the description */
    public static void fuzzerTestOneInput(final byte[] data) {
        Contract.check(() -> {
            final Path made = FOLDER.resolve("made");
            try {
                WorkflowGenerator.generate(Files.write(FOLDER.resolve("fuzz.json"), data), made);
                Workflows.load(made, FOLDER);
            } finally {
                FileTools.delete(made);
            }
        });
    }
}
