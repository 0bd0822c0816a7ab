// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.diagnostics.SampleDiagnosticsNodeFactory;
import org.scorewalk.nodes.langevin.LangevinSamplerNodeFactory;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;
import org.scorewalk.nodes.scoreapply.ScoreFunctionApplyNodeFactory;
import org.scorewalk.nodes.scorefunction.ScoreFunctionNodeFactory;
import org.scorewalk.standin.core.Extensions;
import org.scorewalk.standin.core.NodeDriver;
import org.scorewalk.standin.core.NodeFailure;
import org.scorewalk.standin.core.PortObjects;
import org.scorewalk.standin.ui.NodeInfo;

/** The sampling nodes as a workflow engine sees them: made by their factories, driven through their whole life. */
class SamplingNodesTest extends ExecutionTestBase {

    static List<DefaultNodeFactory> factories() {
        return List.of(new ScoreFunctionNodeFactory(), new LangevinSamplerNodeFactory());
    }

    private static NodeSettings ports(final String... optionalGroups) {
        final var settings = new NodeSettings("node_creation_config");
        for (final var group : optionalGroups) {
            settings.addConfig(group).addConfig("port_0").addString("object_class", BufferedDataTable.class.getName());
        }
        return settings;
    }

    private static void set(final NodeDriver driver, final String key,
        final Object value) throws InvalidSettingsException {
        final var settings = driver.saveSettings();
        if (value instanceof Integer i) {
            settings.addInt(key, i);
        } else {
            settings.addString(key, value.toString());
        }
        driver.loadSettings(settings, null, Map.of());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void areRegisteredDescribedAndHaveAnIcon(final DefaultNodeFactory factory) throws Exception {
        final var info = NodeInfo.of(factory);

        assertThat(Extensions.get().node(factory.getClass().getName())).isPresent();
        assertThat(info.description()).hasSizeGreaterThan(1000).contains("Song and Ermon (2019)");
        assertThat(info.keywords()).isNotEmpty();
        final var icon = ImageIO.read(factory.getIcon());
        assertThat(icon.getWidth()).isEqualTo(16);
        assertThat(icon.getHeight()).isEqualTo(16);
    }

    @Test
    void theNodesForJudgingAreRegisteredDescribedAndHaveAnIcon() throws Exception {
        for (final DefaultNodeFactory factory : List.of(new SampleDiagnosticsNodeFactory(),
            new ScoreFunctionApplyNodeFactory())) {
            assertThat(Extensions.get().node(factory.getClass().getName())).isPresent();
            assertThat(NodeInfo.of(factory).description()).hasSizeGreaterThan(500);
            assertThat(ImageIO.read(factory.getIcon()).getWidth()).isEqualTo(16);
        }
        final var diagnostics = NodeInfo.of(new SampleDiagnosticsNodeFactory());
        assertThat(diagnostics.name()).isEqualTo("Sample Diagnostics");
    }

    @Test
    void portsAreAsFrozen() {
        final var score = NodeInfo.of(new ScoreFunctionNodeFactory());
        final var sampler = NodeInfo.of(new LangevinSamplerNodeFactory());

        assertThat(score.inputs()).extracting(port -> port.group() + "=" + port.name())
            .containsExactly("Table=Table", "Factor=Factor");
        assertThat(score.outputs()).extracting(port -> port.group() + "=" + port.name())
            .containsExactly("Score function=Score function");
        assertThat(sampler.inputs()).extracting(port -> port.group() + "=" + port.name())
            .containsExactly("Score function=Score function", "Initial particles=Initial particles");
        assertThat(sampler.outputs()).extracting(port -> port.group() + "=" + port.name())
            .containsExactly("Particles=Particles", "Runs=Runs");
        assertThat(ScoreFunctionPortObject.TYPE.getName()).isEqualTo("Score function");
        assertThat(ScoreFunctionPortObject.TYPE.getPortObjectSpecClass()).isEqualTo(ScoreFunctionPortObjectSpec.class);
    }

    @Test
    void oneClickGivesParticles() throws Exception {
        try (var score = NodeDriver.create(new ScoreFunctionNodeFactory());
                var sampler = NodeDriver.create(new LangevinSamplerNodeFactory())) {
            final var scoreSpecs = score.configure();
            final var specs = sampler.configure(scoreSpecs);
            final var density = PortObjects.copy(score.execute(new PortObject[0], execution())[0], context());
            final var results = sampler.execute(new PortObject[]{density}, execution());

            assertThat(score.inputTypes()).isEmpty();
            assertThat(sampler.inputTypes()).hasSize(1);
            final var particles = (BufferedDataTable)results[0];
            final var runs = (BufferedDataTable)results[1];
            assertThat(particles.size()).isEqualTo(110_000);
            assertThat(particles.getDataTableSpec().equalStructure((DataTableSpec)specs[0])).isTrue();
            assertThat(runs.size()).isOne();
            assertThat(runs.getDataTableSpec().equalStructure((DataTableSpec)specs[1])).isTrue();
            assertThat(sampler.warning()).isEmpty();
        }
    }

    @Test
    void optionalPortsTakeTables() throws Exception {
        final var table = SmallTables.table(context(), SmallTables.doubles("mean", "a", "b"),
            new Object[]{5.0, 1.0, 0.5}, new Object[]{-5.0, 0.5, 1.0});
        final var start = SmallTables.table(context(), SmallTables.doubles("b", "a"), new Object[]{-5.0, 5.0},
            new Object[]{-6.0, 6.0}, new Object[]{-7.0, 7.0});
        try (var score = NodeDriver.create(new ScoreFunctionNodeFactory(), ports("Table"));
                var sampler = NodeDriver.create(new LangevinSamplerNodeFactory(), ports("Initial particles"))) {
            set(score, "density", "GAUSSIAN");
            final var scoreSpec = score.configure(table.getDataTableSpec())[0];
            final var specs = sampler.configure(scoreSpec, start.getDataTableSpec());
            final var density =
                PortObjects.copy(score.execute(new PortObject[]{table}, execution())[0], context());
            final var results = sampler.execute(new PortObject[]{density, start}, execution());

            assertThat(((DataTableSpec)specs[0]).getColumnNames()).containsExactly("run", "step", "particle", "a", "b");
            final var particles = (BufferedDataTable)results[0];
            assertThat(particles.size()).isEqualTo(33);
            assertThat(particles.getDataTableSpec().equalStructure((DataTableSpec)specs[0])).isTrue();
            assertThat(Arrays.copyOf(SmallTables.numbers(particles, "a"), 3)).containsExactly(5, 6, 7);
        }
    }

    @Test
    void aTableAsksForAGaussianUnlessTheUserHasChosen() throws Exception {
        try (var score = NodeDriver.create(new ScoreFunctionNodeFactory(), ports("Table"))) {
            final var spec = (ScoreFunctionPortObjectSpec)score.configure(SmallTables.doubles("mean", "a", "b"))[0];

            assertThat(spec.document().family()).isEqualTo("GAUSSIAN");
        }
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws Exception {
        try (var score = NodeDriver.create(new ScoreFunctionNodeFactory());
                var sampler = NodeDriver.create(new LangevinSamplerNodeFactory())) {
            assertThatThrownBy(() -> set(sampler, "particles", 0)).isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("number of particles is 0");
            assertThatThrownBy(() -> set(sampler, "keep", "SOME")).isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("SOME");
            set(score, "density", "GAUSSIAN");
            set(score, "covariance", "1 1; 1 1");
            assertThatThrownBy(score::configure).isInstanceOfSatisfying(NodeFailure.class, failure -> {
                assertThat(failure.isExpected()).isTrue();
                assertThat(failure).hasMessageContaining("singular");
            });
        }
    }
}
