// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The nodes of a {@link Graph} that some results need, as a list of instructions on registers. A register is an array
 * with one element a particle (or a row of data), so an instruction is one loop over a block. Registers are reused as
 * soon as their value is no longer needed, so that a block's registers stay in the processor's nearest cache.
 * <p>
 * The registers 0 to {@code givenCount() - 1} belong to the caller: values given from outside, and constants.
 * Immutable.
 */
final class Tape {

    private static final Op[] OPS = Op.values();

    /** The code of the fused a * b + c. */
    private static final int MUL_ADD = -1;

    private final int[] m_code;

    private final double[] m_numbers;

    private final int m_split;

    private final int m_length;

    private final int m_registers;

    private final Map<Integer, Integer> m_given;

    private final Map<Integer, Double> m_constants;

    private final int[] m_results;

    private final int[] m_midway;

    private Tape(final Builder builder, final int[] midway, final int[] results) {
        m_length = builder.m_numbers.size();
        m_code = builder.m_code.stream().mapToInt(i -> i).toArray();
        m_numbers = builder.m_numbers.stream().mapToDouble(k -> k).toArray();
        m_split = builder.m_split;
        m_registers = builder.m_registers;
        m_given = builder.m_given;
        m_constants = builder.m_constants;
        m_midway = Arrays.stream(midway).map(n -> builder.m_register.get(n)).toArray();
        m_results = Arrays.stream(results).map(n -> builder.m_register.get(n)).toArray();
    }

    /**
     * Compiles.
     *
     * @param graph the graph
     * @param given nodes that are given from outside, in the order of their registers
     * @param midway nodes that must be known when the first part has run; given nodes that depend on them are not read
     *            by that part
     * @param results nodes that must be known at the end
     * @return the tape
     */
    static Tape compile(final Graph graph, final List<Integer> given, final int[] midway, final int[] results) {
        final var builder = new Builder(graph, given);
        builder.build(midway, results);
        return new Tape(builder, midway, results);
    }

    /** How many registers the tape needs, those of the caller included. */
    int registers() {
        return m_registers;
    }

    /** The register of a given node, or -1 if the tape does not read it. */
    int given(final int node) {
        return m_given.getOrDefault(node, -1);
    }

    /** The registers of the nodes known midway, in the order in which they were asked for. */
    int[] midway() {
        return m_midway;
    }

    /** The registers of the results, in the order in which they were asked for. */
    int[] results() {
        return m_results;
    }

    /** Makes the registers and fills in the constants; those of given nodes are left for the caller to set. */
    double[][] allocate(final int width) {
        final var r = new double[m_registers][];
        for (int i = m_given.size(); i < m_registers; i++) {
            r[i] = new double[width];
        }
        m_constants.forEach((register, value) -> Arrays.fill(r[register], value));
        return r;
    }

    void runFirst(final double[][] r, final int n) {
        run(r, n, 0, m_split);
    }

    void runSecond(final double[][] r, final int n) {
        run(r, n, m_split, m_length);
    }

    private void run(final double[][] r, final int n, final int from, final int to) {
        final var code = m_code;
        for (int i = from; i < to; i++) {
            final var p = 5 * i;
            final var op = code[p];
            final var out = r[code[p + 1]];
            final var a = r[code[p + 2]];
            final var b = r[code[p + 3]];
            if (op == MUL_ADD) {
                Loops.mulAdd(a, b, r[code[p + 4]], out, n);
                continue;
            }
            final var k = m_numbers[i];
            switch (OPS[op]) {
                case ADD -> Loops.add(a, b, out, n);
                case SUB -> Loops.sub(a, b, out, n);
                case MUL -> Loops.mul(a, b, out, n);
                case DIV -> Loops.div(a, b, out, n);
                case ADD_CONST -> Loops.addConst(a, k, out, n);
                case MUL_CONST -> Loops.mulConst(a, k, out, n);
                case CONST_DIV -> Loops.constDiv(a, k, out, n);
                case SQUARE -> Loops.square(a, out, n);
                case EXP -> Loops.exp(a, out, n);
                case EXPM1 -> Loops.expm1(a, out, n);
                case LOG -> Loops.log(a, out, n);
                case LOG1P -> Loops.log1p(a, out, n);
                case SQRT -> Loops.sqrt(a, out, n);
                case ABS -> Loops.abs(a, out, n);
                case SIGN -> Loops.sign(a, out, n);
                case SIN -> Loops.sin(a, out, n);
                case COS -> Loops.cos(a, out, n);
                case TANH -> Loops.tanh(a, out, n);
                case SIGMOID -> Loops.sigmoid(a, out, n);
                case SOFTPLUS -> Loops.softplus(a, out, n);
                case MIN -> Loops.min(a, b, out, n);
                case MAX -> Loops.max(a, b, out, n);
                case LESS -> Loops.less(a, b, out, n);
                case LESS_EQUAL -> Loops.lessEqual(a, b, out, n);
                case EQUAL -> Loops.equal(a, b, out, n);
                case MASKED_MUL -> Loops.maskedMul(a, b, out, n);
                case SELECT -> Loops.select(a, b, r[code[p + 4]], out, n);
                case DETACH -> System.arraycopy(a, 0, out, 0, n);
                default -> Loops.other(OPS[op], a, b, k, out, n);
            }
        }
    }

