// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory.FromComplexString;
import org.knime.core.data.DataCellFactory.FromInputStream;
import org.knime.core.data.DataCellFactory.FromReader;
import org.knime.core.data.DataCellFactory.FromSimpleString;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A cell that holds a text. */
public final class StringCell extends DataCell implements StringValue, NominalValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private static final long serialVersionUID = 1L;

    private final String m_text;

    /** @param str the text, not null */
    public StringCell(final String str) {
        if (str == null) {
            throw new NullPointerException("String value can't be null.");
        }
        m_text = str;
    }

    @Override
    public String getStringValue() {
        return m_text;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return m_text.equals(((StringCell)dc).m_text);
    }

    @Override
    public int hashCode() {
        return m_text.hashCode();
    }

    @Override
    public String toString() {
        return m_text;
    }

    /** Makes these cells. */
    public static final class StringCellFactory
        implements FromSimpleString, FromComplexString, FromReader, FromInputStream {

        /** The type of the cells. */
        public static final DataType TYPE = StringCell.TYPE;

        /** A factory. */
        public StringCellFactory() {
            // no state
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }

        @Override
        public DataCell createCell(final String s) {
            return create(s);
        }

        @Override
        public DataCell createCell(final InputStream input) throws IOException {
            return createCell(new InputStreamReader(input, StandardCharsets.UTF_8));
        }

        @Override
        public DataCell createCell(final Reader input) throws IOException {
            final StringWriter text = new StringWriter();
            input.transferTo(text);
            return create(text.toString());
        }

        /**
         * @param s the text, not null
         * @return the cell
         */
        public static DataCell create(final String s) {
            return new StringCell(s);
        }
    }
}
