// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.standin.core.PortObjects;

class ScoreFunctionPortObjectTest extends ExecutionTestBase {

    static Stream<Density> densities() {
        final var large = new double[60][60];
        for (int i = 0; i < 60; i++) {
            large[i][i] = i + 0.1;
        }
        return Stream.of(new RingDensity(1, 2.5, 0.1, -7, 0.033),
            new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of("größe", "a<b>&\"c\"")),
            new GaussianDensity(new double[60], large, List.of()), new StandardNormalDensity(3, List.of()));
    }

    @ParameterizedTest
    @MethodSource("densities")
    void comesBackEqual(final Density density) throws Exception {
        final var object = new ScoreFunctionPortObject(density);

        final var copy = (ScoreFunctionPortObject)PortObjects.copy(object, context());

        assertThat(copy).isNotSameAs(object).isEqualTo(object).hasSameHashCodeAs(object);
        assertThat(copy.getSpec()).isEqualTo(object.getSpec()).hasSameHashCodeAs(object.getSpec());
        assertThat(copy.density().document()).isEqualTo(density.document());
        assertThat(copy.getSummary()).isEqualTo(object.getSummary());
    }

    @ParameterizedTest
    @MethodSource("densities")
    void specComesBackEqualAndIsCompleteOnlyWhileSmall(final Density density) throws Exception {
        final var spec = ScoreFunctionPortObjectSpec.of(density);

        final var copy = copy(spec);

        assertThat(copy).isEqualTo(spec);
        assertThat(copy.density().isPresent()).isEqualTo(density.dimension() < 60);
        assertThat(copy.document().dimension()).isEqualTo(density.dimension());
        assertThat(copy.document().coordinates()).isEqualTo(density.document().coordinates());
        assertThat(copy(ScoreFunctionPortObjectSpec.incomplete(density.document())).density()).isEmpty();
    }

    private static ScoreFunctionPortObjectSpec copy(final ScoreFunctionPortObjectSpec spec)
        throws InvalidSettingsException {
        final var model = new ModelContent("test");
        spec.save(model);
        final var copy = new ScoreFunctionPortObjectSpec();
        copy.load(model);
        return copy;
    }

    @Test
    void summaryNamesFamilyAndCoordinates() {
        assertThat(new ScoreFunctionPortObject(new RingDensity(1, 1, 0, 0, 1)).getSummary())
            .isEqualTo("Ring density, 2 coordinates: x, y");
        assertThat(new ScoreFunctionPortObject(new StandardNormalDensity(1, List.of())).getSummary())
            .isEqualTo("Standard normal density, 1 coordinate: x1");
        assertThat(new ScoreFunctionPortObject(new StandardNormalDensity(9, List.of())).getSummary())
            .endsWith("x4, ...");
    }

    @Test
    void damagedAndNewerSpecsAreRefused() {
        final var newer = new ModelContent("test");
        ScoreFunctionPortObjectSpec.of(new StandardNormalDensity(1, List.of())).save(newer);
        newer.addInt("version", 2);
        assertThatThrownBy(() -> new ScoreFunctionPortObjectSpec().load(newer))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("newer version");

        for (final var document : new String[]{null, "", "{", "[]", "{\"family\":\"TORUS\"}",
            "{\"family\":\"TORUS\",\"dimension\":2,\"coordinates\":[],\"capabilities\":[],\"parameters\":{}}"}) {
            final var damaged = new ModelContent("test");
            ScoreFunctionPortObjectSpec.of(new StandardNormalDensity(1, List.of())).save(damaged);
            damaged.addString("document", document);
            assertThatThrownBy(() -> new ScoreFunctionPortObjectSpec().load(damaged))
                .isInstanceOf(InvalidSettingsException.class);
        }
    }

    @Test
    void nothingIsReadThatIsNotThere() {
        assertThatThrownBy(() -> new ScoreFunctionPortObjectSpec().load(new ModelContent("test")))
            .isInstanceOf(InvalidSettingsException.class);
    }
}