    /** Orders the nodes, gives them registers and writes the instructions. */
    private static final class Builder {

        private final Graph m_graph;

        private final Map<Integer, Integer> m_given = new HashMap<>();

        private final Map<Integer, Double> m_constants = new HashMap<>();

        private final Map<Integer, Integer> m_register = new HashMap<>();

        private final Map<Integer, Integer> m_uses = new HashMap<>();

        private final List<Integer> m_free = new ArrayList<>();

        private final List<Integer> m_code = new ArrayList<>();

        private final List<Double> m_numbers = new ArrayList<>();

        private int m_registers;

        private int m_split;

        Builder(final Graph graph, final List<Integer> given) {
            m_graph = graph;
            for (final var node : given) {
                m_given.put(node, m_registers);
                m_register.put(node, m_registers++);
            }
        }

        void build(final int[] midway, final int[] results) {
            final var first = needed(midway);
            final var all = needed(midway, results);
            for (final var node : all) {
                for (int i = 0; i < arity(node); i++) {
                    m_uses.merge(m_graph.argument(node, i), 1, Integer::sum);
                }
                if (m_graph.isConst(node) && !m_given.containsKey(node)) {
                    m_constants.put(m_registers, m_graph.number(node));
                    m_register.put(node, m_registers++);
                }
            }
            // what is asked for is never given up: midway values may be read late, results are read at the end
            for (final var node : midway) {
                m_uses.merge(node, 1, Integer::sum);
            }
            for (final var node : results) {
                m_uses.merge(node, 1, Integer::sum);
            }
            final var fixed = m_registers;
            emit(first, fixed);
            m_split = m_numbers.size();
            final var rest = new ArrayList<>(all);
            rest.removeAll(new HashSet<>(first));
            emit(rest, fixed);
        }

        private int arity(final int node) {
            return m_given.containsKey(node) ? 0 : m_graph.op(node).arity();
        }

        /** All nodes that these need and that are not given, with constants, in ascending order. */
        private List<Integer> needed(final int[]... roots) {
            final var marked = new TreeSet<Integer>();
            final var stack = new ArrayDeque<Integer>();
            for (final var some : roots) {
                for (final var root : some) {
                    stack.push(root);
                }
            }
            while (!stack.isEmpty()) {
                final var node = stack.pop();
                if (m_given.containsKey(node) || !marked.add(node)) {
                    continue;
                }
                for (int i = 0; i < arity(node); i++) {
                    stack.push(m_graph.argument(node, i));
                }
            }
            return new ArrayList<>(marked);
        }

        private void emit(final List<Integer> nodes, final int fixed) {
            for (final var node : nodes) {
                if (!m_graph.isConst(node)) {
                    emit(node, fixed);
                }
            }
        }

        private void emit(final int node, final int fixed) {
            final var op = m_graph.op(node);
            final var arity = op.arity();
            if (arity == 0) {
                throw new IllegalStateException("The leaf " + op + " was not given.");
            }
            final var arguments = new int[3];
            for (int i = 0; i < 3; i++) {
                arguments[i] = m_register.get(m_graph.argument(node, i < arity ? i : 0));
            }
            for (int i = 0; i < arity; i++) {
                release(m_graph.argument(node, i), fixed);
            }
            final var out = m_free.isEmpty() ? m_registers++ : m_free.remove(m_free.size() - 1);
            m_register.put(node, out);
            m_code.add(op.ordinal());
            m_code.add(out);
            m_code.addAll(List.of(arguments[0], arguments[1], arguments[2]));
            m_numbers.add(m_graph.number(node));
        }

        private void release(final int node, final int fixed) {
            if (m_uses.merge(node, -1, Integer::sum) == 0 && m_register.get(node) >= fixed) {
                m_free.add(m_register.get(node));
            }
        }
    }
}
