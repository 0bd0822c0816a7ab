// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.langevin.LangevinSamplerParameters.Keep;
import org.scorewalk.nodes.langevin.LangevinSamplerParameters.Start;
import org.scorewalk.nodes.langevin.RunParameters.StepSizeMode;

/** Options of the Langevin Sampler that cannot be, alone or with the density. */
class LangevinSamplerRefusalTest extends LangevinSamplerTestBase {

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 0, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleStepSizesAreRefused(final double stepSize) {
        assertThatThrownBy(() -> parameters(1, run(1, stepSize)).validate())
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("step size is " + stepSize);
        assertThatThrownBy(() -> parameters(1, run(1, 0.1), run(1, stepSize)).validate())
            .isInstanceOf(InvalidSettingsException.class).hasMessageStartingWith("Run 2:");
    }

    @Test
    void otherImpossibleOptionsAreRefused() {
        assertInvalid(parameters(0, run(1, 0.1)), "number of particles is 0");
        assertInvalid(parameters(1), "no run");
        assertInvalid(parameters(1, run(0, 0.1)), "number of steps is 0");
        final var parameters = parameters(1, run(1, 0.1));
        parameters.m_burnIn = -1;
        assertInvalid(parameters, "burn-in");
        parameters.m_burnIn = 0;
        parameters.m_keep = Keep.EVERY;
        parameters.m_thinning = 0;
        assertInvalid(parameters, "thinning");
        parameters.m_keep = Keep.CHOSEN;
        parameters.m_chosenSteps = "1, two";
        assertInvalid(parameters, "'two'");
        parameters.m_chosenSteps = "-1";
        assertInvalid(parameters, "-1");
        parameters.m_keep = Keep.ALL;
        parameters.m_start = Start.NORMAL;
        parameters.m_startDeviation = "-1";
        assertInvalid(parameters, "standard deviation");
        parameters.m_start = Start.POINT;
        parameters.m_startPoint = "here";
        assertInvalid(parameters, "'Start point'");
        final var own = run(1, 0.1);
        own.m_stepSizeMode = StepSizeMode.PER_COORDINATE;
        own.m_stepSizes = "0.1, -0.1";
        assertInvalid(parameters(1, own), "-0.1");
    }

    @Test
    void whatDoesNotFitTheDensityIsRefusedWhenConfigured() {
        final var own = run(1, 0.1);
        own.m_stepSizeMode = StepSizeMode.PER_COORDINATE;
        own.m_stepSizes = "0.1, 0.1, 0.1";
        assertThatThrownBy(() -> configure(parameters(1, own), RING)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("3 step sizes").hasMessageContaining("2 coordinates");
        final var start = parameters(1, run(1, 0.1));
        start.m_start = Start.POINT;
        start.m_startPoint = "1 2 3";
        assertThatThrownBy(() -> configure(start, RING)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Start point' has 3 numbers");
        final var nothing = parameters(1, run(10, 0.1));
        nothing.m_keepStart = false;
        nothing.m_burnIn = 10;
        assertThatThrownBy(() -> configure(nothing, RING)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("none of them is kept");
        final var call = NodeCall.configure(parameters(1, run(1, 0.1)), (PortObjectSpec)null);
        assertThatThrownBy(() -> LangevinSamplerNode.configure(call, call)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("not known yet");
    }
}
