// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Reverse accumulation on a {@link Graph}: from a node back to its leaves, adding the nodes of the derivatives to the
 * graph. Exact, since each operation's derivative is written down; its cost is a small multiple of the value's.
 * <p>
 * Where a choice discards a branch, the branch's own derivative may be infinite or no number. Adjoints that went
 * through a choice are therefore multiplied so that 0 wins.
 */
final class Differentiation {

    private record Adjoint(int node, boolean masked) {
    }

    private final Graph m_graph;

    private final IntPredicate m_leaf;

    private final TreeMap<Integer, Adjoint> m_open = new TreeMap<>();

    private final Map<Integer, Integer> m_derivatives = new HashMap<>();

    private boolean m_masked;

    private Differentiation(final Graph graph, final IntPredicate leaf) {
        m_graph = graph;
        m_leaf = leaf;
    }

    /** What is done with a leaf that is a value of its own, such as a sum over rows. */
    @FunctionalInterface
    interface Through {
        /**
         * The derivatives of a leaf by other nodes, all of them made before it.
         *
         * @param leaf the leaf
         * @return derivative by node, or null if the leaf is a variable to differentiate by
         */
        Map<Integer, Integer> derivatives(int leaf);
    }

    /**
     * The derivatives of a node.
     *
     * @param graph the graph, to which nodes are added
     * @param root the node to differentiate
     * @param leaf where to stop
     * @param through what lies behind some of the leaves
     * @return for each leaf on which the root depends, the derivative by it
     */
    static Map<Integer, Integer> derivatives(final Graph graph, final int root, final IntPredicate leaf,
        final Through through) {
        final var d = new Differentiation(graph, leaf);
        d.contribute(root, graph.constant(1), false);
        while (!d.m_open.isEmpty()) {
            final var last = d.m_open.pollLastEntry();
            d.m_masked = last.getValue().masked();
            if (leaf.test(last.getKey())) {
                d.leaf(last.getKey(), last.getValue().node(), through);
            } else {
                d.propagate(last.getKey(), last.getValue().node());
            }
        }
        return d.m_derivatives;
    }

    private void leaf(final int leaf, final int adjoint, final Through through) {
        final var inner = through.derivatives(leaf);
        if (inner == null) {
            m_derivatives.put(leaf, adjoint);
        } else {
            inner.forEach((node, derivative) -> contribute(node, times(adjoint, derivative), m_masked));
        }
    }

    private void contribute(final int node, final int adjoint, final boolean masked) {
        if (!m_leaf.test(node) && !m_graph.active(node) || m_graph.isConst(adjoint, 0)) {
            return;
        }
        m_open.merge(node, new Adjoint(adjoint, masked), (a, b) -> new Adjoint(m_graph.add(a.node(), b.node()),
            a.masked() || b.masked()));
    }

    private void pass(final int node, final int adjoint) {
        contribute(node, adjoint, m_masked);
    }

    private int times(final int adjoint, final int factor) {
        return m_masked ? m_graph.binary(Op.MASKED_MUL, adjoint, factor) : m_graph.mul(adjoint, factor);
    }

    private int over(final int adjoint, final int divisor) {
        return m_masked ? times(adjoint, m_graph.constDiv(1, divisor)) : m_graph.div(adjoint, divisor);
    }

