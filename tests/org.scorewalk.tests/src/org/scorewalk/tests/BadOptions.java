// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.scorewalk.tests.Templates.APPLY;
import static org.scorewalk.tests.Templates.DIAGNOSTICS;
import static org.scorewalk.tests.Templates.GENERATOR;
import static org.scorewalk.tests.Templates.GRID;
import static org.scorewalk.tests.Templates.IDX;
import static org.scorewalk.tests.Templates.PLOT;
import static org.scorewalk.tests.Templates.SAMPLER;
import static org.scorewalk.tests.Templates.SCORE;
import static org.scorewalk.tests.Templates.LEARNER;
import static org.scorewalk.tests.Templates.TRAINER;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Options with values that do not fit: typed, with --set, and by flow variables. */
final class BadOptions extends BadInputList {

    BadOptions() {
        typedTexts();
        options();
    }

    /** Texts that are only understood together with other inputs, so that the node refuses them itself. */
    private void typedTexts() {
        typed(SCORE, "singular covariance", "'density': 'GAUSSIAN', 'covariance': '1 1; 1 1'", "singular",
            "covariance");
        typed(SCORE, "asymmetric covariance", "'density': 'GAUSSIAN', 'covariance': '1 0.5; 0.2 1'", "symmetric");
        typed(SCORE, "indefinite covariance", "'density': 'GAUSSIAN', 'covariance': '1 2; 2 1'", "positive definite");
        typed(SCORE, "wrong dimension", "'density': 'GAUSSIAN', 'mean': '1 2 3'", "3", "2");
        typed(SCORE, "wrong dimension", "'density': 'GAUSSIAN', 'covariance': '1 0; 0'", "covariance", "2 rows",
            "square");
        typed(SCORE, "text for number", "'density': 'GAUSSIAN', 'mean': '1, one'", "'Mean'", "'one'");
        typed(SCORE, "NaN cell", "'density': 'GAUSSIAN', 'mean': '1, NaN'", "'Mean'", "NaN");
        typed(SCORE, "infinite cell", "'density': 'GAUSSIAN', 'covariance': '1, Infinity; Infinity, 1'",
            "'Covariance'");
        typed(SCORE, "empty table", "'density': 'GAUSSIAN', 'mean': ''", "'Mean'");
        typedMixtures();
        typed(SAMPLER, "wrong dimension", "'start': 'POINT', 'startPoint': '1 2 3'", "'Start point'", "3", "2");
        typed(SAMPLER, "wrong dimension", "'start': 'NORMAL', 'startDeviation': '1 2 3'", "'Start deviation'", "3",
            "2");
        typed(SAMPLER, "wrong density", "'runs': [{'algorithm': 'SGLD'}]", "data term", "run 1");
        typed(SAMPLER, "wrong dimension",
            "'runs': [{'stepSizeMode': 'PER_COORDINATE', 'stepSizes': '0.1, 0.1, 0.1'}]", "3", "2");
    }

    private void typedMixtures() {
        typed(SCORE, "wrong dimension", "'density': 'GAUSSIAN_MIXTURE', 'gaussianMixture': {'weights': '1 2'}",
            "'Weights'", "2 numbers", "3 rows");
        typed(SCORE, "wrong dimension", "'density': 'GAUSSIAN_MIXTURE', 'gaussianMixture': {'means': '1 2; 3'}",
            "mean of component 2", "1 entry", "Give");
        typed(SCORE, "wrong dimension", "'density': 'GAUSSIAN_MIXTURE', 'gaussianMixture': {'deviations': '1 2 3'}",
            "'Standard deviations'", "3 numbers", "Give");
        typed(SCORE, "wrong dimension", "'density': 'GAUSSIAN_MIXTURE', 'gaussianMixture': {'weights': '1 -1 1'}",
            "weight of component 2", "positive");
        typed(SCORE, "text for number", "'density': 'GAUSSIAN_MIXTURE', 'gaussianMixture': {'means': '1 one'}",
            "'Means'", "'one'");
        typed(SCORE, "singular covariance",
            "'density': 'GAUSSIAN_MIXTURE', 'gaussianMixture': {'spread': 'COVARIANCES', 'covariances': '1 1; 1 1'}",
            "Component 1", "singular");
        typed(SCORE, "singular covariance", "'density': 'GAUSSIAN_MIXTURE', 'gaussianMixture': {'deviations': '0'}",
            "standard deviations of component 1", "positive");
    }

