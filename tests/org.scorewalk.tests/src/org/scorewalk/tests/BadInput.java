// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One cell of the matrix of bad inputs.
 *
 * @param node the node that gets it, or "Host"
 * @param kind the class of bad input
 * @param what the bad input itself
 * @param description of the workflow, with single quotes
 * @param sabotage what is done to the workflow before it is run
 * @param arguments more of the command line
 * @param code the exit code
 * @param says what the messages must hold
 */
record BadInput(String node, String kind, String what, String description, Sabotage sabotage, List<String> arguments,
    int code,
    List<String> says) {

    /** Damages a workflow. */
    @FunctionalInterface
    interface Sabotage {

        /** Leaves the workflow as it is. */
        Sabotage NONE = workflow -> workflow;

        /** Gives what is to be run. */
        Path apply(Path workflow) throws IOException;
    }

    /** An input that looks odd but is none that must be refused. */
    boolean isGood() {
        return code == 0;
    }

    @Override
    public String toString() {
        return node + " | " + kind + " | " + what;
    }
}