    private void propagate(final int node, final int d) {
        final var g = m_graph;
        final var op = g.op(node);
        final var a = op.arity() > 0 ? g.argument(node, 0) : -1;
        final var b = op.arity() > 1 ? g.argument(node, 1) : -1;
        final var k = g.number(node);
        switch (op) {
            case ADD -> {
                pass(a, d);
                pass(b, d);
            }
            case SUB -> {
                pass(a, d);
                pass(b, g.mulConst(d, -1));
            }
            case MUL, MASKED_MUL -> {
                pass(a, times(d, b));
                pass(b, times(d, a));
            }
            case DIV -> {
                final var byA = over(d, b);
                pass(a, byA);
                pass(b, g.mulConst(times(byA, node), -1));
            }
            case POW -> {
                pass(a, times(d, g.mul(b, g.pow(a, g.addConst(b, -1)))));
                final var byB = g.mul(node, g.unary(Op.LOG, a));
                pass(b, times(d, g.select(g.binary(Op.EQUAL, a, g.constant(0)), g.constant(0), byB)));
            }
            case MIN -> choose(g.binary(Op.LESS_EQUAL, a, b), a, b, d);
            case MAX -> choose(g.binary(Op.LESS_EQUAL, b, a), a, b, d);
            case SELECT -> choose(a, b, g.argument(node, 2), d);
            case LESS, LESS_EQUAL, EQUAL, SIGN, DETACH -> {
                // constant almost everywhere
            }
            default -> pass(a, unary(op, node, a, k, d));
        }
    }

    private void choose(final int condition, final int yes, final int no, final int d) {
        final var zero = m_graph.constant(0);
        contribute(yes, m_graph.select(condition, d, zero), true);
        contribute(no, m_graph.select(condition, zero, d), true);
    }

    /** The adjoint of the argument of a function of one argument. */
    private int unary(final Op op, final int node, final int a, final double k, final int d) {
        final var g = m_graph;
        return switch (op) {
            case ADD_CONST -> d;
            case MUL_CONST -> g.mulConst(d, k);
            case CONST_DIV -> g.mulConst(times(over(d, a), node), -1);
            case SQUARE -> times(d, g.mulConst(a, 2));
            case POW_CONST -> times(d, g.mulConst(g.powConst(a, k - 1), k));
            case EXP -> times(d, node);
            case EXPM1 -> times(d, g.addConst(node, 1));
            case LOG -> over(d, a);
            case LOG1P -> over(d, g.addConst(a, 1));
            case SQRT -> over(g.mulConst(d, 0.5), node);
            case ABS -> times(d, g.unary(Op.SIGN, a));
            case SIN -> times(d, g.unary(Op.COS, a));
            case COS -> times(d, g.mulConst(g.unary(Op.SIN, a), -1));
            case TAN -> times(d, g.addConst(g.square(node), 1));
            case ASIN -> over(d, g.unary(Op.SQRT, oneMinusSquare(a)));
            case ACOS -> over(g.mulConst(d, -1), g.unary(Op.SQRT, oneMinusSquare(a)));
            case ATAN -> over(d, g.addConst(g.square(a), 1));
            case SINH -> times(d, g.unary(Op.COSH, a));
            case COSH -> times(d, g.unary(Op.SINH, a));
            case TANH -> times(d, oneMinusSquare(node));
            case SIGMOID -> times(d, g.mul(node, g.addConst(g.mulConst(node, -1), 1)));
            case SOFTPLUS -> times(d, g.unary(Op.SIGMOID, a));
            case LGAMMA -> times(d, g.unary(Op.DIGAMMA, a));
            case DIGAMMA -> times(d, g.unary(Op.TRIGAMMA, a));
            case ERF -> times(d, bell(a, 2 / Math.sqrt(Math.PI)));
            case ERFC -> times(d, bell(a, -2 / Math.sqrt(Math.PI)));
            case LOG_NORMAL_CDF -> times(d, g.unary(Op.EXP, g.addConst(
                g.sub(g.mulConst(g.square(a), -0.5), node), -0.5 * Math.log(2 * Math.PI))));
            default -> throw new IllegalStateException("No derivative of " + op + ".");
        };
    }

    /** (1 - a)(1 + a), which keeps its digits near 1. */
    private int oneMinusSquare(final int a) {
        return m_graph.mul(m_graph.addConst(m_graph.mulConst(a, -1), 1), m_graph.addConst(a, 1));
    }

    private int bell(final int a, final double factor) {
        return m_graph.mulConst(m_graph.unary(Op.EXP, m_graph.mulConst(m_graph.square(a), -1)), factor);
    }
}