    private void kindsOfDensity() {
        option(SCORE, "ringMixture/rings/0/width=0 ring 1",
            "'density': 'RING_MIXTURE', 'ringMixture': {'rings': [{}]}");
        option(SCORE, "twoMoons/radius=0 'Radius of the moons'", "'density': 'TWO_MOONS'");
        option(SCORE, "twoMoons/noise=-0.1 'Noise of the moons'", "'density': 'TWO_MOONS'");
        option(SCORE, "banana/deviation=0 'Deviation of x'", "'density': 'BANANA'");
        option(SCORE, "banana/width=NaN 'Width of the banana'", "'density': 'BANANA'");
        option(SCORE, "dimension=1 'Dimension'", "'density': 'FUNNEL'");
        option(SCORE, "funnel/deviation=100 'Deviation of v'", "'density': 'FUNNEL'");
        option(SCORE, "doubleWell/barrier=-1 'Barrier height'", "'density': 'DOUBLE_WELL'");
        option(SCORE, "doubleWell/place=0 'Place of the wells'", "'density': 'DOUBLE_WELL'");
        option(SCORE, "studentT/freedom=0 'Degrees of freedom'", "'density': 'STUDENT_T'");
        option(SCORE, "studentT/scales=-1 'Scales'", "'density': 'STUDENT_T'");
        option(SCORE, "studentT/matrix=1,2;2,1 scale matrix",
            "'density': 'STUDENT_T', 'studentT': {'spread': 'MATRIX'}");
        option(SCORE, "temperature=0 temperature", "");
        option(SCORE, "temperature=-2 temperature", "");
    }

