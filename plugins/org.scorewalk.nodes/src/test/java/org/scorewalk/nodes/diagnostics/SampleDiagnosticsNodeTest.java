// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.diagnostics.Convergence;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;

class SampleDiagnosticsNodeTest extends ExecutionTestBase {

    private static final DataTableSpec PARTICLES = SmallTables.spec("run", IntCell.TYPE, "step", IntCell.TYPE,
        "particle", IntCell.TYPE, "x1", DoubleCell.TYPE, "x2", DoubleCell.TYPE);

    private static NodeCall configure(final SampleDiagnosticsParameters parameters, final PortObjectSpec... specs)
        throws InvalidSettingsException {
        final var call = NodeCall.configure(parameters, specs);
        SampleDiagnosticsNode.configure(call, call);
        return call;
    }

    private NodeCall execute(final SampleDiagnosticsParameters parameters, final PortObject... objects)
        throws CanceledExecutionException, KNIMEException {
        final var call = NodeCall.execute(parameters, context(), objects);
        SampleDiagnosticsNode.execute(call, call);
        return call;
    }

    /** Runs of 4 chains of independent normals around a mean of their own; step 0 is far away. */
    private BufferedDataTable particles(final int steps, final double... means) {
        final var random = new Random(17);
        final var rows = new Object[means.length * (steps + 1) * 4][];
        int row = 0;
        for (int run = 1; run <= means.length; run++) {
            for (int step = 0; step <= steps; step++) {
                for (int particle = 1; particle <= 4; particle++) {
                    final var mean = step == 0 ? 1000 : means[run - 1];
                    rows[row++] = new Object[]{run, step, particle, mean + random.nextGaussian(),
                        mean + random.nextGaussian()};
                }
            }
        }
        return SmallTables.table(context(), PARTICLES, rows);
    }

    @Test
    void goodChainsAreCalledGoodAndTheStartIsLeftOut() throws Exception {
        final var parameters = new SampleDiagnosticsParameters();
        parameters.validate();
        final var table = particles(300, 0);
        final var call = execute(parameters, table);
        final BufferedDataTable coordinates = call.outData(0);
        final BufferedDataTable verdicts = call.outData(1);

        final var announced = configure(parameters, PARTICLES);
        assertThat(announced.<DataTableSpec> outSpec(0).equalStructure(coordinates.getDataTableSpec())).isTrue();
        assertThat(announced.<DataTableSpec> outSpec(1).equalStructure(verdicts.getDataTableSpec())).isTrue();
        assertThat(SmallTables.texts(coordinates, "coordinate")).containsExactly("x1", "x2");
        assertThat(SmallTables.numbers(coordinates, "mean")[0]).isCloseTo(0, within(0.15));
        assertThat(SmallTables.numbers(coordinates, "R-hat")[0]).isLessThan(1.01);
        assertThat(SmallTables.texts(verdicts, "verdict")).containsExactly("good");
        assertThat(SmallTables.numbers(verdicts, "chains")).containsExactly(4);
        assertThat(SmallTables.numbers(verdicts, "draws")).containsExactly(300);

        final var x = SmallTables.numbers(table, "x2");
        final var chains = new double[4][300];
        for (int k = 4; k < x.length; k++) {
            chains[k % 4][k / 4 - 1] = x[k];
        }
        assertThat(SmallTables.numbers(coordinates, "R-hat")[1]).isEqualTo(Convergence.rHat(chains));
        assertThat(SmallTables.numbers(coordinates, "ESS tail")[1]).isEqualTo(Convergence.tailSize(chains));
        assertThat(SmallTables.numbers(coordinates, "MCSE mean")[1]).isEqualTo(Convergence.meanError(chains));
        assertThat(SmallTables.numbers(coordinates, "MCSE 95 %")[1]).isEqualTo(Convergence.quantileError(chains, 0.95));
        assertThat(SmallTables.numbers(coordinates, "autocorrelation time")[1])
            .isEqualTo(1200 / Convergence.meanSize(chains));
        assertThat(call.warning()).isNull();
    }

