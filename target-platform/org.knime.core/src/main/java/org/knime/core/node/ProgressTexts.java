// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a progress monitor says: its own message, and those of the part that spoke last. Several threads may use it. */
final class ProgressTexts {

    private Supplier<String> m_message = () -> null;

    private Supplier<List<String>> m_parts = List::of;

    synchronized void clear() {
        m_message = () -> null;
        m_parts = List::of;
    }

    /** @param message asked when someone reads it; null for none */
    synchronized void setMessage(final Supplier<String> message) {
        m_message = message == null ? () -> null : message;
    }

    /** @param messages asked when someone reads them */
    synchronized void setParts(final Supplier<List<String>> messages) {
        m_parts = messages;
    }

    private synchronized Supplier<String> ownSupplier() {
        return m_message;
    }

    private synchronized Supplier<List<String>> partsSupplier() {
        return m_parts;
    }

    /** @return the own message, may be null */
    String message() {
        return ownSupplier().get(); // not while others wait
    }

    /** @return the own message, if there is one, and those of the part */
    List<String> all() {
        final Supplier<List<String>> parts = partsSupplier();
        final List<String> messages = new ArrayList<>();
        final String own = message();
        if (own != null) {
            messages.add(own);
        }
        messages.addAll(parts.get());
        return messages;
    }
}