    /** Values that do not fit: as --set (exit code 2), as flow variable and in settings.xml (exit code 4). */
    private void options() {
        for (final String option : List.of("radiusX=0 'Radius x'", "radiusX=-1 'Radius x'", "radiusY=NaN 'Radius y'",
            "centreX=Infinity 'Centre x'", "width=0 'Width'", "width=-0.1 'Width'")) {
            option(SCORE, option, "");
        }
        option(SCORE, "dimension=0 'Dimension'", "'density': 'STANDARD_NORMAL'");
        option(SCORE, "dimension=100000 'Dimension'", "'density': 'STANDARD_NORMAL'");
        option(SCORE, "coordinateNames=x,x 'Coordinate names'", "");
        kindsOfDensity();
        for (final String option : List.of("particles=0 number of particles", "particles=-5 number of particles",
            "runs/0/steps=0 number of steps", "runs/0/steps=-1 number of steps", "runs/0/stepSize=0 step size",
            "runs/0/stepSize=-0.01 step size", "runs/0/stepSize=NaN step size", "runs/0/stepSize=Infinity step size",
            "burnIn=-1 burn-in")) {
            option(SAMPLER, option, "");
        }
        option(SAMPLER, "runs/0/stepSizes=0.1,-1 step size", "'runs': [{'stepSizeMode': 'PER_COORDINATE'}]");
        option(SAMPLER, "runs/0/stepSizes=0.1,x step size", "'runs': [{'stepSizeMode': 'PER_COORDINATE'}]");
        for (final String target : List.of("1", "-0.1", "NaN")) {
            option(SAMPLER, "runs/0/targetAcceptance=" + target + " target acceptance",
                "'runs': [{'algorithm': 'NUTS'}]");
        }
        option(SAMPLER, "runs/0/warmup=10 warm-up", "'runs': [{'algorithm': 'MALA'}]");
        option(SAMPLER, "runs/0/maxDepth=21 tree depth", "'runs': [{'algorithm': 'NUTS'}]");
        option(SAMPLER, "runs/0/batchSize=0 batch size", "'runs': [{'algorithm': 'SGLD'}]");
        option(SAMPLER, "thinning=0 thinning", "'keep': 'EVERY'");
        option(SAMPLER, "chosenSteps=1,a 'Chosen steps'", "'keep': 'CHOSEN'");
        option(SAMPLER, "chosenSteps=-1 step", "'keep': 'CHOSEN'");
        option(SAMPLER, "startDeviation=-1 deviation", "'start': 'NORMAL'");
        option(SAMPLER, "startMean=a 'Start mean'", "'start': 'NORMAL'");
        for (final String option : List.of("panelWidth=1 'Panel width'", "panelHeight=100000 'Panel height'",
            "resolution=0 'Resolution factor'", "resolution=99 'Resolution factor'",
            "framesPerSecond=0 'Frames per second'",
            "framesPerSecond=NaN 'Frames per second'", "pointOpacity=0 opacity", "pointOpacity=2 opacity",
            "pointSize=-1 'Point size'", "pointColor=reddish 'Point colour'", "outlineColor=#12 'Outline colour'",
            "maxFrames=0 frames",
            "binsX=0 'Bins of the x axis'", "binsY=100000 'Bins of the y axis'", "memory=-1 'Memory for points (MB)'",
            "columns=-1 'Panels per row'")) {
            option(PLOT, option, "");
        }
        option(PLOT, "stepList=1,x 'Steps'", "'steps': 'LIST'");
        option(PLOT, "xMin=5 x", "'limits': 'FIXED'");
        option(PLOT, "yMax=NaN y", "'limits': 'FIXED'");
        for (final String option : List.of("burnIn=-1 burn-in", "referenceDraws=0 reference draws",
            "referenceDraws=1 reference draws")) {
            option(DIAGNOSTICS, option, "");
        }
        option(APPLY, "appendScore=false Nothing is appended", "'appendLogDensity': false");
        for (final String option : List.of("hiddenLayers=0 'Hidden layers'", "hiddenLayers=x 'Hidden layers'",
            "hiddenLayers=99999 'Hidden layers'", "trainingSteps=0 'Training steps'", "batchSize=0 'Batch size'",
            "batchSize=100000 'Batch size'", "learningRate=0 'Learning rate'", "learningRate=NaN 'Learning rate'",
            "largestNoise=0.001 'Largest noise'", "smallestNoise=0 'Smallest noise'", "averaging=1 'Averaging'",
            "validationPart=1 'Validation part'", "lossEvery=0 'Losses every'")) {
            option(LEARNER, option, "");
        }
        for (final String option : List.of("noiseLevels=1 noise levels", "stepsPerLevel=0 steps per noise level",
            "noiseStep=0 step size", "noiseStep=2 'Step relative to noise'", "noiseStep=NaN step size")) {
            option(SAMPLER, "runs/0/" + option, "'runs': [{'algorithm': 'ANNEALED'}]");
        }
        add(SAMPLER, "density cannot do it", "annealed without scores with noise",
            Templates.plain(SAMPLER, "'runs': [{'algorithm': 'ANNEALED'}]"), FAILED, "'Ring'", "Score Learner",
            "Choose");
        set(IDX, "chosen thing is not there", "classes=1", Templates.plain(IDX, ""), "'Classes'", "'Label file'");
        option(IDX, "limit=-1 'Number of images'", "");
        option(IDX, "classes=300 'Classes'", "'labels': 'labels'");
        option(IDX, "classes=a 'Classes'", "'labels': 'labels'");
        for (final String option : List.of("noiseDimension=0 'Noise dimension'",
            "noiseDimension=1000000 'Noise dimension'",
            "generatorLayers=0 hidden layers", "generatorLayers=x hidden layers",
            "discriminatorLayers=-3 hidden layers",
            "leakySlope=1 'Slope of the leaky ReLU'", "leakySlope=NaN 'Slope of the leaky ReLU'", "epochs=0 'Epochs'",
            "batchSize=0 'Batch size'", "learningRate=0 'Learning rate'", "learningRate=NaN 'Learning rate'",
            "beta1=1 'Beta 1'", "beta2=-0.1 'Beta 2'", "gradientPenalty=-1 penalty", "labelSmoothing=2 smoothing",
            "discriminatorSteps=0 steps", "maxMinutes=-1 minutes", "patience=-1 'Patience'", "sampleEvery=-1 sample",
            "sampleCount=-1 sample", "lossEvery=-1 loss")) {
            option(TRAINER, option, "'data': 'NUMBERS', 'columns': {'manualFilter': {'manuallySelected': ['a', 'b']}}");
        }
        option(GENERATOR, "count=0 number of rows", "");
        option(GENERATOR, "count=-7 number of rows", "");
        option(GENERATOR, "steps=-1 'Steps", "");
        for (final String option : List.of("rows=-1 'Rows'", "columns=0 'Columns'", "columns=-2 'Columns'",
            "scale=0 'Scale'",
            "scale=NaN 'Scale'", "gap=-1 'Gap'")) {
            option(GRID, option, "");
        }
        wrongTypes();
    }