    @Test
    void runsAreRankedByTheirDistanceFromTheScoreFunction() throws Exception {
        final var target = new ScoreFunctionPortObject(new StandardNormalDensity(2, List.of()));
        final var call = execute(new SampleDiagnosticsParameters(), particles(300, 0.5, 0, 2), target);
        final BufferedDataTable verdicts = call.outData(1);

        assertThat(SmallTables.numbers(verdicts, "rank")).containsExactly(2, 1, 3);
        assertThat(SmallTables.numbers(verdicts, "mean error")[2]).isCloseTo(2, within(0.1));
        // the root mean square of a shift of (2, 2) over directions is 2
        assertThat(SmallTables.numbers(verdicts, "sliced Wasserstein")[2]).isCloseTo(2, within(0.2));
        // p-values of equal distributions are uniform, so the distances are looked at instead
        final var energies = SmallTables.numbers(verdicts, "energy distance");
        assertThat(energies[1]).isLessThan(0.2 * energies[2]);
        assertThat(SmallTables.numbers(verdicts, "energy p-value")[2]).isEqualTo(0.005);
        assertThat(SmallTables.numbers(verdicts, "MMD p-value")[2]).isEqualTo(0.005);
        assertThat(SmallTables.numbers(verdicts, "squared MMD")[1]).isCloseTo(0, within(0.005));
        assertThat(SmallTables.numbers(verdicts, "squared MMD")[2]).isGreaterThan(0.2);
        // 1200 draws each, all but independent, and 20,000 of the reference: no more than 1000 are compared
        assertThat(Arrays.stream(SmallTables.numbers(verdicts, "tested draws"))).allMatch(n -> n > 900 && n <= 1000);
        assertThat(SmallTables.numbers(verdicts, "tested reference draws")).containsOnly(1000);
        assertThat(SmallTables.numbers(call.outData(0), "KS p-value")[0]).isLessThan(1e-6);
        assertThat(configure(new SampleDiagnosticsParameters(), PARTICLES, target.getSpec()).<DataTableSpec> outSpec(1)
            .equalStructure(verdicts.getDataTableSpec())).isTrue();
    }

    @Test
    void aReferenceTableServesAsWell() throws Exception {
        final var random = new Random(3);
        final var rows = new Object[2000][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new Object[]{random.nextGaussian(), random.nextGaussian()};
        }
        final var reference = SmallTables.table(context(), SmallTables.doubles("x2", "x1"), rows);
        final BufferedDataTable verdicts = execute(new SampleDiagnosticsParameters(), particles(300, 0), reference)
            .outData(1);

        assertThat(SmallTables.numbers(verdicts, "sliced Wasserstein")[0]).isLessThan(0.15);
        assertThatThrownBy(() -> configure(new SampleDiagnosticsParameters(), PARTICLES, SmallTables.doubles("x1")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'x2'")
            .hasMessageContaining("Reference");
    }

    @Test
    void badChainsAreCalledBadWithTheReason() throws Exception {
        final var random = new Random(5);
        final var rows = new Object[400][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new Object[]{1, k / 4 + 1, k % 4, random.nextGaussian() + (k % 4 == 2 ? 3 : 0), 0.0};
        }
        final var call = execute(new SampleDiagnosticsParameters(), SmallTables.table(context(), PARTICLES, rows));
        final BufferedDataTable verdicts = call.outData(1);

        assertThat(SmallTables.texts(verdicts, "verdict")).containsExactly("bad");
        assertThat(SmallTables.texts(verdicts, "reason").get(0)).contains("'x1' disagree").contains("R-hat");
        assertThat(call.warning()).startsWith("Run 1 is bad. The chains of 'x1' disagree");
    }

    @Test
    void anyTableOfNumbersIsOneChain() throws Exception {
        final var random = new Random(6);
        final var rows = new Object[1000][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new Object[]{"a", random.nextGaussian()};
        }
        final var table = SmallTables.table(context(), SmallTables.spec("name", StringCell.TYPE, "v", DoubleCell.TYPE),
            rows);
        final var call = execute(new SampleDiagnosticsParameters(), table);

        assertThat(SmallTables.texts(call.outData(0), "coordinate")).containsExactly("v");
        assertThat(SmallTables.numbers(call.outData(0), "R-hat")[0]).isNaN();
        assertThat(SmallTables.texts(call.outData(1), "reason").get(0)).contains("single chain");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000_001})
    void theNumberOfReferenceDrawsHasBounds(final int draws) throws Exception {
        final var parameters = new SampleDiagnosticsParameters();
        parameters.m_referenceDraws = 1_000_000;
        parameters.validate();
        parameters.m_referenceDraws = draws;
        assertThatThrownBy(parameters::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Reference draws'").hasMessageContaining(Integer.toString(draws));
    }

    @Test
    void wrongInputsAreRefused() {
        final var parameters = new SampleDiagnosticsParameters();

        assertThatThrownBy(() -> configure(parameters, SmallTables.spec("t", StringCell.TYPE, "run", IntCell.TYPE)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("No column of numbers");
        assertThatThrownBy(() -> execute(parameters, SmallTables.table(context(), PARTICLES)))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> execute(parameters, SmallTables.table(context(), PARTICLES,
            new Object[]{1, 1, 1, 0.0, 0.0}, new Object[]{1, 1, 2, 0.0, 0.0}, new Object[]{1, 2, 1, 0.0, 0.0})))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("particle 2 has 1 step,");
        parameters.m_burnIn = 10;
        assertThatThrownBy(() -> execute(parameters, particles(5, 0))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("burn-in of 10");
        parameters.m_burnIn = -1;
        assertInvalid(parameters, "-1");
    }
}
