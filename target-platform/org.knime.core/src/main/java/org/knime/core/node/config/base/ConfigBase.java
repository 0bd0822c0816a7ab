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

    private static final String ARRAY_SIZE = "array-size";

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

    private int arraySize() {
        return getInt(ARRAY_SIZE, -1);
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
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addInt(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final int[] result = new int[Math.min(size, array.m_map.size())];
        for (int i = 0; i < size; i++) {
            final int value = array.getInt(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        try {
            return getIntArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
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
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addDouble(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final double[] result = new double[Math.min(size, array.m_map.size())];
        for (int i = 0; i < size; i++) {
            final double value = array.getDouble(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        try {
            return getDoubleArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
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
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addFloat(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final float[] result = new float[Math.min(size, array.m_map.size())];
        for (int i = 0; i < size; i++) {
            final float value = array.getFloat(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        try {
            return getFloatArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
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
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addLong(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final long[] result = new long[Math.min(size, array.m_map.size())];
        for (int i = 0; i < size; i++) {
            final long value = array.getLong(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        try {
            return getLongArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
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
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addShort(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final short[] result = new short[Math.min(size, array.m_map.size())];
        for (int i = 0; i < size; i++) {
            final short value = array.getShort(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        try {
            return getShortArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
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
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addByte(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final byte[] result = new byte[Math.min(size, array.m_map.size())];
        for (int i = 0; i < size; i++) {
            final byte value = array.getByte(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        try {
            return getByteArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
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
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addChar(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final char[] result = new char[Math.min(size, array.m_map.size())];
        for (int i = 0; i < size; i++) {
            final char value = array.getChar(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        try {
            return getCharArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
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
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addBoolean(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final boolean[] result = new boolean[Math.min(size, array.m_map.size())];
        for (int i = 0; i < size; i++) {
            final boolean value = array.getBoolean(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        try {
            return getBooleanArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
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
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addString(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.arraySize();
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final String[] result = new String[Math.min(size, array.m_map.size())];
        for (int i = 0; i < size; i++) {
            final String value = array.getString(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        try {
            return getStringArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
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
