// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.ExecutionContext;
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
}
