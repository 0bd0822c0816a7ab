// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.scorewalk.tests.Templates.GENERATOR;
import static org.scorewalk.tests.Templates.GRID;
import static org.scorewalk.tests.Templates.IDX;
import static org.scorewalk.tests.Templates.PLOT;
import static org.scorewalk.tests.Templates.SAMPLER;
import static org.scorewalk.tests.Templates.SCORE;
import static org.scorewalk.tests.Templates.TRAINER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.scorewalk.tests.BadInput.Sabotage;

/** The bad inputs: tables, options, flow variables and connections. Files are in {@link BadFiles}. */
final class BadInputs {

    private static final int FAILED = 1;

    private static final int USAGE = 2;

    private static final int NOT_LOADABLE = 4;

    private static final String NUMBERS =
        "'data': 'NUMBERS', 'columns': {'manualFilter': {'manuallySelected': ['a', 'b']}}";

    private static final String IMAGES = "'data': 'IMAGES'";

    private final List<BadInput> m_all = new ArrayList<>();

    static List<BadInput> all() {
        final var inputs = new BadInputs();
        inputs.goodOnes();
        inputs.tablesOfScoreFunction();
        inputs.tablesOfSampler();
        inputs.tablesOfPlot();
        inputs.tablesOfTrainer();
        inputs.tablesOfGenerator();
        inputs.tablesOfGrid();
        inputs.typedTexts();
        inputs.options();
        inputs.swappedPorts();
        return inputs.m_all;
    }

    private void table(final String node, final String kind, final String columns, final String rows,
        final String settings,
        final int code, final String... says) {
        add(node, kind, columns + " = " + rows + (settings.isEmpty() ? "" : " with " + settings),
            Templates.withTable(node, Templates.testTable(1, columns, rows, ""), settings), code, says);
    }

    private void add(final String node, final String kind, final String what, final String description, final int code,
        final String... says) {
        m_all.add(new BadInput(node, kind, what, description, Sabotage.NONE, List.of(), code, List.of(says)));
    }

    /** Without these, a template that is wrong itself would look like a refusal. */
    private void goodOnes() {
        for (final String node : List.of(SCORE, SAMPLER, PLOT, GENERATOR, GRID)) {
            table(node, "nothing", Templates.TABLES.get(node)[0], Templates.TABLES.get(node)[1], "", 0);
        }
        table(TRAINER, "nothing", Templates.TABLES.get(TRAINER)[0], Templates.TABLES.get(TRAINER)[1], NUMBERS, 0);
        table(TRAINER, "nothing", Templates.TABLES.get(TRAINER)[0], Templates.TABLES.get(TRAINER)[1], IMAGES, 0);
        add(SCORE, "nothing", "typed", Templates.plain(SCORE, ""), 0);
        add(SAMPLER, "nothing", "typed", Templates.plain(SAMPLER, ""), 0);
        add(GENERATOR, "nothing", "typed", Templates.plain(GENERATOR, ""), 0);
    }

    private void changedSpec(final String node, final String before, final String after, final String rows,
        final String settings, final String... says) {
        add(node, "table changed", before + " becomes " + after,
            Templates.withTable(node, Templates.testTable(1, before, rows, after), settings), FAILED, says);
    }

