// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

class ScoreFunctionNodeTest extends ScoreFunctionTestBase {

    private static final DataTableSpec GAUSSIAN_TABLE =
        SmallTables.spec("name", StringCell.TYPE, "mean", DoubleCell.TYPE, "height", DoubleCell.TYPE, "weight",
        DoubleCell.TYPE);

    @Test
    void theDefaultIsTheRing() throws Exception {
        final var parameters = new ScoreFunctionParameters();
        parameters.validate();
        final var spec = configure(parameters);

        assertThat(spec.document().family()).isEqualTo("RING");
        assertThat(spec.document().coordinates()).containsExactly("x", "y");
        assertThat(spec.document().number("rx")).isEqualTo(1.5);
        assertThat(spec.document().number("width")).isEqualTo(0.033);
        assertThat(spec.document().capabilities())
            .containsExactlyInAnyOrder(Capability.LOG_DENSITY, Capability.EXACT_DRAWS);
        assertThat(spec.density()).containsInstanceOf(RingDensity.class);
        assertThat(execute(parameters).getSpec()).isEqualTo(spec);
        assertThat(execute(parameters).density()).isInstanceOf(RingDensity.class);
    }

    @Test
    void everyFamilyOnOfferIsMade() throws Exception {
        final var choices = new ScoreFunctionParameters.FamilyChoices().computeState(null);

        assertThat(choices).extracting(choice -> choice.text()).contains("Ring", "Gaussian", "Standard normal");
        for (final var choice : choices) {
            final var spec = configure(parameters(choice.id()));

            assertThat(spec.document().family()).isEqualTo(choice.id().name());
            assertThat(spec.document().dimension()).isEqualTo(2);
        }
    }

    @Test
    void aFamilyThatNeedsMoreIsNeitherOfferedNorTaken() {
        final var offered = new ScoreFunctionParameters.FamilyChoices().computeState(null).stream()
            .map(choice -> choice.id()).toList();
        for (final var family : DensityFamily.values()) {
            if (!offered.contains(family)) {
                assertThatThrownBy(() -> parameters(family).validate()).isInstanceOf(InvalidSettingsException.class)
                    .hasMessageContaining(family.label()).hasMessageContaining("does not offer");
            }
        }
    }

    @Test
    void typedGaussian() throws Exception {
        final var parameters = parameters(DensityFamily.GAUSSIAN);
        parameters.m_mean = "1, -2, 0";
        parameters.m_covariance = "2 0.3 0\n0.3 1 0\n0 0 1";
        parameters.m_coordinateNames = "a, b ,c";
        final var density = execute(parameters).density();

        assertThat(density).isInstanceOf(GaussianDensity.class);
        assertThat(density.document().coordinates()).containsExactly("a", "b", "c");
        assertThat(density.document().array("mean", 3)).containsExactly(1, -2, 0);
        assertThat(density.document().array("covariance", 9)).containsExactly(2, 0.3, 0, 0.3, 1, 0, 0, 0, 1);
        assertThat(configure(parameters).density()).isPresent();
        parameters.m_coordinateNames = "";
        assertThat(configure(parameters).document().coordinates()).isEmpty();
    }

    @Test
    void standardNormalOfAnyDimension() throws Exception {
        final var parameters = parameters(DensityFamily.STANDARD_NORMAL);
        parameters.m_dimension = 7;

        assertThat(execute(parameters).density()).isInstanceOf(StandardNormalDensity.class);
        assertThat(configure(parameters).document().dimension()).isEqualTo(7);
        parameters.m_dimension = 0;
        assertThatThrownBy(parameters::validate).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("0");
    }

    @Test
    void gaussianFromATableTakesTheColumnsNames() throws Exception {
        final var table = SmallTables.table(context(), GAUSSIAN_TABLE, new Object[]{"h", 1.8, 0.01, 0.5},
            new Object[]{"w", 75.0, 0.5, 100.0});
        final var parameters = parameters(DensityFamily.GAUSSIAN);
        parameters.m_mean = "typed nonsense does not count";
        final var spec = configure(parameters, GAUSSIAN_TABLE);
        final var object = execute(parameters, table);

        assertThat(spec.document().coordinates()).containsExactly("height", "weight");
        assertThat(spec.document().dimension()).isEqualTo(2);
        assertThat(spec.density()).isEmpty();
        assertThat(object.density().document().array("mean", 2)).containsExactly(1.8, 75);
        assertThat(object.density().document().array("covariance", 4)).containsExactly(0.01, 0.5, 0.5, 100);
        assertThat(object.density().document().coordinates()).containsExactly("height", "weight");
        assertThat(((ScoreFunctionPortObjectSpec)object.getSpec()).density()).isPresent();
    }

