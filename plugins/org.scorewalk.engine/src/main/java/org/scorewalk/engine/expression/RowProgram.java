// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.scorewalk.engine.Monitor;

/**
 * The program that computes sums over the rows of the data table for one particle, with one register element a row.
 * Immutable, so that threads share it with its data; each has its own {@link Runner}.
 */
final class RowProgram {

    private static final int WIDTH = 512;

    /** Operations on numbers between two looks for a cancel: about a millisecond, of the slowest functions 30. */
    static final int WORK_PER_CHECK = 1 << 18;

    private final Tape m_tape;

    private final int m_rows;

    private final int m_width;

    /** Columns cut into pieces, because loops over whole arrays without an offset are the fastest. */
    private final double[][][] m_pieces;

    private final int[] m_pieceRegister;

    private final int[] m_scalarRegister;

    private final int[] m_gatherRegister;

    private final int[] m_gatherOffset;

    private final int[][] m_gatherIndex;

    /** Sums over all rows, and sums by an index. */
    private final RowSums.Sum[] m_totals;

    private final RowSums.Sum[] m_groups;

    private final int[][] m_groupIndex;

    private final int[] m_inputNodes;

    private final int m_firstScalar;

    RowProgram(final Graph graph, final Table table, final RowSums rowSums, final Set<Integer> slots) {
        final var inputs = rowSums.inputs(slots);
        final var given = new ArrayList<Integer>();
        given.addAll(inputs.rowData());
        given.addAll(inputs.scalars());
        given.addAll(inputs.gathers());
        m_totals = inputs.sums().stream().filter(s -> s.index() < 0).toArray(RowSums.Sum[]::new);
        m_groups = inputs.sums().stream().filter(s -> s.index() >= 0).toArray(RowSums.Sum[]::new);
        final var results = IntStream.range(0, m_totals.length)
            .map(i -> graph.addToTotal(graph.total(i), m_totals[i].node()));
        IntStream.range(0, m_totals.length).forEach(i -> given.add(graph.total(i)));
        m_tape = Tape.compile(graph, given, inputs.scalars(), new int[0],
            IntStream.concat(results, Arrays.stream(m_groups).mapToInt(RowSums.Sum::node)).toArray());
        m_rows = table.rows();
        m_width = Math.max(1, Math.min(WIDTH, m_rows));
        m_pieces = new double[inputs.rowData().size()][][];
        for (int c = 0; c < m_pieces.length; c++) {
            m_pieces[c] = pieces(table.values(inputs.rowData().get(c)), m_width);
        }
        m_pieceRegister = registers(inputs.rowData());
        m_scalarRegister = registers(inputs.scalars());
        m_gatherRegister = registers(inputs.gathers());
        final var nodes = new ArrayList<Integer>();
        final Map<Integer, Integer> offsets = new HashMap<>();
        for (final var vector : inputs.vectors()) {
            offsets.put(vector, nodes.size());
            Arrays.stream(rowSums.vector(vector)).forEach(nodes::add);
        }
        m_firstScalar = nodes.size();
        nodes.addAll(inputs.scalars());
        m_inputNodes = nodes.stream().mapToInt(i -> i).toArray();
        m_gatherOffset = inputs.gathers().stream().mapToInt(node -> offsets.get(graph.argument(node, 0))).toArray();
        m_gatherIndex = inputs.gathers().stream().map(node -> rowSums.index(graph.argument(node, 1)))
            .toArray(int[][]::new);
        m_groupIndex = Arrays.stream(m_groups).map(s -> rowSums.index(s.index())).toArray(int[][]::new);
    }

    private int[] registers(final List<Integer> nodes) {
        return nodes.stream().mapToInt(m_tape::given).toArray();
    }

    private static double[][] pieces(final double[] values, final int width) {
        final var pieces = new double[(values.length + width - 1) / width][];
        for (int p = 0; p < pieces.length; p++) {
            pieces[p] = Arrays.copyOfRange(values, p * width, Math.min(values.length, (p + 1) * width));
        }
        return pieces;
    }

