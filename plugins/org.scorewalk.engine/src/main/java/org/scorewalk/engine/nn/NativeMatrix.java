// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A matrix of single-precision numbers outside of the heap, line by line, zero at first. Its memory is given back by
 * {@link #close()}, not by the garbage collector.
 * <p>
 * Values of a network stand in it one line a number of the layer and one column a row of the batch, weights one line
 * an output. With them this way round a product of many weights and few rows is a third faster than the other way: the
 * library copies its left operand piece by piece just before the piece is used, the right one beforehand.
 */
final class NativeMatrix implements AutoCloseable {

    /** Numbers in a cache line, to which the memory is aligned. */
    private static final int CACHE_LINE = 16;

    private final FloatPointer m_memory;

    private final long m_offset;

    private int m_columns;

    /**
     * @param lines how many lines
     * @param columns how many columns, at most
     */
    NativeMatrix(final int lines, final int columns) {
        m_columns = columns;
        m_memory = new FloatPointer((long)lines * columns + CACHE_LINE);
        final long beyond = m_memory.address() / Float.BYTES % CACHE_LINE;
        m_offset = beyond == 0 ? 0 : CACHE_LINE - beyond;
        Pointer.memset(m_memory, 0, ((long)lines * columns + CACHE_LINE) * Float.BYTES);
    }

    /**
     * Sets how many numbers a line has from now on; what the matrix holds is lost.
     *
     * @param columns not more than the matrix was made with
     */
    void setColumns(final int columns) {
        m_columns = columns;
    }

    private FloatPointer at(final int line, final int column) {
        return new FloatPointer(m_memory).position(m_offset + (long)line * m_columns + column);
    }

    /** Copies whole lines in, from the start of the array. */
    void put(final int line, final int lines, final float[] from) {
        at(line, 0).put(from, 0, lines * m_columns);
    }

    /** Copies whole lines out, from the first one to the start of the array. */
    void get(final int lines, final float[] to) {
        at(0, 0).get(to, 0, lines * m_columns);
    }

    /** this[0 .. n] = w[0 .. n, 0 .. k] * x[0 .. k] */
    void product(final NativeMatrix w, final NativeMatrix x, final int k, final int n) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, x.m_columns, k, 1f, w.at(0, 0), w.m_columns,
            x.at(0, 0), x.m_columns, 0f, at(0, 0), m_columns);
    }

    /** this[0 .. k] = w[0 .. n, 0 .. k] transposed * g[0 .. n, column .. column + the columns of this] */
    void productTransposed(final NativeMatrix w, final NativeMatrix g, final int column, final int n, final int k) {
        cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, k, m_columns, n, 1f, w.at(0, 0), w.m_columns,
            g.at(0, column), g.m_columns, 0f, at(0, 0), m_columns);
    }

    /**
     * Takes this memory for an n by k matrix: it becomes beta * itself + g[line .. line + n] * x[0 .. k] transposed.
     */
    void outerSum(final NativeMatrix g, final int line, final int n, final NativeMatrix x, final int k,
        final float beta) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, n, k, x.m_columns, 1f, g.at(line, 0), g.m_columns,
            x.at(0, 0), x.m_columns, beta, at(0, 0), k);
    }

    /** Copies numbers out from the start, to the start of the array. */
    void getNumbers(final int count, final float[] to) {
        at(0, 0).get(to, 0, count);
    }

    @Override
    public void close() {
        m_memory.close();
    }
}
