// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.data.vector.doublevector.DenseDoubleVectorCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;

/** Cells as bytes: one byte for the kind, then the value. */
public final class CellCodec {

    private static final int MISSING = 0;

    private static final int MISSING_TEXT = 1;

    private static final int DOUBLE = 2;

    private static final int INT = 3;

    private static final int LONG = 4;

    private static final int TRUE = 5;

    private static final int FALSE = 6;

    private static final int STRING = 7;

    private static final int LIST = 8;

    private static final int VECTOR = 9;

    private static final int PNG = 10;

    private static final int BINARY = 11;

    /** Makes a picture cell of bytes that were a picture before, without decoding them again. */
    private static Function<byte[], DataCell> s_picture;

    private CellCodec() {
    }

    /** @param maker turns bytes that are known to be a picture into a cell; set by the class of pictures */
    public static void setPictureMaker(final Function<byte[], DataCell> maker) {
        s_picture = maker;
    }

    static void write(final DataCell cell, final Bytes out) {
        if (cell instanceof DoubleCell c) {
            out.putByte(DOUBLE);
            out.putDouble(c.getDoubleValue());
        } else if (cell instanceof IntCell c) {
            out.putByte(INT);
            out.putInt(c.getIntValue());
        } else if (cell instanceof StringCell c) {
            out.putByte(STRING);
            out.putString(c.getStringValue());
        } else if (cell instanceof LongCell c) {
            out.putByte(LONG);
            out.putLong(c.getLongValue());
        } else if (cell instanceof BooleanCell c) {
            out.putByte(c.getBooleanValue() ? TRUE : FALSE);
        } else if (cell.isMissing()) {
            writeMissing(cell, out);
        } else {
            writeLarge(cell, out);
        }
    }

    private static void writeMissing(final DataCell cell, final Bytes out) {
        final String error = cell instanceof MissingValue m ? m.getError() : null;
        if (error == null) {
            out.putByte(MISSING);
        } else {
            out.putByte(MISSING_TEXT);
            out.putString(error);
        }
    }

    private static void writeLarge(final DataCell cell, final Bytes out) {
        if (cell instanceof PNGImageValue c) {
            out.putByte(PNG);
            out.putArray(c.getImageContent().getByteArrayReference());
        } else if (cell instanceof BinaryObjectDataValue c) {
            out.putByte(BINARY);
            try (InputStream in = c.openInputStream()) {
                out.putArray(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (cell instanceof ListDataValue c) {
            out.putByte(LIST);
            out.putInt(c.size());
            c.forEach(element -> write(element, out));
        } else if (cell instanceof DenseDoubleVectorCell c) {
            out.putByte(VECTOR);
            out.putInt(c.getLength());
            for (int i = 0; i < c.getLength(); i++) {
                out.putDouble(c.getValue(i));
            }
        } else {
            throw new DataContainerException("Cells of class " + cell.getClass().getName() + " cannot be stored.");
        }
    }

    static DataCell read(final Bytes in) {
        final int kind = in.getByte();
        return switch (kind) {
            case MISSING -> DataType.getMissingCell();
            case MISSING_TEXT -> new MissingCell(in.getString());
            case DOUBLE -> new DoubleCell(in.getDouble());
            case INT -> new IntCell(in.getInt());
            case LONG -> new LongCell(in.getLong());
            case TRUE -> BooleanCell.TRUE;
            case FALSE -> BooleanCell.FALSE;
            case STRING -> new StringCell(in.getString());
            case LIST -> readList(in);
            case VECTOR -> readVector(in);
            case PNG -> readPicture(in);
            case BINARY -> readBinary(in);
            default -> throw new IllegalStateException("A stored table is damaged: kind of cell " + kind);
        };
    }

    private static DataCell readList(final Bytes in) {
        final int n = in.getInt();
        final List<DataCell> cells = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            cells.add(read(in));
        }
        return CollectionCellFactory.createListCell(cells);
    }

    private static DataCell readVector(final Bytes in) {
        final double[] values = new double[in.getInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getDouble();
        }
        return DoubleVectorCellFactory.createCell(values);
    }

    private static DataCell readPicture(final Bytes in) {
        if (s_picture == null) {
            new PNGImageContent(); // loads the class, which sets the maker
        }
        return s_picture.apply(in.getArray());
    }

    private static DataCell readBinary(final Bytes in) {
        try {
            return new BinaryObjectCellFactory().create(in.getArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void skip(final Bytes in) {
        final int kind = in.getByte();
        switch (kind) {
            case MISSING, TRUE, FALSE -> {
                // nothing follows
            }
            case INT -> in.skip(Integer.BYTES);
            case DOUBLE, LONG -> in.skip(Long.BYTES);
            case STRING, MISSING_TEXT -> {
                in.skip(1);
                in.skipArray();
            }
            case PNG, BINARY -> in.skipArray();
            case VECTOR -> in.skip(in.getInt() * Double.BYTES);
            case LIST -> {
                for (int n = in.getInt(); n > 0; n--) {
                    skip(in);
                }
            }
            default -> throw new IllegalStateException("A stored table is damaged: kind of cell " + kind);
        }
    }
}
