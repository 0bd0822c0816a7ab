// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.util.concurrent.TimeUnit;

/** The program. */
public final class Main {

    /** Longer than nodes take to stop and files to disappear; after that the process ends anyway. */
    private static final long PATIENCE_SECONDS = 5;

    private Main() {
    }

    /** @param args the command line */
    public static void main(final String[] args) {
        final var session = new Session(System.out, System.err);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            session.cancel();
            session.awaitEnd(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }, "scorewalk-stop"));
        System.exit(session.run(args));
    }

    /**
     * Runs the program within another one, e.g. in a bundle of a running Equinox.
     *
     * @param args the command line
     * @return the exit code
     */
    public static int run(final String... args) {
        return new Session(System.out, System.err).run(args);
    }
}
