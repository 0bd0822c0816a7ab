// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** File names of any text. */
class FileToolsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Langevin Sampler (#2) - Runs | Langevin Sampler (#2) - Runs",
        "a/b\\c:d*e?f\"g<h>i | a_b_c_d_e_f_g_h_i",
        ".. | ._", "'' | _", "con | _con", "NUL.txt | _NUL.txt", "Größe 中 😀 | Größe 中 😀", "a. | a_"})
    void keepWhatAllFileSystemsTake(final String text, final String name) {
        assertThat(FileTools.safeName(text)).isEqualTo(name);
    }

    @Test
    void areCutAtAWholeCharacter() {
        assertThat(FileTools.safeName("😀".repeat(300))).isEqualTo("😀".repeat(50));
    }

    @Test
    void haveNoControlCharacters() {
        assertThat(FileTools.safeName("a\nb\0c\uD800")).isEqualTo("a_b_c_");
    }
}
