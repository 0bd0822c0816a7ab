// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import java.util.Arrays;
import java.util.List;

/**
 * What one pass of a batch through a network leaves behind for the gradients: the outputs of every layer and the
 * gradients with respect to every layer's weighted sums, outside of the heap for the matrix products and on the heap
 * for the element-wise work.
 * <p>
 * The batch is cut into blocks of rows that are computed independently, one after the other or by several threads.
 * Where the cuts are depends on the batch alone, so the results do not depend on the number of threads.
 * <p>
 * All numbers of a block that belong to one number of a layer stand together: in the arrays that this class hands out,
 * number j of row r of a block with n rows has the index {@code j * n + r}. Outside of the heap the outputs of a layer
 * have one line more, of ones, so that the biases, the last weight of each output, are added by the matrix product.
 */
public final class Tape implements AutoCloseable {

    /** Rows below which a block is not cut further, since thin matrix products are slow. */
    private static final int MIN_BLOCK = 32;

    private static final int MAX_BLOCKS = 16;

    /** Numbers of a row that are moved together: so many cache lines stay close by until they are full. */
    private static final int MOVED_TOGETHER = 16;

    final List<DenseLayer> m_layers;

    /** By block and layer: index 0 the inputs; index l the outputs of layer l, counted from 1. */
    private final NativeMatrix[][] m_outputs;

    /** By block and layer: index 0 gradients with respect to the inputs; index l to the weighted sums of layer l. */
    private final NativeMatrix[][] m_gradients;

    /** By block and layer, as above. */
    private final float[][][] m_heapOutputs;

    private final float[][][] m_heapGradients;

    private final float[][][] m_slopes;

    private final float[] m_ones;

    private final float[] m_zeros;

    private final int[] m_from;

    private int m_blocks;

    /**
     * @param network what will be computed
     * @param batch the largest batch
     * @param rowsEach how many rows of this tape belong to one row of the batch (two where real and generated rows pass
     *            together)
     */
    public Tape(final DenseNetwork network, final int batch, final int rowsEach) {
        m_layers = network.layers();
        final int count = m_layers.size() + 1;
        final int blocks = blocks(batch);
        // a smaller batch has fewer, possibly longer blocks: none is longer than two of the least length or the longest
        // cut
        final int longest = Math.max(Math.min(batch, 2 * MIN_BLOCK - 1), (batch + blocks - 1) / blocks) * rowsEach;
        m_outputs = new NativeMatrix[blocks][count];
        m_gradients = new NativeMatrix[blocks][count];
        m_heapOutputs = new float[blocks][count][];
        m_heapGradients = new float[blocks][count][];
        m_slopes = new float[blocks][count][];
        m_from = new int[MAX_BLOCKS + 1];
        m_zeros = new float[longest];
        m_ones = new float[longest];
        Arrays.fill(m_ones, 1f);
        try {
            for (int b = 0; b < blocks; b++) {
                for (int l = 0; l < count; l++) {
                    final int width = width(l);
                    m_outputs[b][l] = new NativeMatrix(width + 1, longest);
                    m_gradients[b][l] = new NativeMatrix(width, longest);
                    m_heapOutputs[b][l] = new float[longest * width];
                    m_heapGradients[b][l] = new float[longest * width];
                    if (l > 0 && m_layers.get(l - 1).activation().needsSlopes()) {
                        m_slopes[b][l] = new float[longest * width];
                    }
                }
            }
        } catch (final RuntimeException | Error e) {
            close();
            throw e;
        }
        cut(batch, rowsEach);
    }

    /**
     * @param batch a number of rows
     * @return into how many blocks they are cut
     */
    public static int blocks(final int batch) {
        return Math.max(1, Math.min(MAX_BLOCKS, batch / MIN_BLOCK));
    }

    private int width(final int l) {
        return l == 0 ? m_layers.get(0).inputs() : m_layers.get(l - 1).outputs();
    }

    /**
     * Cuts the next batch into blocks.
     *
     * @param batch its rows, not more than the tape was made for
     * @param rowsEach as when the tape was made
     */
    public void cut(final int batch, final int rowsEach) {
        m_blocks = blocks(batch);
        for (int b = 0; b <= m_blocks; b++) {
            m_from[b] = (int)((long)b * batch / m_blocks) * rowsEach;
        }
        for (int b = 0; b < m_blocks; b++) {
            for (int l = 0; l <= m_layers.size(); l++) {
                m_outputs[b][l].setColumns(rows(b));
                m_gradients[b][l].setColumns(rows(b));
            }
        }
    }

