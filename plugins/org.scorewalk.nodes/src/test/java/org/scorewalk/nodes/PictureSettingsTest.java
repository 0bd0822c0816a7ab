// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.standin.ui.OptionInfo;

/** The settings of the nodes that make pictures as workflows hold them: their keys and defaults are frozen. */
class PictureSettingsTest {

    @Test
    void keysAndDefaultsOfTheParticlePlot() throws Exception {
        assertThat(SavedSettings.defaults("particleplot.ParticlePlotParameters")).containsExactly("figure=STRIP",
            "steps=ALL", "stepList=0, 1, 2, 5, 10", "maxFrames=20", "particle=1", "facets=true", "columns=0",
            "xColumn=", "yColumn=", "runColumn=", "stepColumn=", "particleColumn=", "limits=AUTOMATIC", "xMin=-3.0",
            "xMax=3.0", "yMin=-3.0", "yMax=3.0", "equalAspect=true", "xLabel={column} coord", "yLabel={column} coord",
            "title=", "pointSize=1.0", "pointOpacity=0.1", "pointColor=#0000FF", "outline=true", "outlineColor=#FF0000",
            "binsX=50", "binsY=50", "values=COUNT", "colorMap=VIRIDIS", "commonScale=false", "panelWidth=400",
            "panelHeight=400", "resolution=1", "framesPerSecond=5.0", "memory=256");
    }

    @Test
    void keysAndDefaultsOfTheImageGrid() throws Exception {
        assertThat(SavedSettings.defaults("imagegrid.ImageGridParameters")).containsExactly("imageColumn=",
            "captionColumn=", "rows=1", "columns=10", "scale=3.0", "gap=4", "title=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"particleplot.ParticlePlotParameters", "imagegrid.ImageGridParameters"})
    void whatIsSavedComesBack(final String name) throws Exception {
        SavedSettings.assertDefaultsComeBack(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"particleplot.ParticlePlotParameters", "imagegrid.ImageGridParameters"})
    void everyOptionIsExplained(final String name) throws Exception {
        final List<OptionInfo> options = new ArrayList<>(OptionInfo.of(SavedSettings.type(name)));
        assertThat(options).hasSizeGreaterThan(6);

        for (final OptionInfo option : options) {
            assertThat(option.title().split(" ")).as(option.path()).hasSizeLessThanOrEqualTo(5);
            assertThat(option.description()).as(option.path()).hasSizeGreaterThan(40).endsWith(".");
            assertThat(option.description()).as(option.path())
                .matches("(?s).*([Dd]efault|If none is chosen|by default|Numbers of steps).*");
        }
    }
}
