// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory.FromInputStream;
import org.knime.core.data.DataType;

/** Makes cells from pictures in PNG form. */
public class PNGImageCellFactory implements FromInputStream {

    /** The type of the cells. */
    public static final DataType TYPE = PNGImageContent.TYPE;

    /** A factory. */
    public PNGImageCellFactory() {
        // no state
    }

    @Override
    public DataType getDataType() {
        return TYPE;
    }

    @Override
    public DataCell createCell(final InputStream input) throws IOException {
        return create(input);
    }

    /**
     * @param is a picture, read to its end and closed
     * @return the cell
     * @throws IOException if it cannot be read
     */
    public static DataCell create(final InputStream is) throws IOException {
        try (is) {
            return new PNGImageContent(is).toImageCell();
        }
    }

    /**
     * @param contents a picture, is not copied
     * @return the cell
     */
    public static DataCell create(final byte[] contents) {
        return new PNGImageContent(contents).toImageCell();
    }
}