    private void tablesOfScoreFunction() {
        final String columns = "mean:double, a:double, b:double";
        table(SCORE, "missing column", columns, "0, 1, 0.5; 0, 0.5, 1", "'meanColumn': 'nowhere'", FAILED, "'nowhere'",
            "Table", "Choose");
        table(SCORE, "missing column", columns, "0, 1, 0.5; 0, 0.5, 1",
            "'covarianceColumns': {'manualFilter': {'manuallySelected': ['a', 'nowhere']}}", FAILED, "'nowhere'",
            "Choose");
        table(SCORE, "missing column", "mean:double", "0; 0", "", FAILED, "covariance", "'mean'", "'Table'",
            "Choose");
        table(SCORE, "text for number", "name:text, other:text", "p, q", "", FAILED, "no column of numbers",
            "Table",
            "Give");
        table(SCORE, "text for number", "name:text, a:double", "p, 1", "'meanColumn': 'name'", FAILED, "'name'",
            "no numbers",
            "Choose");
        table(SCORE, "missing cell", columns, "0, 1, 0.5; 0, ?, 1", "", FAILED, "'a'", "'Row1'", "missing", "Remove");
        table(SCORE, "NaN cell", columns, "0, 1, 0.5; NaN, 0.5, 1", "", FAILED, "'mean'", "'Row1'", "NaN");
        table(SCORE, "infinite cell", columns, "0, 1, Infinity; 0, 0.5, 1", "", FAILED, "'b'", "'Row0'", "Infinity");
        table(SCORE, "wrong dimension", columns, "0, 1, 0.5; 0, 0.5, 1; 0, 0, 0", "", FAILED, "3", "2");
        table(SCORE, "singular covariance", columns, "0, 1, 1; 0, 1, 1", "", FAILED, "singular", "covariance");
        table(SCORE, "asymmetric covariance", columns, "0, 1, 0.5; 0, 0.2, 1", "", FAILED, "symmetric", "0.5", "0.2");
        table(SCORE, "indefinite covariance", columns, "0, 1, 2; 0, 2, 1", "", FAILED, "positive definite");
        table(SCORE, "empty table", columns, "", "", FAILED, "empty", "Table");
        table(SCORE, "one-row table", columns, "0, 1, 0.5", "", FAILED, "1", "2");
        table(SCORE, "one-row table", "mean:double, a:double", "0, 1", "", 0);
        table(SCORE, "huge and tiny values", "mean:double, a:double", "1e308, 1e300", "", 0);
        table(SCORE, "huge and tiny values", "mean:double, a:double", "0, 1e-320", "", FAILED, "~covariance");
        changedSpec(SCORE, "mean:double, a:double", "mean:double, c:double", "0, 1",
            "'covarianceColumns': {'manualFilter': {'manuallySelected': ['a']}}", "'a'", "Choose");
    }

    private void tablesOfSampler() {
        final String columns = "x:double, y:double";
        table(SAMPLER, "missing column", columns, "0, 0; 1, 1",
            "'startColumns': {'manualFilter': {'manuallySelected': ['x', 'nowhere']}}", FAILED, "'nowhere'",
            "Initial particles",
            "Choose");
        table(SAMPLER, "text for number", "x:text, y:double", "p, 0", "", FAILED, "2 coordinates",
            "'Initial particles'", "'y'");
        table(SAMPLER, "text for number", "x:text, y:double, z:double", "p, 0, 0",
            "'startColumns': {'manualFilter': {'manuallySelected': ['x', 'y', 'z']}}", FAILED, "'x'", "no numbers");
        table(SAMPLER, "missing cell", columns, "0, ?; 1, 1", "", FAILED, "'y'", "'Row0'", "missing");
        table(SAMPLER, "NaN cell", columns, "0, 1; 1, NaN", "", FAILED, "'y'", "'Row1'", "NaN");
        table(SAMPLER, "infinite cell", columns, "-Infinity, 1; 1, 1", "", FAILED, "'x'", "'Row0'", "-Infinity");
        table(SAMPLER, "wrong dimension", "x:double", "0; 1", "", FAILED, "1", "2");
        table(SAMPLER, "wrong dimension", "a:double, b:double, c:double", "0, 1, 2",
            "'startColumns': {'manualFilter': {'manuallySelected': ['a', 'b', 'c']}}", FAILED, "3", "2");
        table(SAMPLER, "empty table", columns, "", "", FAILED, "empty", "Initial particles");
        table(SAMPLER, "one-row table", columns, "0, 0", "", 0);
        table(SAMPLER, "huge and tiny values", columns, "1e30, 0", "", 0);
        table(SAMPLER, "huge and tiny values", columns, "1e-320, -1e-320", "", 0);
        changedSpec(SAMPLER, "x:double, y:double", "x:double, z:text", "0, p", "", "Initial particles");
    }

