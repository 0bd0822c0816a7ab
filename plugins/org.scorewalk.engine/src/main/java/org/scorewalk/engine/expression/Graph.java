// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.scorewalk.engine.InputException;

/**
 * A value as a graph of operations without repetition: nodes are numbered, arguments come before the nodes that use
 * them, and asking for a node that exists already gives the existing one. Simplifications are made as nodes are added,
 * so that derivatives, which are added to the same graph, come out short.
 * <p>
 * A node is <i>active</i> if it depends on the particle and <i>by row</i> if it depends on the row of the data table.
 */
final class Graph {

    /** The most nodes; it bounds time and memory. */
    static final int MAX_NODES = 1_000_000;

    private record Key(Op op, int a, int b, int c, long k) {
    }

    private final Map<Key, Integer> m_known = new HashMap<>();

    private Op[] m_op = new Op[64];

    private int[][] m_arguments = new int[64][];

    private double[] m_number = new double[64];

    private boolean[] m_active = new boolean[64];

    private boolean[] m_byRow = new boolean[64];

    private int m_size;

    int size() {
        return m_size;
    }

    Op op(final int node) {
        return m_op[node];
    }

    /** Argument i of a node: another node, or for leaves what {@link Op} says. */
    int argument(final int node, final int i) {
        return m_arguments[node][i];
    }

    double number(final int node) {
        return m_number[node];
    }

    boolean active(final int node) {
        return m_active[node];
    }

    boolean byRow(final int node) {
        return m_byRow[node];
    }

    boolean isConst(final int node) {
        return m_op[node] == Op.CONST;
    }

    boolean isConst(final int node, final double value) {
        return m_op[node] == Op.CONST && m_number[node] == value;
    }

    int constant(final double value) {
        return node(Op.CONST, -1, -1, -1, value);
    }

    int input(final int coordinate) {
        return node(Op.INPUT, coordinate, -1, -1, 0);
    }

    int column(final int column) {
        return node(Op.COLUMN, column, -1, -1, 0);
    }

    int gather(final int vector, final int indexColumn) {
        return node(Op.GATHER, vector, indexColumn, -1, 0);
    }

    int rowSum(final int sum) {
        return node(Op.ROW_SUM, sum, -1, -1, 0);
    }

    /** A running total and what it becomes when a value is added, without any simplification. */
    int total(final int number) {
        return node(Op.TOTAL, number, -1, -1, 0);
    }

    int addToTotal(final int total, final int value) {
        return node(Op.ADD, total, value, -1, 0);
    }

    int add(final int a, final int b) {
        if (isConst(a)) {
            return isConst(b) ? constant(number(a) + number(b)) : addConst(b, number(a));
        }
        if (isConst(b)) {
            return addConst(a, number(b));
        }
        if (a == b) {
            return mulConst(a, 2);
        }
        if (op(a) == Op.ADD_CONST) {
            return addConst(add(argument(a, 0), b), number(a));
        }
        if (op(b) == Op.ADD_CONST) {
            return addConst(add(a, argument(b, 0)), number(b));
        }
        if (op(a) == Op.MUL_CONST && op(b) == Op.MUL_CONST) {
            if (number(a) == number(b)) {
                return mulConst(add(argument(a, 0), argument(b, 0)), number(a));
            }
            if (number(a) == -number(b)) {
                return mulConst(sub(argument(a, 0), argument(b, 0)), number(a));
            }
        }
        if (op(b) == Op.MUL_CONST && number(b) == -1) {
            return sub(a, argument(b, 0));
        }
        if (op(a) == Op.MUL_CONST && number(a) == -1) {
            return sub(b, argument(a, 0));
        }
        return node(Op.ADD, Math.min(a, b), Math.max(a, b), -1, 0);
    }

    int sub(final int a, final int b) {
        if (isConst(b)) {
            return isConst(a) ? constant(number(a) - number(b)) : addConst(a, -number(b));
        }
        if (isConst(a)) {
            return addConst(mulConst(b, -1), number(a));
        }
        if (op(a) == Op.ADD_CONST) {
            return addConst(sub(argument(a, 0), b), number(a));
        }
        if (op(b) == Op.ADD_CONST) {
            return addConst(sub(a, argument(b, 0)), -number(b));
        }
        if (op(b) == Op.MUL_CONST) {
            if (number(b) == -1) {
                return add(a, argument(b, 0));
            }
            if (op(a) == Op.MUL_CONST && Math.abs(number(a)) == Math.abs(number(b))) {
                return number(a) == number(b) ? mulConst(sub(argument(a, 0), argument(b, 0)), number(a))
                    : mulConst(add(argument(a, 0), argument(b, 0)), number(a));
            }
        }
        return node(Op.SUB, a, b, -1, 0);
    }

