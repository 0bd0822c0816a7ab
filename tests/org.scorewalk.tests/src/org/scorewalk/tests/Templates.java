// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.util.List;
import java.util.Map;

/**
 * Small workflows with one node of each kind in their middle; it always has the number 2. A node that takes tables gets
 * one of a node Test Table (#1); where there is a node behind it, that has the number 3.
 */
final class Templates {

    static final String SCORE = "Score Function";

    static final String SAMPLER = "Langevin Sampler";

    static final String PLOT = "Particle Plot";

    static final String DIAGNOSTICS = "Sample Diagnostics";

    static final String APPLY = "Score Function Apply";

    static final String LEARNER = "Score Learner";

    static final String IDX = "IDX Reader";

    static final String TRAINER = "GAN Trainer";

    static final String GENERATOR = "GAN Sampler";

    static final String GRID = "Image Grid";

    static final String HOST = "Host";

    /** All nodes, in the order of the matrix of bad inputs, and what is wrong before any node. */
    static final List<String> COLUMNS =
        List.of(SCORE, SAMPLER, PLOT, DIAGNOSTICS, APPLY, LEARNER, IDX, TRAINER, GENERATOR, GRID, HOST);

    /** Good tables. */
    static final Map<String, String[]> TABLES = Map.of( //
        DIAGNOSTICS, new String[]{"run:int, step:int, particle:int, x:double, y:double, name:text",
            "1, 1, 1, 0, 0, p; 1, 2, 1, 1, 2, q; 1, 3, 1, 3, 1, r; 1, 4, 1, 2, 4, s"}, //
        APPLY, new String[]{"x:double, y:double, name:text", "0, 0, p; 1, 1, q; -1, 0, r"}, //
        SCORE, new String[]{"mean:double, a:double, b:double, name:text", "0, 1, 0.5, p; 0, 0.5, 1, q"}, //
        SAMPLER, new String[]{"x:double, y:double, name:text", "0, 0, p; 1, 1, q; -1, 0, r"}, //
        PLOT, new String[]{"run:int, step:int, particle:int, x:double, y:double, name:text",
            "1, 0, 1, 0, 0, p; 1, 1, 1, 1, 1, q; 1, 2, 1, 2, 1, r"}, //
        LEARNER, new String[]{"a:double, b:double, name:text", "0, 1, p; 1, 2, q; 2, 0, r; 3, 3, s"}, //
        TRAINER, new String[]{"a:double, b:double, name:text, image:png",
            "0, 1, p, 8x8; 1, 2, q, 8x8; 2, 0, r, 8x8; 3, 3, s, 8x8"}, //
        GENERATOR, new String[]{"n1:double, n2:double, name:text", "0, 0, p; 1, 1, q"}, //
        GRID, new String[]{"image:png, label:int, name:text", "8x8, 1, p; 8x8, 2, q"});

    private static final String SMALL_GAN =
        "'noiseDimension': 2, 'generatorLayers': '4', 'discriminatorLayers': '4', 'epochs': 1, 'batchSize': 2";

    private static final String SMALL_SCORE = "'hiddenLayers': '4', 'trainingSteps': 2, 'batchSize': 2";

    private static final String SMALL_PLOT = "'panelWidth': 120, 'panelHeight': 120";

    private Templates() {
    }

    static String testTable(final int id, final String columns, final String rows, final String columnsAfter) {
        return "{'id': %d, 'node': 'Test Table', 'settings': {'columns': '%s', 'rows': '%s', 'columnsAfter': '%s'}}"
            .formatted(id, columns, rows, columnsAfter);
    }

    private static String workflow(final String nodes, final String connections) {
        return "{'nodes': [%s], 'connections': [%s]}".formatted(nodes, connections);
    }

    private static String with(final String defaults, final String settings) {
        return settings.isEmpty() ? defaults : defaults.isEmpty() ? settings : defaults + ", " + settings;
    }

