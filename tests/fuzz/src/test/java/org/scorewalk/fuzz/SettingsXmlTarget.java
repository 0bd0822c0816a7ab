// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;

/** Any bytes as the settings.xml of a node. */
public final class SettingsXmlTarget {

    private static final Path WORKFLOW = Workflows.copy("langevin-ring");

    private static final Path FILE = Workflows.nodeFolder(WORKFLOW, 2).resolve("settings.xml");

    private SettingsXmlTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(SettingsXmlTarget.class).forEach(SettingsXmlTarget::fuzzerTestOneInput);
    }

    /** @param data the file */
    public static void fuzzerTestOneInput(final byte[] data) {
        Contract.check(() -> {
            Files.write(FILE, data);
            Workflows.load(WORKFLOW, WORKFLOW.getParent());
        });
    }
}
