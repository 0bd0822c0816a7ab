// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
 * Registers of given nodes belong to the caller, who sets them to arrays of values; constants have registers, too. A
 * tape that has run a few times becomes bytecode ({@link FusedCode}), which gives the same bits in less time. Threads
 * share a tape and have their own registers.
 */
final class Tape {

    /** How many numbers of the code one instruction has: operation, target, three arguments. */
    static final int STRIDE = 5;

    /** How often a tape is interpreted before it becomes bytecode: a few evaluations are not worth a class. */
    private static final int TRIAL_RUNS = 16;

    private static final Op[] OPS = Op.values();

    private final int[] m_code;

    private final double[] m_numbers;

    private final int m_split;

    private final int m_length;

    private final BitSet m_stages;

    private final int m_registers;

    private final Map<Integer, Integer> m_given;

    private final BitSet m_uniform;

    private final Map<Integer, Double> m_constants;

    private final int[] m_results;

    private final int[] m_midway;

    /** Not counted exactly if threads run at once, which does not matter. */
    private int m_runs;

    private volatile BlockCode m_fused;

    private Tape(final Builder builder, final int[] midway, final int[] results) {
        m_length = builder.m_numbers.size();
        m_code = builder.m_code.stream().mapToInt(i -> i).toArray();
        m_numbers = builder.m_numbers.stream().mapToDouble(k -> k).toArray();
        m_split = builder.m_split;
        m_stages = builder.m_stages;
        m_registers = builder.m_registers;
        m_given = builder.m_given;
        m_uniform = builder.m_uniform;
        m_constants = builder.m_constants;
        m_midway = Arrays.stream(midway).map(n -> builder.m_register.get(n)).toArray();
        m_results = Arrays.stream(results).map(n -> builder.m_register.get(n)).toArray();
    }

    /**
     * Compiles.
     *
     * @param graph the graph
     * @param given nodes that are given from outside, in the order of their registers
     * @param uniform those of them whose register holds the same value in all elements
     * @param midway nodes that must be known when the first part has run; given nodes that depend on them are not read
     *            by that part
     * @param results nodes that must be known at the end
     * @return the tape
     */
    static Tape compile(final Graph graph, final List<Integer> given, final List<Integer> uniform, final int[] midway,
        final int[] results) {
        final var builder = new Builder(graph, given);
        uniform.forEach(node -> builder.m_uniform.set(builder.m_given.get(node)));
        builder.build(midway, results);
        return new Tape(builder, midway, results);
    }

    /** The instructions, {@link #STRIDE} numbers each: the operation's ordinal, the target, and three arguments. */
    int[] code() {
        return m_code;
    }

    /** The operation of an instruction. */
    Op op(final int instruction) {
        return OPS[m_code[STRIDE * instruction]];
    }

    /** The number of an instruction. */
    double number(final int instruction) {
        return m_numbers[instruction];
    }

    /** How many instructions there are. */
    int length() {
        return m_length;
    }

    /** The first instruction of the second part. */
    int split() {
        return m_split;
    }

    /** The instructions with which stages start, see {@link Schedule}. */
    BitSet stages() {
        return m_stages;
    }

    /** How many registers the tape needs, those of the caller included. */
    int registers() {
        return m_registers;
    }

    /** The register of a given node, or -1 if the tape does not read it. */
    int given(final int node) {
        return m_given.getOrDefault(node, -1);
    }

    /** The registers of given nodes that hold the same value in all elements. */
    BitSet uniform() {
        return m_uniform;
    }

    /** The values of registers that are constants. */
    Map<Integer, Double> constants() {
        return m_constants;
    }

    /** Whether a register is written, not given or constant. */
    boolean writes(final int register) {
        return register >= m_given.size() + m_constants.size();
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

    /**
     * Runs the instructions before the split.
     *
     * @param r the registers
     * @param n how many elements of each are computed
     */
    void runFirst(final double[][] r, final int n) {
        final var fused = m_fused;
        if (fused != null) {
            fused.runFirst(r, n);
        } else {
            interpret(r, n, 0, m_split);
        }
    }

    /**
     * Runs the instructions after the split.
     *
     * @param r the registers
     * @param n how many elements of each are computed
     */
    void runSecond(final double[][] r, final int n) {
        final var fused = m_fused;
        if (fused != null) {
            fused.runSecond(r, n);
            return;
        }
        interpret(r, n, m_split, m_length);
        if (m_runs < TRIAL_RUNS && ++m_runs == TRIAL_RUNS && m_length <= FusedCode.MAX_LENGTH) {
            m_fused = FusedCode.of(this);
        }
    }

    /** Runs instructions one by one, a loop each. */
    void interpret(final double[][] r, final int n, final int from, final int to) {
        final var code = m_code;
        for (int i = from; i < to; i++) {
            final var p = STRIDE * i;
            Loops.apply(OPS[code[p]], r[code[p + 2]], r[code[p + 3]], r[code[p + 4]], m_numbers[i], r[code[p + 1]], n);
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

        private final BitSet m_stages = new BitSet();

        private final BitSet m_uniform = new BitSet();

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
            final var rest = new ArrayList<>(all);
            rest.removeAll(new HashSet<>(first));
            final var fuse = all.size() <= FusedCode.MAX_LENGTH;
            emit(first, fixed, fuse);
            m_split = m_numbers.size();
            emit(rest, fixed, fuse);
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

        private void emit(final List<Integer> nodes, final int fixed, final boolean fuse) {
            final var computed = nodes.stream().filter(node -> !m_graph.isConst(node)).toList();
            if (!fuse) {
                computed.forEach(node -> emit(node, fixed));
                return;
            }
            for (final var stage : Schedule.of(m_graph, computed, this::isUniform, m_uses)) {
                m_stages.set(m_numbers.size());
                stage.forEach(node -> emit(node, fixed));
            }
        }

        private boolean isUniform(final int node) {
            return m_graph.isConst(node) || m_given.containsKey(node) && m_uniform.get(m_given.get(node));
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
            final int out;
            if (m_graph.op(m_graph.argument(node, 0)) == Op.TOTAL) {
                out = arguments[0];
            } else {
                out = m_free.isEmpty() ? m_registers++ : m_free.remove(m_free.size() - 1);
            }
            m_register.put(node, out);
            m_code.addAll(List.of(op.ordinal(), out, arguments[0], arguments[1], arguments[2]));
            m_numbers.add(m_graph.number(node));
        }

        private void release(final int node, final int fixed) {
            if (m_uses.merge(node, -1, Integer::sum) == 0 && m_register.get(node) >= fixed) {
                m_free.add(m_register.get(node));
            }
        }
    }
}
