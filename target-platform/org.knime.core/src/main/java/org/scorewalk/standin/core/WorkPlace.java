// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the work on this thread belongs: the workflow's folder, and a folder for temporary files. Set by
 * {@link NodeDriver} while a node works; asked by KNIME's file utilities.
 */
public final class WorkPlace implements AutoCloseable {

    /** Gives a folder when it is needed. */
    @FunctionalInterface
    interface Folder {
        Path path() throws IOException;
    }

    private static final ThreadLocal<WorkPlace> CURRENT = new ThreadLocal<>();

    private final WorkPlace m_before;

    private final Path m_workflow;

    private final Folder m_temp;

    private WorkPlace(final Path workflow, final Folder temp) {
        m_before = CURRENT.get();
        m_workflow = workflow;
        m_temp = temp;
    }

    static WorkPlace enter(final Path workflow, final Folder temp) {
        final WorkPlace place = new WorkPlace(workflow, temp);
        CURRENT.set(place);
        return place;
    }

    /** @return the folder of the workflow that this thread works for, null if there is none */
    public static Path workflow() {
        final WorkPlace place = CURRENT.get();
        return place == null ? null : place.m_workflow;
    }

    /**
     * @return the folder for temporary files of this work, which is deleted when the work ends; null if there is none
     * @throws IOException if it cannot be made
     */
    public static Path temp() throws IOException {
        final WorkPlace place = CURRENT.get();
        return place == null || place.m_temp == null ? null : place.m_temp.path();
    }

    @Override
    public void close() {
        if (m_before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(m_before);
        }
    }
}
