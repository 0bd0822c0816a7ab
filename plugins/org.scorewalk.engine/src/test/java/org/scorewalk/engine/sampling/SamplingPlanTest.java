// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scorewalk.engine.sampling.Plans.RING;
import static org.scorewalk.engine.sampling.Plans.plan;
import static org.scorewalk.engine.sampling.Plans.ula;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.ProductDensity;
import org.scorewalk.engine.density.TemperedDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;

/** Plans whose parts do not fit together are refused before anything runs. */
class SamplingPlanTest {

    @Test
    void refusesPlansThatDoNotFit() {
        assertThatThrownBy(() -> plan(RING, 0, KeptSteps.last(false), 1, ula(1, 0.01)))
            .isInstanceOf(InputException.class).hasMessageContaining("number of particles is 0");
        assertThatThrownBy(() -> plan(RING, 1, KeptSteps.last(false), 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("no run");
        assertThatThrownBy(() -> plan(RING, 1, KeptSteps.last(false), 1, ula(1, 0.1, 0.1, 0.1)))
            .isInstanceOf(InputException.class).hasMessageContaining("3 step sizes")
            .hasMessageContaining("2 coordinates");
        assertThatThrownBy(() -> plan(RING, 1, KeptSteps.every(false, 10, 1), 1, ula(20, 0.1), ula(10, 0.1)))
            .isInstanceOf(InputException.class).hasMessageContaining("Run 2")
            .hasMessageContaining("none of them is kept");
        for (final double bad : new double[]{0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> ula(1, bad)).isInstanceOf(InputException.class)
                .hasMessageContaining("step size is");
        }
        assertThatThrownBy(() -> ula(0, 0.1)).isInstanceOf(InputException.class)
            .hasMessageContaining("number of steps");
        assertThatThrownBy(() -> InitialState.normal(new double[]{0}, new double[]{-1}))
            .isInstanceOf(InputException.class)
            .hasMessageContaining("standard deviation");
        assertThatThrownBy(() -> InitialState.point(Double.NaN)).isInstanceOf(InputException.class)
            .hasMessageContaining("finite");
    }

    private static Density expression(final String dataTerm) {
        final List<String> columns = dataTerm.isEmpty() ? List.of() : List.of("y");
        return new ExpressionDensity(new ExpressionModel("std_normal(m)", dataTerm, List.of(Parameter.real("m")),
            Map.of(), columns, columns.stream().map(name -> new double[]{1, 2}).toList()));
    }

    @Test
    void severalDataTermsAreCountedAndNoneIsCalledNone() {
        final Density data = expression("normal($y$ | m, 1)");
        final Density prior = expression("");
        final Density two = ProductDensity.of(List.of(data, prior, data));
        final DensityDocument tempered = TemperedDensity.announce(two.document(), 2);

        assertRefused(two.document(), "'Product' has no single data term: 2 of the densities", "but run 2",
            "one expression");
        assertRefused(TemperedDensity.of(two, 2).document(), "'Product' has no single data term: 2 of the densities");
        assertRefused(tempered, "'Tempered' has no single data term: 2 of the densities");
        assertRefused(ProductDensity.announce(List.of(data.document(), two.document())), "3 of the densities");
        assertRefused(ProductDensity.of(List.of(prior, prior)).document(), "'Product' has no data term, but run 2",
            "an expression with a data term");
        assertRefused(RING.document(), "'Ring' has no data term, but run 2");
        check(ProductDensity.of(List.of(data, prior)).document());
    }

    private static void assertRefused(final DensityDocument density, final String... parts) {
        assertThatThrownBy(() -> check(density)).isInstanceOf(InputException.class).hasMessageContainingAll(parts);
    }

    private static void check(final DensityDocument density) {
        SamplingPlan.check(density, List.of(ula(1, 0.1), new RunPlan(Algorithm.SGLD, 1, 0.1)), 1,
            KeptSteps.last(false));
    }
}