    int addConst(final int a, final double k) {
        if (k == 0) {
            return a;
        }
        if (isConst(a)) {
            return constant(number(a) + k);
        }
        if (op(a) == Op.ADD_CONST) {
            return addConst(argument(a, 0), number(a) + k);
        }
        return node(Op.ADD_CONST, a, -1, -1, k);
    }

    int mulConst(final int a, final double k) {
        if (k == 1) {
            return a;
        }
        if (k == 0) {
            return constant(0);
        }
        if (isConst(a)) {
            return constant(number(a) * k);
        }
        if (op(a) == Op.MUL_CONST && ordinary(number(a) * k)) {
            return mulConst(argument(a, 0), number(a) * k);
        }
        if (op(a) == Op.CONST_DIV && ordinary(number(a) * k)) {
            return constDiv(number(a) * k, argument(a, 0));
        }
        if (op(a) == Op.SUB && k == -1) {
            return sub(argument(a, 1), argument(a, 0));
        }
        return node(Op.MUL_CONST, a, -1, -1, k);
    }

    int mul(final int a, final int b) {
        if (isConst(b)) {
            return mulConst(a, number(b));
        }
        if (isConst(a)) {
            return mulConst(b, number(a));
        }
        if (a == b) {
            return square(a);
        }
        // constants go outward, where they meet others; not where their product would leave the range of numbers
        final var ka = op(a) == Op.MUL_CONST ? number(a) : 1;
        final var kb = op(b) == Op.MUL_CONST ? number(b) : 1;
        if ((ka != 1 || kb != 1) && ordinary(ka * kb)) {
            return mulConst(mul(ka == 1 ? a : argument(a, 0), kb == 1 ? b : argument(b, 0)), ka * kb);
        }
        if (op(a) == Op.CONST_DIV) {
            return mulConst(div(b, argument(a, 0)), number(a));
        }
        if (op(b) == Op.CONST_DIV) {
            return mulConst(div(a, argument(b, 0)), number(b));
        }
        return node(Op.MUL, Math.min(a, b), Math.max(a, b), -1, 0);
    }

    int div(final int a, final int b) {
        if (isConst(b)) {
            final var inverse = 1 / number(b);
            return isConst(a) ? constant(number(a) / number(b))
                : ordinary(inverse) ? mulConst(a, inverse) : node(Op.DIV, a, b, -1, 0);
        }
        if (isConst(a)) {
            return constDiv(number(a), b);
        }
        if (op(a) == Op.MUL_CONST) {
            return mulConst(div(argument(a, 0), b), number(a));
        }
        if (op(b) == Op.MUL_CONST && ordinary(1 / number(b))) {
            return mulConst(div(a, argument(b, 0)), 1 / number(b));
        }
        if (op(b) == Op.CONST_DIV && ordinary(1 / number(b))) {
            return mulConst(mul(a, argument(b, 0)), 1 / number(b));
        }
        return node(Op.DIV, a, b, -1, 0);
    }

    int constDiv(final double k, final int a) {
        if (isConst(a)) {
            return constant(k / number(a));
        }
        if (k == 0) {
            return constant(0);
        }
        if (op(a) == Op.MUL_CONST && ordinary(k / number(a))) {
            return constDiv(k / number(a), argument(a, 0));
        }
        if (op(a) == Op.CONST_DIV && ordinary(k / number(a))) {
            return mulConst(argument(a, 0), k / number(a));
        }
        return node(Op.CONST_DIV, a, -1, -1, k);
    }

    int square(final int a) {
        if (isConst(a)) {
            return constant(number(a) * number(a));
        }
        if (op(a) == Op.MUL_CONST && ordinary(number(a) * number(a))) {
            return mulConst(square(argument(a, 0)), number(a) * number(a));
        }
        if (op(a) == Op.ABS) {
            return square(argument(a, 0));
        }
        return node(Op.SQUARE, a, -1, -1, 0);
    }

    /** Powers with small whole exponents become products, which are faster and exact for negative bases. */
    int pow(final int a, final int b) {
        if (!isConst(b)) {
            return node(Op.POW, a, b, -1, 0);
        }
        return powConst(a, number(b));
    }

