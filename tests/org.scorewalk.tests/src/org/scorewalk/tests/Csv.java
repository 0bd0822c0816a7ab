// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table that the host wrote, of texts without line breaks. */
final class Csv {

    private final List<String> m_header;

    private final List<List<String>> m_rows = new ArrayList<>();

    private Csv(final List<String> header) {
        m_header = header;
    }

    static Csv read(final Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            final Csv csv = new Csv(cells(in.readLine()));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                final List<String> row = cells(line);
                if (row.size() != csv.m_header.size()) {
                    throw new AssertionError(file + " has a row with " + row.size() + " cells: " + line);
                }
                csv.m_rows.add(row);
            }
            return csv;
        }
    }

    private static List<String> cells(final String line) {
        final var cells = new ArrayList<String>();
        final var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            final char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** The names of the columns, the RowID first. */
    List<String> header() {
        return m_header;
    }

    int size() {
        return m_rows.size();
    }

    List<String> texts(final String column) {
        final int index = m_header.indexOf(column);
        if (index < 0) {
            throw new AssertionError("There is no column " + column + " among " + m_header);
        }
        return m_rows.stream().map(r -> r.get(index)).toList();
    }

    double[] numbers(final String column) {
        return texts(column).stream().mapToDouble(t -> t.isEmpty() ? Double.NaN : Double.parseDouble(t)).toArray();
    }

    /** The rows without the cells of some columns. */
    List<List<String>> rowsWithout(final List<String> columns) {
        return m_rows.stream().map(row -> {
            final var kept = new ArrayList<String>();
            for (int i = 0; i < row.size(); i++) {
                if (!columns.contains(m_header.get(i))) {
                    kept.add(row.get(i));
                }
            }
            return (List<String>)kept;
        }).toList();
    }
}
