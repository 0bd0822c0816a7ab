// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.standin.ui.OptionInfo;

/** The settings of the sampling nodes as workflows hold them: their keys and defaults are frozen. */
class SamplingSettingsTest {

    @Test
    void keysAndDefaultsOfTheScoreFunction() throws Exception {
        assertThat(SavedSettings.defaults("scorefunction.ScoreFunctionParameters"))
            .filteredOn(leaf -> !leaf.contains("Columns/")).containsExactly(
            "density=RING", "radiusX=1.5", "radiusY=1.5", "centreX=0.0", "centreY=0.0", "width=0.033", "mean=1, 1",
            "covariance=1, 0.9; 0.9, 1", "meanColumn=", "dimension=2",
            "expression=-(sqrt((x/rx)^2 + (y/ry)^2) - 1)^2 / 0.033", "dataTerm=", "parameters/0/name=x",
            "parameters/0/size=0", "parameters/0/bounds=NONE", "parameters/0/lower=0.0", "parameters/0/upper=1.0",
            "parameters/1/name=y", "parameters/1/size=0", "parameters/1/bounds=NONE", "parameters/1/lower=0.0",
            "parameters/1/upper=1.0", "constants/0/name=rx", "constants/0/value=1.5", "constants/1/name=ry",
            "constants/1/value=1.5", "gaussianMixture/weights=1", "gaussianMixture/means=-2, -1; 2, -1; 0, 2",
            "gaussianMixture/spread=DEVIATIONS", "gaussianMixture/deviations=0.6",
            "gaussianMixture/covariances=0.5, 0.3; 0.3, 0.5", "gaussianMixture/weightColumn=",
            "ringMixture/rings/0/weight=1.0", "ringMixture/rings/0/radiusX=1.0", "ringMixture/rings/0/radiusY=1.0",
            "ringMixture/rings/0/centreX=0.0", "ringMixture/rings/0/centreY=0.0", "ringMixture/rings/0/width=0.04",
            "ringMixture/rings/1/weight=2.0", "ringMixture/rings/1/radiusX=2.0", "ringMixture/rings/1/radiusY=2.0",
            "ringMixture/rings/1/centreX=0.0", "ringMixture/rings/1/centreY=0.0", "ringMixture/rings/1/width=0.01",
            "ringMixture/rings/2/weight=3.0", "ringMixture/rings/2/radiusX=3.0", "ringMixture/rings/2/radiusY=3.0",
            "ringMixture/rings/2/centreX=0.0", "ringMixture/rings/2/centreY=0.0", "ringMixture/rings/2/width=0.0044",
            "twoMoons/radius=1.0", "twoMoons/noise=0.1", "banana/mean=0.0", "banana/deviation=1.0",
            "banana/curvature=1.0", "banana/width=0.5", "funnel/deviation=3.0", "doubleWell/barrier=3.0",
            "doubleWell/place=2.0", "studentT/freedom=3.0", "studentT/location=0, 0", "studentT/spread=SCALES",
            "studentT/scales=1", "studentT/matrix=1, 0.5; 0.5, 1", "temperature=1.0", "coordinateNames=");
    }

    @Test
    void keysAndDefaultsOfTheLangevinSampler() throws Exception {
        assertThat(SavedSettings.defaults("langevin.LangevinSamplerParameters"))
            .filteredOn(leaf -> !leaf.startsWith("startColumns/")).containsExactly(
            "runs/0/algorithm=ULA", "runs/0/steps=10", "runs/0/noiseLevels=20", "runs/0/stepsPerLevel=20",
            "runs/0/noiseStep=0.1", "runs/0/predictor=true", "runs/0/denoise=true", "runs/0/stepSizeMode=COMMON",
            "runs/0/stepSize=0.01", "runs/0/stepSizes=0.01, 0.01", "runs/0/warmup=0", "runs/0/metric=DIAGONAL",
            "runs/0/targetAcceptance=0.0", "runs/0/leapfrogSteps=10", "runs/0/maxDepth=10", "runs/0/friction=1.0",
            "runs/0/schedule=CONSTANT", "runs/0/batchSize=100", "particles=10000", "start=STANDARD_NORMAL",
            "startMean=0", "startDeviation=1", "startPoint=0", "keep=ALL", "keepStart=true", "burnIn=0", "thinning=10",
            "chosenSteps=1, 10", "seed=42");
    }

    @Test
    void keysAndDefaultsOfTheDiagnostics() throws Exception {
        assertThat(SavedSettings.defaults("diagnostics.SampleDiagnosticsParameters"))
            .filteredOn(leaf -> !leaf.startsWith("coordinates/")).containsExactly(
            "burnIn=0", "referenceDraws=20000", "seed=42");

        assertThat(SavedSettings.defaults("scoreapply.ScoreFunctionApplyParameters"))
            .filteredOn(leaf -> !leaf.startsWith("columns/")).containsExactly(
            "appendLogDensity=true", "appendScore=true");
    }

    @Test
    void keysAndDefaultsOfTheScoreLearner() throws Exception {
        assertThat(SavedSettings.defaults("scorelearner.ScoreLearnerParameters"))
            .filteredOn(leaf -> !leaf.startsWith("columns/")).containsExactly(
            "trainingSteps=5000", "method=DENOISING", "seed=42", "hiddenLayers=128, 128", "largestNoise=5.0",
            "smallestNoise=0.02", "batchSize=1024", "learningRate=0.005", "averaging=0.999", "validationPart=0.05",
            "lossEvery=100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scorefunction.ScoreFunctionParameters", "langevin.LangevinSamplerParameters",
        "diagnostics.SampleDiagnosticsParameters", "scoreapply.ScoreFunctionApplyParameters",
        "scorelearner.ScoreLearnerParameters"})
    void whatIsSavedComesBack(final String name) throws Exception {
        SavedSettings.assertDefaultsComeBack(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scorefunction.ScoreFunctionParameters", "langevin.LangevinSamplerParameters",
        "scorelearner.ScoreLearnerParameters"})
    void everyOptionIsExplained(final String name) throws Exception {
        final var options = new ArrayList<>(OptionInfo.of(SavedSettings.type(name)));
        assertThat(options).hasSizeGreaterThan(10);

        for (final var option : options) {
            assertThat(option.title().split(" ")).as(option.path()).hasSizeLessThanOrEqualTo(4);
            assertThat(option.title()).as(option.path()).matches("[A-Z][a-zA-Z -]*");
            assertThat(option.description()).as(option.path()).hasSizeGreaterThan(60).endsWith(".");
            assertThat(option.description()).as(option.path()).containsIgnoringCase("default");
        }
    }

    @ParameterizedTest
    @CsvSource({"gan.trainer.GanTrainerParameters, batchSize, 65536",
        "gan.trainer.GanTrainerParameters, discriminatorSteps, 100",
        "gan.trainer.GanTrainerParameters, sampleCount, 10000", "langevin.RunParameters, maxDepth, 20",
        "langevin.RunParameters, noiseLevels, 10000", "scorelearner.ScoreLearnerParameters, batchSize, 65536"})
    void theDialogKnowsTheLargestValue(final String name, final String path, final String most) throws Exception {
        final var option =
            OptionInfo.of(SavedSettings.type(name)).stream().filter(o -> o.path().equals(path)).findFirst();

        assertThat(option.orElseThrow().limits()).hasSize(2).last().asString().contains(most);
    }
}
