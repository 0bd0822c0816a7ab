// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a data table that an expression reads, and values computed from them once for all particles. */
final class Table {

    /** How many numbers computed columns may hold together. */
    private static final long MAX_COMPUTED = 100_000_000L;

    private static final int WIDTH = 1024;

    private final Graph m_graph;

    private final List<String> m_names;

    private final List<double[]> m_columns;

    private final int m_rows;

    private final Map<Integer, double[]> m_computed = new HashMap<>();

    Table(final Graph graph, final List<String> names, final List<double[]> columns) {
        m_graph = graph;
        m_names = names;
        m_columns = columns;
        m_rows = columns.isEmpty() ? 0 : columns.get(0).length;
    }

    int rows() {
        return m_rows;
    }

    int indexOf(final String name) {
        return m_names.indexOf(name);
    }

    List<String> names() {
        return m_names;
    }

    /**
     * The values of a node that depends on the row only.
     *
     * @param node a node that is not active
     * @return one value a row; not to be changed
     */
    double[] values(final int node) {
        if (m_graph.op(node) == Op.COLUMN) {
            return m_columns.get(m_graph.argument(node, 0));
        }
        var values = m_computed.get(node);
        if (values == null) {
            check((m_computed.size() + 1L) * m_rows <= MAX_COMPUTED,
                "The data term needs more memory for computed columns than allowed. Compute them in the table "
                    + "beforehand, or use fewer rows.");
            values = compute(node);
            m_computed.put(node, values);
        }
        return values;
    }

    private double[] compute(final int node) {
        final var given = new ArrayList<Integer>();
        for (int c = 0; c < m_columns.size(); c++) {
            given.add(m_graph.column(c));
        }
        final var tape = Tape.compile(m_graph, given, List.of(), new int[0], new int[]{node});
        final var width = Math.min(WIDTH, Math.max(1, m_rows));
        final var r = tape.allocate(width);
        final var values = new double[m_rows];
        for (int c = 0; c < given.size(); c++) {
            r[c] = new double[width];
        }
        for (int from = 0; from < m_rows; from += width) {
            final var n = Math.min(width, m_rows - from);
            for (int c = 0; c < given.size(); c++) {
                System.arraycopy(m_columns.get(c), from, r[c], 0, n);
            }
            tape.runSecond(r, n);
            System.arraycopy(r[tape.results()[0]], 0, values, from, n);
        }
        return values;
    }
}
