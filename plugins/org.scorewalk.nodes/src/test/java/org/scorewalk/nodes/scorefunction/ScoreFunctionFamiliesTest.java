// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.standin.ui.DialogEffects;
import org.scorewalk.standin.ui.ParametersPersistence;
import org.scorewalk.standin.ui.PortsInput;

/** The kinds of density with numbers of their own, temperatures, and products. */
class ScoreFunctionFamiliesTest extends ScoreFunctionTestBase {

    @ParameterizedTest
    @CsvSource({"GAUSSIAN_MIXTURE, ''", "RING_MIXTURE, 'x,y'", "TWO_MOONS, 'x,y'", "BANANA, 'x,y'", "FUNNEL, 'v,x'",
        "DOUBLE_WELL, ''", "STUDENT_T, ''"})
    void theDefaultsOfEachKindWork(final DensityFamily family, final String names) throws Exception {
        final var parameters = parameters(family);
        parameters.validate();
        final var spec = configure(parameters);
        final var density = execute(parameters).density();

        assertThat(spec.document().family()).isEqualTo(family.name());
        assertThat(spec.document().coordinates()).containsExactly(names.isEmpty() ? new String[0] : names.split(","));
        assertThat(spec.document().capabilities()).contains(Capability.EXACT_DRAWS, Capability.LOG_DENSITY);
        assertThat(density.document()).isEqualTo(spec.density().orElseThrow().document());
        assertThat(density.dimension()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "GAUSSIAN", "STANDARD_NORMAL", "GAUSSIAN_MIXTURE", "RING_MIXTURE", "TWO_MOONS",
        "BANANA", "FUNNEL", "DOUBLE_WELL", "STUDENT_T", "EXPRESSION"})
    void theDialogShowsTheOptionsOfTheChosenKindAlone(final DensityFamily family) {
        final var effects = DialogEffects.of(parameters(family), new PortsInput(new PortType[0],
            new PortObjectSpec[0], new PortType[]{ScoreFunctionPortObject.TYPE}));

        assertThat(effects.isShown("radiusX")).isEqualTo(family == DensityFamily.RING);
        assertThat(effects.isShown("mean")).isEqualTo(family == DensityFamily.GAUSSIAN);
        assertThat(effects.isShown("meanColumn")).isFalse();
        assertThat(effects.isShown("gaussianMixture/means")).isEqualTo(family == DensityFamily.GAUSSIAN_MIXTURE);
        assertThat(effects.isShown("gaussianMixture/deviations")).isEqualTo(family == DensityFamily.GAUSSIAN_MIXTURE);
        assertThat(effects.isShown("gaussianMixture/covariances")).isFalse();
        assertThat(effects.isShown("gaussianMixture/meanColumns")).isFalse();
        assertThat(effects.isShown("ringMixture/rings")).isEqualTo(family == DensityFamily.RING_MIXTURE);
        assertThat(effects.isShown("twoMoons/noise")).isEqualTo(family == DensityFamily.TWO_MOONS);
        assertThat(effects.isShown("banana/width")).isEqualTo(family == DensityFamily.BANANA);
        assertThat(effects.isShown("funnel/deviation")).isEqualTo(family == DensityFamily.FUNNEL);
        assertThat(effects.isShown("doubleWell/barrier")).isEqualTo(family == DensityFamily.DOUBLE_WELL);
        assertThat(effects.isShown("studentT/scales")).isEqualTo(family == DensityFamily.STUDENT_T);
        assertThat(effects.isShown("studentT/matrix")).isFalse();
        assertThat(effects.isShown("expression")).isEqualTo(family == DensityFamily.EXPRESSION);
        assertThat(effects.isShown("dimension")).isEqualTo(family == DensityFamily.STANDARD_NORMAL
            || family == DensityFamily.FUNNEL || family == DensityFamily.DOUBLE_WELL);
        assertThat(effects.isShown("temperature")).isTrue();
    }

