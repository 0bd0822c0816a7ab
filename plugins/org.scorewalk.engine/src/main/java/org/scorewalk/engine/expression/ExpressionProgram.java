// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.DataTerm;
import org.scorewalk.engine.transform.Interval;

/**
 * A compiled {@link ExpressionModel}: tapes for the log density, for the score, and for both at once. Coordinates are
 * on the line: bounded parameters enter through {@link Interval}, the log-Jacobian is part of the log density.
 * Immutable and shared by threads; each thread has its own {@link Evaluator}.
 */
final class ExpressionProgram {

    /** Particles computed at a time: those of a sampler's block, which then need not be copied. */
    private static final int WIDTH = 1024;

    /** How many values a tape may compute at a time, which bounds its memory and the time between checks. */
    private static final int MAX_VALUES = 1 << 20;

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
        final Source dataTerm, final Syntax.Program data, final boolean batched) {
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
        final var sums = new RowSums(graph, table, batched);
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
        final var tape = Tape.compile(graph, given, List.of(), rows == null ? new int[0] : rows.inputNodes(), results);
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
     * @param monitor asked for a cancel during long evaluations
     * @return a new evaluator
     */
    Evaluator evaluator(final int capacity, final Monitor monitor) {
        return new Evaluator(capacity, monitor);
    }

    /** Owns registers; for one thread at a time. */
    final class Evaluator {

        private final int m_capacity;

        private final Monitor m_monitor;

        private Run m_valueRun;

        private Run m_scoreRun;

        private Run m_bothRun;

        private Evaluator(final int capacity, final Monitor monitor) {
            m_capacity = capacity;
            m_monitor = monitor;
        }

        /** The log densities of a block, see {@link org.scorewalk.engine.density.Density#logDensity}. */
        void logDensity(final double[][] x, final int n, final double[] value) {
            if (m_valueRun == null) {
                m_valueRun = new Run(m_value, m_capacity, m_monitor);
            }
            m_valueRun.m_results[0] = value;
            m_valueRun.run(x, n);
        }

        /** The scores of a block, see {@link org.scorewalk.engine.density.Density#score}. */
        void score(final double[][] x, final int n, final double[][] score) {
            if (m_scoreRun == null) {
                m_scoreRun = new Run(m_score, m_capacity, m_monitor);
            }
            System.arraycopy(score, 0, m_scoreRun.m_results, 0, m_dimension);
            m_scoreRun.run(x, n);
        }

        /** Both at once, see {@link org.scorewalk.engine.density.BlockEvaluation}. */
        void evaluate(final double[][] x, final int n, final double[] value, final double[][] score) {
            if (m_bothRun == null) {
                m_bothRun = new Run(m_both, m_capacity, m_monitor);
            }
            m_bothRun.m_results[0] = value;
            System.arraycopy(score, 0, m_bothRun.m_results, 1, m_dimension);
            m_bothRun.run(x, n);
        }
    }

    /**
     * Estimates scores from some rows, see {@link DataTerm.Estimator}. The program must have been compiled for batches.
     *
     * @param rows how many rows there are
     * @param capacity the largest number of particles it will be given at a time
     * @param monitor asked for a cancel during long evaluations
     * @return an estimator for one thread
     */
    DataTerm.Estimator estimator(final int rows, final int capacity, final Monitor monitor) {
        final var run = new Run(m_score, capacity, monitor);
        return (x, n, batch, choice, out) -> {
            run.m_choice = choice;
            run.m_scale = rows / (double)batch;
            if (run.m_chosen == null || run.m_chosen.length != batch) {
                run.m_chosen = new int[batch];
            }
            System.arraycopy(out, 0, run.m_results, 0, m_dimension);
            run.run(x, n);
        };
    }

    /** The registers of one tape. */
    private final class Run {

        private final Part m_part;

        private final Monitor m_monitor;

        private final int m_width;

        private final double[][] m_r;

        private final double[][] m_inputs;

        private final double[][] m_results;

        /** For each result its own array, or null where it is no register that the tape writes for it alone. */
        private final double[][] m_outputs;

        private final RowProgram.Runner m_rows;

        private final double[] m_u;

        private final double[] m_sums;

        private long m_unchecked;

        /** Null where sums are over all rows. */
        private DataTerm.Choice m_choice;

        private int[] m_chosen;

        private double m_scale = 1;

        Run(final Part part, final int capacity, final Monitor monitor) {
            m_part = part;
            m_monitor = monitor;
            final var tape = part.tape();
            final var most = MAX_VALUES / Math.max(1, Math.max(tape.registers(), tape.length()));
            m_width = Math.max(1, Math.min(Math.min(WIDTH, capacity), most));
            m_r = tape.allocate(m_width);
            m_inputs = new double[m_dimension][capacity > m_width ? m_width : 0];
            for (final var register : part.sumRegisters()) {
                m_r[register] = new double[m_width];
            }
            m_results = new double[tape.results().length][];
            m_outputs = new double[m_results.length][];
            final var seen = new HashSet<Integer>();
            for (int i = 0; i < m_outputs.length; i++) {
                final var register = tape.results()[i];
                m_outputs[i] = tape.writes(register) && seen.add(register) ? m_r[register] : null;
            }
            m_rows = part.rows() == null ? null : part.rows().new Runner(monitor);
            m_u = m_rows == null ? null : new double[part.rows().inputNodes().length];
            m_sums = new double[part.slots()];
        }

        /** Computes the results of a block. */
        void run(final double[][] x, final int n) {
            if (n <= m_width) {
                runDirectly(x, n);
                return;
            }
            final var tape = m_part.tape();
            final var inputs = m_part.inputRegisters();
            for (int i = 0; i < m_outputs.length; i++) {
                if (m_outputs[i] != null) {
                    m_r[tape.results()[i]] = m_outputs[i];
                }
            }
            for (int from = 0; from < n; from += m_width) {
                final var count = Math.min(m_width, n - from);
                for (int i = 0; i < inputs.length; i++) {
                    System.arraycopy(x[i], from, m_inputs[i], 0, count);
                    m_r[inputs[i]] = m_inputs[i];
                }
                runTape(count);
                for (int i = 0; i < m_results.length; i++) {
                    System.arraycopy(m_r[tape.results()[i]], 0, m_results[i], from, count);
                }
            }
        }

        /** Reads and writes the caller's arrays themselves. */
        private void runDirectly(final double[][] x, final int n) {
            final var results = m_part.tape().results();
            final var inputs = m_part.inputRegisters();
            for (int i = 0; i < inputs.length; i++) {
                m_r[inputs[i]] = x[i];
            }
            for (int i = 0; i < results.length; i++) {
                if (m_outputs[i] != null) {
                    m_r[results[i]] = m_results[i];
                }
            }
            runTape(n);
            for (int i = 0; i < results.length; i++) {
                if (m_outputs[i] == null) {
                    System.arraycopy(m_r[results[i]], 0, m_results[i], 0, n);
                }
            }
        }

        private void runTape(final int count) {
            final var tape = m_part.tape();
            m_unchecked += (long)count * tape.length();
            if (m_unchecked >= RowProgram.WORK_PER_CHECK) {
                m_unchecked = 0;
                m_monitor.check();
            }
            tape.runFirst(m_r, count);
            if (m_rows != null) {
                sumRows(tape, count);
            }
            tape.runSecond(m_r, count);
        }

        private void sumRows(final Tape tape, final int count) {
            final var midway = tape.midway();
            final var slots = m_part.sumSlots();
            for (int j = 0; j < count; j++) {
                for (int k = 0; k < midway.length; k++) {
                    m_u[k] = m_r[midway[k]][j];
                }
                if (m_choice != null) {
                    m_choice.choose(m_chosen);
                }
                m_rows.run(m_u, m_sums, m_chosen);
                for (int s = 0; s < slots.length; s++) {
                    m_r[m_part.sumRegisters()[s]][j] = m_scale * m_sums[slots[s]];
                }
            }
        }
    }
}
