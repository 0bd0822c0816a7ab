// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/** Settings to be read. Numbers are not widened: an entry is found only under its very type. */
public interface ConfigBaseRO extends Iterable<String> {

    /** @return the key of this configuration */
    String getKey();

    /** @return the keys in their order */
    Set<String> keySet();

    /** @return the keys in their order */
    @Override
    Iterator<String> iterator();

    /**
     * @param key a key
     * @return whether there is an entry of that key
     */
    boolean containsKey(String key);

    /**
     * @param key of a nested configuration
     * @return the nested configuration
     * @throws InvalidSettingsException if there is none
     */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /** @param config takes a copy of all entries */
    void copyTo(ConfigBaseWO config);

    /**
     * @param os takes the XML form and is closed
     * @throws IOException if it cannot be written
     */
    void saveToXML(OutputStream os) throws IOException;

    /**
     * @param key of an entry
     * @return a number of 32 bits
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    int getInt(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a number of 32 bits
     */
    int getInt(String key, int def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    int[] getIntArray(String key, int... def);

    /**
     * @param key of an entry
     * @return a number of 64 bits
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    long getLong(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a number of 64 bits
     */
    long getLong(String key, long def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    long[] getLongArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    long[] getLongArray(String key, long... def);

    /**
     * @param key of an entry
     * @return a floating-point number
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    double getDouble(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a floating-point number
     */
    double getDouble(String key, double def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    double[] getDoubleArray(String key, double... def);

    /**
     * @param key of an entry
     * @return a floating-point number of 32 bits
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    float getFloat(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a floating-point number of 32 bits
     */
    float getFloat(String key, float def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    float[] getFloatArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    float[] getFloatArray(String key, float... def);

    /**
     * @param key of an entry
     * @return a number of 16 bits
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    short getShort(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a number of 16 bits
     */
    short getShort(String key, short def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    short[] getShortArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    short[] getShortArray(String key, short... def);

    /**
     * @param key of an entry
     * @return a number of 8 bits
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    byte getByte(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a number of 8 bits
     */
    byte getByte(String key, byte def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    byte[] getByteArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    byte[] getByteArray(String key, byte... def);

    /**
     * @param key of an entry
     * @return a character
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    char getChar(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a character
     */
    char getChar(String key, char def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    char[] getCharArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    char[] getCharArray(String key, char... def);

    /**
     * @param key of an entry
     * @return a truth
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a truth
     */
    boolean getBoolean(String key, boolean def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    boolean[] getBooleanArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    boolean[] getBooleanArray(String key, boolean... def);

    /**
     * @param key of an entry
     * @return a text, which may be null
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    String getString(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a text, which may be null
     */
    String getString(String key, String def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    String[] getStringArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    String[] getStringArray(String key, String... def);
}
