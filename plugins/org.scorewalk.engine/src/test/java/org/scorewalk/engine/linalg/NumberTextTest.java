// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;

class NumberTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"1, 0.9; -0.9, 1e2", "1 0.9;-0.9 1e2", "1 0.9\n-0.9 1e2", "1,0.9\r\n-0.9,1e2\n",
        "[[1, 0.9], [-0.9, 1e2]]", "[1 0.9]\n[-0.9 1e2]", "  [[1 0.9]; [-0.9 1e2]] "})
    void readsAMatrixInEveryUsualNotation(final String text) {
        assertThat(NumberText.matrix("It", text)).isDeepEqualTo(new double[][]{{1, 0.9}, {-0.9, 100}});
    }

    @Test
    void oneNumberStandsForAllCoordinates() {
        assertThat(NumberText.vector("It", "0.5", 3)).containsExactly(0.5, 0.5, 0.5);
        assertThat(NumberText.vector("It", "1, 2, 3", 3)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "1d", "2F", "NaN", "1,,2", "0.1.2", "1e", "%d"})
    void refusesWhatIsNoNumber(final String text) {
        assertThatThrownBy(() -> NumberText.vector("The mean", text)).isInstanceOf(InputException.class)
            .hasMessageStartingWith("The mean holds '").hasMessageContaining("no number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999"})
    void refusesInfinity(final String text) {
        assertThatThrownBy(() -> NumberText.vector("The mean", text)).isInstanceOf(InputException.class)
            .hasMessageContaining("finite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n", "[]", ";"})
    void refusesEmptyTexts(final String text) {
        assertThatThrownBy(() -> NumberText.vector("The mean", text)).isInstanceOf(InputException.class)
            .hasMessageContaining("The mean is empty");
    }

    @Test
    void namesTheNumberOfCoordinates() {
        assertThatThrownBy(() -> NumberText.vector("The mean", "1, 2", 3)).isInstanceOf(InputException.class)
            .hasMessageContaining("2 numbers").hasMessageContaining("3 coordinates");
        assertThatThrownBy(() -> NumberText.vector("It", "1, 2", 1)).hasMessageContaining("has 1 coordinate.");
    }

    @Test
    void wholeNumbersStayWhole() {
        assertThat(NumberText.integers("Steps", "0, 5;10")).containsExactly(0, 5, 10);
        assertThatThrownBy(() -> NumberText.integers("Steps", "1.5")).hasMessageContaining("'1.5'");
        assertThatThrownBy(() -> NumberText.integers("Steps", "3000000000")).hasMessageContaining("no whole number");
    }

    @Test
    void onlyMatricesAreToldOfRows() {
        assertThatThrownBy(() -> NumberText.vector("It", "a")).hasMessageContaining("commas or blanks, and use");
        assertThatThrownBy(() -> NumberText.matrix("It", "1 0; a 1")).hasMessageContaining("rows by semicolons");
    }
}
