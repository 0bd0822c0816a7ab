// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** The kinds of entries of a configuration; their names are what the XML form bears as {@code type}. */
public enum ConfigEntries {
    /** {@link ConfigStringEntry}. */
    xstring {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigStringEntry(key, value);
        }
    },
    /** {@link ConfigIntEntry}. */
    xint {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigIntEntry(key, value);
        }
    },
    /** {@link ConfigDoubleEntry}. */
    xdouble {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigDoubleEntry(key, value);
        }
    },
    /** {@link ConfigFloatEntry}. */
    xfloat {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigFloatEntry(key, value);
        }
    },
    /** {@link ConfigLongEntry}. */
    xlong {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigLongEntry(key, value);
        }
    },
    /** {@link ConfigShortEntry}. */
    xshort {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigShortEntry(key, value);
        }
    },
    /** {@link ConfigByteEntry}. */
    xbyte {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigByteEntry(key, value);
        }
    },
    /** {@link ConfigCharEntry}. */
    xchar {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigCharEntry(key, value);
        }
    },
    /** {@link ConfigBooleanEntry}. */
    xboolean {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigBooleanEntry(key, value);
        }
    },
    /** {@link ConfigPasswordEntry}. */
    xpassword {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigPasswordEntry(key, value);
        }
    },
    /** {@link ConfigTransientStringEntry}. */
    xtransientstring {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigTransientStringEntry(key, value);
        }
    },
    /** {@link ConfigBase}. */
    config {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            throw new IllegalArgumentException("A nested configuration is no single value: " + key);
        }
    };

    /**
     * @param key the key
     * @param value the value in its written form
     * @return a leaf of this kind
     */
    public abstract AbstractConfigEntry createEntry(String key, String value);
}
