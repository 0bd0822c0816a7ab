// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;

import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    @Test
    void seedRunAndBlockDetermineTheNumbers() {
        final var first = new RandomStreams(42);
        final var second = new RandomStreams(42);
        final var heads = new HashSet<Double>();

        for (int run = 0; run < 3; run++) {
            final var few = first.nextRun(2);
            final var many = second.nextRun(5);
            for (int b = 0; b < 2; b++) {
                assertThat(many[b].normals(10)).containsExactly(few[b].normals(10));
            }
            for (final var stream : many) {
                heads.add(stream.nextUniform());
            }
        }

        assertThat(heads).as("all streams differ").hasSize(15);
        assertThat(new RandomStreams(43).nextRun(1)[0].nextUniform())
            .isNotEqualTo(new RandomStreams(42).nextRun(1)[0].nextUniform());
    }

    @Test
    void normalsAreStandard() {
        final int n = 1_000_000;
        final var z = new double[n];
        new RandomStreams(1).nextRun(1)[0].fillNormal(z, n);
        final var power = new double[5];
        for (final double value : z) {
            for (int p = 1; p <= 4; p++) {
                power[p] += Math.pow(value, p) / n;
            }
        }

        // standard errors of the moments 0, 1, 0, 3 are 1, sqrt(2), sqrt(15), sqrt(96), each over sqrt(n); six are
        // tolerated
        assertThat(power[1]).isCloseTo(0, within(6e-3));
        assertThat(power[2]).isCloseTo(1, within(6e-3 * Math.sqrt(2)));
        assertThat(power[3]).isCloseTo(0, within(6e-3 * Math.sqrt(15)));
        assertThat(power[4]).isCloseTo(3, within(6e-3 * Math.sqrt(96)));
    }

    @Test
    void fillingLeavesTheRestAlone() {
        final var stream = new RandomStreams(1).nextRun(1)[0];
        final var buffer = new double[]{7, 7, 7};

        stream.fillNormal(buffer, 2);

        assertThat(buffer[2]).isEqualTo(7);
        assertThat(buffer[0]).isNotEqualTo(7);
        stream.fillUniform(buffer, 3);
        assertThat(Arrays.stream(buffer).boxed()).allSatisfy(u -> assertThat(u).isBetween(0.0, 1.0));
    }
}
