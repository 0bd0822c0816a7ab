// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.scorewalk.host.ExitCode;
import org.scorewalk.host.HostException;

/** Collects what is wrong with a workflow, so that the user sees all of it at once. */
final class Problems {

    private final Set<String> m_errors = new LinkedHashSet<>();

    private final Set<String> m_notes = new LinkedHashSet<>();

    private Throwable m_cause;

    /** @param message why the workflow is refused, and what to do */
    void error(final String message) {
        m_errors.add(message);
    }

    /**
     * @param message why the workflow is refused, and what to do
     * @param cause the technical reason
     */
    void error(final String message, final Throwable cause) {
        m_errors.add(message);
        if (m_cause == null) {
            m_cause = cause;
        }
    }

    /** @param message something odd that does not change any result */
    void note(final String message) {
        m_notes.add(message);
    }

    boolean hasErrors() {
        return !m_errors.isEmpty();
    }

    List<String> notes() {
        return new ArrayList<>(m_notes);
    }

    /** @throws HostException if there is any error */
    void throwIfAny() throws HostException {
        if (hasErrors()) {
            throw new HostException(ExitCode.NOT_LOADABLE, new ArrayList<>(m_errors), m_cause);
        }
    }
}
