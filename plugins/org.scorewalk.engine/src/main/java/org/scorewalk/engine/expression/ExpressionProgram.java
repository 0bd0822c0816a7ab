// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.TreeSet;

import org.scorewalk.engine.transform.Interval;

/**
 * A compiled {@link ExpressionModel}: tapes for the log density, for the score, and for both at once. Coordinates are
 * on the line: bounded parameters enter through {@link Interval}, the log-Jacobian is part of the log density.
 * Immutable and shared by threads; each thread has its own {@link Evaluator}.
 */
final class ExpressionProgram {

    /** Particles computed at a time: few enough for the nearest cache, many enough to hide the cost of dispatch. */
    private static final int WIDTH = 256;

    /** How many numbers the registers of one tape may hold; with many registers, fewer particles fit in at a time. */
    private static final int MAX_REGISTER_VALUES = 1 << 20;

    private final int m_dimension;

    private final Part m_value;

    private final Part m_score;

    private final Part m_both;

    private ExpressionProgram(final int dimension, final Part value, final Part score, final Part both) {
        m_dimension = dimension;
        m_value = value;
        m_score = score;
        m_both = both;
    }

    /** A tape with the sums over rows that it reads. */
    private record Part(Tape tape, RowProgram rows, int[] inputRegisters, int[] sumSlots, int[] sumRegisters,
        int slots) {
    }

    static ExpressionProgram compile(final ExpressionModel model, final Source expression, final Syntax.Program prior,
        final Source dataTerm, final Syntax.Program data) {
        final var graph = new Graph();
        final var names = new LinkedHashMap<String, Lowering.Value>();
        var jacobian = graph.constant(0);
        var coordinate = 0;
        for (final var parameter : model.parameters()) {
            final var nodes = new int[parameter.coordinates()];
            for (int i = 0; i < nodes.length; i++) {
                final var z = graph.input(coordinate++);
                nodes[i] = toRange(graph, parameter.range(), z);
                jacobian = graph.add(jacobian, logJacobian(graph, parameter.range(), z));
            }
            names.put(parameter.name(), new Lowering.Value(nodes, parameter.size() > 0, false));
        }
        model.constants().forEach((name, value) -> names.put(name, Lowering.Value.number(graph.constant(value))));
        var value = new Lowering(expression, graph, names, null, null).lower(prior);
        value = graph.add(value, jacobian);
        final var table = new Table(graph, model.columnNames(), model.columns());
        final var sums = new RowSums(graph, table);
        if (data != null) {
            final var term = new Lowering(dataTerm, graph, names, table, sums).lower(data);
            value = graph.add(value, sums.sum(term));
        }
        return compile(graph, table, sums, value, coordinate);
    }

    private static ExpressionProgram compile(final Graph graph, final Table table, final RowSums sums, final int value,
        final int dimension) {
        final var derivatives = Differentiation.derivatives(graph, value,
            node -> graph.op(node) == Op.INPUT || graph.op(node) == Op.ROW_SUM,
            leaf -> graph.op(leaf) == Op.INPUT ? null : sums.derivatives(graph.argument(leaf, 0)));
        final var score = new int[dimension];
        final var both = new int[dimension + 1];
        both[0] = value;
        for (int i = 0; i < dimension; i++) {
            score[i] = derivatives.getOrDefault(graph.input(i), graph.constant(0));
            both[i + 1] = score[i];
        }
        return new ExpressionProgram(dimension, part(graph, table, sums, dimension, new int[]{value}),
            part(graph, table, sums, dimension, score), part(graph, table, sums, dimension, both));
    }

    private static Part part(final Graph graph, final Table table, final RowSums sums, final int dimension,
        final int[] results) {
        final var slots = slots(graph, results);
        final var given = new ArrayList<Integer>();
        for (int i = 0; i < dimension; i++) {
            given.add(graph.input(i));
        }
        slots.forEach(slot -> given.add(graph.rowSum(slot)));
        final var rows = slots.isEmpty() ? null : new RowProgram(graph, table, sums, slots);
        final var tape = Tape.compile(graph, given, rows == null ? new int[0] : rows.inputNodes(), results);
        return new Part(tape, rows, given.subList(0, dimension).stream().mapToInt(tape::given).toArray(),
            slots.stream().mapToInt(s -> s).toArray(),
            slots.stream().mapToInt(s -> tape.given(graph.rowSum(s))).toArray(), sums.slots());
    }

