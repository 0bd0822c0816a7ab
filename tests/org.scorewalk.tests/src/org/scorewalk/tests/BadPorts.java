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

/** Connections between ports that do not belong together. */
final class BadPorts extends BadInputList {

    BadPorts() {
        swappedPorts();
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
        swap(APPLY, Templates.withTable(APPLY, Templates.testTable(1, "x:double, y:double", "0, 0", ""), ""));
        for (final String node : List.of(SCORE, DIAGNOSTICS, LEARNER, GRID)) {
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
