// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.scorewalk.engine.InputException;

/** Turns what the engine throws into what nodes may throw, so that users read a sentence and no stack trace. */
public final class UserErrors {

    private UserErrors() {
    }

    /** What a node does when it is configured, or when its settings are checked. */
    @FunctionalInterface
    public interface Configuration {
        /**
         * Does it.
         *
         * @throws InvalidSettingsException if the node cannot be executed like this
         */
        void run() throws InvalidSettingsException;
    }

    /** What a node does when it is executed. */
    @FunctionalInterface
    public interface Execution {
        /**
         * Does it.
         *
         * @throws CanceledExecutionException if the user canceled
         * @throws KNIMEException if it failed, with a message for the user
         * @throws InvalidSettingsException if an input does not suit the settings
         * @throws IOException if a file could not be read or written
         */
        void run() throws CanceledExecutionException, KNIMEException, InvalidSettingsException, IOException;
    }

    /**
     * Configures a node.
     *
     * @param configuration what to do
     * @throws InvalidSettingsException with the message of an {@link InputException}
     */
    public static void configuring(final Configuration configuration) throws InvalidSettingsException {
        try {
            configuration.run();
        } catch (InputException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * Executes a node.
     *
     * @param execution what to do
     * @throws CanceledExecutionException for a {@link CancellationException}
     * @throws KNIMEException with the message of an {@link InputException}, and for want of memory
     */
    public static void executing(final Execution execution) throws CanceledExecutionException, KNIMEException {
        try {
            execution.run();
        } catch (CancellationException e) {
            final var canceled = new CanceledExecutionException(e.getMessage());
            canceled.initCause(e);
            throw canceled;
        } catch (InputException | InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        } catch (IOException e) {
            throw KNIMEException.of(Message.fromSummary("A file could not be read or written: " + e.getMessage()), e);
        } catch (OutOfMemoryError e) { // what was being built is let go by now, so there is room for a message
            throw KNIMEException.of(Message.fromSummaryWithResolution("There is not enough memory for this.",
                "Choose smaller numbers in the node's dialog.",
                "Give the program more memory, in KNIME by the line -Xmx of knime.ini."), e);
        }
    }
}