    /**
     * A workflow whose node gets a table.
     *
     * @param node the node in the middle
     * @param table the node Test Table (#1)
     * @param settings more settings of the node, as JSON without braces
     */
    static String withTable(final String node, final String table, final String settings) {
        return switch (node) {
            case SCORE -> workflow(table + """
                , {'id': 2, 'node': 'Score Function', 'ports': ['Table'], 'settings': {%s}},
                {'id': 3, 'node': 'Langevin Sampler', 'settings': {'particles': 5}}"""
                    .formatted(settings.contains("'density'") ? settings : with("'density': 'GAUSSIAN'", settings)),
                "'1 -> 2', '2 -> 3'");
            case SAMPLER -> workflow(table + """
                , {'id': 2, 'node': 'Langevin Sampler', 'ports': ['Initial particles'], 'settings': {%s}},
                {'id': 3, 'node': 'Particle Plot', 'settings': {%s}}, {'id': 4, 'node': 'Score Function'}"""
                    .formatted(settings, SMALL_PLOT), "'1 -> 2:Initial particles', '4 -> 2', '2 -> 3'");
            case PLOT -> workflow(
                table + ", {'id': 2, 'node': 'Particle Plot', 'settings': {%s}}".formatted(with(SMALL_PLOT, settings)),
                "'1 -> 2'");
            case DIAGNOSTICS -> workflow(table + ", {'id': 2, 'node': 'Sample Diagnostics', 'settings': {%s}}"
                .formatted(settings), "'1 -> 2'");
            case APPLY -> workflow(table + """
                , {'id': 4, 'node': 'Score Function'}, {'id': 2, 'node': 'Score Function Apply', 'settings': {%s}}"""
                    .formatted(settings), "'4 -> 2', '1 -> 2:Points'");
            case LEARNER -> workflow(table + """
                , {'id': 2, 'node': 'Score Learner', 'settings': {%s}}, {'id': 3, 'node': 'Langevin Sampler',
                'settings': {'particles': 5, 'runs':
                    [{'algorithm': 'ANNEALED', 'noiseLevels': 2, 'stepsPerLevel': 2}]}}"""
                    .formatted(with(SMALL_SCORE, settings)), "'1 -> 2', '2 -> 3'");
            case TRAINER -> workflow(table + """
                , {'id': 2, 'node': 'GAN Trainer', 'settings': {%s}}, {'id': 3, 'node': 'GAN Sampler',
                'settings': {'count': 3}}"""
                    .formatted(with(SMALL_GAN, settings)), "'1 -> 2', '2 -> 3'");
            case GENERATOR -> workflow(table + ", " + testTable(4, "a:double, b:double", "0, 1; 1, 2; 2, 0; 3, 3", "")
                + """
                , {'id': 5, 'node': 'GAN Trainer', 'settings': {'data': 'NUMBERS', %s}},
                {'id': 2, 'node': 'GAN Sampler', 'ports': ['Noise'], 'settings': {%s}}""".formatted(SMALL_GAN,
                settings),
                "'4 -> 5', '5 -> 2', '1 -> 2:Noise'");
            case GRID -> workflow(table + ", {'id': 2, 'node': 'Image Grid', 'settings': {%s}}".formatted(settings),
                "'1 -> 2'");
            default -> throw new IllegalArgumentException(node);
        };
    }

    /** A workflow whose node gets the good table where it needs one. */
    static String plain(final String node, final String settings) {
        return switch (node) {
            case SCORE -> workflow("""
                {'id': 2, 'node': 'Score Function', 'settings': {%s}},
                {'id': 3, 'node': 'Langevin Sampler', 'settings': {'particles': 5}}""".formatted(settings), "'2 -> 3'");
            case SAMPLER -> workflow("""
                {'id': 1, 'node': 'Score Function'}, {'id': 2, 'node': 'Langevin Sampler', 'settings': {%s}},
                {'id': 3, 'node': 'Particle Plot', 'settings': {%s}}""".formatted(with("'particles': 5", settings),
                SMALL_PLOT),
                "'1 -> 2', '2 -> 3'");
            case IDX -> workflow("""
                {'id': 2, 'node': 'IDX Reader', 'settings': {%s}}, {'id': 3,
                'node': 'Image Grid'}""".formatted(settings),
                "'2 -> 3'");
            case GENERATOR -> workflow(testTable(4, "a:double, b:double", "0, 1; 1, 2; 2, 0; 3, 3", "") + """
                , {'id': 5, 'node': 'GAN Trainer', 'settings': {'data': 'NUMBERS', %s}},
                {'id': 2, 'node': 'GAN Sampler', 'settings': {%s}}""".formatted(SMALL_GAN, settings),
                "'4 -> 5', '5 -> 2'");
            default -> withTable(node, testTable(1, TABLES.get(node)[0], TABLES.get(node)[1], ""), settings);
        };
    }
}
