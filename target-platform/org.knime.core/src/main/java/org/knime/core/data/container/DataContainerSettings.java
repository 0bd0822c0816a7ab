// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

/** How a container treats its rows. */
public final class DataContainerSettings {

    /** Number of cells that a table may hold in memory; tables here are measured in bytes instead. */
    public static final int MAX_CELLS_IN_MEMORY = Integer.getInteger("org.knime.container.cellsinmemory", 5_000);

    /** Number of different values that a domain keeps. */
    public static final int MAX_POSSIBLE_VALUES = Integer.getInteger("org.knime.container.domainvalues.max", 60);

    private static final DataContainerSettings DEFAULT = new DataContainerSettings(false, true, true);

    private final boolean m_initDomain;

    private final boolean m_checkKeys;

    private final boolean m_updateDomain;

    private DataContainerSettings(final boolean initDomain, final boolean checkKeys, final boolean updateDomain) {
        m_initDomain = initDomain;
        m_checkKeys = checkKeys;
        m_updateDomain = updateDomain;
    }

    /** @return domains are learned anew, keys are checked */
    public static DataContainerSettings getDefault() {
        return DEFAULT;
    }

    /** @return starts from the default */
    public static Builder builder() {
        return new SettingsBuilder();
    }

    /** @return whether the domains in the given structure are what is known at first */
    public boolean isInitializeDomain() {
        return m_initDomain;
    }

    /** @return whether keys must differ */
    public boolean isCheckDuplicateRowKeys() {
        return m_checkKeys;
    }

    /** @return whether the rows change the domains */
    public boolean isEnableDomainUpdate() {
        return m_updateDomain;
    }

    /** @return number of different values that a domain keeps */
    public int getMaxDomainValues() {
        return MAX_POSSIBLE_VALUES;
    }

    /** Makes settings. */
    public sealed interface Builder permits SettingsBuilder {

        /**
         * @param initDomain whether the domains in the given structure are what is known at first
         * @return this
         */
        Builder withInitializedDomain(boolean initDomain);

        /**
         * @param enableCheckDuplicateRowKeys whether keys must differ
         * @return this
         */
        Builder withCheckDuplicateRowKeys(boolean enableCheckDuplicateRowKeys);

        /**
         * @param enableDomainUpdate whether the rows change the domains
         * @return this
         */
        Builder withDomainUpdate(boolean enableDomainUpdate);

        /** @return the settings */
        DataContainerSettings build();
    }

    private static final class SettingsBuilder implements Builder {

        private boolean m_initDomain;

        private boolean m_checkKeys = true;

        private boolean m_updateDomain = true;

        @Override
        public Builder withInitializedDomain(final boolean initDomain) {
            m_initDomain = initDomain;
            return this;
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean enableCheckDuplicateRowKeys) {
            m_checkKeys = enableCheckDuplicateRowKeys;
            return this;
        }

        @Override
        public Builder withDomainUpdate(final boolean enableDomainUpdate) {
            m_updateDomain = enableDomainUpdate;
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(m_initDomain, m_checkKeys, m_updateDomain);
        }
    }
}
