// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.text.ParseException;

import org.knime.core.node.ExecutionContext;

/** Makes cells of one type from outside content. */
public interface DataCellFactory {

    /** @return the type of the cells that this factory makes */
    DataType getDataType();

    /** @param exec the execution that the cells belong to */
    default void init(final ExecutionContext exec) {
        // most factories need no context
    }

    /** Makes cells from a string. */
    interface FromString extends DataCellFactory {
        /**
         * @param s the content
         * @return the cell
         */
        DataCell createCell(String s);
    }

    /** Makes cells from a short, human readable string. */
    interface FromSimpleString extends FromString {
    }

    /** Makes cells from a string of any form. */
    interface FromComplexString extends FromString {
    }

    /** Makes cells from characters. */
    interface FromReader extends DataCellFactory {
        /**
         * @param input the content
         * @return the cell
         * @throws ParseException if the content has the wrong form
         * @throws IOException if it cannot be read
         */
        DataCell createCell(Reader input) throws ParseException, IOException;
    }

    /** Makes cells from bytes. */
    interface FromInputStream extends DataCellFactory {
        /**
         * @param input the content
         * @return the cell
         * @throws IOException if it cannot be read
         */
        DataCell createCell(InputStream input) throws IOException;
    }
}
