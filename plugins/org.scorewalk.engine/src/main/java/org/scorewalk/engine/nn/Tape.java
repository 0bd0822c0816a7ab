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
 * Every row has one number more than the layer has outputs. In the outputs it is 1, so that the last row of the next
 * layer's weights, the biases, is added by the matrix product; in the gradients it stands idle and keeps both in step.
 */
public final class Tape implements AutoCloseable {

    /** Rows below which a block is not cut further, since thin matrix products are slow. */
    private static final int MIN_BLOCK = 32;

    private static final int MAX_BLOCKS = 16;

    final List<DenseLayer> m_layers;

    /** Index 0: the inputs; index l: the outputs of layer l, counted from 1. */
    final NativeMatrix[] m_outputs;

    /** Index 0: gradients with respect to the inputs; index l: to the weighted sums of layer l. */
    final NativeMatrix[] m_gradients;

    /** By block and layer, as above. */
    private final float[][][] m_heapOutputs;

    private final float[][][] m_heapGradients;

    private final float[][][] m_slopes;

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
        m_outputs = new NativeMatrix[count];
        m_gradients = new NativeMatrix[count];
        final int blocks = blocks(batch);
        // a smaller batch has fewer, possibly longer blocks: none is longer than two of the least length or the longest
        // cut
        final int longest = Math.max(Math.min(batch, 2 * MIN_BLOCK - 1), (batch + blocks - 1) / blocks) * rowsEach;
        m_heapOutputs = new float[blocks][count][];
        m_heapGradients = new float[blocks][count][];
        m_slopes = new float[blocks][count][];
        m_from = new int[MAX_BLOCKS + 1];
        try {
            for (int l = 0; l < count; l++) {
                final int width = width(l) + 1;
                m_outputs[l] = new NativeMatrix(batch * rowsEach, width);
                m_gradients[l] = new NativeMatrix(batch * rowsEach, width);
                for (int b = 0; b < blocks; b++) {
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
     * @return how many rows all blocks have together
     */
    int rows() {
        return m_from[m_blocks];
    }

    /**
     * The inputs of a block, to be filled before {@link TrainableNetwork#forward}.
     *
     * @param block the number of the block
     * @return rows of inputs, each followed by one number that will be set to 1
     */
    public float[] inputs(final int block) {
        return m_heapOutputs[block][0];
    }

    /**
     * The outputs of a block after {@link TrainableNetwork#forward}.
     *
     * @param block the number of the block
     * @return rows of outputs, each followed by one more number
     */
    public float[] outputs(final int block) {
        return m_heapOutputs[block][m_layers.size()];
    }

    /**
     * The gradients with respect to a block's outputs, to be filled before {@link TrainableNetwork#backward}.
     *
     * @param block the number of the block
     * @return rows of gradients, each followed by one idle number
     */
    public float[] outputGradients(final int block) {
        return m_heapGradients[block][m_layers.size()];
    }

    /**
     * The gradients with respect to a block's inputs after {@link TrainableNetwork#inputGradients}.
     *
     * @param block the number of the block
     * @return rows of gradients, each followed by one idle number
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

    /** Sets the number behind each row to 1 and copies the rows out of the heap. */
    void store(final int block, final int l) {
        final float[] x = m_heapOutputs[block][l];
        final int stride = m_outputs[l].columns();
        final int rows = rows(block);
        for (int r = 1; r <= rows; r++) {
            x[r * stride - 1] = 1f;
        }
        m_outputs[l].put(m_from[block], rows, x);
    }

    /** Sets the number behind each row to 0 in the copy outside of the heap: such a tape adds nothing to the biases. */
    void storeWithoutBias(final int block, final int l) {
        final float[] x = m_heapOutputs[block][l];
        final int stride = m_outputs[l].columns();
        final int rows = rows(block);
        for (int r = 1; r <= rows; r++) {
            x[r * stride - 1] = 0f;
        }
        m_outputs[l].put(m_from[block], rows, x);
    }

    @Override
    public void close() {
        for (final NativeMatrix[] matrices : Arrays.asList(m_outputs, m_gradients)) {
            for (int l = 0; l < matrices.length; l++) {
                if (matrices[l] != null) {
                    matrices[l].close();
                    matrices[l] = null;
                }
            }
        }
    }
}