    private void tablesOfPlot() {
        final String columns = "run:int, step:int, particle:int, x:double, y:double";
        final String rows = "1, 0, 1, 0, 0; 1, 1, 1, 1, 1";
        table(PLOT, "missing column", columns, rows, "'xColumn': 'nowhere'", FAILED, "'nowhere'", "'Particles'",
            "Choose");
        table(PLOT, "missing column", columns, rows, "'stepColumn': 'nowhere'", FAILED, "'nowhere'", "Choose");
        table(PLOT, "missing column", "x:double", "0", "", FAILED, "two columns", "'Particles'", "Connect");
        table(PLOT, "text for number", "x:double, y:double, name:text", "0, 0, p", "'yColumn': 'name'", FAILED,
            "'name'",
            "no numbers", "Choose");
        table(PLOT, "text for number", columns, rows, "'runColumn': 'x'", FAILED, "'x'", "whole numbers",
            "'Run column'");
        table(PLOT, "missing cell", columns, "1, 0, 1, 0, 0; 1, 1, 1, ?, 1", "", FAILED, "'x'", "'Row1'", "missing");
        table(PLOT, "missing cell", columns, "1, 0, 1, 0, 0; 1, ?, 1, 1, 1", "", FAILED, "'step'", "'Row1'", "missing");
        table(PLOT, "NaN cell", columns, "1, 0, 1, NaN, 0; 1, 1, 1, 1, 1", "", FAILED, "'x'", "'Row0'", "NaN");
        table(PLOT, "infinite cell", columns, "1, 0, 1, 0, Infinity", "", FAILED, "'y'", "'Row0'", "Infinity");
        table(PLOT, "empty table", columns, "", "", FAILED, "particles", "no rows");
        table(PLOT, "one-row table", columns, "1, 0, 1, 0, 0", "", 0);
        table(PLOT, "one-row table", columns, "1, 0, 1, 0, 0", "'figure': 'TRAJECTORY'", 0);
        table(PLOT, "one-row table", columns, "1, 0, 1, 0, 0", "'figure': 'HISTOGRAM'", 0);
        table(PLOT, "huge and tiny values", columns, "1, 0, 1, 1e308, -1e308; 1, 1, 1, -1e308, 1e308", "", FAILED,
            "x axis", "too large");
        table(PLOT, "huge and tiny values", columns, "1, 0, 1, 1e30, 0; 1, 1, 1, 0, 0", "", 0);
        table(PLOT, "huge and tiny values", columns, "1, 0, 1, 1e-320, 0; 1, 1, 1, 0, 1e-320", "", FAILED, "x axis");
        table(PLOT, "chosen thing is not there", columns, rows, "'figure': 'TRAJECTORY', 'particle': 7", FAILED, "7",
            "'Particle'");
        table(PLOT, "chosen thing is not there", columns, rows, "'steps': 'LIST', 'stepList': '77'", FAILED, "step");
        changedSpec(PLOT, "x:double, y:double", "x:double, z:text", "0, p", "'xColumn': 'x', 'yColumn': 'y'", "'y'",
            "Choose");
    }

    private void tablesOfTrainer() {
        final String columns = "a:double, b:double";
        final String rows = "0, 1; 1, 2; 2, 0";
        table(TRAINER, "missing column", columns, rows,
            "'data': 'NUMBERS', 'columns': {'manualFilter': {'manuallySelected': ['a', 'nowhere']}}", FAILED,
            "'nowhere'",
            "'Training data'", "Choose");
        table(TRAINER, "missing column", columns, rows, "'data': 'IMAGES'", FAILED, "no column of PNG images",
            "'Training data'",
            "Connect");
        table(TRAINER, "missing column", "image:png", "8x8; 8x8", "'data': 'IMAGES', 'imageColumn': 'nowhere'", FAILED,
            "'nowhere'", "Choose");
        table(TRAINER, "text for number", "a:text, b:double", "p, 1; q, 2", NUMBERS, FAILED, "'a'");
        table(TRAINER, "text for number", "a:text, image:png", "p, 8x8; q, 8x8", "'data': 'IMAGES', 'imageColumn': 'a'",
            FAILED,
            "'a'", "no PNG images", "Choose");
        table(TRAINER, "missing cell", columns, "0, 1; ?, 2; 2, 0", NUMBERS, FAILED, "'a'", "'Row1'", "missing");
        table(TRAINER, "missing cell", "image:png", "8x8; 8x8; ?", IMAGES, FAILED, "'image'", "'Row2'", "missing",
            "Remove");
        table(TRAINER, "NaN cell", columns, "0, 1; 1, NaN; 2, 0", NUMBERS, FAILED, "'b'", "'Row1'", "NaN");
        table(TRAINER, "infinite cell", columns, "0, 1; 1, -Infinity; 2, 0", NUMBERS, FAILED, "'b'", "'Row1'",
            "-Infinity");
        table(TRAINER, "wrong dimension", "image:png", "8x8; 8x6", IMAGES, FAILED, "'image'", "'Row0'", "'Row1'",
            "8 x 6");
        table(TRAINER, "wrong dimension", "image:png", "8x8; 8x8c", IMAGES, FAILED, "'Row1'", "coloured");
        table(TRAINER, "empty table", columns, "", NUMBERS, FAILED, "row");
        table(TRAINER, "empty table", "image:png", "", IMAGES, FAILED, "empty", "'Training data'");
        table(TRAINER, "one-row table", columns, "0, 1", NUMBERS, FAILED, "2");
        table(TRAINER, "one-row table", "image:png", "8x8", IMAGES, FAILED, "2");
        table(TRAINER, "huge and tiny values", columns, "-1e308, 1; 1e308, 2", NUMBERS, 0);
        changedSpec(TRAINER, columns, "a:double, c:double", rows, NUMBERS, "'b'", "'Training data'", "Choose");
    }

