// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Stands where there is no value, and may say why. All missing cells are equal. */
public final class MissingCell extends DataCell implements MissingValue {

    static final MissingCell INSTANCE = new MissingCell(null);

    private static final long serialVersionUID = 1L;

    private final String m_error;

    /** @param error why there is no value, may be null */
    public MissingCell(final String error) {
        m_error = error;
    }

    @Override
    public String getError() {
        return m_error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return true;
    }

    @Override
    public int hashCode() {
        return 1357;
    }
}
