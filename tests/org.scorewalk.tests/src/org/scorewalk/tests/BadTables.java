// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.scorewalk.tests.Templates.APPLY;
import static org.scorewalk.tests.Templates.DIAGNOSTICS;
import static org.scorewalk.tests.Templates.GENERATOR;
import static org.scorewalk.tests.Templates.GRID;
import static org.scorewalk.tests.Templates.PLOT;
import static org.scorewalk.tests.Templates.SAMPLER;
import static org.scorewalk.tests.Templates.SCORE;
import static org.scorewalk.tests.Templates.LEARNER;
import static org.scorewalk.tests.Templates.TRAINER;

import java.util.List;

/** Bad tables, and settings that do not fit the table. */
final class BadTables extends BadInputList {

    private static final String NUMBERS =
        "'data': 'NUMBERS', 'columns': {'manualFilter': {'manuallySelected': ['a', 'b']}}";

    private static final String IMAGES = "'data': 'IMAGES'";

    BadTables() {
        goodOnes();
        tablesOfScoreFunction();
        tablesOfSampler();
        tablesOfPlot();
        tablesOfDiagnostics();
        tablesOfApply();
        tablesOfLearner();
        tablesOfTrainer();
        tablesOfGenerator();
        tablesOfGrid();
    }

    /** Without these, a template that is wrong itself would look like a refusal. */
    private void goodOnes() {
        for (final String node : List.of(SCORE, SAMPLER, PLOT, DIAGNOSTICS, APPLY, LEARNER, GENERATOR, GRID)) {
            table(node, "nothing", Templates.TABLES.get(node)[0], Templates.TABLES.get(node)[1], "", 0);
        }
        table(TRAINER, "nothing", Templates.TABLES.get(TRAINER)[0], Templates.TABLES.get(TRAINER)[1], NUMBERS, 0);
        table(TRAINER, "nothing", Templates.TABLES.get(TRAINER)[0], Templates.TABLES.get(TRAINER)[1], IMAGES, 0);
        add(SCORE, "nothing", "typed", Templates.plain(SCORE, ""), 0);
        add(SAMPLER, "nothing", "typed", Templates.plain(SAMPLER, ""), 0);
        add(GENERATOR, "nothing", "typed", Templates.plain(GENERATOR, ""), 0);
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
        mixtures();
        changedSpec(SCORE, "mean:double, a:double", "mean:double, c:double", "0, 1",
            "'covarianceColumns': {'manualFilter': {'manuallySelected': ['a']}}", "'a'", "Choose");
    }

