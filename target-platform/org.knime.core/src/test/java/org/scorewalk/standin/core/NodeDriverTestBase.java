// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

/** Drives nodes whose work is a function of a test. */
abstract class NodeDriverTestBase {

    @TempDir
    Path m_temp;

    /** An execute that may throw anything. */
    interface Execute {
        PortObject[] run(TestNodeModel model, ExecutionContext exec) throws Exception;
    }

    static NodeDriver node(final TestNodeModel.Work work) {
        return NodeDriver.create(new TestNodeFactory(work));
    }

    static NodeDriver executing(final Execute execute) {
        return node(new TestNodeModel.Work() {
            @Override
            public PortObject[] execute(final TestNodeModel model, final PortObject[] in,
                final ExecutionContext exec) throws Exception {
                return execute.run(model, exec);
            }
        });
    }

    NodeExecution execution() {
        return NodeExecution.open(m_temp, null);
    }

    PortObject[] execute(final NodeDriver node) throws Exception {
        try (NodeExecution execution = execution()) {
            return node.execute(new PortObject[0], execution);
        }
    }

    String failureOf(final Execute execute) {
        return catchThrowableOfType(() -> execute(executing(execute)), NodeFailure.class).getMessage();
    }

    static <T> T throwing(final Throwable t) throws Exception {
        if (t instanceof Error e) {
            throw e;
        }
        throw (Exception)t;
    }
}
