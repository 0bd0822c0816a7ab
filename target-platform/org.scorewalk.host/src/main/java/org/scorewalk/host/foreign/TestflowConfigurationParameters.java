// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;

/**
 * The settings of KNIME's Testflow Configuration. The defaults ask that nodes are executed and that nothing is said.
 */
final class TestflowConfigurationParameters implements NodeParameters {

    /** Messages of nodes: the count, and for each the keys nodeID_i and message_i, which are not kept here. */
    static final class Messages implements NodeParameters {
        int m_count;
    }

    String m_owner = "scorewalk";

    String[] m_requiredLogErrors = {};

    String[] m_requiredLogWarnings = {};

    String[] m_requiredLogInfos = {};

    @Migrate(loadDefaultIfAbsent = true)
    String[] m_optionalLogMessages = {};

    /** Numbers of nodes that must fail. */
    String[] m_failingNodes = {};

    Messages m_requiredNodeWarnings = new Messages();

    Messages m_requiredNodeErrors = new Messages();

    /** Seconds. */
    @Migrate(loadDefaultIfAbsent = true)
    int m_timeout = 300;

    @Migrate(loadDefaultIfAbsent = true)
    int m_maxHilitedRows = 2500;

    @Migrate(loadDefaultIfAbsent = true)
    String[] m_usedJanitors = {};

    @Migrate(loadDefaultIfAbsent = true)
    boolean m_streamingTest;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_requiredNodeWarnings.m_count != 0 || m_requiredNodeErrors.m_count != 0) {
            throw new InvalidSettingsException("This program cannot keep the messages that a test flow requires of its "
                + "nodes. Run the test flow in KNIME.");
        }
    }
}