    @Test
    void settingsFromBeforeTheseKindsStillLoad() throws Exception {
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(new ScoreFunctionParameters(), settings);
        final var before = new NodeSettings("model");
        for (final var key : settings.keySet()) {
            if (!Arrays.asList("gaussianMixture", "ringMixture", "twoMoons", "banana", "funnel", "doubleWell",
                "studentT", "temperature").contains(key)) {
                before.addEntry(settings.getEntry(key));
            }
        }

        final var loaded = ParametersPersistence.load(ScoreFunctionParameters.class, before);

        final var again = new NodeSettings("model");
        ParametersPersistence.save(loaded, again);
        assertThat(before.keySet()).hasSizeLessThan(settings.keySet().size());
        assertThat(again).isEqualTo(settings);
    }

    @Test
    void typedMixtures() throws Exception {
        final var parameters = parameters(DensityFamily.GAUSSIAN_MIXTURE);
        final var mixture = parameters.m_gaussianMixture;
        mixture.m_weights = "1 3";
        mixture.m_means = "0 0 0; 1 2 3";
        mixture.m_deviations = "1 2 3; 0.5";
        final var document = execute(parameters).density().document();

        assertThat(document.array("weights", 2)).containsExactly(1, 3);
        assertThat(document.array("means", 6)).containsExactly(0, 0, 0, 1, 2, 3);
        assertThat(document.array("deviations", 6)).containsExactly(1, 2, 3, 0.5, 0.5, 0.5);

        mixture.m_spread = GaussianMixtureParameters.Spread.COVARIANCES;
        mixture.m_weights = "1";
        mixture.m_means = "0 0; 1 1";
        mixture.m_covariances = "1 0.5; 0.5 1; 2 0; 0 2";
        assertThat(execute(parameters).density().document().array("covariances", 8)).containsExactly(1, 0.5, 0.5, 1, 2,
            0, 0, 2);
        mixture.m_covariances = "1 0.5; 0.5 1";
        assertThat(execute(parameters).density().document().array("covariances", 8)).containsExactly(1, 0.5, 0.5, 1, 1,
            0.5, 0.5, 1);
    }

