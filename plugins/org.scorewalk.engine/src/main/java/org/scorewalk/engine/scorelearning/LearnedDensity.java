// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.BlockNoiseScore;
import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.NoiseConditionalScore;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.DenseLayer;
import org.scorewalk.engine.nn.DenseNetwork;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A density whose score was learned from data. It knows the score at each noise level between two bounds; its score
 * without noise is that at the smallest level. It has no log-density: a network's output need not be a gradient.
 * Evaluating it is plain Java, needs no native library and gives the same on every machine.
 */
public final class LearnedDensity implements Density, NoiseConditionalScore {

    /** The name of the family. */
    public static final String FAMILY = "LEARNED";

    /** The most weights and biases, which is what can be stored. */
    public static final int MAX_WEIGHTS = 1 << 23;

    /** The smallest standard deviation of a column. */
    static final double SMALLEST_DEVIATION = 1e-100;

    private static final String MEAN = "mean";

    private static final String DEVIATION = "deviation";

    private static final String WEIGHTS = "weights/";

    private final DensityDocument m_document;

    private final DenseNetwork m_network;

    private final NoiseLevels m_levels;

    private final double[] m_mean;

    private final double[] m_deviation;

    private final Monitor m_monitor;

    /**
     * @param coordinates the coordinates' names
     * @param mean one mean a coordinate
     * @param deviation one standard deviation a coordinate, which is the unit of noise
     * @param levels the noise levels
     * @param network from standardised coordinates and the noise level to the network's part of the score
     */
    LearnedDensity(final List<String> coordinates, final double[] mean, final double[] deviation,
        final NoiseLevels levels, final DenseNetwork network) {
        this(describe(coordinates, mean.length, levels, hidden(network), arrays(mean, deviation, network)), levels,
            network, mean, deviation, Monitor.SILENT);
    }

    private LearnedDensity(final DensityDocument document, final NoiseLevels levels, final DenseNetwork network,
        final double[] mean, final double[] deviation, final Monitor monitor) {
        for (int i = 0; i < mean.length; i++) {
            check(Double.isFinite(mean[i]) && deviation[i] > SMALLEST_DEVIATION && deviation[i] <= Double.MAX_VALUE,
                "The learned score function is damaged: coordinate %d has the mean %s and the standard deviation %s.",
                i + 1, mean[i], deviation[i]);
        }
        m_document = document;
        m_levels = levels;
        m_network = network;
        m_mean = mean.clone();
        m_deviation = deviation.clone();
        m_monitor = monitor;
    }

    /**
     * What is known of a density before it is learned.
     *
     * @param coordinates the coordinates' names
     * @param levels the noise levels
     * @param hidden the widths of the hidden layers
     * @return its document without arrays
     */
    public static DensityDocument describe(final List<String> coordinates, final NoiseLevels levels,
        final int... hidden) {
        return describe(coordinates, coordinates.size(), levels, hidden, Map.of());
    }

