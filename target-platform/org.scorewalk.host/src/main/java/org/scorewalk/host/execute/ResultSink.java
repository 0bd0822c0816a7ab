// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.execute;

import java.io.IOException;

import org.knime.core.node.port.PortObject;

/** Takes results as soon as a node has them. Calls come from many threads, one at a time for each node. */
@FunctionalInterface
public interface ResultSink {

    /**
     * @param result an executed node
     * @param outputs its port objects, valid during the call only
     * @throws IOException if they cannot be written; this ends the run
     */
    void accept(NodeResult result, PortObject[] outputs) throws IOException;
}
