// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version: three numbers and a qualifier. */
public final class Version implements Comparable<Version>, Serializable {

    /** Version 0.0.0. */
    public static final Version EMPTY_VERSION = new Version(0, 0, 0);

    private static final long serialVersionUID = 1L;

    private static final Pattern FORM = Pattern.compile("(\\d+)(?:\\.(\\d+)(?:\\.(\\d+)(?:\\.([0-9A-Za-z_-]+))?)?)?");

    private final int m_major;

    private final int m_minor;

    private final int m_revision;

    private final String m_qualifier;

    /**
     * @param major first number
     * @param minor second number
     * @param revision third number
     */
    public Version(final int major, final int minor, final int revision) {
        this(major, minor, revision, "");
    }

    /**
     * @param major first number
     * @param minor second number
     * @param revision third number
     * @param qualifier the rest, may be empty
     */
    public Version(final int major, final int minor, final int revision, final String qualifier) {
        m_major = major;
        m_minor = minor;
        m_revision = revision;
        m_qualifier = qualifier;
    }

    /** @param version numbers and qualifier, separated by dots */
    public Version(final String version) {
        final Matcher m = FORM.matcher(version.trim());
        if (!m.matches()) {
            throw new IllegalArgumentException("Invalid version \"" + version + "\"");
        }
        m_major = Integer.parseInt(m.group(1));
        m_minor = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
        m_revision = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        m_qualifier = m.group(4) == null ? "" : m.group(4);
    }

    /**
     * @param other another version
     * @return whether this one is the same or a later one; qualifiers do not count
     */
    public boolean isSameOrNewer(final Version other) {
        return compareNumbers(other) >= 0;
    }

    @Override
    public int compareTo(final Version o) {
        final int byNumbers = compareNumbers(o);
        return byNumbers != 0 ? byNumbers : m_qualifier.compareTo(o.m_qualifier);
    }

    private int compareNumbers(final Version o) {
        int c = Integer.compare(m_major, o.m_major);
        if (c == 0) {
            c = Integer.compare(m_minor, o.m_minor);
        }
        return c == 0 ? Integer.compare(m_revision, o.m_revision) : c;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof Version other && compareTo(other) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_major, m_minor, m_revision, m_qualifier);
    }

    @Override
    public String toString() {
        return m_major + "." + m_minor + "." + m_revision + (m_qualifier.isEmpty() ? "" : "." + m_qualifier);
    }
}
