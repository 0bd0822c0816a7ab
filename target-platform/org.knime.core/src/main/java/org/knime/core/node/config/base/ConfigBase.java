// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.swing.tree.TreeNode;

import org.knime.core.node.InvalidSettingsException;

/**
 * A tree of settings: keys in the order in which they were added, each with a typed value or a nested configuration.
 * Adding a key again replaces its value and keeps its place.
 */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, AbstractConfigEntry> m_map = new LinkedHashMap<>();

    /** @param key the key of this configuration */
    public ConfigBase(final String key) {
        super(ConfigEntries.config, key);
    }

    /**
     * @param key a key
     * @return an empty configuration of the same class
     */
    public abstract ConfigBase getInstance(String key);

    /** @param e takes the place of an entry of the same key */
    protected void put(final AbstractConfigEntry e) {
        m_map.put(e.getKey(), e);
        e.setParent(this);
    }

    /** @param entry takes the place of an entry of the same key */
    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    /**
     * @param key a key
     * @return the entry, null if there is none
     */
    public AbstractConfigEntry getEntry(final String key) {
        return m_map.get(key);
    }

    /** @param config takes the place of an entry of the same key */
    protected final void addConfigBase(final ConfigBase config) {
        if (config.getClass() != getClass()) {
            throw new IllegalArgumentException(
                "This " + getClass() + " is not equal to " + config.getClass());
        }
        put(config);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        put(config);
        return config;
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigBase c) {
            return c;
        }
        throw missing("ConfigBase", key);
    }

    /**
     * @param key of an entry
     * @return the entry that was removed, null if there was none
     */
    public final AbstractConfigEntry removeConfig(final String key) {
        return m_map.remove(key);
    }

    private static InvalidSettingsException missing(final String type, final String key) {
        return new InvalidSettingsException(type + " for key \"" + key + "\" not found.");
    }

    @Override
    public void addInt(final String key, final int value) {
        put(new ConfigIntEntry(key, value));
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigIntEntry e) {
            return e.getInt();
        }
        throw missing("Int", key);
    }

    @Override
    public int getInt(final String key, final int def) {
        return m_map.get(key) instanceof ConfigIntEntry e ? e.getInt() : def;
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        ConfigArrays.write(addConfigBase(key), values, (c, k, v) -> c.addInt(k, (Integer)v));
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return (int[])ConfigArrays.read(getConfigBase(key), int.class, ConfigBase::getInt);
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        return ConfigArrays.orElse(() -> getIntArray(key), def);
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(new ConfigDoubleEntry(key, value));
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigDoubleEntry e) {
            return e.getDouble();
        }
        throw missing("Double", key);
    }

    @Override
    public double getDouble(final String key, final double def) {
        return m_map.get(key) instanceof ConfigDoubleEntry e ? e.getDouble() : def;
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        ConfigArrays.write(addConfigBase(key), values, (c, k, v) -> c.addDouble(k, (Double)v));
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return (double[])ConfigArrays.read(getConfigBase(key), double.class, ConfigBase::getDouble);
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        return ConfigArrays.orElse(() -> getDoubleArray(key), def);
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(new ConfigFloatEntry(key, value));
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigFloatEntry e) {
            return e.getFloat();
        }
        throw missing("Float", key);
    }

    @Override
    public float getFloat(final String key, final float def) {
        return m_map.get(key) instanceof ConfigFloatEntry e ? e.getFloat() : def;
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        ConfigArrays.write(addConfigBase(key), values, (c, k, v) -> c.addFloat(k, (Float)v));
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        return (float[])ConfigArrays.read(getConfigBase(key), float.class, ConfigBase::getFloat);
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        return ConfigArrays.orElse(() -> getFloatArray(key), def);
    }

    @Override
    public void addLong(final String key, final long value) {
        put(new ConfigLongEntry(key, value));
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigLongEntry e) {
            return e.getLong();
        }
        throw missing("Long", key);
    }

    @Override
    public long getLong(final String key, final long def) {
        return m_map.get(key) instanceof ConfigLongEntry e ? e.getLong() : def;
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        ConfigArrays.write(addConfigBase(key), values, (c, k, v) -> c.addLong(k, (Long)v));
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        return (long[])ConfigArrays.read(getConfigBase(key), long.class, ConfigBase::getLong);
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        return ConfigArrays.orElse(() -> getLongArray(key), def);
    }

    @Override
    public void addShort(final String key, final short value) {
        put(new ConfigShortEntry(key, value));
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigShortEntry e) {
            return e.getShort();
        }
        throw missing("Short", key);
    }

    @Override
    public short getShort(final String key, final short def) {
        return m_map.get(key) instanceof ConfigShortEntry e ? e.getShort() : def;
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        ConfigArrays.write(addConfigBase(key), values, (c, k, v) -> c.addShort(k, (Short)v));
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        return (short[])ConfigArrays.read(getConfigBase(key), short.class, ConfigBase::getShort);
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        return ConfigArrays.orElse(() -> getShortArray(key), def);
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(new ConfigByteEntry(key, value));
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigByteEntry e) {
            return e.getByte();
        }
        throw missing("Byte", key);
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return m_map.get(key) instanceof ConfigByteEntry e ? e.getByte() : def;
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        ConfigArrays.write(addConfigBase(key), values, (c, k, v) -> c.addByte(k, (Byte)v));
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        return (byte[])ConfigArrays.read(getConfigBase(key), byte.class, ConfigBase::getByte);
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        return ConfigArrays.orElse(() -> getByteArray(key), def);
    }

    @Override
    public void addChar(final String key, final char value) {
        put(new ConfigCharEntry(key, value));
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigCharEntry e) {
            return e.getChar();
        }
        throw missing("Char", key);
    }

    @Override
    public char getChar(final String key, final char def) {
        return m_map.get(key) instanceof ConfigCharEntry e ? e.getChar() : def;
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        ConfigArrays.write(addConfigBase(key), values, (c, k, v) -> c.addChar(k, (Character)v));
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        return (char[])ConfigArrays.read(getConfigBase(key), char.class, ConfigBase::getChar);
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        return ConfigArrays.orElse(() -> getCharArray(key), def);
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(new ConfigBooleanEntry(key, value));
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigBooleanEntry e) {
            return e.getBoolean();
        }
        throw missing("Boolean", key);
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return m_map.get(key) instanceof ConfigBooleanEntry e ? e.getBoolean() : def;
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        ConfigArrays.write(addConfigBase(key), values, (c, k, v) -> c.addBoolean(k, (Boolean)v));
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        return (boolean[])ConfigArrays.read(getConfigBase(key), boolean.class, ConfigBase::getBoolean);
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        return ConfigArrays.orElse(() -> getBooleanArray(key), def);
    }

    @Override
    public void addString(final String key, final String value) {
        put(new ConfigStringEntry(key, value));
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        if (m_map.get(key) instanceof ConfigStringEntry e) {
            return e.getString();
        }
        throw missing("String", key);
    }

    @Override
    public String getString(final String key, final String def) {
        return m_map.get(key) instanceof ConfigStringEntry e ? e.getString() : def;
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        ConfigArrays.write(addConfigBase(key), values, (c, k, v) -> c.addString(k, (String)v));
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return (String[])ConfigArrays.read(getConfigBase(key), String.class, ConfigBase::getString);
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        return ConfigArrays.orElse(() -> getStringArray(key), def);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(m_map.keySet());
    }

    @Override
    public boolean containsKey(final String key) {
        return m_map.containsKey(key);
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        for (final Map.Entry<String, AbstractConfigEntry> e : m_map.entrySet()) {
            if (e.getValue() instanceof ConfigBase c) {
                c.copyTo(dest.addConfigBase(e.getKey()));
            } else if (dest instanceof ConfigBase base) {
                base.put(e.getValue().getType().createEntry(e.getKey(), e.getValue().toStringValue()));
            } else {
                throw new IllegalArgumentException("Cannot copy to " + dest.getClass());
            }
        }
    }

    @Override
    public final void saveToXML(final OutputStream os) throws IOException {
        ConfigXmlWriter.write(this, os);
    }

    /**
     * Reads the XML form into this configuration, whose content is dropped; its key stays.
     *
     * @param is is read to its end and closed
     * @throws IOException if it cannot be read
     */
    public void load(final InputStream is) throws IOException {
        final ConfigBase read = loadFromXML(this, is);
        m_map.clear();
        read.m_map.values().forEach(this::put);
    }

    /**
     * @param config says of which class the result is
     * @param in is read to its end and closed
     * @return the content under the key that the XML's root bears
     * @throws IOException if it cannot be read
     */
    protected static ConfigBase loadFromXML(final ConfigBase config, final InputStream in) throws IOException {
        return ConfigXmlReader.read(config, in);
    }

    @Override
    public boolean hasIdenticalValue(final AbstractConfigEntry ace) {
        if (!(ace instanceof ConfigBase other) || m_map.size() != other.m_map.size()) {
            return false;
        }
        for (final AbstractConfigEntry e : m_map.values()) {
            if (!e.isIdentical(other.m_map.get(e.getKey()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final String toStringValue() {
        return null;
    }

    @Override
    public String toString() {
        return getKey();
    }

    @Override
    public final boolean isLeaf() {
        return false;
    }

    @Override
    public TreeNode getChildAt(final int childIndex) {
        return new ArrayList<>(m_map.values()).get(childIndex);
    }

    @Override
    public int getChildCount() {
        return m_map.size();
    }

    @Override
    public int getIndex(final TreeNode node) {
        return new ArrayList<>(m_map.values()).indexOf(node);
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(new ArrayList<>(m_map.values()));
    }
}
