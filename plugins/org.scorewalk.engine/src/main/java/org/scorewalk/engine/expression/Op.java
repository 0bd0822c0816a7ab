// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

/** The operations of a {@link Graph}. Truth values are the numbers 1 and 0. */
enum Op {
    /** A constant; its value is the node's number. */
    CONST(0),
    /** A coordinate of the particle; the first argument is the coordinate's index. */
    INPUT(0),
    /** A column of the data table; the first argument is the column's index. */
    COLUMN(0),
    /** An element of a vector chosen by the row; the arguments are the vector's and the index column's numbers. */
    GATHER(0),
    /** A sum over the rows of the data table; the first argument is the sum's number. */
    ROW_SUM(0),
    /** What a sum over rows has added up so far; the first argument is a number. Adding to it changes it in place. */
    TOTAL(0),
    /** Sum. */
    ADD(2),
    /** Difference. */
    SUB(2),
    /** Product. */
    MUL(2),
    /** Quotient. */
    DIV(2),
    /** The argument plus the node's number. */
    ADD_CONST(1),
    /** The argument times the node's number. */
    MUL_CONST(1),
    /** The node's number divided by the argument. */
    CONST_DIV(1),
    /** Square. */
    SQUARE(1),
    /** First argument to the power of the second. */
    POW(2),
    /** The argument to the power of the node's number. */
    POW_CONST(1),
    /** Exponential function. */
    EXP(1),
    /** e<sup>x</sup> - 1. */
    EXPM1(1),
    /** Natural logarithm. */
    LOG(1),
    /** log(1 + x). */
    LOG1P(1),
    /** Square root. */
    SQRT(1),
    /** Absolute value. */
    ABS(1),
    /** -1, 0 or 1. */
    SIGN(1),
    /** Sine. */
    SIN(1),
    /** Cosine. */
    COS(1),
    /** Tangent. */
    TAN(1),
    /** Inverse sine. */
    ASIN(1),
    /** Inverse cosine. */
    ACOS(1),
    /** Inverse tangent. */
    ATAN(1),
    /** Hyperbolic sine. */
    SINH(1),
    /** Hyperbolic cosine. */
    COSH(1),
    /** Hyperbolic tangent. */
    TANH(1),
    /** 1/(1 + e<sup>-x</sup>). */
    SIGMOID(1),
    /** log(1 + e<sup>x</sup>). */
    SOFTPLUS(1),
    /** Logarithm of the gamma function's absolute value. */
    LGAMMA(1),
    /** Derivative of {@link #LGAMMA}. */
    DIGAMMA(1),
    /** Derivative of {@link #DIGAMMA}; only a gradient of digamma asks for it. */
    TRIGAMMA(1),
    /** Error function. */
    ERF(1),
    /** Complementary error function. */
    ERFC(1),
    /** Logarithm of the standard normal distribution function. */
    LOG_NORMAL_CDF(1),
    /** Smaller argument. */
    MIN(2),
    /** Larger argument. */
    MAX(2),
    /** Whether the first argument is smaller. */
    LESS(2),
    /** Whether the first argument is smaller or both are equal. */
    LESS_EQUAL(2),
    /** Whether the arguments are equal. */
    EQUAL(2),
    /** The second argument where the first is not 0, else the third. */
    SELECT(3),
    /** Product, but 0 wherever the first argument is 0, even if the second is infinite or not a number. */
    MASKED_MUL(2),
    /** The argument itself, but a constant to differentiation. */
    DETACH(1);

    private final int m_arity;

    Op(final int arity) {
        m_arity = arity;
    }

    /**
     * The number of arguments that are nodes.
     *
     * @return from 0 to 3
     */
    int arity() {
        return m_arity;
    }
}
