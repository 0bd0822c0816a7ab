// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A dense network while it is trained with Adam. Matrix products run on single-threaded OpenBLAS, one call a thread;
 * the weights' gradient is computed in tiles, the weights of some outputs of a layer, and consumed by the optimiser at
 * once, so it is never stored as a whole.
 * <p>
 * A step is two phases of a {@link Team}: the blocks of a {@link Tape} go forward and backward, then all tiles are
 * updated. The summation order of each tile does not depend on threads, so neither does any result.
 */
public final class TrainableNetwork implements AutoCloseable {

    /** Multiplications of a layer, a fraction of a millisecond, from which on it is asked whether to go on. */
    private static final long LONG_WORK = 1L << 22;

    private final Team m_team;

    private final List<DenseLayer> m_layers;

    private final AdamSettings m_settings;

    private final NativeMatrix[] m_weights;

    private final List<WeightTile> m_tiles = new ArrayList<>();

    private final NativeMatrix[] m_scratch;

    private final float[][] m_heapScratch;

    private int m_steps;

    private AdamSettings.Step m_step;

    private final double m_averaging;

    private float m_keep;

    /**
     * @param network the weights to begin with
     * @param state the optimiser's memory to begin with
     * @param settings the optimiser's options
     * @param team the threads that will update; between large layers they ask it whether to go on
     */
    public TrainableNetwork(final DenseNetwork network, final AdamState state, final AdamSettings settings,
        final Team team) {
        this(network, state, settings, team, 0);
    }

