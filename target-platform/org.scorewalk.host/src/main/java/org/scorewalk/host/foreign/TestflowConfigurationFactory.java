// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * Stand-in for the node of KNIME's testing framework that says what a test flow must do. Like KNIME's it has no ports
 * and does nothing; the framework reads its settings.
 */
public final class TestflowConfigurationFactory extends DefaultNodeFactory {

    /** The class that KNIME has for it. */
    public static final String KNIME_FACTORY = "org.knime.testing.node.config.TestConfigNodeFactory";

    private static final DefaultNode NODE = DefaultNode.create().name("Testflow Configuration").icon("none.png")
        .shortDescription("A node of KNIME's testing framework: what a test flow must do.")
        .fullDescription("It does nothing; KNIME's test runner reads its settings.")
        .sinceVersion(5, 8, 0) //
        .ports(p -> { }) //
        .model(m -> m.parametersClass(TestflowConfigurationParameters.class)
            .configure((i, o) -> { }).execute((i, o) -> { }));

    /** Called by the host. */
    public TestflowConfigurationFactory() {
        super(NODE);
    }
}
