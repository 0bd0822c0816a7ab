// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.BlockNoiseScore;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.FunnelDensity;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.NoiseConditionalScore;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.plot.DensityRegion.Source;
import org.scorewalk.engine.transform.Interval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

class DensityRegionTest {

    private static Density expression(final String text, final Parameter... parameters) {
        return new ExpressionDensity(
            new ExpressionModel(text, "", List.of(parameters), Map.of(), List.of(), List.of()));
    }

    @Test
    void rangesHoldTheMassOfAGaussianAndThePointIsItsMean() {
        final var region = DensityRegion.of(new GaussianDensity(new double[]{100, -3},
            new double[][]{{4, 0}, {0, 0.01}}, List.of()), Monitor.SILENT);

        assertThat(region.source()).isEqualTo(Source.EXACT_DRAWS);
        assertThat(region.ranges()[0]).containsExactly(new double[]{100 - 2 * 3.9, 100 + 2 * 3.9}, within(1.0));
        assertThat(region.ranges()[1]).containsExactly(new double[]{-3.39, -2.61}, within(0.05));
        assertThat(region.point()).containsExactly(new double[]{100, -3}, within(0.15));
    }

    @Test
    void withoutExactDrawsShortChainsFindTheMassFarFromTheStart() {
        final var density = expression("normal(x | 30, 2) + gamma(s | 3, 1)", new Parameter("x", 0, Interval.LINE),
            new Parameter("s", 0, new Interval(0, Double.POSITIVE_INFINITY)));

        final var region = DensityRegion.of(density, Monitor.SILENT);

        assertThat(region.source()).isEqualTo(Source.SHORT_CHAINS);
        assertThat(region.ranges()[0][0]).isBetween(17.0, 26.0);
        assertThat(region.ranges()[0][1]).isBetween(34.0, 43.0);
        assertThat(region.ranges()[1][0]).as("not below the bound").isGreaterThanOrEqualTo(0).isLessThan(0.5);
        assertThat(region.ranges()[1][1]).isBetween(6.0, 16.0);
        assertThat(region.point()[0]).isCloseTo(30, within(0.5));
    }

    @Test
    void whereNoChainCanStartTheRegionIsThatOfTheScaleWithinTheBounds() {
        final var density = expression("log(x - 50) - x + log(s)", new Parameter("x", 0, Interval.LINE),
            new Parameter("s", 0, new Interval(0, 1)));

        final var region = DensityRegion.of(density, Monitor.SILENT);

        assertThat(region.source()).isEqualTo(Source.SCALE);
        assertThat(region.ranges()[0]).containsExactly(-1.5, 1.5);
        assertThat(region.ranges()[1][0]).isBetween(0.1, 0.4);
        assertThat(region.ranges()[1][1]).isBetween(0.6, 0.9);
        assertThat(region.point()).containsExactly(0, 0.5);
    }

    @Test
    void equalDensitiesHaveEqualRegions() {
        final var density = expression("student_t(x | 3, 0, 1)", new Parameter("x", 0, Interval.LINE));

        final var first = DensityRegion.of(density, Monitor.SILENT);
        final var second = DensityRegion.of(density, Monitor.SILENT);

        assertThat(second.ranges()).isDeepEqualTo(first.ranges());
        assertThat(second.point()).containsExactly(first.point());
    }

    @Test
    void thePointIsTypicalWhateverTheShape() {
        final var funnel = DensityRegion.of(new FunnelDensity(3, 3, List.of()), Monitor.SILENT);
        final var ring = DensityRegion.of(new RingDensity(2, 2, 5, 5, 0.01), Monitor.SILENT);

        assertThat(funnel.point()[0]).as("not the mode, which lies in the neck at -9").isCloseTo(0, within(0.3));
        assertThat(Math.hypot(ring.point()[0] - 5, ring.point()[1] - 5)).as("on the ring").isCloseTo(2, within(0.05));
    }

    @Test
    void heavyTailsDoNotHideTheMiddle() {
        final Random random = new Random(1);
        final double[] cauchy = IntStream.range(0, 4000)
            .mapToDouble(i -> Math.tan(Math.PI * (random.nextDouble() - 0.5))).toArray();

        final double[] range = DensityRegion.range(cauchy, Interval.LINE);

        // 2 % lie beyond 15.9 on either side
        assertThat(range[1] - range[0]).isBetween(30.0, 70.0);
    }

    @Test
    void aConstantHasARangeAllTheSame() {
        assertThat(DensityRegion.range(new double[]{7, 7, 7}, Interval.LINE)).containsExactly(6.3, 7.7);
        assertThat(DensityRegion.range(new double[]{Double.NaN}, new Interval(0, 1))).hasSize(2).isSorted();
    }

    @Test
    void aScoreAloneIsShownAtItsSize() {
        final Density learned = new Density() {

            @Override
            public DensityDocument document() {
                return new DensityDocument("LEARNED", 2, List.of(), JsonNodeFactory.instance.objectNode(), Map.of(),
                    Set.of());
            }

            @Override
            public void score(final double[][] x, final int n, final double[][] out) {
                throw new AssertionError("nothing to evaluate");
            }

            @Override
            public double extent() {
                return 2;
            }
        };

        final var region = DensityRegion.of(learned, Monitor.SILENT);

        assertThat(region.source()).isEqualTo(Source.SCALE);
        assertThat(region.ranges()).isDeepEqualTo(new double[][]{{-3, 3}, {-3, 3}});
    }

    @Test
    void aLearnedScoreIsShownAboutItsData() {
        final Density learned = new LearnedOf(new double[]{10, 0}, new double[]{1, 2});

        final var region = DensityRegion.of(learned, Monitor.SILENT);

        assertThat(region.ranges()).isDeepEqualTo(new double[][]{{7, 13}, {-6, 6}});
        assertThat(region.point()).containsExactly(10, 0);
    }

    /** What a score that was learned from data says of them. */
    private record LearnedOf(double[] centre, double[] scale) implements Density, NoiseConditionalScore {

        @Override
        public DensityDocument document() {
            return new DensityDocument("LEARNED", centre.length, List.of(), JsonNodeFactory.instance.objectNode(),
                Map.of(), Set.of());
        }

        @Override
        public void score(final double[][] x, final int n, final double[][] out) {
            throw new AssertionError("nothing to evaluate");
        }

        @Override
        public Optional<NoiseConditionalScore> noiseConditionalScore() {
            return Optional.of(this);
        }

        @Override
        public NoiseLevels levels() {
            return new NoiseLevels(10, 0.01, 2);
        }

        @Override
        public BlockNoiseScore noiseScore() {
            throw new AssertionError("nothing to evaluate");
        }
    }
}