    @Test
    void chosenColumnsAndNames() throws Exception {
        final var spec = SmallTables.doubles("c2", "m", "c1", "other");
        final var parameters = parameters(DensityFamily.GAUSSIAN);
        parameters.m_meanColumn = "m";
        parameters.m_covarianceColumns = new ColumnFilter(new String[]{"c1", "c2"});
        parameters.m_coordinateNames = "u, v";
        final var table = SmallTables.table(context(), spec, new Object[]{2.0, 5.0, 0.1, 9.0},
            new Object[]{0.1, 6.0, 3.0, 9.0});

        final var document = execute(parameters, table).density().document();

        assertThat(document.coordinates()).containsExactly("u", "v");
        assertThat(document.array("mean", 2)).containsExactly(5, 6);
        // in the order of the table: c2, c1
        assertThat(document.array("covariance", 4)).containsExactly(2, 0.1, 0.1, 3);
    }

    @Test
    void wrongTablesAreRefusedWithNames() {
        final var parameters = parameters(DensityFamily.GAUSSIAN);

        assertThatThrownBy(() -> configure(parameters, SmallTables.spec("t", StringCell.TYPE)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("no column of numbers");
        assertThatThrownBy(() -> configure(parameters, SmallTables.doubles("only")))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("No covariance column").hasMessageContaining("'only'");
        assertThatThrownBy(() -> configure(parameters, new DataTableSpec()))
            .isInstanceOf(InvalidSettingsException.class);
        assertThatThrownBy(() -> configure(parameters(DensityFamily.RING), GAUSSIAN_TABLE))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'Ring'")
            .hasMessageContaining("takes no table");
        parameters.m_meanColumn = "gone";
        assertThatThrownBy(() -> configure(parameters, GAUSSIAN_TABLE)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'gone'").hasMessageContaining("'height'");
        parameters.m_meanColumn = "name";
        assertThatThrownBy(() -> configure(parameters, GAUSSIAN_TABLE)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'name'").hasMessageContaining("no numbers");
        parameters.m_meanColumn = "mean";
        parameters.m_covarianceColumns = new ColumnFilter(new String[]{"height", "lost"});
        assertThatThrownBy(() -> configure(parameters, GAUSSIAN_TABLE)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'lost'");
    }

    @Test
    void wrongNumbersInTheTableAreRefusedWithRowAndColumn() {
        final var parameters = parameters(DensityFamily.GAUSSIAN);
        final var spec = SmallTables.doubles("m", "a", "b");

        assertThatThrownBy(() -> execute(parameters, SmallTables.table(context(), spec)))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("empty");
        assertThatThrownBy(() -> execute(parameters, SmallTables.table(context(), spec, new Object[]{1.0, 1.0, 0.0})))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("1 row,").hasMessageContaining("'a', 'b'");
        assertThatThrownBy(() -> execute(parameters,
            SmallTables.table(context(), spec, new Object[]{1.0, 1.0, 0.0}, new Object[]{1.0, null, 1.0})))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("'a'").hasMessageContaining("Row1")
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> execute(parameters,
            SmallTables.table(context(), spec, new Object[]{1.0, 1.0, 0.0}, new Object[]{Double.NaN, 0.0, 1.0})))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("'m'").hasMessageContaining("NaN");
        assertThatThrownBy(() -> execute(parameters,
            SmallTables.table(context(), spec, new Object[]{1.0, 1.0, 1.0}, new Object[]{1.0, 1.0, 1.0})))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("singular");
        assertThatThrownBy(() -> execute(parameters,
            SmallTables.table(context(), spec, new Object[]{1.0, 1.0, 0.5}, new Object[]{1.0, 0.4, 1.0})))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("not symmetric");
    }

    @Test
    void wrongOptionsAreRefused() {
        final var ring = new ScoreFunctionParameters();
        ring.m_radiusX = -1;
        assertThatThrownBy(ring::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("Radius x");
        ring.m_radiusX = 1;
        ring.m_width = Double.NaN;
        assertThatThrownBy(ring::validate).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("Width");
        ring.m_width = 1;
        ring.m_coordinateNames = "a";
        assertThatThrownBy(ring::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("There is 1 coordinate name for 2 coordinates.");
        final var gaussian = parameters(DensityFamily.GAUSSIAN);
        gaussian.m_covariance = "1 2; 2 1";
        assertThatThrownBy(() -> configure(gaussian)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("not positive definite");
        gaussian.m_covariance = "1 x; x 1";
        assertThatThrownBy(() -> configure(gaussian)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Covariance'").hasMessageContaining("'x'");
        gaussian.m_covariance = "1";
        assertThatThrownBy(() -> configure(gaussian)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("1 row,");
        gaussian.m_mean = "";
        assertThatThrownBy(() -> configure(gaussian)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Mean' is empty");
    }

    @Test
    void anExpressionIsTypedWithItsParametersAndConstants() throws Exception {
        final var parameters = parameters(DensityFamily.EXPRESSION);
        final var ring = new RingDensity(1.5, 1.5, 0, 0, 0.033);

        final var density = execute(parameters).density();

        assertThat(density.logDensity(0.4, 1.2)).isCloseTo(ring.logDensity(0.4, 1.2), within(1e-12));
        assertThat(configure(parameters).density()).isPresent();
        parameters.m_constants = new ConstantDeclaration[]{new ConstantDeclaration("rx", 2),
            new ConstantDeclaration(" ry ", 3)};
        assertThat(execute(parameters).density().logDensity(2, 0)).isZero();
        parameters.m_expression = "-x^2 - (y - rz)^2";
        assertThatThrownBy(parameters::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("character 13").hasMessageContaining("'rz' is unknown");
        parameters.m_expression = "-x^2 - y^2";
        parameters.m_dataTerm = "$a$ * x";
        assertThatThrownBy(() -> configure(parameters)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("needs a table");
    }

    @Test
    void aDataTermReadsTheTable() throws Exception {
        final var spec = SmallTables.spec("name", StringCell.TYPE, "y", DoubleCell.TYPE, "g", IntCell.TYPE);
        final var table = SmallTables.table(context(), spec, new Object[]{"a", 1.5, 1}, new Object[]{"b", -0.5, 2},
            new Object[]{"c", 0.5, 2});
        final var parameters = parameters(DensityFamily.EXPRESSION);
        parameters.m_expression = "std_normal(m) + exponential(s, 1)";
        parameters.m_dataTerm = "normal($y$ | m[$g$], s)";
        parameters.m_constants = new ConstantDeclaration[0];
        final var m = new ParameterDeclaration("m");
        m.m_size = 2;
        final var s = new ParameterDeclaration("s");
        s.m_bounds = ParameterDeclaration.Bounds.LOWER;
        parameters.m_parameters = new ParameterDeclaration[]{m, s};
        parameters.validate();

        final var announced = configure(parameters, spec);
        final var object = execute(parameters, table);

        assertThat(announced.document().coordinates()).containsExactly("m[1]", "m[2]", "s");
        assertThat(announced.density()).isEmpty();
        assertThat(object.density().document().coordinates()).isEqualTo(announced.document().coordinates());
        // d/dm[2] at m = 0, s = 1: (-0.5 + 0.5)/1 - 0; d/dm[1]: 1.5
        assertThat(object.density().score(0, 0, 0)[0]).isCloseTo(1.5, within(1e-12));
        assertThat(object.density().score(0, 0, 0)[1]).isCloseTo(0, within(1e-12));
        assertThat(object.density().ranges().get(2).lower()).isZero();

        parameters.m_dataTerm = "normal($name$ | m[$g$], s)";
        assertThatThrownBy(() -> configure(parameters, spec)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("no numeric column 'name'");
        parameters.m_dataTerm = "";
        assertThatThrownBy(() -> configure(parameters, spec)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Data term' is empty");
        parameters.m_dataTerm = "normal($y$ | m[$g$ + 1], s)";
        assertThatThrownBy(() -> execute(parameters, table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("Row 2").hasMessageContaining("element 3");
        parameters.m_dataTerm = "normal($y$ | m[$g$], s)";
        assertThatThrownBy(() -> execute(parameters, SmallTables.table(context(), spec)))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("is empty");
    }
}