    private static TreeSet<Integer> slots(final Graph graph, final int[] results) {
        final var slots = new TreeSet<Integer>();
        final var seen = new HashSet<Integer>();
        final var stack = new ArrayDeque<Integer>();
        Arrays.stream(results).forEach(stack::push);
        while (!stack.isEmpty()) {
            final var node = stack.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (graph.op(node) == Op.ROW_SUM) {
                slots.add(graph.argument(node, 0));
            }
            for (int i = 0; i < graph.op(node).arity(); i++) {
                stack.push(graph.argument(node, i));
            }
        }
        return slots;
    }

    private static int toRange(final Graph g, final Interval range, final int z) {
        if (range.hasLower() && range.hasUpper()) {
            return g.addConst(g.mulConst(g.unary(Op.SIGMOID, z), range.upper() - range.lower()), range.lower());
        }
        if (range.hasLower()) {
            return g.addConst(g.unary(Op.EXP, z), range.lower());
        }
        return range.hasUpper() ? g.addConst(g.mulConst(g.unary(Op.EXP, z), -1), range.upper()) : z;
    }

    private static int logJacobian(final Graph g, final Interval range, final int z) {
        if (range.hasLower() && range.hasUpper()) {
            return g.addConst(g.sub(z, g.mulConst(g.unary(Op.SOFTPLUS, z), 2)),
                Math.log(range.upper() - range.lower()));
        }
        return range.isLine() ? g.constant(0) : z;
    }

    /**
     * An evaluator for one thread.
     *
     * @param capacity the largest number of particles it will be given at a time
     * @return a new evaluator
     */
    Evaluator evaluator(final int capacity) {
        return new Evaluator(capacity);
    }

    /** Owns registers; for one thread at a time. */
    final class Evaluator {

        private final int m_capacity;

        private final HashMap<Part, Run> m_runs = new HashMap<>();

        private Evaluator(final int capacity) {
            m_capacity = capacity;
        }

        /**
         * The log densities and the scores of a block.
         *
         * @param x the particles, {@code double[d][at least n]}
         * @param n how many
         * @param value receives the log densities, or null
         * @param score receives the scores, {@code double[d][at least n]}, or null
         */
        void evaluate(final double[][] x, final int n, final double[] value, final double[][] score) {
            final var part = value == null ? m_score : score == null ? m_value : m_both;
            final var results = new double[(value == null ? 0 : 1) + (score == null ? 0 : m_dimension)][];
            if (value != null) {
                results[0] = value;
            }
            if (score != null) {
                System.arraycopy(score, 0, results, results.length - m_dimension, m_dimension);
            }
            m_runs.computeIfAbsent(part, p -> new Run(p, m_capacity)).run(x, n, results);
        }
    }

    /** The registers of one tape. */
    private final class Run {

        private final Part m_part;

        private final int m_width;

        private final double[][] m_r;

        private final double[][] m_inputs;

        private final RowProgram.Runner m_rows;

        private final double[] m_u;

        private final double[] m_sums;

        Run(final Part part, final int capacity) {
            m_part = part;
            final var registers = part.tape().registers();
            m_width = Math.max(1, Math.min(Math.min(WIDTH, capacity), MAX_REGISTER_VALUES / Math.max(1, registers)));
            m_r = part.tape().allocate(m_width);
            m_inputs = new double[m_dimension][m_width];
            for (final var register : part.sumRegisters()) {
                m_r[register] = new double[m_width];
            }
            m_rows = part.rows() == null ? null : part.rows().new Runner();
            m_u = m_rows == null ? null : new double[part.rows().inputNodes().length];
            m_sums = new double[part.slots()];
        }

        void run(final double[][] x, final int n, final double[][] results) {
            final var tape = m_part.tape();
            final var inputs = m_part.inputRegisters();
            for (int from = 0; from < n; from += m_width) {
                final var count = Math.min(m_width, n - from);
                for (int i = 0; i < inputs.length; i++) {
                    if (from == 0) {
                        m_r[inputs[i]] = x[i];
                    } else {
                        System.arraycopy(x[i], from, m_inputs[i], 0, count);
                        m_r[inputs[i]] = m_inputs[i];
                    }
                }
                tape.runFirst(m_r, count);
                if (m_rows != null) {
                    sumRows(tape, count);
                }
                tape.runSecond(m_r, count);
                for (int i = 0; i < results.length; i++) {
                    System.arraycopy(m_r[tape.results()[i]], 0, results[i], from, count);
                }
            }
        }

        private void sumRows(final Tape tape, final int count) {
            final var midway = tape.midway();
            final var slots = m_part.sumSlots();
            for (int j = 0; j < count; j++) {
                for (int k = 0; k < midway.length; k++) {
                    m_u[k] = m_r[midway[k]][j];
                }
                m_rows.run(m_u, m_sums);
                for (int s = 0; s < slots.length; s++) {
                    m_r[m_part.sumRegisters()[s]][j] = m_sums[slots[s]];
                }
            }
        }
    }
}
