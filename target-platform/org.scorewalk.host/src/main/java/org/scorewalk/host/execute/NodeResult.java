// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.execute;

import java.util.List;

import org.scorewalk.host.load.HostNode;

/**
 * How a node ended.
 *
 * @param node the node
 * @param state what became of it
 * @param messages warnings and errors
 * @param seconds how long it computed
 * @param cause what broke, for people who look for errors in the program; may be null
 */
public record NodeResult(HostNode node, State state, List<Message> messages, double seconds, Throwable cause) {

    /** What can become of a node. */
    public enum State {
            /** It gave its results. */
            EXECUTED,
            /** It refused its inputs or settings, or broke. */
            FAILED,
            /** It could not start because a node before it gave no result. */
            NOT_EXECUTED,
            /** The user stopped it, or stopped before it could start. */
            CANCELLED
    }

    /** How bad a message is. */
    public enum Severity {
            WARNING, ERROR
    }

    /** What a node tells the user. */
    public record Message(Severity severity, String text) {
    }
}
