// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.example.golden.PParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** One setting changed by its path. */
class SettingsPathsTest {

    private static NodeSettings model() throws Exception {
        return Golden.settings("p-default.xml").getNodeSettings("model");
    }

    private static PParams after(final String path, final String value) throws Exception {
        final var model = model();
        SettingsPaths.set(model, path, value);
        return ParametersPersistence.load(PParams.class, model);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"int|-5|int=-5;", "long|9999999999|;long=9999999999;",
        "double|1e-3|;double=0.001;", "flag|false|;flag=false;", "text|a/b, c|;text=a/b, c;", "mode|CUBIC|;mode=CUBIC;",
        "group/weight|8.5|;group=8.5/g/1;", "groups3/1/weight|8.5|, 8.5/b/2,", "doubles/1|8.5|;doubles=[0.0, 8.5,",
        "doubles|1.5, 2.5|;doubles=[1.5, 2.5];", "ints|7|;ints=[7];", "other_key|8|;renamed=8;",
        "optDoubleAbsent|8.5|;optDoubleAbsent=Optional[8.5];", "optDouble|none|;optDouble=Optional.empty;"})
    void changesOneSetting(final String path, final String value, final String expected) throws Exception {
        assertThat(after(path, value).toString()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"int|seven|needs an integer between", "int|7.5|needs an integer between",
        "int|3000000000|needs an integer between", "double|1,5|needs a number", "flag|yes|needs true or false",
        "doubles|1;2|needs a number", "nope|1|there is no 'nope' among int, long", "group|1|is a group",
        "groups3|1|is a group", "groups3/7/weight|1|there is no '7' among 0, 1, 2", "int/x|1|is a value",
        "noDoubles|1|is empty", "doubles/array-size|1|does not exist"})
    void refusesWhatDoesNotFit(final String path, final String value, final String message) throws Exception {
        final var model = model();
        assertThatThrownBy(() -> SettingsPaths.set(model, path, value)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'" + path + "'").hasMessageContaining(message);
    }

    @Test
    void leavesAnUnknownConstantToTheLoader() {
        assertThatThrownBy(() -> after("mode", "QUARTIC"))
            .hasMessage("Invalid value 'QUARTIC'. Possible values: LINEAR, QUADRATIC, CUBIC");
    }
}
