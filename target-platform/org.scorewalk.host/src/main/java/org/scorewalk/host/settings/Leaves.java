// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.settings;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseWO;
import org.knime.core.node.config.base.ConfigEntries;

import com.fasterxml.jackson.databind.JsonNode;

/** Single values of a settings tree. */
final class Leaves {

    private static final Map<Class<?>, ConfigEntries> TYPES = Map.ofEntries(Map.entry(int.class, ConfigEntries.xint),
        Map.entry(Integer.class, ConfigEntries.xint), Map.entry(long.class, ConfigEntries.xlong),
        Map.entry(Long.class, ConfigEntries.xlong), Map.entry(double.class, ConfigEntries.xdouble),
        Map.entry(Double.class, ConfigEntries.xdouble), Map.entry(float.class, ConfigEntries.xfloat),
        Map.entry(Float.class, ConfigEntries.xfloat), Map.entry(boolean.class, ConfigEntries.xboolean),
        Map.entry(Boolean.class, ConfigEntries.xboolean), Map.entry(short.class, ConfigEntries.xshort),
        Map.entry(Short.class, ConfigEntries.xshort), Map.entry(byte.class, ConfigEntries.xbyte),
        Map.entry(Byte.class, ConfigEntries.xbyte), Map.entry(char.class, ConfigEntries.xchar),
        Map.entry(Character.class, ConfigEntries.xchar), Map.entry(String.class, ConfigEntries.xstring));

    /** Java's own parser also takes "1f", "0x1p3" and blanks, which are rather slips than wishes. */
    private static final Pattern DECIMAL =
        Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?|NaN|[+-]?Infinity");

    private Leaves() {
    }

    /**
     * @param type the Java type of an option
     * @return how a value of it is stored; empty for types that are stored as a config
     */
    static Optional<ConfigEntries> typeOf(final Class<?> type) {
        return type.isEnum() ? Optional.of(ConfigEntries.xstring) : Optional.ofNullable(TYPES.get(type));
    }

    /**
     * @param config where to put the value; an older one of the same key is replaced
     * @param key its key
     * @param type its stored type
     * @param value the value; a text is parsed
     * @param path names the option in messages
     * @throws InvalidSettingsException if the value is none of that type
     */
    static void set(final ConfigBaseWO config, final String key, final ConfigEntries type, final JsonNode value,
        final String path)
        throws InvalidSettingsException {
        if (value.isContainerNode()) {
            throw new InvalidSettingsException("The option '" + path + "' takes " + name(type) + ", not '" + value
                + "'.");
        }
        final String text = value.asText().strip();
        try {
            switch (type) {
                case xint -> config.addInt(key, number(value, text).intValueExact());
                case xlong -> config.addLong(key, number(value, text).longValueExact());
                case xshort -> config.addShort(key, number(value, text).shortValueExact());
                case xbyte -> config.addByte(key, number(value, text).byteValueExact());
                case xdouble -> config.addDouble(key, real(value, text));
                case xfloat -> config.addFloat(key, (float)real(value, text));
                case xboolean -> config.addBoolean(key, truth(text));
                case xchar -> config.addChar(key, single(value.asText()));
                case xstring -> config.addString(key, value.isNull() ? null : value.asText());
                default -> throw new IllegalArgumentException(type.name());
            }
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new InvalidSettingsException("The option '" + path + "' takes " + name(type) + ", not '"
                + value.asText() + "'.", e);
        }
    }

    private static BigDecimal number(final JsonNode value, final String text) {
        if (value.isBoolean() || value.isNull() || !DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text); // 1e5 is a fine way to write 100000
    }

    private static double real(final JsonNode value, final String text) {
        if (value.isBoolean() || value.isNull() || !DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return value.isNumber() ? value.doubleValue() : Double.parseDouble(text);
    }

    private static boolean truth(final String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static char single(final String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    private static String name(final ConfigEntries type) {
        return switch (type) {
            case xint, xlong, xshort, xbyte -> "a whole number";
            case xdouble, xfloat -> "a number";
            case xboolean -> "'true' or 'false'";
            case xchar -> "a single character";
            default -> "a text";
        };
    }
}
