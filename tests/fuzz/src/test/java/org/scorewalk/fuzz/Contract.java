// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.io.IOException;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;
import org.scorewalk.engine.InputException;
import org.scorewalk.host.ExitCode;
import org.scorewalk.host.HostException;

/**
 * What readers promise for any bytes: a value, or one of the documented exceptions with a message that people
 * understand. Everything else, such as another exception or an error, is a finding.
 */
final class Contract {

    /** What no user should read. */
    private static final Pattern TECHNICAL = Pattern.compile(
        "\\b(java|javax|org|com|sun|jdk)([.]\\w+)+(Exception|Error)\\b|\\n\\tat |Index \\d+ out of bounds|^null\\b");

    private static int values;

    private Contract() {
    }

    /** Reads. */
    @FunctionalInterface
    interface Reading {
        void run() throws Exception; // NOSONAR: whatever it throws is looked at
    }

    /** How often something was read and not refused. */
    static int values() {
        return values;
    }

    /** Runs and passes the documented exceptions. */
    static void check(final Reading reading) {
        try {
            reading.run();
            values++;
        } catch (final HostException e) {
            if (e.exitCode() != ExitCode.NOT_LOADABLE && e.exitCode() != ExitCode.USAGE) {
                throw new AssertionError("Exit code " + e.exitCode(), e);
            }
            if (e.messages().isEmpty()) {
                throw new AssertionError("no message", e);
            }
            e.messages().forEach(m -> checkMessage(m, e));
        } catch (final InputException | InvalidSettingsException | IOException e) {
            checkMessage(e.getMessage(), e);
        } catch (final RuntimeException e) {
            throw e;
        } catch (final Exception e) { // NOSONAR: see above
            throw new AssertionError("not documented", e);
        }
    }

    private static void checkMessage(final String message, final Exception e) {
        if (message == null || message.isBlank() || TECHNICAL.matcher(message).find()) {
            throw new AssertionError("The message is '" + message + "'", e);
        }
    }
}
