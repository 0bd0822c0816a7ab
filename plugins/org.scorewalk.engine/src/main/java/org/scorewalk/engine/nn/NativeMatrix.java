// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A matrix of single-precision numbers outside of the heap, row by row, zero at first. Its memory is given back by
 * {@link #close()}, not by the garbage collector.
 */
final class NativeMatrix implements AutoCloseable {

    /** Numbers in a cache line, to which the memory is aligned. */
    private static final int LINE = 16;

    private final int m_columns;

    private final FloatPointer m_memory;

    private final long m_offset;

    /**
     * @param rows how many rows
     * @param columns how many columns
     */
    NativeMatrix(final int rows, final int columns) {
        m_columns = columns;
        m_memory = new FloatPointer((long)rows * columns + LINE);
        final long beyond = m_memory.address() / Float.BYTES % LINE;
        m_offset = beyond == 0 ? 0 : LINE - beyond;
        Pointer.memset(m_memory, 0, ((long)rows * columns + LINE) * Float.BYTES);
    }

    int columns() {
        return m_columns;
    }

    private FloatPointer at(final int row, final int column) {
        return new FloatPointer(m_memory).position(m_offset + (long)row * m_columns + column);
    }

    /** Copies whole rows in, from the start of the array. */
    void put(final int row, final int rows, final float[] from) {
        at(row, 0).put(from, 0, rows * m_columns);
    }

    /** Copies whole rows in, from a later row of an array that begins with another. */
    void put(final int row, final int rows, final float[] from, final int fromRow) {
        at(row, 0).put(from, fromRow * m_columns, rows * m_columns);
    }

    /** Copies whole rows out, to the start of the array. */
    void get(final int row, final int rows, final float[] to) {
        at(row, 0).get(to, 0, rows * m_columns);
    }

    /** this[row .., 0 .. n] = a[row .., 0 .. k] * b[0 .. k, 0 .. n] for m rows */
    void product(final int row, final int m, final NativeMatrix a, final NativeMatrix b, final int k, final int n) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1f, a.at(row, 0), a.m_columns, b.at(0, 0),
            b.m_columns, 0f, at(row, 0), m_columns);
    }

    /** this[row .., 0 .. n] = a[row .., 0 .. k] * b[0 .. n, 0 .. k] transposed, for m rows */
    void productTransposed(final int row, final int m, final NativeMatrix a, final NativeMatrix b, final int k,
        final int n) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1f, a.at(row, 0), a.m_columns, b.at(0, 0),
            b.m_columns, 0f, at(row, 0), m_columns);
    }

    /**
     * Takes this memory for an m by n matrix: it becomes beta * itself + a[0 .. k, column .. column + m] transposed *
     * b[0 .. k, 0 .. n].
     */
    void outerSum(final NativeMatrix a, final int column, final int m, final NativeMatrix b, final int k, final int n,
        final float beta) {
        cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, 1f, a.at(0, column), a.m_columns, b.at(0, 0),
            b.m_columns, beta, at(0, 0), n);
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
