// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

class DensityDocumentTest {

    private static DensityDocument document(final int dimension, final List<String> names) {
        return new DensityDocument("RING", dimension, names, JsonNodeFactory.instance.objectNode(), Map.of(), Set.of());
    }

    @Test
    void coordinatesWithoutNamesAreNumbered() {
        assertThat(document(3, List.of()).coordinateNames()).containsExactly("x1", "x2", "x3");
        assertThat(document(2, List.of("u", "v")).coordinateNames()).containsExactly("u", "v");
        assertThat(document(2, List.of("u", "v")).withCoordinates(List.of()).coordinates()).isEmpty();
    }

    @Test
    void refusesNamesThatCannotBeColumns() {
        assertThatThrownBy(() -> document(2, List.of("u"))).isInstanceOf(InputException.class)
            .hasMessageContaining("There is 1 coordinate name for 2 coordinates.");
        assertThatThrownBy(() -> document(2, List.of("u", "u"))).isInstanceOf(InputException.class)
            .hasMessageContaining("'u' is given twice");
        assertThatThrownBy(() -> document(2, List.of("u", " "))).isInstanceOf(InputException.class)
            .hasMessageContaining("empty");
        assertThatThrownBy(() -> document(2, List.of("u", "v "))).isInstanceOf(InputException.class)
            .hasMessageContaining("blank");
        assertThatThrownBy(() -> document(2, List.of("step", "v"))).isInstanceOf(InputException.class)
            .hasMessageContaining("'step'");
        assertThatThrownBy(() -> document(1, List.of("n".repeat(300)))).isInstanceOf(InputException.class)
            .hasMessageContaining("longer");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001, Integer.MAX_VALUE})
    void refusesDimensionsOutOfRange(final int dimension) {
        assertThatThrownBy(() -> document(dimension, List.of())).isInstanceOf(InputException.class)
            .hasMessageContaining(String.valueOf(dimension));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "3", "{\"family\":\"RING\"}",
        "{\"family\":1,\"dimension\":2,\"coordinates\":[],\"capabilities\":[],\"parameters\":{}}",
        "{\"family\":\"RING\",\"dimension\":2.5,\"coordinates\":[],\"capabilities\":[],\"parameters\":{}}",
        "{\"family\":\"RING\",\"dimension\":2,\"coordinates\":[1,2],\"capabilities\":[],\"parameters\":{}}",
        "{\"family\":\"RING\",\"dimension\":2,\"coordinates\":[],\"capabilities\":[],\"parameters\":[]}"})
    void refusesDamagedDescriptions(final String json) {
        assertThatThrownBy(() -> DensityDocument.fromJson(Json.read(json), Map.of())).isInstanceOf(InputException.class)
            .hasMessageContaining("damaged");
    }

    @Test
    void unknownCapabilitiesAreLeftOutAndUnknownFamiliesRefused() {
        final var document = DensityDocument.fromJson(
            Json.read("{\"family\":\"TORUS\",\"dimension\":2,\"coordinates\":[],"
                + "\"capabilities\":[\"LOG_DENSITY\",\"TELEPATHY\"],\"parameters\":{}}"),
            Map.of());

        assertThat(document.capabilities()).containsExactly(Capability.LOG_DENSITY);
        assertThatThrownBy(() -> DensityFamily.read(document)).isInstanceOf(InputException.class)
            .hasMessageContaining("'TORUS'").hasMessageContaining("newer version");
    }

    @Test
    void missingNumbersAndArraysAreNamed() {
        assertThatThrownBy(() -> DensityFamily.read(document(2, List.of()))).isInstanceOf(InputException.class)
            .hasMessageContaining("'rx'");
        final var gaussian = new DensityDocument("GAUSSIAN", 2, List.of(), JsonNodeFactory.instance.objectNode(),
            Map.of("covariance", new double[3]), Set.of());
        assertThatThrownBy(() -> DensityFamily.read(gaussian)).isInstanceOf(InputException.class)
            .hasMessageContaining("'covariance'").hasMessageContaining("3 numbers instead of 4");
    }

    @Test
    void equalityLooksAtEverything() {
        final var document = document(2, List.of("u", "v"));

        assertThat(document).isEqualTo(document(2, List.of("u", "v"))).isNotEqualTo(document(2, List.of("u", "w")))
            .isNotEqualTo(document(2, List.of()));
        final var a = new DensityDocument("G", 1, List.of(), JsonNodeFactory.instance.objectNode(),
            Map.of("m", new double[]{1}), Set.of());
        final var b = new DensityDocument("G", 1, List.of(), JsonNodeFactory.instance.objectNode(),
            Map.of("m", new double[]{2}), Set.of());
        assertThat(a).isNotEqualTo(b);
        assertThat(a.withoutArrays()).isEqualTo(b.withoutArrays());
    }
}