    int powConst(final int a, final double k) {
        if (isConst(a)) {
            return constant(Math.pow(number(a), k));
        }
        if (k == 0) {
            return constant(1);
        }
        if (k == 0.5) {
            return unary(Op.SQRT, a);
        }
        if (k == Math.rint(k) && Math.abs(k) <= 16) {
            return k < 0 ? constDiv(1, powInt(a, (int)-k)) : powInt(a, (int)k);
        }
        return node(Op.POW_CONST, a, -1, -1, k);
    }

    private int powInt(final int a, final int k) {
        if (k == 1) {
            return a;
        }
        final var half = square(powInt(a, k / 2));
        return k % 2 == 0 ? half : mul(half, a);
    }

    int unary(final Op op, final int a) {
        if (isConst(a)) {
            return constant(Scalar.apply(op, number(a), 0, 0, 0));
        }
        if (op == Op.DETACH && !active(a) || op == Op.ABS && (op(a) == Op.SQUARE || op(a) == Op.EXP)) {
            return a;
        }
        if (op == Op.LOG && op(a) == Op.EXP) {
            return argument(a, 0);
        }
        return node(op, a, -1, -1, 0);
    }

    int binary(final Op op, final int a, final int b) {
        return switch (op) {
            case ADD -> add(a, b);
            case SUB -> sub(a, b);
            case MUL -> mul(a, b);
            case DIV -> div(a, b);
            case POW -> pow(a, b);
            case MASKED_MUL -> isConst(a, 0) || isConst(b, 0) ? constant(0)
                : isConst(a) || isConst(b) && Double.isFinite(number(b)) ? mul(a, b) : folded(op, a, b);
            default -> folded(op, a, b);
        };
    }

    private int folded(final Op op, final int a, final int b) {
        if (op == Op.LESS && isConst(a) && number(a) <= 0 && isPositive(b, 8)) {
            return constant(1);
        }
        return isConst(a) && isConst(b) ? constant(Scalar.apply(op, number(a), number(b), 0, 0))
            : node(op, a, b, -1, 0);
    }

    int select(final int condition, final int yes, final int no) {
        if (isConst(condition)) {
            return number(condition) != 0 ? yes : no;
        }
        return yes == no ? yes : node(Op.SELECT, condition, yes, no, 0);
    }

    /** Whether a node is larger than 0 whatever the inputs are, as far as a short look shows. */
    private boolean isPositive(final int node, final int depth) {
        if (depth == 0) {
            return false;
        }
        return switch (op(node)) {
            case EXP, SIGMOID, SOFTPLUS -> true;
            case CONST -> number(node) > 0;
            case ADD_CONST -> number(node) >= 0 && isPositive(argument(node, 0), depth - 1);
            case MUL_CONST, CONST_DIV -> number(node) > 0 && isPositive(argument(node, 0), depth - 1);
            case ADD, MUL, DIV -> isPositive(argument(node, 0), depth - 1) && isPositive(argument(node, 1), depth - 1);
            case SQRT, SQUARE -> isPositive(argument(node, 0), depth - 1);
            default -> false;
        };
    }

    private static boolean ordinary(final double k) {
        return Math.abs(k) >= Double.MIN_NORMAL && Math.abs(k) <= Double.MAX_VALUE;
    }

    private int node(final Op op, final int a, final int b, final int c, final double k) {
        return m_known.computeIfAbsent(new Key(op, a, b, c, Double.doubleToLongBits(k)), key -> append(key, k));
    }

    private int append(final Key key, final double k) {
        if (m_size == MAX_NODES) {
            throw new InputException("The expression and its derivatives need more than %,d operations. Simplify it."
                .formatted(MAX_NODES));
        }
        if (m_size == m_op.length) {
            final var capacity = 2 * m_size;
            m_op = Arrays.copyOf(m_op, capacity);
            m_arguments = Arrays.copyOf(m_arguments, capacity);
            m_number = Arrays.copyOf(m_number, capacity);
            m_active = Arrays.copyOf(m_active, capacity);
            m_byRow = Arrays.copyOf(m_byRow, capacity);
        }
        final var node = m_size++;
        m_op[node] = key.op();
        m_arguments[node] = new int[]{key.a(), key.b(), key.c()};
        m_number[node] = k;
        m_active[node] = key.op() == Op.INPUT || key.op() == Op.GATHER || key.op() == Op.ROW_SUM;
        m_byRow[node] = key.op() == Op.COLUMN || key.op() == Op.GATHER;
        for (int i = 0; i < key.op().arity(); i++) {
            m_active[node] |= m_active[m_arguments[node][i]];
            m_byRow[node] |= m_byRow[m_arguments[node][i]];
        }
        return node;
    }
}
