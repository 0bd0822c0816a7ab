// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.AdamSettings;
import org.scorewalk.engine.nn.AdamState;
import org.scorewalk.engine.nn.DenseLayer;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.Networks;
import org.scorewalk.engine.nn.ReferenceNetwork;
import org.scorewalk.engine.nn.Team;

/** One iteration against losses in double precision and their finite differences, and twenty against PyTorch. */
class GanStepTest {

    private static final int NOISE = 3;

    private static final int COLUMNS = 4;

    private static final int ROWS = 5;

    /** With these options a step moves a parameter by g/(|g| + 1), from which the gradient g can be had back. */
    private static final AdamSettings REVEALING = new AdamSettings(1, 0, 0, 1);

    private static GanData data(final float[] rows, final int columns) {
        return new GanData() {
            @Override
            public GanShape shape() {
                return new GanShape.Images(columns, 1, 1);
            }

            @Override
            public int rows() {
                return rows.length / columns;
            }

            @Override
            public void read(final int row, final float[] to, final int offset) {
                System.arraycopy(rows, row * columns, to, offset, columns);
            }
        };
    }

    static Stream<Arguments> variants() {
        return Arrays.stream(GanLoss.values()).flatMap(loss -> Arrays.stream(GanSettings.Order.values())
            .map(order -> Arguments.of(loss, order, loss.allowsSmoothing() ? 0.1 : 0.0)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("variants")
    void bothGradientsAgreeWithFiniteDifferencesInDoublePrecision(final GanLoss loss, final GanSettings.Order order,
        final double smoothing) {
        final DenseNetwork generator = Networks.of(21, Activation.RELU, Activation.TANH, NOISE, 7, 6, COLUMNS);
        final DenseNetwork discriminator = Networks.of(22, Activation.LEAKY_RELU, Activation.LINEAR, COLUMNS, 8, 6, 1);
        final float[] real = Networks.numbers(23, ROWS * COLUMNS);
        final float[] noise = Networks.numbers(24, ROWS * NOISE);
        final float[] mix = mixes(25);
        final GanSettings settings = GanSettings.builder().loss(loss).order(order, 1).labelSmoothing(smoothing)
            .gradientPenalty(3).adam(REVEALING).batch(ROWS).build();
        try (Team team = new Team(2); GanStep step = new GanStep(settings, data(real, COLUMNS), generator,
            AdamState.initial(generator), discriminator, AdamState.initial(discriminator), team)) {
            final int[] next = {0};
            final double[] losses = step.run(IntStream.range(0, ROWS).toArray(), 0, ROWS, true,
                () -> noise[next[0]++], uniforms(25));

            final ReferenceNetwork g = new ReferenceNetwork(generator);
            final ReferenceNetwork d = new ReferenceNetwork(discriminator);
            assertThat(losses[0]).isCloseTo(discriminatorLoss(settings, g, d, real, noise, mix), within(1e-5));
            compare(discriminator, step.discriminator().network(), d,
                () -> discriminatorLoss(settings, g, d, real, noise, mix));
            // the generator sees the discriminator as it was before, or as it is now
            final ReferenceNetwork seen = order == GanSettings.Order.GENERATOR_FIRST ? d
                : new ReferenceNetwork(step.discriminator().network());
            assertThat(losses[1]).isCloseTo(generatorLoss(settings, g, seen, noise), within(1e-5));
            compare(generator, step.generator().network(), g, () -> generatorLoss(settings, g, seen, noise));
        }
    }

    @Test
    void anIterationWithoutAGeneratorStepLeavesTheGeneratorAlone() {
        final DenseNetwork generator = Networks.of(21, Activation.RELU, Activation.TANH, NOISE, 7, COLUMNS);
        final DenseNetwork discriminator = Networks.of(22, Activation.LEAKY_RELU, Activation.LINEAR, COLUMNS, 8, 1);
        final float[] real = Networks.numbers(23, ROWS * COLUMNS);
        final float[] noise = Networks.numbers(24, ROWS * NOISE);
        final GanSettings settings = GanSettings.builder().adam(REVEALING).batch(ROWS).build();
        try (Team team = new Team(1); GanStep step = new GanStep(settings, data(real, COLUMNS), generator,
            AdamState.initial(generator), discriminator, AdamState.initial(discriminator), team)) {
            final int[] next = {0};
            final double[] losses = step.run(IntStream.range(0, ROWS).toArray(), 0, ROWS, false,
                () -> noise[next[0]++], uniforms(1));

            final ReferenceNetwork g = new ReferenceNetwork(generator);
            final ReferenceNetwork d = new ReferenceNetwork(discriminator);
            assertThat(losses[1]).isNaN();
            assertThat(step.generator().network()).isEqualTo(generator);
            compare(discriminator, step.discriminator().network(), d,
                () -> discriminatorLoss(settings, g, d, real, noise, mixes(1)));
        }
    }

    private static UniformRandomProvider uniforms(final long seed) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    private static float[] mixes(final long seed) {
        final UniformRandomProvider random = uniforms(seed);
        final float[] mix = new float[ROWS];
        for (int r = 0; r < ROWS; r++) {
            mix[r] = random.nextFloat();
        }
        return mix;
    }

    private static double[] row(final float[] x, final int r, final int n) {
        return IntStream.range(0, n).mapToDouble(i -> x[r * n + i]).toArray();
    }

    private static double discriminatorLoss(final GanSettings s, final ReferenceNetwork g, final ReferenceNetwork d,
        final float[] real, final float[] noise, final float[] mix) {
        double sum = 0;
        for (int r = 0; r < ROWS; r++) {
            final double[] x = row(real, r, COLUMNS);
            final double[] fake = g.apply(row(noise, r, NOISE));
            final double u = d.apply(x)[0];
            final double v = d.apply(fake)[0];
            final double target = 1 - s.labelSmoothing();
            sum += switch (s.loss()) {
                case BINARY_CROSS_ENTROPY -> -target * Math.log(sigmoid(u)) - (1 - target) * Math.log(1 - sigmoid(u))
                    - Math.log(1 - sigmoid(v));
                case HINGE -> Math.max(0, target - u) + Math.max(0, 1 + v);
                case LEAST_SQUARES -> 0.5 * (u - target) * (u - target) + 0.5 * v * v;
                case WASSERSTEIN_GRADIENT_PENALTY -> v - u + penalty(s, d, x, fake, mix[r]);
            };
        }
        return sum / ROWS;
    }

    private static double penalty(final GanSettings s, final ReferenceNetwork d, final double[] x, final double[] fake,
        final float mix) {
        final double[] between =
            IntStream.range(0, COLUMNS).mapToDouble(i -> mix * x[i] + (1 - mix) * fake[i]).toArray();
        final double norm = Math.sqrt(Arrays.stream(d.inputGradient(between, new double[]{1})).map(v -> v * v).sum());
        return s.gradientPenalty() * (norm - 1) * (norm - 1);
    }

    private static double generatorLoss(final GanSettings s, final ReferenceNetwork g, final ReferenceNetwork d,
        final float[] noise) {
        double sum = 0;
        for (int r = 0; r < ROWS; r++) {
            final double v = d.apply(g.apply(row(noise, r, NOISE)))[0];
            sum += switch (s.loss()) {
                case BINARY_CROSS_ENTROPY -> -Math.log(sigmoid(v));
                case HINGE, WASSERSTEIN_GRADIENT_PENALTY -> -v;
                case LEAST_SQUARES -> 0.5 * (v - 1) * (v - 1);
            };
        }
        return sum / ROWS;
    }

    private static double sigmoid(final double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static void compare(final DenseNetwork before, final DenseNetwork after, final ReferenceNetwork reference,
        final java.util.function.DoubleSupplier loss) {
        double largest = 0;
        for (int l = 0; l < before.layers().size(); l++) {
            final float[] p = before.parameters(l);
            final float[] q = after.parameters(l);
            for (int i = 0; i < p.length; i++) {
                final double moved = (double)p[i] - q[i];
                final double gradient = moved / (1 - Math.abs(moved));
                final double h = 1e-6;
                final double was = reference.m_parameters[l][i];
                reference.m_parameters[l][i] = was + h;
                final double up = loss.getAsDouble();
                reference.m_parameters[l][i] = was - h;
                final double down = loss.getAsDouble();
                reference.m_parameters[l][i] = was;
                final double exact = (up - down) / (2 * h);
                largest = Math.max(largest, Math.abs(exact));
                assertThat(gradient).as("layer %d, parameter %d", l, i).isCloseTo(exact,
                    within(1e-6 + 3e-5 * Math.abs(exact) + 2e-6));
            }
        }
        assertThat(largest).isGreaterThan(1e-3); // else the comparison would say nothing
    }

    @Test
    void twentyIterationsFollowPyTorch() throws IOException {
        final Map<String, float[]> golden = golden();
        final DenseNetwork generator = network(golden, "generator-before", Activation.RELU, Activation.TANH, 5, 8, 10,
            12);
        final DenseNetwork discriminator =
            network(golden, "discriminator-before", Activation.LEAKY_RELU, Activation.LINEAR, 12, 10, 8, 1);
        final GanSettings settings =
            GanSettings.builder().adam(new AdamSettings(0.01, 0.5, 0.999, 1e-8)).batch(16).build();
        final float[] noise = golden.get("noise");
        final float[] losses = golden.get("losses");
        final int[] order = IntStream.range(0, 40).toArray();
        try (Team team = new Team(2); GanStep step = new GanStep(settings, data(golden.get("data"), 12), generator,
            AdamState.initial(generator), discriminator, AdamState.initial(discriminator), team)) {
            final int[] next = {0};
            for (int i = 0; i < 20; i++) {
                final int first = i % 3 * 16;
                final double[] ours =
                    step.run(order, first, Math.min(16, 40 - first), true, () -> noise[next[0]++], uniforms(1));
                assertThat(ours[0]).as("discriminator, step %d", i).isCloseTo(losses[2 * i], within(1e-5));
                assertThat(ours[1]).as("generator, step %d", i).isCloseTo(losses[2 * i + 1], within(1e-5));
            }
            assertClose(step.generator().network(),
                network(golden, "generator-after", Activation.RELU, Activation.TANH, 5, 8, 10, 12));
            assertClose(step.discriminator().network(),
                network(golden, "discriminator-after", Activation.LEAKY_RELU, Activation.LINEAR, 12, 10, 8, 1));
        }
    }

    private static void assertClose(final DenseNetwork ours, final DenseNetwork theirs) {
        for (int l = 0; l < ours.layers().size(); l++) {
            final float[] p = ours.parameters(l);
            final float[] q = theirs.parameters(l);
            for (int i = 0; i < p.length; i++) {
                assertThat(p[i]).as("layer %d, parameter %d", l, i).isCloseTo(q[i], within(2e-4f));
            }
        }
    }

    private static DenseNetwork network(final Map<String, float[]> golden, final String name, final Activation hidden,
        final Activation last, final int... widths) {
        final List<DenseLayer> layers = DenseLayer.stack(widths, hidden, 0.2, last);
        return new DenseNetwork(layers,
            IntStream.range(0, layers.size()).mapToObj(l -> golden.get(name + "/" + l)).toArray(float[][]::new));
    }

    private static Map<String, float[]> golden() throws IOException {
        final Map<String, float[]> golden = new HashMap<>();
        for (final String line : Files
            .readAllLines(Path.of("src/test/resources/org/scorewalk/engine/gan/golden-gan.txt"))) {
            final String[] words = line.split(" ");
            final float[] numbers = new float[words.length - 2];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Float.parseFloat(words[i + 2]);
            }
            golden.put(words[0], numbers);
        }
        return golden;
    }
}
