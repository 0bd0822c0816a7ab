// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;


/** Skeleton. */
public final class DataContainerSettings {
    public static final int MAX_CELLS_IN_MEMORY = 60;
    public static final int MAX_POSSIBLE_VALUES = 60;
    public interface Builder {
        Builder withInitializedDomain(boolean initDomain);
        Builder withCheckDuplicateRowKeys(boolean enableCheckDuplicateRowKeys);
        Builder withDomainUpdate(boolean enableDomainUpdate);
        DataContainerSettings build();
    }
    public static DataContainerSettings getDefault() { throw new UnsupportedOperationException(); }
    public static Builder builder() { throw new UnsupportedOperationException(); }
}
