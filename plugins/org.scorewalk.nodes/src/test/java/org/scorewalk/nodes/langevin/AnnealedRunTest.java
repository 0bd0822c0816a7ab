// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.scorelearning.LearnedDensity;
import org.scorewalk.engine.scorelearning.ScoreSettings;
import org.scorewalk.engine.scorelearning.ScoreTrainer;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

/** Annealed runs of the Langevin Sampler, which follow a score function that was learned. */
class AnnealedRunTest extends ExecutionTestBase {

    private static final PortObjectSpec LEARNED = ScoreFunctionPortObjectSpec
        .incomplete(LearnedDensity.describe(List.of("x", "y"), new NoiseLevels(5, 0.02, 20), 128, 128));

    private static LangevinSamplerParameters parameters(final Algorithm algorithm) {
        final var parameters = new LangevinSamplerParameters();
        parameters.m_particles = 50;
        parameters.m_runs[0].m_algorithm = algorithm;
        parameters.m_runs[0].m_noiseLevels = 3;
        parameters.m_runs[0].m_stepsPerLevel = 2;
        return parameters;
    }

    private static LearnedDensity learned() {
        final var x = new double[2][500];
        new RingDensity(2, 2, 100, 0, 0.033).exactDraws().orElseThrow().draw(x, 500,
            new RandomStreams(1).nextRun(1)[0]);
        return ScoreTrainer.train(ScoreSettings.DEFAULT.withHidden(8, 8).withSteps(50), List.of("x", "y"), x, l -> { },
            Monitor.SILENT);
    }

    @Test
    void theRunHasTheStepsOfItsLevelsAndStartsFromNoiseAroundTheData() throws Exception {
        final var parameters = parameters(Algorithm.ANNEALED);
        parameters.validate();
        final var call = NodeCall.execute(parameters, context(), new ScoreFunctionPortObject(learned()));
        LangevinSamplerNode.execute(call, call);
        final BufferedDataTable particles = call.outData(0);
        final BufferedDataTable runs = call.outData(1);

        assertThat(call.warning()).isNull();
        assertThat(SmallTables.texts(runs, "algorithm")).containsExactly("Annealed Langevin");
        assertThat(SmallTables.numbers(runs, "steps")).containsExactly(7); // three levels of two, and the last one
        assertThat(SmallTables.numbers(runs, "step size")).containsExactly(0.1);
        assertThat(SmallTables.texts(runs, "status")).containsExactly("ok");
        assertThat(particles.size()).isEqualTo(8 * 50);
        final double[] x = Arrays.copyOf(SmallTables.numbers(particles, "x"), 50);
        assertThat(Arrays.stream(x).average().orElseThrow()).isBetween(95.0, 105.0); // five deviations of 1.4 wide
        assertThat(Arrays.stream(x).map(v -> (v - 100) * (v - 100)).average().orElseThrow()).isBetween(15.0, 120.0);
    }

    @Test
    void aTableOfStartingPointsSaysHowManyParticlesThereAre() throws Exception {
        final var start = SmallTables.table(context(), SmallTables.doubles("x", "y"), new Object[]{0.0, 0.0},
            new Object[]{1.0, 1.0});
        final var call =
            NodeCall.execute(parameters(Algorithm.ANNEALED), context(), new ScoreFunctionPortObject(learned()), start);
        LangevinSamplerNode.execute(call, call);
        assertThat(call.warning()).contains("Run 1 is annealed").contains("Initial particles");
        assertThat(call.<BufferedDataTable> outData(0).size()).isEqualTo(8 * 2);
    }

    @Test
    void withoutScoresWithNoiseItIsRefusedAtConfigure() {
        final var ring = new ScoreFunctionPortObject(new RingDensity(1, 1, 0, 0, 0.1)).getSpec();
        final var call = NodeCall.configure(parameters(Algorithm.ANNEALED), ring);
        assertThatThrownBy(() -> LangevinSamplerNode.configure(call, call)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Ring'").hasMessageContaining("run 1").hasMessageContaining("Score Learner");
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void algorithmsThatNeedMoreThanALearnedScoreAreRefusedAtConfigure(final Algorithm algorithm) throws Exception {
        final var call = NodeCall.configure(parameters(algorithm), LEARNED);
        if (algorithm.isAdjusted()) {
            assertThatThrownBy(() -> LangevinSamplerNode.configure(call, call))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("no log-density")
                .hasMessageContaining(algorithm.label()).hasMessageContaining("Annealed Langevin");
        } else if (algorithm == Algorithm.EXACT) {
            assertThatThrownBy(() -> LangevinSamplerNode.configure(call, call))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("no exact draws");
        } else if (algorithm.needsDataTerm()) {
            assertThatThrownBy(() -> LangevinSamplerNode.configure(call, call))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("no data term");
        } else {
            LangevinSamplerNode.configure(call, call);
            assertThat(call.<DataTableSpec> outSpec(0).containsName("x")).isTrue();
        }
    }
}
