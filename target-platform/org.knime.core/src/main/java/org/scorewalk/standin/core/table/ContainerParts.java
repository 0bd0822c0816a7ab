// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;

/** The way from a container to what stores its rows. */
public final class ContainerParts {

    /** Given by the class of containers. */
    public interface Access {

        /**
         * @param container a new container
         * @param builder takes its rows
         */
        void setBuilder(DataContainer container, TableBuilder builder);
    }

    private static Access s_access;

    private ContainerParts() {
    }

    /** @param access the way in */
    public static void setAccess(final Access access) {
        s_access = access;
    }

    /** @return the way in; there is one as soon as there is a container */
    public static Access access() {
        return s_access;
    }

    /**
     * @param spec the structure
     * @param settings how rows are treated
     * @param store takes the rows
     * @return what treats the rows
     */
    public static TableBuilder newBuilder(final DataTableSpec spec, final DataContainerSettings settings,
        final RowStore store) {
        return new TableBuilder(spec, new TableBuilder.Options(settings.isInitializeDomain(),
            settings.isEnableDomainUpdate(), settings.isCheckDuplicateRowKeys(), settings.getMaxDomainValues()), store);
    }
}