    /** For each node a number that is none, a choice that is none and an option that is none. */
    private void wrongTypes() {
        final Map<String, String[]> options = Map.of(SCORE, new String[]{"radiusX", "density"}, SAMPLER,
            new String[]{"particles", "keep"}, PLOT, new String[]{"binsX", "figure"}, IDX,
            new String[]{"limit", "selection"}, LEARNER, new String[]{"trainingSteps", "method"}, TRAINER,
            new String[]{"epochs", "loss"}, GENERATOR,
            new String[]{"count", "interpolation"}, GRID, new String[]{"rows", ""}, DIAGNOSTICS,
            new String[]{"burnIn", ""}, APPLY, new String[]{"appendScore", ""});
        options.forEach((node, names) -> {
            final String description = Templates.plain(node, "");
            set(node, "option of wrong type", names[0] + "=many", description, names[0], "many");
            set(node, "option of wrong type", names[0] + "=1e99", description, names[0], "1e99");
            set(node, "unknown option", "nowhere=1", description, "nowhere");
            if (!names[1].isEmpty()) {
                set(node, "unknown choice", names[1] + "=NOWHERE", description, names[1], "NOWHERE");
                variable(node, "unknown choice", names[1], "'NOWHERE'", description, "NOWHERE");
            }
            variable(node, "variable of wrong type", names[0], "'many'", description, "variable");
            missingVariable(node, names[0], description);
        });
        m_all.removeIf(b -> b.what().equals("radiusX=1e99") && b.code() == USAGE); // that is a radius
    }

    private void option(final String node, final String optionAndSaid, final String settings) {
        final String[] parts = optionAndSaid.split(" ", 2);
        final String said = "~" + parts[1].replace("'", "").toLowerCase(Locale.ROOT);
        final String key = parts[0].substring(0, parts[0].indexOf('='));
        final String value = parts[0].substring(parts[0].indexOf('=') + 1);
        final String description = Templates.plain(node, settings);
        set(node, "option out of range", parts[0], description, said);
        // JSON has no NaN; a text that is a list stays one
        final boolean number = value.matches("-?[0-9.]+");
        if (number || !value.matches("NaN|Infinity")) {
            final boolean text = !number || List.of("hiddenLayers", "generatorLayers", "discriminatorLayers", "classes",
                "chosenSteps", "startDeviation", "startMean", "studentT/scales").contains(key);
            variable(node, "variable out of range", key, text ? "'" + value + "'" : value, description, said);
        }
    }
}
