// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Sums over the rows of a data table, as leaves of the graph, and their derivatives. What does not depend on both the
 * particle and the row is taken out of the sum: constants of the data are summed once, factors of the particle are
 * multiplied afterwards. So the log-likelihood of a linear model, say, has only its residuals left to sum.
 */
final class RowSums {

    /** How many numbers the sums of one particle may be. */
    private static final int MAX_SLOTS = 100_000;

    /** How many factors are taken out of a sum one inside the other. */
    private static final int MAX_FACTORS = 200;

    /**
     * A sum of a node over all rows, or one sum for each element of a vector, over the rows that choose it.
     *
     * @param node the node that is summed
     * @param index the node that chooses the element, or -1
     * @param firstSlot the number of the first sum
     * @param count how many sums
     */
    record Sum(int node, int index, int firstSlot, int count) {
    }

    private record Group(int node, int index) {
    }

    private final Graph m_graph;

    private final Table m_table;

    private final List<int[]> m_vectors = new ArrayList<>();

    private final Map<Integer, int[]> m_indices = new HashMap<>();

    private final List<Sum> m_sums = new ArrayList<>();

    private final Map<Group, Sum> m_known = new HashMap<>();

    private final Map<Integer, Sum> m_sumOfSlot = new HashMap<>();

    /** Whether rows may be left out of a sum, so that nothing is summed in advance. */
    private final boolean m_batched;

    private int m_slots;

    private int m_depth;

    RowSums(final Graph graph, final Table table, final boolean batched) {
        m_graph = graph;
        m_table = table;
        m_batched = batched;
    }

    List<Sum> sums() {
        return m_sums;
    }

    int slots() {
        return m_slots;
    }

    int[] vector(final int number) {
        return m_vectors.get(number);
    }

    /** The chosen elements by row, counted from 0. */
    int[] index(final int node) {
        return m_indices.get(node);
    }

