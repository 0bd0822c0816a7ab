// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;

/** Any bytes as the workflow.knime of a workflow. */
public final class WorkflowXmlTarget {

    private static final Path WORKFLOW = Workflows.copy("langevin-ring");

    private WorkflowXmlTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(WorkflowXmlTarget.class).forEach(WorkflowXmlTarget::fuzzerTestOneInput);
    }

    /** @param data the file */
    public static void fuzzerTestOneInput(final byte[] data) {
        Contract.check(() -> {
            Files.write(WORKFLOW.resolve("workflow.knime"), data);
            Workflows.load(WORKFLOW, WORKFLOW.getParent());
        });
    }
}