    private void tablesOfGenerator() {
        final String columns = "n1:double, n2:double";
        table(GENERATOR, "missing column", columns, "0, 0; 1, 1",
            "'noiseColumns': {'manualFilter': {'manuallySelected': ['n1', 'nowhere']}}", FAILED, "'nowhere'", "'Noise'",
            "Choose");
        table(GENERATOR, "text for number", "n1:text, n2:double", "p, 0", "", FAILED, "2");
        table(GENERATOR, "missing cell", columns, "0, ?; 1, 1", "", FAILED, "'n2'", "'Row0'", "missing");
        table(GENERATOR, "NaN cell", columns, "0, 0; NaN, 1", "", FAILED, "'n1'", "'Row1'", "NaN");
        table(GENERATOR, "infinite cell", columns, "0, Infinity; 1, 1", "", FAILED, "'n2'", "'Row0'", "Infinity");
        table(GENERATOR, "wrong dimension", "n1:double", "0; 1", "", FAILED, "1", "2");
        table(GENERATOR, "wrong dimension", "n1:double, n2:double, n3:double", "0, 0, 0", "", FAILED, "3", "2");
        table(GENERATOR, "empty table", columns, "", "", FAILED, "'Noise'", "empty");
        table(GENERATOR, "one-row table", columns, "0, 0", "", 0);
        table(GENERATOR, "huge and tiny values", columns, "0, 0; 1e308, 0", "", FAILED, "Row 2", "'Noise'", "1.0E308");
        changedSpec(GENERATOR, columns, "n1:double, z:text", "0, p", "", "2");
    }

    private void tablesOfGrid() {
        table(GRID, "missing column", "image:png", "8x8", "'imageColumn': 'nowhere'", FAILED, "'nowhere'", "Choose");
        table(GRID, "missing column", "image:png", "8x8", "'captionColumn': 'nowhere'", FAILED, "'nowhere'", "Choose");
        table(GRID, "missing column", "a:double", "1", "", FAILED, "image", "'Images'");
        table(GRID, "text for number", "image:png, name:text", "8x8, p", "'imageColumn': 'name'", FAILED, "'name'",
            "Choose");
        table(GRID, "missing cell", "image:png", "8x8; ?", "", 0);
        table(GRID, "wrong dimension", "image:png", "8x8; 8x6", "", 0);
        table(GRID, "empty table", "image:png", "", "", FAILED, "'Images'");
        table(GRID, "one-row table", "image:png", "8x8", "", 0);
        changedSpec(GRID, "image:png", "name:text", "p", "'imageColumn': 'image'", "'image'", "Choose");
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
        typed(SAMPLER, "wrong dimension", "'start': 'POINT', 'startPoint': '1 2 3'", "'Start point'", "3", "2");
        typed(SAMPLER, "wrong dimension", "'start': 'NORMAL', 'startDeviation': '1 2 3'", "'Start deviation'", "3",
            "2");
        typed(SAMPLER, "wrong dimension",
            "'runs': [{'stepSizeMode': 'PER_COORDINATE', 'stepSizes': '0.1, 0.1, 0.1'}]", "3", "2");
    }