    private void mixtures() {
        final String mixture = "'density': 'GAUSSIAN_MIXTURE'";
        final String columns = "w:double, a:double, b:double, sa:double, sb:double";
        table(SCORE, "one-row table", columns, "1, 0, 0, 1, 1", mixture, 0);
        table(SCORE, "empty table", columns, "", mixture, FAILED, "empty", "Table", "Give");
        table(SCORE, "missing column", "w:double, a:double", "1, 0", mixture, FAILED, "'w'", "Choose",
            "'Mean columns'");
        table(SCORE, "missing column", columns, "1, 0, 0, 1, 1",
            mixture + ", 'gaussianMixture': {'weightColumn': 'nowhere'}", FAILED, "'nowhere'", "Choose");
        table(SCORE, "missing cell", columns, "1, 0, 0, 1, 1; 1, ?, 0, 1, 1", mixture, FAILED, "'a'", "'Row1'",
            "missing");
        table(SCORE, "NaN cell", columns, "NaN, 0, 0, 1, 1", mixture, FAILED, "'w'", "'Row0'", "NaN");
        table(SCORE, "huge and tiny values", columns, "1, 0, 0, 1, 1e-320", mixture, FAILED, "standard deviations",
            "positive");
        table(SCORE, "huge and tiny values", columns, "1, 1e90, 0, 1e90, 1", mixture, 0);
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

    private void tablesOfDiagnostics() {
        final String columns = "run:int, step:int, particle:int, x:double, y:double";
        final String rows = "1, 1, 1, 0, 0; 1, 2, 1, 1, 2; 1, 3, 1, 3, 1; 1, 4, 1, 2, 4";
        table(DIAGNOSTICS, "missing column", columns, rows,
            "'coordinates': {'manualFilter': {'manuallySelected': ['x', 'nowhere']}}", FAILED, "'nowhere'",
            "'Particles'", "Choose");
        table(DIAGNOSTICS, "missing column", "run:int, step:int, particle:int", "1, 1, 1", "", FAILED, "'Particles'",
            "'Coordinates'", "Choose");
        table(DIAGNOSTICS, "text for number", "x:text, y:double", "p, 1; q, 2; r, 3; s, 4",
            "'coordinates': {'manualFilter': {'manuallySelected': ['x', 'y']}}", FAILED, "'x'", "'Particles'");
        table(DIAGNOSTICS, "text for number", "run:text, x:double", "p, 1; q, 2; r, 3; s, 4", "", FAILED, "'run'",
            "'Particles'");
        table(DIAGNOSTICS, "text for number", "step:double, x:double", "0.5, 1; 1, 2; 2, 3; 3, 4", "", FAILED, "'step'",
            "whole numbers");
        table(DIAGNOSTICS, "missing cell", columns, "1, 1, 1, 0, 0; 1, 2, 1, ?, 1", "", FAILED, "'x'", "'Row1'",
            "missing");
        table(DIAGNOSTICS, "missing cell", columns, "1, ?, 1, 0, 0; 1, 2, 1, 0, 1", "", FAILED, "'step'", "'Row0'",
            "missing");
        table(DIAGNOSTICS, "NaN cell", columns, "1, 1, 1, 0, NaN; 1, 2, 1, 0, 1", "", FAILED, "'y'", "'Row0'", "NaN");
        table(DIAGNOSTICS, "infinite cell", columns, "1, 1, 1, 0, 0; 1, 2, 1, 0, -Infinity", "", FAILED, "'y'",
            "'Row1'", "-Infinity");
        table(DIAGNOSTICS, "empty table", columns, "", "", FAILED, "empty", "'Particles'");
        table(DIAGNOSTICS, "empty table", columns, rows, "'burnIn': 4", FAILED, "burn-in", "Choose");
        table(DIAGNOSTICS, "one-row table", columns, "1, 1, 1, 0, 0", "", 0);
        table(DIAGNOSTICS, "huge and tiny values", "x:double, y:double",
            "1e308, 1e-320; -1e308, -1e-320; 1e308, 0; -1e308, 1e-320", "", FAILED, "'x'", "1.0E308", "scale");
        table(DIAGNOSTICS, "huge and tiny values", "x:double, y:double",
            "1e100, 1e-320; -1e100, -1e-320; 1e100, 0; -1e100, 1e-320", "", 0);
        table(DIAGNOSTICS, "huge and tiny values", "run:double, x:double", "1e300, 1; 1e300, 2", "", FAILED, "'run'",
            "whole numbers");
        changedSpec(DIAGNOSTICS, "x:double, y:double", "x:double, z:text", "0, p; 1, q",
            "'coordinates': {'manualFilter': {'manuallySelected': ['x', 'y']}}", "'y'", "Choose");
    }

    private void tablesOfApply() {
        final String columns = "x:double, y:double";
        table(APPLY, "missing column", columns, "0, 0; 1, 1",
            "'columns': {'manualFilter': {'manuallySelected': ['x', 'nowhere']}}", FAILED, "'nowhere'", "'Points'",
            "Choose");
        table(APPLY, "missing column", "x:double, z:double", "0, 0; 1, 1", "", FAILED, "'y'", "'Points'", "Choose");
        table(APPLY, "text for number", "x:double, y:text", "0, p", "", FAILED, "'y'", "no numbers", "Choose");
        table(APPLY, "missing cell", columns, "0, 0; ?, 1", "", 0);
        table(APPLY, "NaN cell", columns, "0, 0; NaN, 1", "", FAILED, "'x'", "'Row1'", "NaN");
        table(APPLY, "infinite cell", columns, "0, Infinity; 1, 1", "", FAILED, "'y'", "'Row0'", "Infinity");
        table(APPLY, "wrong dimension", columns + ", z:double", "0, 0, 0",
            "'columns': {'manualFilter': {'manuallySelected': ['x', 'y', 'z']}}", FAILED, "3", "2", "'Coordinates'");
        table(APPLY, "name taken", "x:double, y:double, log density:double", "0, 0, 0", "", FAILED, "'log density'",
            "Rename");
        table(APPLY, "empty table", columns, "", "", 0);
        table(APPLY, "one-row table", columns, "0, 0", "", 0);
        table(APPLY, "huge and tiny values", columns, "1e308, 0; 1e-320, -1e-320", "'appendLogDensity': false", 0);
        table(APPLY, "huge and tiny values", columns, "1e30, 0; 1e-320, -1e-320", "", 0);
        changedSpec(APPLY, columns, "x:double, z:text", "0, p", "", "'y'", "Choose");
    }

    private void tablesOfLearner() {
        final String columns = "a:double, b:double";
        final String rows = "0, 1; 1, 2; 2, 0";
        table(LEARNER, "missing column", columns, rows,
            "'columns': {'manualFilter': {'manuallySelected': ['a', 'nowhere']}}", FAILED, "'nowhere'",
            "'Training data'", "Choose");
        table(LEARNER, "missing column", "run:int, name:text", "1, p; 2, q", "", FAILED, "'Columns'",
            "'Training data'", "Choose");
        table(LEARNER, "text for number", "a:text, b:double", "p, 1; q, 2",
            "'columns': {'manualFilter': {'manuallySelected': ['a', 'b']}}", FAILED, "'a'", "no numbers", "Choose");
        table(LEARNER, "missing cell", columns, "0, 1; ?, 2; 2, 0", "", FAILED, "'a'", "'Row1'", "missing");
        table(LEARNER, "NaN cell", columns, "0, 1; 1, NaN; 2, 0", "", FAILED, "'b'", "'Row1'", "NaN");
        table(LEARNER, "infinite cell", columns, "0, 1; 1, -Infinity; 2, 0", "", FAILED, "'b'", "'Row1'",
            "-Infinity");
        table(LEARNER, "constant column", columns, "0, 1; 1, 1; 2, 1", "", FAILED, "'b'", "constant", "Leave it out");
        table(LEARNER, "empty table", columns, "", "", FAILED, "0 rows", "'Training data'");
        table(LEARNER, "one-row table", columns, "0, 1", "", FAILED, "1 row", "at least 2");
        table(LEARNER, "huge and tiny values", columns, "-1e308, 1; 1e308, 2; 0, 4", "", FAILED, "'a'", "1.0E308",
            "Scale");
        table(LEARNER, "huge and tiny values", columns, "-1e90, 1e-90; 1e90, 2e-90; 0, 4e-90", "", 0);
        table(LEARNER, "huge and tiny values", columns, "0, 1e-320; 1, 2e-320; 2, 3e-320", "", FAILED, "'b'",
            "constant");
        changedSpec(LEARNER, columns, "a:double, c:double", rows,
            "'columns': {'manualFilter': {'manuallySelected': ['a', 'b']}}", "'b'", "'Training data'", "Choose");
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
        table(GRID, "huge and tiny values", "image:png", "1x1; 300x2", "", 0);
        table(GRID, "huge and tiny values", "image:png", "3000x3000", "'rows': 1, 'columns': 1, 'scale': 20.0", FAILED,
            "'Scale");
        table(GRID, "huge and tiny values", "image:png", "1x1; 3000x2", "", FAILED, "'Scale");
        table(GRID, "NaN cell", "image:png, v:double", "8x8, NaN", "'captionColumn': 'v'", 0);
        table(GRID, "infinite cell", "image:png, v:double", "8x8, Infinity", "'captionColumn': 'v'", 0);
        changedSpec(GRID, "image:png", "name:text", "p", "'imageColumn': 'image'", "'image'", "Choose");
    }
}