    @Test
    void mixturesFromATable() throws Exception {
        final var spec = SmallTables.spec("name", StringCell.TYPE, "w", DoubleCell.TYPE, "a", DoubleCell.TYPE, "b",
            DoubleCell.TYPE, "sa", DoubleCell.TYPE, "sb", DoubleCell.TYPE);
        final var table = SmallTables.table(context(), spec, new Object[]{"p", 1.0, 0.0, 1.0, 0.5, 0.6},
            new Object[]{"q", 2.0, 3.0, 4.0, 0.7, 0.8});
        final var parameters = parameters(DensityFamily.GAUSSIAN_MIXTURE);
        parameters.m_gaussianMixture.m_means = "typed nonsense does not count";
        parameters.validate();

        final var announced = configure(parameters, spec);
        final var document = execute(parameters, table).density().document();

        assertThat(announced.document().coordinates()).containsExactly("a", "b");
        assertThat(announced.density()).isEmpty();
        assertThat(document.coordinates()).containsExactly("a", "b");
        assertThat(document.array("weights", 2)).containsExactly(1, 2);
        assertThat(document.array("means", 4)).containsExactly(0, 1, 3, 4);
        assertThat(document.array("deviations", 4)).containsExactly(0.5, 0.6, 0.7, 0.8);

        final var mixture = parameters.m_gaussianMixture;
        mixture.m_meanColumns = new ColumnFilter(new String[]{"a", "b"});
        assertThatThrownBy(() -> configure(parameters, spec))
            .hasMessageContaining("'Mean columns' and 'Spread columns'");
        mixture.m_spreadColumns = new ColumnFilter(new String[]{"sa"});
        assertThat(execute(parameters, table).density().document().array("deviations", 4)).containsExactly(0.5, 0.5,
            0.7, 0.7);
        mixture.m_spread = GaussianMixtureParameters.Spread.COVARIANCES;
        assertThatThrownBy(() -> configure(parameters, spec)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("4 covariances");
        mixture.m_spreadColumns = new ColumnFilter(new String[]{"sa", "lost"});
        assertThatThrownBy(() -> configure(parameters, spec)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'lost'");
        mixture.m_meanColumns = new ColumnFilter();
        mixture.m_spreadColumns = new ColumnFilter();
        assertThatThrownBy(() -> configure(parameters, spec)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("4 columns of numbers").hasMessageContaining("'Mean columns'");
        assertThatThrownBy(() -> execute(parameters(DensityFamily.GAUSSIAN_MIXTURE),
            SmallTables.table(context(), spec))).isInstanceOf(KNIMEException.class).hasMessageContaining("is empty");
    }

    @Test
    void wrongNumbersAreRefusedWithWhatToDo() {
        final var mixture = parameters(DensityFamily.GAUSSIAN_MIXTURE);
        mixture.m_gaussianMixture.m_weights = "1 2";
        refused(mixture, "'Weights' has 2 numbers", "3 rows");
        mixture.m_gaussianMixture.m_weights = "1 -2 3";
        refused(mixture, "weight of component 2", "-2.0");
        mixture.m_gaussianMixture.m_weights = "1";
        mixture.m_gaussianMixture.m_means = "1 2; 3";
        refused(mixture, "mean of component 2", "1 entry");
        mixture.m_gaussianMixture.m_means = "1 x";
        refused(mixture, "'Means'", "'x'");
        mixture.m_gaussianMixture.m_means = "1 1; 2 2; 3 3";
        mixture.m_gaussianMixture.m_deviations = "1 2 3";
        refused(mixture, "'Standard deviations' has 3 numbers", "means have 2");
        mixture.m_gaussianMixture.m_deviations = "1; 2";
        refused(mixture, "'Standard deviations' has 2 rows");
        mixture.m_gaussianMixture.m_deviations = "0";
        refused(mixture, "standard deviations of component 1", "positive");
        mixture.m_gaussianMixture.m_spread = GaussianMixtureParameters.Spread.COVARIANCES;
        mixture.m_gaussianMixture.m_covariances = "1 0";
        refused(mixture, "'Covariances' has 1 row", "Give 2", "or 6");
        mixture.m_gaussianMixture.m_covariances = "1 2; 2 1";
        refused(mixture, "Component 1", "not positive definite");
        final var rings = parameters(DensityFamily.RING_MIXTURE);
        rings.m_ringMixture.m_rings[1].m_width = -1;
        refused(rings, "Ring 2", "Width");
        rings.m_ringMixture.m_rings = new RingDeclaration[0];
        refused(rings, "'Rings' is empty");
    }

    @Test
    void numbersOutOfRangeAreRefusedWithTheNamesOfTheirOptions() {
        final var moons = parameters(DensityFamily.TWO_MOONS);
        moons.m_twoMoons.m_noise = Double.NaN;
        refused(moons, "'Noise of the moons' is NaN");
        moons.m_twoMoons.m_noise = 0.1;
        moons.m_twoMoons.m_radius = 0;
        refused(moons, "'Radius of the moons' is 0.0");
        moons.m_twoMoons.m_radius = 1e9;
        refused(moons, "'Noise of the moons'", "'Radius of the moons'", "a million times");
        final var banana = parameters(DensityFamily.BANANA);
        banana.m_banana.m_width = 0;
        refused(banana, "'Width of the banana' is 0.0");
        banana.m_banana.m_width = 1;
        banana.m_banana.m_deviation = -1;
        refused(banana, "'Deviation of x' is -1.0");
        banana.m_banana.m_deviation = 1;
        banana.m_banana.m_mean = Double.POSITIVE_INFINITY;
        refused(banana, "'Mean of x' is Infinity");
        banana.m_banana.m_mean = 0;
        banana.m_banana.m_curvature = Double.NaN;
        refused(banana, "'Curvature' is NaN");
        final var funnel = parameters(DensityFamily.FUNNEL);
        funnel.m_dimension = 1;
        refused(funnel, "'Dimension' is 1", "funnel");
        funnel.m_dimension = 2;
        funnel.m_funnel.m_deviation = 21;
        refused(funnel, "'Deviation of v' is 21.0", "20");
        final var well = parameters(DensityFamily.DOUBLE_WELL);
        well.m_doubleWell.m_barrier = 0;
        refused(well, "'Barrier height' is 0.0", "0.001");
        well.m_doubleWell.m_barrier = 1;
        well.m_doubleWell.m_place = 0;
        refused(well, "'Place of the wells' is 0.0");
        final var student = parameters(DensityFamily.STUDENT_T);
        student.m_studentT.m_freedom = 0;
        refused(student, "'Degrees of freedom' is 0.0", "0.1");
        student.m_studentT.m_freedom = 3;
        student.m_studentT.m_scales = "1 2 3";
        refused(student, "'Scales' has 3 numbers");
        student.m_studentT.m_scales = "-1";
        refused(student, "'Scales'", "positive");
        student.m_studentT.m_spread = StudentTParameters.Spread.MATRIX;
        student.m_studentT.m_matrix = "1 2; 2 1";
        refused(student, "scale matrix", "not positive definite");
        final var hot = new ScoreFunctionParameters();
        hot.m_temperature = 0;
        refused(hot, "temperature is 0.0");
    }

    private static void refused(final ScoreFunctionParameters parameters, final String... says) {
        assertThatThrownBy(() -> configure(parameters)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContainingAll(says);
    }

    @Test
    void temperaturesFlattenDensities() throws Exception {
        final var ring = new ScoreFunctionParameters();
        ring.m_temperature = 4;
        final var flat = execute(ring).density();
        assertThat(flat.document().family()).isEqualTo("RING");
        assertThat(flat.document().number("width")).isEqualTo(4 * 0.033);
        assertThat(flat.exactDraws()).isPresent();

        final var moons = parameters(DensityFamily.TWO_MOONS);
        final var cold = execute(moons).density();
        moons.m_temperature = 4;
        final var warm = execute(moons).density();
        assertThat(warm.document().family()).isEqualTo("TEMPERED");
        assertThat(warm.document().capabilities()).containsExactly(Capability.LOG_DENSITY);
        assertThat(warm.logDensity(0.3, 1.1)).isCloseTo(cold.logDensity(0.3, 1.1) / 4, within(1e-12));
        assertThat(warm.score(0.3, 1.1)[1]).isCloseTo(cold.score(0.3, 1.1)[1] / 4, within(1e-12));
        assertThat(configure(moons).density().orElseThrow().document()).isEqualTo(warm.document());
    }

    @Test
    void aTemperatureLeavesTheVolumeOfBoundedCoordinatesAlone() throws Exception {
        // a gamma density with shape 3 and rate 2 to the power 1/2 is one with shape 2 and rate 1
        final var parameters = parameters(DensityFamily.EXPRESSION);
        final var s = new ParameterDeclaration("s");
        s.m_bounds = ParameterDeclaration.Bounds.LOWER;
        parameters.m_parameters = new ParameterDeclaration[]{s};
        parameters.m_expression = "gamma(s | 3, 2)";
        parameters.m_temperature = 2;
        final var tempered = execute(parameters).density();
        parameters.m_expression = "gamma(s | 2, 1)";
        parameters.m_temperature = 1;
        final var expected = execute(parameters).density();

        final double constant = tempered.logDensity(0.2) - expected.logDensity(0.2);
        for (final double z : new double[]{-3, -0.5, 1, 2}) {
            assertThat(tempered.logDensity(z) - expected.logDensity(z)).isCloseTo(constant, within(1e-12));
            assertThat(tempered.score(z)[0]).isCloseTo(expected.score(z)[0], within(1e-12));
        }
        assertThat(tempered.ranges()).isEqualTo(expected.ranges());
        // and the square of the density counts the volume once
        parameters.m_expression = "gamma(s | 1.5, 0.5)";
        final var root = execute(parameters);
        final var square = execute(parameters, root).density();
        assertThat(square.score(0.7)[0]).isCloseTo(expected.score(0.7)[0], within(1e-12));
        assertThat(square.logDensity(0.7) - square.logDensity(-1))
            .isCloseTo(expected.logDensity(0.7) - expected.logDensity(-1), within(1e-12));
    }

    @Test
    void aFactorMultipliesTheDensity() throws Exception {
        final var gaussian = parameters(DensityFamily.GAUSSIAN);
        gaussian.m_coordinateNames = "a, b";
        final var factor = execute(gaussian);
        final var moons = parameters(DensityFamily.TWO_MOONS);

        final var spec = configure(moons, factor.getSpec());
        final var object = execute(moons, factor);
        final var product = object.density();

        assertThat(spec).isEqualTo(object.getSpec());
        assertThat(product.document().family()).isEqualTo("PRODUCT");
        assertThat(product.document().coordinates()).containsExactly("a", "b");
        final var alone = execute(moons).density();
        assertThat(product.logDensity(0.2, 0.9)).isCloseTo(
            alone.logDensity(0.2, 0.9) + factor.density().logDensity(0.2, 0.9), within(1e-12));
        assertThat(product.score(0.2, 0.9)[0]).isCloseTo(
            alone.score(0.2, 0.9)[0] + factor.density().score(0.2, 0.9)[0], within(1e-12));
        // a product is one more factor, its temperature untouched
        moons.m_temperature = 2;
        final var three = execute(moons, object).density();
        assertThat(three.score(0.2, 0.9)[0]).isCloseTo(
            1.5 * alone.score(0.2, 0.9)[0] + factor.density().score(0.2, 0.9)[0], within(1e-12));
        assertThat(three.document().parameters().path("factors")).hasSize(3);
    }

    @Test
    void aProductOfGaussiansIsOne() throws Exception {
        final var first = parameters(DensityFamily.GAUSSIAN);
        final var second = parameters(DensityFamily.STANDARD_NORMAL);
        final var spec = configure(first, execute(second).getSpec());
        final var product = execute(first, execute(second)).density();

        assertThat(spec.document().family()).isEqualTo("GAUSSIAN");
        assertThat(product).isInstanceOf(GaussianDensity.class);
        assertThat(product.exactDraws()).isPresent();
        final var one = execute(first).density();
        final var other = execute(second).density();
        assertThat(product.score(0.3, -1)[0]).isCloseTo(one.score(0.3, -1)[0] + other.score(0.3, -1)[0], within(1e-12));
    }

    @Test
    void aFactorThatIsNotKnownYetIsAnnounced() throws Exception {
        final var spec = SmallTables.doubles("m", "p", "q");
        final var gaussian = parameters(DensityFamily.GAUSSIAN);
        final var announced = configure(gaussian, spec);
        final var banana = parameters(DensityFamily.BANANA);

        final var product = configure(banana, announced);
        final var tableTimesFactor = configure(gaussian, spec, configure(parameters(DensityFamily.STANDARD_NORMAL)));

        assertThat(product.density()).isEmpty();
        assertThat(product.document().family()).isEqualTo("PRODUCT");
        assertThat(product.document().coordinates()).containsExactly("p", "q");
        assertThat(product.document().capabilities()).containsExactly(Capability.LOG_DENSITY);
        assertThat(tableTimesFactor.document().family()).isEqualTo("GAUSSIAN");
        final var table = SmallTables.table(context(), spec, new Object[]{0.0, 1.0, 0.0}, new Object[]{1.0, 0.0, 2.0});
        final var object = execute(banana, execute(gaussian, table));
        assertThat(object.density().document().withoutArrays()).isEqualTo(product.document());
    }

    @Test
    void factorsOfOtherCoordinatesAreRefused() throws Exception {
        final var three = parameters(DensityFamily.STANDARD_NORMAL);
        three.m_dimension = 3;
        final var factor = configure(three);
        assertThatThrownBy(() -> configure(new ScoreFunctionParameters(), factor))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("2 coordinates")
            .hasMessageContaining("3 coordinates");
        final var named = new ScoreFunctionParameters();
        named.m_coordinateNames = "u, v";
        final var other = configure(parameters(DensityFamily.EXPRESSION));
        assertThatThrownBy(() -> configure(named, other)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("[u, v]").hasMessageContaining("'Coordinate names'");
        final var bounded = parameters(DensityFamily.EXPRESSION);
        bounded.m_parameters[0].m_bounds = ParameterDeclaration.Bounds.LOWER;
        assertThatThrownBy(() -> configure(bounded, other)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("bounds");
    }
}