    private static DensityDocument describe(final List<String> coordinates, final int dimension,
        final NoiseLevels levels, final int[] hidden, final Map<String, double[]> arrays) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode() //
            .put("largestNoise", levels.largest()) //
            .put("smallestNoise", levels.smallest()) //
            .put("noiseLevels", levels.count()) //
            .put("activation", Activation.SILU.name());
        final var widths = json.putArray("hidden");
        Arrays.stream(hidden).forEach(widths::add);
        return new DensityDocument(FAMILY, dimension, coordinates, json, arrays,
            EnumSet.of(Capability.NOISE_CONDITIONAL_SCORE));
    }

    private static int[] hidden(final DenseNetwork network) {
        return network.layers().stream().limit(network.layers().size() - 1L).mapToInt(DenseLayer::outputs).toArray();
    }

    private static Map<String, double[]> arrays(final double[] mean, final double[] deviation,
        final DenseNetwork network) {
        final Map<String, double[]> arrays = new TreeMap<>();
        arrays.put(MEAN, mean);
        arrays.put(DEVIATION, deviation);
        for (int l = 0; l < network.layers().size(); l++) {
            final float[] weights = network.parameters(l);
            final double[] stored = new double[weights.length];
            for (int i = 0; i < stored.length; i++) {
                stored[i] = weights[i];
            }
            arrays.put(WEIGHTS + l, stored);
        }
        return arrays;
    }

    /**
     * The layers of a network for so many coordinates.
     *
     * @param dimension how many coordinates
     * @param hidden the widths of the hidden layers
     * @return the layers
     * @throws InputException if the network is too large
     */
    static List<DenseLayer> layers(final int dimension, final int... hidden) {
        check(hidden.length >= 1 && hidden.length < DenseNetwork.MAX_LAYERS,
            "A score model has between 1 and %d hidden layers, not %d.", DenseNetwork.MAX_LAYERS - 1, hidden.length);
        final int[] widths = new int[hidden.length + 2];
        widths[0] = dimension + NoiseScaling.FEATURES;
        System.arraycopy(hidden, 0, widths, 1, hidden.length);
        widths[hidden.length + 1] = dimension;
        final List<DenseLayer> layers = DenseLayer.stack(widths, Activation.SILU, 0, Activation.LINEAR);
        final long weights = layers.stream().mapToLong(DenseLayer::parameters).sum();
        check(weights <= MAX_WEIGHTS, "A network with %d weights is too large: it may have %d. Choose narrower layers "
            + "for the option 'Hidden layers', or fewer columns.", weights, MAX_WEIGHTS);
        return layers;
    }

    /**
     * Reads a stored density.
     *
     * @param document the document, which may come from a stranger
     * @return the density
     * @throws InputException if it is damaged
     */
    public static Density read(final DensityDocument document) {
        final var json = document.parameters();
        check(Activation.SILU.name().equals(json.path("activation").textValue()),
            "The learned score function has the activation '%s', which this version of Scorewalk does not know. "
                + "Install a newer version to use it.", json.path("activation").asText());
        check(json.path("noiseLevels").isInt() && json.path("hidden").isArray()
            && json.path("hidden").size() < DenseNetwork.MAX_LAYERS,
            "The learned score function is damaged. Execute the node that made it once more.");
        final int[] hidden = new int[json.path("hidden").size()];
        for (int l = 0; l < hidden.length; l++) {
            hidden[l] = json.path("hidden").path(l).asInt(0);
        }
        final NoiseLevels levels = new NoiseLevels(document.number("largestNoise"), document.number("smallestNoise"),
            json.path("noiseLevels").intValue());
        final List<DenseLayer> layers = layers(document.dimension(), hidden);
        final List<float[]> weights = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            final double[] stored = document.array(WEIGHTS + l, layers.get(l).parameters());
            final float[] w = new float[stored.length];
            for (int i = 0; i < w.length; i++) {
                w[i] = (float)stored[i];
                check(Float.isFinite(w[i]) && w[i] == stored[i],
                    "The learned score function is damaged: a weight is %s. Execute the node that made it once more.",
                    stored[i]);
            }
            weights.add(w);
        }
        return new LearnedDensity(document, levels, new DenseNetwork(layers, weights.toArray(float[][]::new)),
            document.array(MEAN, document.dimension()), document.array(DEVIATION, document.dimension()),
            Monitor.SILENT);
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    /**
     * The network behind the score.
     *
     * @return from standardised coordinates and the noise level to the network's part of the score
     */
    public DenseNetwork network() {
        return m_network;
    }

    @Override
    public Density watchedBy(final Monitor monitor) {
        return new LearnedDensity(m_document, m_levels, m_network, m_mean, m_deviation, monitor);
    }

    @Override
    public Optional<NoiseConditionalScore> noiseConditionalScore() {
        return Optional.of(this);
    }

    @Override
    public NoiseLevels levels() {
        return m_levels;
    }

    @Override
    public double[] centre() {
        return m_mean.clone();
    }

    @Override
    public double[] scale() {
        return m_deviation.clone();
    }

    @Override
    public BlockNoiseScore noiseScore() {
        return new LearnedScore(m_network, m_levels, m_mean, m_deviation, m_monitor);
    }

    @Override
    public BlockScore blockScore(final int capacity) {
        final BlockNoiseScore score = noiseScore();
        final double least = m_levels.smallest();
        return (x, n, out) -> score.score(x, n, least, out);
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        blockScore(n).score(x, n, out);
    }

    @Override
    public double extent() {
        double extent = 0;
        for (int i = 0; i < m_mean.length; i++) {
            extent = Math.max(extent, Math.abs(m_mean[i]) + m_deviation[i]);
        }
        return extent;
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
