// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Puts the operations that a {@link Tape} performs into an order, and cuts them into stages: one function each, or some
 * operations that become one loop ({@link FusedLoop}).
 * <p>
 * C2 vectorises a loop only if its body has at most 60 nodes (LoopUnrollLimit) before it is unrolled. Most of them go
 * to rows that are read and written, so a stage takes, one after the other, the operation that adds the fewest nodes:
 * one that reads what the stage has in its hands, and best of all one that is the last to need it.
 */
final class Schedule {

    /** What a loop's body may have of nodes, less those of the loop itself, as measured with JDK 17. */
    private static final int MAX_NODES = 52;

    /** How many nodes reading or writing a row takes: the index's range and conversion, the address, the access. */
    private static final int ROW = 6;

    /** Operations are moved within so many neighbours only, which bounds the time and how long values must be kept. */
    private static final int WINDOW = 512;

    private final Graph m_graph;

    /** What costs nothing to read in a loop: constants and values that are the same everywhere. */
    private final IntPredicate m_free;

    private final Map<Integer, Integer> m_uses;

    private final List<List<Integer>> m_stages = new ArrayList<>();

    /** What is to be computed within the window. */
    private final Set<Integer> m_waiting = new HashSet<>();

    /** What the present stage has computed, and what it has read. */
    private final Set<Integer> m_computed = new HashSet<>();

    private final Set<Integer> m_read = new HashSet<>();

    /** The present stage's uses for which C2 has to find out which copy belongs to which. */
    private final Set<Use> m_doubtful = new HashSet<>();

    private record Use(int value, Op op, int position) {
    }

    private Schedule(final Graph graph, final IntPredicate free, final Map<Integer, Integer> uses) {
        m_graph = graph;
        m_free = free;
        m_uses = new HashMap<>(uses);
    }

    /**
     * Makes the schedule.
     *
     * @param graph the graph
     * @param nodes the nodes to compute, arguments before those that use them
     * @param free which nodes cost nothing to read
     * @param uses how often each node is used, its use as a result included
     * @return the stages, each with its nodes in order
     */
    static List<List<Integer>> of(final Graph graph, final List<Integer> nodes, final IntPredicate free,
        final Map<Integer, Integer> uses) {
        final var schedule = new Schedule(graph, free, uses);
        for (int from = 0; from < nodes.size(); from += WINDOW) {
            schedule.window(new ArrayList<>(nodes.subList(from, Math.min(nodes.size(), from + WINDOW))));
        }
        return schedule.m_stages;
    }

    private void window(final List<Integer> open) {
        m_waiting.addAll(open);
        while (!open.isEmpty()) {
            while (loop(open)) {
                // as many loops as there are
            }
            functions(open);
        }
    }

    /** Calls the functions that are ready. */
    private void functions(final List<Integer> open) {
        for (final var iterator = open.iterator(); iterator.hasNext();) {
            final var node = iterator.next();
            if (!FusedLoop.takes(m_graph.op(node)) && ready(node)) {
                m_stages.add(List.of(node));
                take(node);
                iterator.remove();
            }
        }
    }

    /** Fills one loop; returns false if nothing is ready for one. */
    private boolean loop(final List<Integer> open) {
        final var stage = new ArrayList<Integer>();
        m_computed.clear();
        m_read.clear();
        m_doubtful.clear();
        int nodes = 0;
        while (true) {
            int best = -1;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < open.size() && !(best >= 0 && stage.isEmpty()); i++) {
                if (FusedLoop.takes(m_graph.op(open.get(i))) && ready(open.get(i)) && !ambiguous(open.get(i))) {
                    final var cost = cost(open.get(i));
                    if (cost < least) {
                        least = cost;
                        best = i;
                    }
                }
            }
            if (best < 0 || !stage.isEmpty() && nodes + least > MAX_NODES) {
                break;
            }
            nodes += least;
            final var node = open.remove(best);
            stage.add(node);
            for (int j = 0; j < m_graph.op(node).arity(); j++) {
                m_read.add(m_graph.argument(node, j));
            }
            doubtful(node).ifPresent(m_doubtful::addAll);
            take(node);
            m_computed.add(node);
        }
        if (!stage.isEmpty()) {
            m_stages.add(stage);
        }
        return !stage.isEmpty();
    }

    /**
     * C2 pairs the copies of an operation that unrolling has made by the values that they use. It is sure of an
     * operation whose arguments are rows or constants. Of several others of one kind that use the same value, it may
     * pair wrong ones, and then vectorises nothing; so a loop must not have more than one.
     */
    private boolean ambiguous(final int node) {
        return doubtful(node).map(uses -> uses.stream().anyMatch(m_doubtful::contains)).orElse(false);
    }

    private Optional<List<Use>> doubtful(final int node) {
        final var op = m_graph.op(node);
        if (op.arity() < 2 || m_graph.argument(node, 0) == m_graph.argument(node, 1)) {
            return Optional.empty();
        }
        final var uses = new ArrayList<Use>();
        for (int i = 0; i < 2; i++) {
            if (m_computed.contains(m_graph.argument(node, 1 - i))) {
                uses.add(new Use(m_graph.argument(node, i), op, op == Op.SUB || op == Op.DIV ? i : 0));
            }
        }
        return Optional.of(uses);
    }

    private boolean ready(final int node) {
        for (int i = 0; i < m_graph.op(node).arity(); i++) {
            if (m_waiting.contains(m_graph.argument(node, i))) {
                return false;
            }
        }
        return true;
    }

    private void take(final int node) {
        m_waiting.remove(node);
        for (int i = 0; i < m_graph.op(node).arity(); i++) {
            m_uses.merge(m_graph.argument(node, i), -1, Integer::sum);
        }
    }

    /** How many nodes an operation adds to the loop: itself, writing its value, and rows to read. */
    private int cost(final int node) {
        int cost = 1 + ROW;
        final var arity = m_graph.op(node).arity();
        for (int i = 0; i < arity; i++) {
            final var argument = m_graph.argument(node, i);
            if (i > 0 && argument == m_graph.argument(node, 0) || m_free.test(argument)) {
                continue;
            }
            if (m_computed.contains(argument)) {
                final var times = arity > 1 && m_graph.argument(node, 0) == m_graph.argument(node, 1) ? 2 : 1;
                if (m_uses.get(argument) == times) {
                    cost -= ROW; // nobody else reads it, so it need not be written
                }
            } else if (!m_read.contains(argument)) {
                cost += ROW;
            }
        }
        return cost;
    }
}