    /** The nodes whose values of one particle {@link Runner#run} takes, in its order. */
    int[] inputNodes() {
        return m_inputNodes;
    }

    /** Registers and scratch of one thread. */
    final class Runner {

        private final Monitor m_monitor;

        private final double[][] m_r = m_tape.allocate(m_width);

        private long m_unchecked;

        /** Room for the columns of chosen rows, made when first needed. */
        private double[][] m_picked;

        /**
         * @param monitor asked for a cancel during long sums
         */
        Runner(final Monitor monitor) {
            m_monitor = monitor;
            for (final var register : m_scalarRegister) {
                m_r[register] = new double[m_width];
            }
            for (final var register : m_gatherRegister) {
                m_r[register] = new double[m_width];
            }
            for (int i = 0; i < m_totals.length; i++) {
                m_r[m_tape.results()[i]] = new double[m_width];
            }
        }

        /**
         * Computes the sums of one particle.
         *
         * @param u the values of {@link #inputNodes()}
         * @param sums receives each sum under its number
         * @param chosen the numbers of the rows to sum over, or null for all
         */
        void run(final double[] u, final double[] sums, final int[] chosen) {
            final var rows = chosen == null ? m_rows : chosen.length;
            for (final var group : m_groups) {
                Arrays.fill(sums, group.firstSlot(), group.firstSlot() + group.count(), 0);
            }
            for (int i = 0; i < m_totals.length; i++) {
                Arrays.fill(m_r[m_tape.results()[i]], 0);
            }
            for (int i = 0; i < m_scalarRegister.length; i++) {
                Arrays.fill(m_r[m_scalarRegister[i]], u[m_firstScalar + i]);
            }
            for (int from = 0, piece = 0; from < rows; from += m_width, piece++) {
                final var n = Math.min(m_width, rows - from);
                check((long)n * (m_tape.length() + m_gatherRegister.length));
                for (int c = 0; c < m_pieces.length; c++) {
                    m_r[m_pieceRegister[c]] = chosen == null ? m_pieces[c][piece] : picked(c, chosen, from, n);
                }
                for (int i = 0; i < m_gatherRegister.length; i++) {
                    gather(u, m_gatherOffset[i], m_gatherIndex[i], chosen, from, m_r[m_gatherRegister[i]], n);
                }
                m_tape.runSecond(m_r, n);
                for (int s = 0; s < m_groups.length; s++) {
                    scatter(m_r[m_tape.results()[m_totals.length + s]], m_groupIndex[s], chosen, from, sums,
                        m_groups[s].firstSlot(), n);
                }
            }
            for (int s = 0; s < m_totals.length; s++) {
                sums[m_totals[s].firstSlot()] = Loops.sum(m_r[m_tape.results()[s]], m_width);
            }
        }

        private double[] picked(final int column, final int[] chosen, final int from, final int n) {
            if (m_picked == null) {
                m_picked = new double[m_pieces.length][m_width];
            }
            final var out = m_picked[column];
            for (int i = 0; i < n; i++) {
                out[i] = m_pieces[column][chosen[from + i] / m_width][chosen[from + i] % m_width];
            }
            return out;
        }

        private void check(final long work) {
            m_unchecked += work;
            if (m_unchecked >= WORK_PER_CHECK) {
                m_unchecked = 0;
                m_monitor.check();
            }
        }

        private static void gather(final double[] u, final int offset, final int[] index, final int[] chosen,
            final int from, final double[] out, final int n) {
            for (int i = 0; i < n; i++) {
                out[i] = u[offset + index[chosen == null ? (from + i) : chosen[from + i]]];
            }
        }

        private static void scatter(final double[] values, final int[] index, final int[] chosen, final int from,
            final double[] sums, final int offset, final int n) {
            for (int i = 0; i < n; i++) {
                sums[offset + index[chosen == null ? (from + i) : chosen[from + i]]] += values[i];
            }
        }
    }
}
