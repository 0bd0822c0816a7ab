// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** Settings to be written. */
public interface ConfigBaseWO {

    /** @return the key of this configuration */
    String getKey();

    /**
     * @param key takes the place of an entry of the same key
     * @return the nested configuration, empty
     */
    ConfigBase addConfigBase(String key);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a number of 32 bits
     */
    void addInt(String key, int value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addIntArray(String key, int... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a number of 64 bits
     */
    void addLong(String key, long value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addLongArray(String key, long... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a floating-point number
     */
    void addDouble(String key, double value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addDoubleArray(String key, double... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a floating-point number of 32 bits
     */
    void addFloat(String key, float value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addFloatArray(String key, float... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a number of 16 bits
     */
    void addShort(String key, short value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addShortArray(String key, short... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a number of 8 bits
     */
    void addByte(String key, byte value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addByteArray(String key, byte... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a character
     */
    void addChar(String key, char value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addCharArray(String key, char... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a truth
     */
    void addBoolean(String key, boolean value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addBooleanArray(String key, boolean... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a text, which may be null
     */
    void addString(String key, String value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addStringArray(String key, String... values);
}
