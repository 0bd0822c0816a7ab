// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.scorewalk.standin.core.NodeExecution;

/** A test that executes nodes: it has an execution whose tables are gone afterwards. */
public abstract class ExecutionTestBase {

    @TempDir
    private Path m_folder;

    private NodeExecution m_execution;

    @BeforeEach
    void open() {
        m_execution = NodeExecution.open(m_folder, null);
    }

    @AfterEach
    void close() {
        m_execution.close();
    }

    /** @return the execution, to cancel it */
    protected final NodeExecution execution() {
        return m_execution;
    }

    /** @return what a node gets */
    protected final ExecutionContext context() {
        return m_execution.context();
    }

    /**
     * Cancels the execution when the node has had time to get going.
     *
     * @param milliseconds that time
     * @return the thread that does it
     */
    protected final Thread cancelAfter(final int milliseconds) {
        final var thread = new Thread(() -> {
            try {
                Thread.sleep(milliseconds); // NOSONAR nothing tells how far the node is
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            m_execution.cancel();
        });
        thread.start();
        return thread;
    }

    /** Options are refused with a message that has this part. */
    protected static void assertInvalid(final NodeParameters parameters, final String part) {
        assertThatThrownBy(parameters::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining(part);
    }
}
