// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.progress;

/** Shows the user how far the nodes are. Calls come from many threads. */
public interface Progress extends AutoCloseable {

    /**
     * @param node the node's label
     */
    void started(String node);

    /**
     * @param node the node's label
     * @param fraction between 0 and 1, or null if unknown
     * @param message what the node says, or null
     */
    void at(String node, Double fraction, String message);

    /**
     * @param node the node's label
     * @param executed whether it did all that it had to
     * @param message how it ended, e.g. "executed in 1.2 s"
     */
    void finished(String node, boolean executed, String message);

    /** @param text a line between those of the nodes */
    void line(String text);

    /** Removes what moves. */
    @Override
    void close();

    /**
     * @param fraction between 0 and 1, or null if unknown
     * @param message what the node says, or null
     * @param seconds since the node was started
     * @return percent, the node's message (which has rate and remaining time where the node counts something) or else
     *     an estimate
     */
    static String describe(final Double fraction, final String message, final double seconds) {
        final var text = new StringBuilder();
        if (fraction != null) {
            text.append((int)Math.floor(100 * fraction)).append(" %");
        }
        if (message != null && !message.isBlank()) {
            text.append(text.length() == 0 ? "" : ", ").append(message.strip());
        }
        final boolean told = message != null && message.stripTrailing().endsWith(" left");
        if (!told && fraction != null && fraction > 0 && fraction < 1) {
            text.append(", about ").append(Times.text(seconds * (1 - fraction) / fraction)).append(" left");
        }
        return text.toString();
    }
}