    /**
     * @param network the weights to begin with
     * @param state the optimiser's memory to begin with
     * @param settings the optimiser's options
     * @param team the threads that will update; between large layers they ask it whether to go on
     * @param averaging how slowly the running mean of the weights forgets, in [0, 1); 0 keeps none. Over the first
     *            steps it forgets faster, as (1 + t)/(10 + t), so that it does not remember the beginning
     */
    public TrainableNetwork(final DenseNetwork network, final AdamState state, final AdamSettings settings,
        final Team team, final double averaging) {
        check(state.fits(network), "The state of the optimiser does not belong to the network %s.", network);
        Natives.load();
        m_team = team;
        m_layers = network.layers();
        m_settings = settings;
        m_averaging = averaging;
        m_steps = state.steps();
        m_weights = new NativeMatrix[m_layers.size()];
        m_scratch = new NativeMatrix[team.size()];
        m_heapScratch = new float[team.size()][];
        try {
            int largest = 1;
            for (int l = 0; l < m_layers.size(); l++) {
                final DenseLayer layer = m_layers.get(l);
                m_weights[l] = new NativeMatrix(layer.outputs(), layer.inputs() + 1);
                final int most = WeightTile.outputs(layer);
                addTiles(l, most, network, state);
                largest = Math.max(largest, most * (layer.inputs() + 1));
            }
            m_tiles.sort(Comparator.comparingInt(tile -> -tile.m_w.length)); // threads end together on small ones
            for (int t = 0; t < team.size(); t++) {
                m_scratch[t] = new NativeMatrix(1, largest);
                m_heapScratch[t] = new float[largest];
            }
        } catch (final RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void addTiles(final int l, final int most, final DenseNetwork network, final AdamState state) {
        for (int first = 0; first < m_layers.get(l).outputs(); first += most) {
            final int outputs = Math.min(most, m_layers.get(l).outputs() - first);
            final WeightTile tile = new WeightTile(l, network, state, first, outputs, m_averaging > 0);
            m_weights[l].put(first, outputs, tile.m_w);
            m_tiles.add(tile);
        }
    }

    /** Asks whether to go on, where a layer has so much to do with some rows that the answer may matter. */
    void goOn(final int rows, final DenseLayer layer) {
        if ((long)rows * layer.inputs() * layer.outputs() >= LONG_WORK) {
            m_team.check();
        }
    }

    /** The weights of a layer, counted from 0, as the matrix products take them. */
    NativeMatrix weights(final int layer) {
        return m_weights[layer];
    }

    /**
     * Computes the outputs of a block, whose inputs have been filled in.
     *
     * @param tape the tape
     * @param block the number of the block
     */
    public void forward(final Tape tape, final int block) {
        tape.store(block, 0);
        final int last = m_layers.size();
        for (int l = 1; l <= last; l++) {
            final DenseLayer layer = m_layers.get(l - 1);
            goOn(tape.rows(block), layer);
            final float[] y = tape.output(block, l);
            final NativeMatrix sums = tape.nativeOutput(block, l);
            sums.product(m_weights[l - 1], tape.nativeOutput(block, l - 1), layer.inputs() + 1, layer.outputs());
            sums.get(layer.outputs(), y);
            layer.activation().apply(y, tape.numbers(block, l), layer.slope(), tape.slopes(block, l));
            if (l < last) {
                tape.store(block, l);
            }
        }
    }

    /**
     * Computes the gradients of a block with respect to all weighted sums, from those with respect to the outputs,
     * which have been filled in.
     *
     * @param tape the tape after {@link #forward}
     * @param block the number of the block
     */
    public void backward(final Tape tape, final int block) {
        for (int l = m_layers.size(); l >= 1; l--) {
            final DenseLayer layer = m_layers.get(l - 1);
            if (l < m_layers.size()) {
                backward(tape, block, l);
            }
            layer.activation().multiplySlope(tape.gradient(block, l), tape.output(block, l), tape.slopes(block, l),
                tape.numbers(block, l), layer.slope());
            tape.storeGradient(block, l);
        }
    }

    /** Gradients with respect to the outputs of layer l from those with respect to the weighted sums of the next. */
    void backward(final Tape tape, final int block, final int l) {
        final DenseLayer next = m_layers.get(l);
        goOn(tape.rows(block), next);
        final NativeMatrix gradient = tape.nativeGradient(block, l);
        gradient.productTransposed(m_weights[l], tape.nativeGradient(block, l + 1), 0, next.outputs(), next.inputs());
        gradient.get(next.inputs(), tape.gradient(block, l));
    }

    /**
     * Computes gradients with respect to the inputs of some rows of a block.
     *
     * @param tape the tape after {@link #backward}
     * @param block the number of the block
     * @param first the first row, counted in the block
     * @param rows how many rows
     * @param to receives number j of row r at {@code j * rows + r}
     */
    public void inputGradients(final Tape tape, final int block, final int first, final int rows, final float[] to) {
        final DenseLayer layer = m_layers.get(0);
        goOn(rows, layer);
        final NativeMatrix gradient = tape.nativeGradient(block, 0);
        gradient.setColumns(rows);
        gradient.productTransposed(m_weights[0], tape.nativeGradient(block, 1), first, layer.outputs(),
            layer.inputs());
        gradient.get(layer.inputs(), to);
    }

    /**
     * Multiplies the gradients of a block, after {@link #backward}, by one factor a row. The pass is linear in the
     * gradient of a single output, so one pass serves several losses.
     *
     * @param tape the tape
     * @param block the number of the block
     * @param first the first row to scale, counted in the block
     * @param factors one factor a row from there to the block's end
     * @param offset where the factors begin
     */
    public void scaleGradients(final Tape tape, final int block, final int first, final float[] factors,
        final int offset) {
        final int rows = tape.rows(block);
        for (int l = 1; l <= m_layers.size(); l++) {
            final float[] g = tape.gradient(block, l);
            for (int i = 0; i < tape.numbers(block, l); i += rows) {
                for (int r = first; r < rows; r++) {
                    g[i + r] *= factors[offset + r - first];
                }
            }
            tape.storeGradient(block, l);
        }
    }

    /**
     * Carries directions in the space of inputs through the network along its tangent at the points of another tape,
     * and leaves them where {@link #update} finds them together with that tape's gradients. With v the derivative of a
     * function f(dD/dx) with respect to dD/dx, this makes the sum over rows of (tangent at layer l)^T (gradient at
     * layer l + 1) the gradient of f with respect to the weights: double backpropagation, exact where all activations
     * consist of straight pieces.
     *
     * @param directions a tape whose inputs hold the directions; its outputs are overwritten
     * @param points the tape of the points, after {@link #forward} and {@link #backward} with output gradient 1
     * @param block the number of the block
     */
    public void tangent(final Tape directions, final Tape points, final int block) {
        directions.storeWithoutBias(block, 0);
        for (int l = 1; l <= m_layers.size(); l++) {
            final DenseLayer layer = m_layers.get(l - 1);
            if (l < m_layers.size()) {
                goOn(directions.rows(block), layer);
                final float[] t = directions.output(block, l);
                final NativeMatrix sums = directions.nativeOutput(block, l);
                sums.product(m_weights[l - 1], directions.nativeOutput(block, l - 1), layer.inputs(), layer.outputs());
                sums.get(layer.outputs(), t);
                layer.activation().multiplySlope(t, points.output(block, l), points.slopes(block, l),
                    directions.numbers(block, l), layer.slope());
                directions.storeWithoutBias(block, l);
            }
            directions.nativeGradient(block, l).put(0, layer.outputs(), points.gradient(block, l));
        }
    }

    /** Begins an update: call once before {@link #update} is called for all tiles. */
    public void beginUpdate() {
        beginUpdate(1);
    }

    /**
     * Begins an update with another step size.
     *
     * @param factor by what the learning rate is multiplied
     */
    public void beginUpdate(final double factor) {
        m_steps++;
        m_step = m_settings.step(m_steps, factor);
        m_keep = (float)Math.min(m_averaging, (1.0 + m_steps) / (10.0 + m_steps));
    }

    /**
     * @return how many tiles there are to update
     */
    public int tiles() {
        return m_tiles.size();
    }

    /**
     * Updates one tile by the gradient that the tapes hold together.
     *
     * @param thread the number of the calling thread, for scratch memory
     * @param number the number of the tile
     * @param tapes tapes after {@link #backward}
     */
    public void update(final int thread, final int number, final Tape... tapes) {
        final WeightTile tile = m_tiles.get(number);
        final float[] g = gradient(thread, tile, tapes);
        Kernels.adam(tile.m_w, g, tile.m_m, tile.m_v, tile.m_w.length, m_step);
        if (tile.m_average != null) {
            Kernels.average(tile.m_average, tile.m_w, tile.m_w.length, m_keep);
        }
        m_weights[tile.m_layer].put(tile.m_first, tile.m_outputs, tile.m_w);
    }

    private float[] gradient(final int thread, final WeightTile tile, final Tape... tapes) {
        final int l = tile.m_layer;
        final DenseLayer layer = m_layers.get(l);
        final float[] g = m_heapScratch[thread];
        float beta = 0f;
        for (final Tape tape : tapes) {
            for (int b = 0; b < tape.blocks(); b++) {
                if ((long)tape.rows(b) * tile.m_w.length >= LONG_WORK) {
                    m_team.check();
                }
                m_scratch[thread].outerSum(tape.nativeGradient(b, l + 1), tile.m_first, tile.m_outputs,
                    tape.nativeOutput(b, l), layer.inputs() + 1, beta);
                beta = 1f;
            }
        }
        m_scratch[thread].getNumbers(tile.m_w.length, g);
        return g;
    }

    /**
     * The gradient that the tapes hold together, without an update.
     *
     * @param tapes tapes after {@link #backward}
     * @return one array a layer, laid out as {@link DenseNetwork#parameters(int)}
     */
    public float[][] gradients(final Tape... tapes) {
        final float[][] gradients = new float[m_layers.size()][];
        for (int l = 0; l < gradients.length; l++) {
            gradients[l] = new float[m_layers.get(l).parameters()];
        }
        for (final WeightTile tile : m_tiles) {
            tile.put(gradient(0, tile, tapes), gradients[tile.m_layer]);
        }
        return gradients;
    }

    /**
     * @return the weights as they are now
     */
    public DenseNetwork network() {
        return DenseNetwork.owning(m_layers, collect(t -> t.m_w));
    }

    /**
     * @return the running mean of the weights; the weights themselves where none is kept
     */
    public DenseNetwork averaged() {
        return DenseNetwork.owning(m_layers, collect(t -> t.m_average == null ? t.m_w : t.m_average));
    }

    /**
     * @return the optimiser's memory as it is now
     */
    public AdamState state() {
        return new AdamState(m_steps, collect(t -> t.m_m), collect(t -> t.m_v));
    }

    private float[][] collect(final Function<WeightTile, float[]> part) {
        final float[][] all = new float[m_layers.size()][];
        for (int l = 0; l < all.length; l++) {
            all[l] = new float[m_layers.get(l).parameters()];
        }
        for (final WeightTile tile : m_tiles) {
            tile.put(part.apply(tile), all[tile.m_layer]);
        }
        return all;
    }

    @Override
    public void close() {
        for (final NativeMatrix[] matrices : List.of(m_weights, m_scratch)) {
            for (int i = 0; i < matrices.length; i++) {
                if (matrices[i] != null) {
                    matrices[i].close();
                    matrices[i] = null;
                }
            }
        }
    }
}