    /**
     * An element of a vector that each row chooses.
     *
     * @param vector the nodes of the vector's elements, which do not depend on the row
     * @param index the node of the index, which depends on the row only
     * @param name what the user calls the vector
     * @return the node
     */
    int gather(final int[] vector, final int index, final String name) {
        final var values = m_table.values(index);
        final var indices = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            indices[row] = (int)values[row] - 1;
            check(values[row] >= 1 && values[row] <= vector.length && values[row] == Math.rint(values[row]),
                "Row %d of the data asks for element %s of '%s', which has the elements 1 to %d. "
                    + "Give the index column whole numbers in this range.",
                row + 1, number(values[row]), name, vector.length);
        }
        m_indices.put(index, indices);
        for (int v = 0; v < m_vectors.size(); v++) {
            if (Arrays.equals(m_vectors.get(v), vector)) {
                return m_graph.gather(v, index);
            }
        }
        m_vectors.add(vector.clone());
        return m_graph.gather(m_vectors.size() - 1, index);
    }

    private static String number(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long)value)
            : Double.toString(value);
    }

    /**
     * The sum of a node over all rows.
     *
     * @param node a node
     * @return a node that does not depend on the row
     */
    int sum(final int node) {
        final var g = m_graph;
        if (!g.byRow(node)) {
            return g.mulConst(node, m_table.rows());
        }
        if (m_batched) {
            return plain(node);
        }
        if (!g.active(node)) {
            return g.constant(sumOf(m_table.values(node)));
        }
        // a chain of sums may be long, so it is unrolled here; other operations recur no deeper than factors are nested
        var total = g.constant(0);
        final var terms = new ArrayList<int[]>();
        terms.add(new int[]{node, 1});
        while (!terms.isEmpty()) {
            final var term = terms.remove(terms.size() - 1);
            final var op = g.op(term[0]);
            final var splits = g.byRow(term[0]) && g.active(term[0]) && (op == Op.ADD || op == Op.SUB);
            if (splits) {
                terms.add(new int[]{g.argument(term[0], 0), term[1]});
                terms.add(new int[]{g.argument(term[0], 1), op == Op.SUB ? -term[1] : term[1]});
            } else {
                final var part = g.byRow(term[0]) && g.active(term[0]) ? factored(term[0]) : sum(term[0]);
                total = term[1] > 0 ? g.add(total, part) : g.sub(total, part);
            }
        }
        return total;
    }

    private int factored(final int node) {
        if (m_depth >= MAX_FACTORS) {
            return plain(node);
        }
        m_depth++;
        final var factored = withoutFactors(node);
        m_depth--;
        return factored;
    }

    private int withoutFactors(final int node) {
        final var g = m_graph;
        final var op = g.op(node);
        final var a = op.arity() > 0 ? g.argument(node, 0) : -1;
        final var b = op.arity() > 1 ? g.argument(node, 1) : -1;
        if (op == Op.ADD_CONST) {
            return g.addConst(sum(a), g.number(node) * m_table.rows());
        }
        if (op == Op.MUL_CONST) {
            return g.mulConst(sum(a), g.number(node));
        }
        if (op == Op.MUL && !g.byRow(a)) {
            return g.mul(a, sum(b));
        }
        if (op == Op.MUL && !g.byRow(b)) {
            return g.mul(sum(a), b);
        }
        if ((op == Op.DIV || op == Op.MASKED_MUL) && !g.byRow(b)) {
            return g.binary(op, sum(a), b);
        }
        return plain(node);
    }

    private int plain(final int node) {
        return m_graph.rowSum(grouped(node, -1, 1).firstSlot());
    }

    private Sum grouped(final int node, final int index, final int count) {
        return m_known.computeIfAbsent(new Group(node, index), key -> {
            check(m_slots + count <= MAX_SLOTS, "The data term needs more than %,d sums a particle. "
                + "Use shorter vectors.", MAX_SLOTS);
            final var sum = new Sum(node, index, m_slots, count);
            m_sums.add(sum);
            for (int i = 0; i < count; i++) {
                m_sumOfSlot.put(m_slots++, sum);
            }
            return sum;
        });
    }

    /**
     * The derivatives of a sum by the nodes that it reads of the particle.
     *
     * @param slot the number of a sum over all rows
     * @return derivative by node
     */
    Map<Integer, Integer> derivatives(final int slot) {
        final var g = m_graph;
        final var result = new HashMap<Integer, Integer>();
        Differentiation.derivatives(g, m_sumOfSlot.get(slot).node(),
            node -> !g.byRow(node) || g.op(node) == Op.GATHER, leaf -> null).forEach((leaf, derivative) -> {
                if (g.op(leaf) != Op.GATHER) {
                    if (g.active(leaf)) {
                        result.merge(leaf, sum(derivative), g::add);
                    }
                    return;
                }
                final var vector = vector(g.argument(leaf, 0));
                final var parts = groupSums(derivative, g.argument(leaf, 1), vector.length);
                for (int i = 0; i < vector.length; i++) {
                    if (g.active(vector[i])) {
                        result.merge(vector[i], parts[i], g::add);
                    }
                }
            });
        return result;
    }

    private int[] groupSums(final int node, final int index, final int count) {
        final var g = m_graph;
        if (!g.byRow(node) || !g.active(node) && !m_batched) {
            return constantGroupSums(node, index, count);
        }
        final var op = g.op(node);
        if (m_depth < MAX_FACTORS && !m_batched) {
            if (op == Op.MUL_CONST) {
                return scaled(g.argument(node, 0), index, count, part -> g.mulConst(part, g.number(node)));
            }
            if ((op == Op.MUL || op == Op.DIV || op == Op.MASKED_MUL) && !g.byRow(g.argument(node, 1))) {
                return scaled(g.argument(node, 0), index, count, part -> g.binary(op, part, g.argument(node, 1)));
            }
            if (op == Op.MUL && !g.byRow(g.argument(node, 0))) {
                return scaled(g.argument(node, 1), index, count, part -> g.mul(g.argument(node, 0), part));
            }
        }
        final var sum = grouped(node, index, count);
        return IntStream.range(0, count).map(i -> g.rowSum(sum.firstSlot() + i)).toArray();
    }

    private int[] scaled(final int inner, final int index, final int count, final IntUnaryOperator scale) {
        m_depth++;
        final var parts = groupSums(inner, index, count);
        m_depth--;
        return Arrays.stream(parts).map(scale).toArray();
    }

    private int[] constantGroupSums(final int node, final int index, final int count) {
        final var g = m_graph;
        final var sums = new double[count];
        final var indices = index(index);
        for (int row = 0; row < indices.length; row++) {
            sums[indices[row]] += g.byRow(node) ? m_table.values(node)[row] : 1;
        }
        return Arrays.stream(sums).mapToInt(s -> g.byRow(node) ? g.constant(s) : g.mulConst(node, s)).toArray();
    }

    private static double sumOf(final double[] values) {
        return Loops.sum(values, values.length);
    }

    /**
     * The nodes that the sums with these numbers read of the particle, elements of a vector side by side.
     *
     * @param slots numbers of sums
     * @return the nodes in an order with each vector as one run, in the order of {@link #vector}, then the others
     */
    Inputs inputs(final Set<Integer> slots) {
        final var g = m_graph;
        final var vectors = new TreeSet<Integer>();
        final var scalars = new TreeSet<Integer>();
        final var rowData = new LinkedHashSet<Integer>();
        final var gathers = new LinkedHashSet<Integer>();
        final var needed = new LinkedHashSet<Sum>();
        for (final var slot : new TreeSet<>(slots)) {
            needed.add(m_sumOfSlot.get(slot));
        }
        final var seen = new TreeSet<Integer>();
        final var stack = new ArrayDeque<Integer>();
        needed.forEach(s -> stack.push(s.node()));
        while (!stack.isEmpty()) {
            final var node = stack.pop();
            if (!seen.add(node) || g.isConst(node)) {
                continue;
            }
            if (g.op(node) == Op.GATHER) {
                gathers.add(node);
                vectors.add(g.argument(node, 0));
            } else if (!g.byRow(node)) {
                scalars.add(node);
            } else if (!g.active(node)) {
                rowData.add(node);
            } else {
                for (int i = 0; i < g.op(node).arity(); i++) {
                    stack.push(g.argument(node, i));
                }
            }
        }
        return new Inputs(List.copyOf(needed), List.copyOf(vectors), List.copyOf(scalars), List.copyOf(rowData),
            List.copyOf(gathers));
    }

    /**
     * What a set of sums reads.
     *
     * @param sums the sums
     * @param vectors numbers of vectors
     * @param scalars nodes of the particle
     * @param rowData nodes of the row
     * @param gathers nodes that choose elements
     */
    record Inputs(List<Sum> sums, List<Integer> vectors, List<Integer> scalars, List<Integer> rowData,
        List<Integer> gathers) {
    }
}