    /**
     * @return how many blocks the batch has
     */
    public int blocks() {
        return m_blocks;
    }

    /**
     * @param block the number of a block
     * @return the number of its first row
     */
    public int from(final int block) {
        return m_from[block];
    }

    /**
     * @param block the number of a block
     * @return how many rows it has
     */
    public int rows(final int block) {
        return m_from[block + 1] - m_from[block];
    }

    /**
     * The inputs of a block, to be filled before {@link TrainableNetwork#forward}.
     *
     * @param block the number of the block
     * @return number j of row r at {@code j * rows(block) + r}
     */
    public float[] inputs(final int block) {
        return m_heapOutputs[block][0];
    }

    /**
     * Fills the first inputs of a block from an array that holds them row by row.
     *
     * @param block the number of the block
     * @param rows how many rows
     * @param from the numbers of the first row, of the second, ...
     */
    public void putInputs(final int block, final int rows, final float[] from) {
        final float[] x = m_heapOutputs[block][0];
        final int width = width(0);
        final int stride = rows(block);
        for (int j0 = 0; j0 < width; j0 += MOVED_TOGETHER) {
            final int j1 = Math.min(width, j0 + MOVED_TOGETHER);
            for (int r = 0; r < rows; r++) {
                for (int j = j0; j < j1; j++) {
                    x[j * stride + r] = from[r * width + j];
                }
            }
        }
    }

    /**
     * The outputs of a block after {@link TrainableNetwork#forward}.
     *
     * @param block the number of the block
     * @return number j of row r at {@code j * rows(block) + r}
     */
    public float[] outputs(final int block) {
        return m_heapOutputs[block][m_layers.size()];
    }

    /**
     * The gradients with respect to a block's outputs, to be filled before {@link TrainableNetwork#backward}.
     *
     * @param block the number of the block
     * @return number j of row r at {@code j * rows(block) + r}
     */
    public float[] outputGradients(final int block) {
        return m_heapGradients[block][m_layers.size()];
    }

    /**
     * Memory for the gradients with respect to a block's inputs, for {@link TrainableNetwork#inputGradients}.
     *
     * @param block the number of the block
     * @return number j of row r at {@code j * rows(block) + r}
     */
    public float[] inputGradients(final int block) {
        return m_heapGradients[block][0];
    }

    float[] output(final int block, final int l) {
        return m_heapOutputs[block][l];
    }

    float[] gradient(final int block, final int l) {
        return m_heapGradients[block][l];
    }

    float[] slopes(final int block, final int l) {
        return m_slopes[block][l];
    }

    NativeMatrix nativeOutput(final int block, final int l) {
        return m_outputs[block][l];
    }

    NativeMatrix nativeGradient(final int block, final int l) {
        return m_gradients[block][l];
    }

    /** How many numbers a block has in a layer. */
    int numbers(final int block, final int l) {
        return width(l) * rows(block);
    }

    /** Copies the outputs of a layer out of the heap, with a line of ones. */
    void store(final int block, final int l) {
        store(block, l, m_ones);
    }

    /** Copies the outputs of a layer out of the heap, with a line of zeros: such a tape adds nothing to the biases. */
    void storeWithoutBias(final int block, final int l) {
        store(block, l, m_zeros);
    }

    private void store(final int block, final int l, final float[] last) {
        m_outputs[block][l].put(0, width(l), m_heapOutputs[block][l]);
        m_outputs[block][l].put(width(l), 1, last);
    }

    /** Copies the gradients of a layer out of the heap. */
    void storeGradient(final int block, final int l) {
        m_gradients[block][l].put(0, width(l), m_heapGradients[block][l]);
    }

    @Override
    public void close() {
        for (final NativeMatrix[][] blocks : List.of(m_outputs, m_gradients)) {
            for (final NativeMatrix[] matrices : blocks) {
                for (int l = 0; l < matrices.length; l++) {
                    if (matrices[l] != null) {
                        matrices[l].close();
                        matrices[l] = null;
                    }
                }
            }
        }
    }
}