    private void typed(final String node, final String kind, final String settings, final String... says) {
        add(node, kind, settings, Templates.plain(node, settings), FAILED, says);
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
        for (final String option : List.of("particles=0 number of particles", "particles=-5 number of particles",
            "runs/0/steps=0 number of steps", "runs/0/steps=-1 number of steps", "runs/0/stepSize=0 step size",
            "runs/0/stepSize=-0.01 step size", "runs/0/stepSize=NaN step size", "runs/0/stepSize=Infinity step size",
            "burnIn=-1 burn-in")) {
            option(SAMPLER, option, "");
        }
        option(SAMPLER, "runs/0/stepSizes=0.1,-1 step size", "'runs': [{'stepSizeMode': 'PER_COORDINATE'}]");
        option(SAMPLER, "runs/0/stepSizes=0.1,x step size", "'runs': [{'stepSizeMode': 'PER_COORDINATE'}]");
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
            new String[]{"particles", "keep"}, PLOT, new String[]{"binsX", "figure"}, IDX, new String[]{"limit",
            "selection"},
            TRAINER, new String[]{"epochs", "loss"}, GENERATOR, new String[]{"count", "interpolation"}, GRID,
            new String[]{"rows", ""});
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
            final boolean text = !number || List.of("generatorLayers", "discriminatorLayers", "classes", "chosenSteps",
                "startDeviation", "startMean").contains(key);
            variable(node, "variable out of range", key, text ? "'" + value + "'" : value, description, said);
        }
    }

    private void set(final String node, final String kind, final String assignment, final String description,
        final String... says) {
        m_all.add(new BadInput(node, kind, assignment, description, Sabotage.NONE, List.of("--set", "#2." + assignment),
            USAGE,
            List.of(says)));
    }

    private void variable(final String node, final String kind, final String key, final String value,
        final String description,
        final String... says) {
        final String withVariable = "{'variables': {'bad': " + value + "}, " + description.substring(1);
        final StringBuilder open = new StringBuilder();
        final StringBuilder close = new StringBuilder();
        for (final String part : key.split("/")) {
            open.append("<config key=\"").append(part).append("\">");
            close.append("</config>");
        }
        final String tree = "<config key=\"variables\"><entry key=\"version\" type=\"xstring\" value=\"V_2019_09_13\"/>"
            + "<config key=\"tree\">" + open + "<entry key=\"used_variable\" type=\"xstring\" value=\"bad\"/>"
            + "<entry key=\"exposed_variable\" type=\"xstring\" isnull=\"true\" value=\"\"/>" + close
            + "</config></config>";
        m_all.add(new BadInput(node, kind, key + " = " + value, withVariable, workflow -> {
            Host.replace(BadFiles.settings(workflow, node), "<config key=\"flow_stack\"/>",
                "<config key=\"flow_stack\"/>" + tree);
            return workflow;
        }, List.of(), NOT_LOADABLE, List.of(says)));
    }

    private void swappedPorts() {
        swap(SAMPLER, Templates.withTable(SAMPLER, Templates.testTable(1, "x:double, y:double", "0, 0", ""), ""));
        swap(GENERATOR, Templates.withTable(GENERATOR, Templates.testTable(1, "n1:double, n2:double", "0, 0", ""), ""));
        swap(PLOT, """
            {'nodes': [{'id': 1, 'node': 'Langevin Sampler'}, {'id': 2, 'node': 'Particle Plot',
            'ports': ['Score function']},
             {'id': 4, 'node': 'Score Function'}], 'connections': ['4 -> 1', '1 -> 2', '4 -> 2:Score function']}""");
        swap(TRAINER, """
            {'nodes': [{'id': 1, 'node': 'Test Table'}, {'id': 5, 'node': 'GAN Trainer',
            'settings': {'data': 'NUMBERS'}},
             {'id': 2, 'node': 'GAN Trainer', 'ports': ['Earlier GAN'], 'settings': {'data': 'NUMBERS'}}],
             'connections': ['1 -> 5', '1 -> 2', '5 -> 2:Earlier GAN']}""");
        for (final String node : List.of(SCORE, GRID)) {
            final String ports = node.equals(SCORE) ? ", 'ports': ['Table']" : "";
            m_all.add(new BadInput(node, "swapped ports", "a score function for a table", """
                {'nodes': [{'id': 1, 'node': 'Test Table', 'settings': {'columns': 'image:png', 'rows': '8x8'}},
                 {'id': 2, 'node': '%s'%s}, {'id': 4, 'node': 'Score Function'}, {'id': 5, 'node': 'Langevin Sampler'}],
                 'connections': ['1 -> 2', '4 -> 5']}""".formatted(node, ports), workflow -> {
                Host.replace(workflow.resolve("workflow.knime"), BadFiles.connection(1, 2, 1, 1),
                    BadFiles.connection(4, 2, 1, 1));
                return workflow;
            }, List.of(), NOT_LOADABLE, List.of(node, "Score function", "Table", "draw the connection again")));
        }
    }

    private void swap(final String node, final String description) {
        m_all.add(new BadInput(node, "swapped ports", "first and second input", description, workflow -> {
            final var file = workflow.resolve("workflow.knime");
            int swapped = 0;
            for (int source = 1; source <= 5; source++) {
                for (int port = 1; port <= 2; port++) {
                    final String old = BadFiles.connection(source, 2, 1, port);
                    if (java.nio.file.Files.readString(file).contains(old)) {
                        Host.replace(file, old, BadFiles.connection(source, 2, 1, port + 10));
                        swapped++;
                    }
                }
            }
            if (swapped != 2) {
                throw new AssertionError(swapped + " connections lead into the node");
            }
            Host.replace(file, "key=\"destPort\" type=\"xint\" value=\"11\"",
                "key=\"destPort\" type=\"xint\" value=\"2\"");
            Host.replace(file, "key=\"destPort\" type=\"xint\" value=\"12\"",
                "key=\"destPort\" type=\"xint\" value=\"1\"");
            return workflow;
        }, List.of(), NOT_LOADABLE, List.of(node, "Table", "draw the connection again")));
    }
}
