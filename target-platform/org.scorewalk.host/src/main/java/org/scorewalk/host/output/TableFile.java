// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.image.ImageValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.BufferedDataTable;

/**
 * Writes a table as CSV (RFC 4180 with line feeds, UTF-8): texts quoted, numbers bare in Java's locale-independent
 * form, missing cells empty. Binary objects and images become files of their own, and the CSV holds their relative
 * names.
 */
final class TableFile {

    private static final CSVFormat FORMAT =
        CSVFormat.RFC4180.builder().setRecordSeparator("\n").setQuoteMode(QuoteMode.NON_NUMERIC).build();

    private static final int ROWS_BETWEEN_CHECKS = 512;

    /** How a column's cells are written. */
    private enum Kind {
            BOOLEAN, INT, LONG, DOUBLE, FILE, VECTOR, TEXT;

        static Kind of(final DataType type) {
            if (type.isCompatible(BinaryObjectDataValue.class) || type.isCompatible(ImageValue.class)) {
                return FILE;
            }
            // the narrow types also offer the values of the wide ones
            return type.isCompatible(BooleanValue.class) ? BOOLEAN : type.isCompatible(IntValue.class) ? INT
                : type.isCompatible(LongValue.class) ? LONG : type.isCompatible(DoubleValue.class) ? DOUBLE
                    : type.isCompatible(DoubleVectorValue.class) ? VECTOR : TEXT;
        }
    }

    private final OutputFolder m_folder;

    private final String m_base;

    private final BooleanSupplier m_cancelled;

    private final List<String> m_files = new ArrayList<>();

    private Path m_cellFolder;

    /**
     * @param folder where the files go
     * @param base the name of the table without ending
     * @param cancelled asked now and then; true ends the writing with a CancellationException
     */
    TableFile(final OutputFolder folder, final String base, final BooleanSupplier cancelled) {
        m_folder = folder;
        m_base = base;
        m_cancelled = cancelled;
    }

    /**
     * @param table the table
     * @return the names of all files written, relative to the output folder, the CSV first
     * @throws IOException if a file cannot be written
     */
    List<String> write(final BufferedDataTable table) throws IOException {
        final DataTableSpec spec = table.getDataTableSpec();
        final Kind[] kinds = new Kind[spec.getNumColumns()];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = Kind.of(spec.getColumnSpec(c).getType());
        }
        final Path csv = m_folder.newFile(m_base, "csv");
        m_files.add(m_folder.relative(csv));
        try (Writer out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8); var printer =
            new CSVPrinter(out, FORMAT);
                CloseableRowIterator rows = table.iterator()) {
            printer.print(rowIdHeader(spec));
            for (int c = 0; c < kinds.length; c++) {
                printer.print(spec.getColumnSpec(c).getName());
            }
            printer.println();
            final boolean single = table.size() == 1;
            for (long r = 0; rows.hasNext(); r++) {
                if (r % ROWS_BETWEEN_CHECKS == 0 && m_cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                final DataRow row = rows.next();
                printer.print(row.getKey().getString());
                for (int c = 0; c < kinds.length; c++) {
                    printer.print(value(row, c, kinds[c], spec, single));
                }
                printer.println();
            }
        }
        return m_files;
    }

    private static String rowIdHeader(final DataTableSpec spec) {
        String name = "RowID";
        for (int i = 1; spec.containsName(name); i++) {
            name = "RowID (#" + i + ")";
        }
        return name;
    }

    /** A Number is printed bare, null as nothing, everything else as quoted text. */
    private Object value(final DataRow row, final int column, final Kind kind, final DataTableSpec spec,
        final boolean single)
        throws IOException {
        final DataCell cell = row.getCell(column);
        if (cell.isMissing()) {
            return null;
        }
        return switch (kind) {
            case BOOLEAN -> ((BooleanValue)cell).getBooleanValue();
            case INT -> ((IntValue)cell).getIntValue();
            case LONG -> ((LongValue)cell).getLongValue();
            case DOUBLE -> ((DoubleValue)cell).getDoubleValue();
            case VECTOR -> vector((DoubleVectorValue)cell);
            case FILE -> file(cell, spec.getColumnSpec(column).getName(), single ? null : row.getKey().getString());
            case TEXT -> cell instanceof StringValue s ? s.getStringValue() : cell.toString();
        };
    }

    private static String vector(final DoubleVectorValue vector) {
        final var text = new StringBuilder("[");
        for (int i = 0; i < vector.getLength(); i++) {
            text.append(i == 0 ? "" : ",").append(vector.getValue(i));
        }
        return text.append(']').toString();
    }

    /** The file of a table's only row stands beside the CSV; those of several rows share a folder. */
    private String file(final DataCell cell, final String column, final String rowKey) throws IOException {
        if (m_cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        try (InputStream in = open(cell)) {
            final byte[] head = in.readNBytes(FileKind.HEAD);
            final Path file = cellFile(column, rowKey, FileKind.ending(head, head.length));
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(head);
                in.transferTo(out);
            }
            final String name = m_folder.relative(file);
            m_files.add(name);
            return name;
        }
    }

    private static InputStream open(final DataCell cell) throws IOException {
        if (cell instanceof ImageValue image) {
            final var bytes = new ByteArrayOutputStream();
            image.getImageContent().save(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
        return ((BinaryObjectDataValue)cell).openInputStream();
    }

    private Path cellFile(final String column, final String rowKey, final String ending) throws IOException {
        if (rowKey == null) {
            return m_folder.newFile(m_base + " - " + column, ending);
        }
        if (m_cellFolder == null) {
            m_cellFolder = Files.createDirectory(m_folder.newFile(m_base, ""));
        }
        return m_folder.newFileIn(m_cellFolder, column + " " + rowKey, ending);
    }
}
