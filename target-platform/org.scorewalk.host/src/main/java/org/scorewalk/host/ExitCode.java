// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

/** What the process tells its caller. The numbers are documented in docs/host.md and never change their meaning. */
public final class ExitCode {

    /** Every node was executed. */
    public static final int OK = 0;

    /** A node failed, so that it and what follows it gave no result. */
    public static final int NODE_FAILED = 1;

    /** The command line asks for something that does not exist. */
    public static final int USAGE = 2;

    /** All was computed, but the results could not be written. */
    public static final int NOT_WRITTEN = 3;

    /** The workflow cannot be loaded. */
    public static final int NOT_LOADABLE = 4;

    /** The program itself broke. */
    public static final int BROKEN = 70;

    /**
     * The workflow needs native libraries which are not on the class path; {@code ./run} brings them and starts again.
     */
    public static final int NEEDS_NATIVES = 75;

    /** Stopped by Ctrl-C: what shells expect, 128 + SIGINT. */
    public static final int CANCELLED = 130;

    private ExitCode() {
    }
}
