// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.scorewalk.host.FileTools;

/**
 * Reads a small table from a CSV file: UTF-8, a header, and commas, semicolons or tabs between the cells, whichever the
 * header has first. An empty cell is missing. A column is of whole numbers, numbers or truth values if all its cells
 * are, else of texts. A first column {@code RowID}, which the host's own files have, is left out.
 */
public final class CsvTable {

    private static final int MAX_CELLS = 500_000;

    /** In the order in which they are tried. */
    private static final List<String> GUESSES = List.of("int", "long", "double");

    /** What is wrong with the file, as a part of a sentence. */
    public static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(final String message, final Throwable cause) {
            super(message, cause);
        }
    }

    private CsvTable() {
    }

    /**
     * @param file a CSV file
     * @return its table
     * @throws UnusableException if it cannot be read or is no such table
     */
    public static TypedTable read(final Path file) throws UnusableException {
        final String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        } catch (final CharacterCodingException e) {
            throw new UnusableException("it is not encoded as UTF-8", e);
        } catch (final IOException e) {
            throw new UnusableException(FileTools.reason(e), e);
        }
        final List<CSVRecord> records;
        final CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true).build();
        try (var parser = format.parse(new StringReader(text))) {
            records = parser.getRecords();
        } catch (final IOException | UncheckedIOException | IllegalStateException e) {
            throw new UnusableException("it is no valid CSV: a quoted text does not end, or is followed by something "
                + "other than a separator", e);
        }
        if (records.isEmpty()) {
            throw new UnusableException("it is empty", null);
        }
        return table(records);
    }

    private static char delimiter(final String text) {
        final String header = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("")
            .replaceAll("\"[^\"]*\"", "");
        return (char)header.chars().filter(c -> ",;\t".indexOf(c) >= 0).findFirst().orElse(',');
    }

    private static TypedTable table(final List<CSVRecord> records) throws UnusableException {
        final CSVRecord header = records.get(0);
        final int first = header.size() > 1 && "RowID".equals(header.get(0)) ? 1 : 0;
        final int width = header.size() - first;
        final var names = new HashSet<String>();
        for (int c = first; c < header.size(); c++) {
            if (header.get(c).isBlank() || !names.add(header.get(c).strip())) {
                throw new UnusableException("its header has the name '" + header.get(c)
                    + "' twice, or no name for a column", null);
            }
        }
        if ((long)width * records.size() > MAX_CELLS) {
            throw new UnusableException("it has more than " + MAX_CELLS + " cells, too many for a Table Creator", null);
        }
        final var rows = new ArrayList<String[]>();
        for (final CSVRecord row : records.subList(1, records.size())) {
            if (row.size() != header.size()) {
                throw new UnusableException("row " + row.getRecordNumber() + " has " + row.size()
                    + " cells, but the header has " + header.size(), null);
            }
            final String[] texts = new String[width];
            for (int c = 0; c < width; c++) {
                final String text = row.get(c + first);
                texts[c] = text.isBlank() ? null : text;
            }
            rows.add(texts);
        }
        final var columns = new ArrayList<TypedTable.Column>();
        for (int c = 0; c < width; c++) {
            final int at = c;
            columns.add(new TypedTable.Column(header.get(c + first).strip(),
                CellTexts.cellClass(type(rows.stream().map(r -> r[at]).filter(Objects::nonNull).toList()))));
        }
        return new TypedTable(columns, rows);
    }

    private static String type(final List<String> texts) {
        if (texts.isEmpty()) {
            return "double";
        }
        if (texts.stream().allMatch(t -> t.equalsIgnoreCase("true") || t.equalsIgnoreCase("false"))) {
            return "boolean";
        }
        return GUESSES.stream().filter(type -> texts.stream().allMatch(t -> fits(type, t))).findFirst()
            .orElse("string");
    }

    private static boolean fits(final String type, final String text) {
        try {
            CellTexts.cell(CellTexts.cellClass(type), text);
            return !text.strip().matches(".*[dDfF]"); // Java's own suffixes are no part of a number
        } catch (final NumberFormatException e) {
            return false;
        }
    }
}
