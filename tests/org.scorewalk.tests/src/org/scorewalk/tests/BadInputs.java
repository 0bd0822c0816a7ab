// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All bad inputs. {@link BadTables} has the tables, {@link BadOptions} the options, {@link BadPorts} the connections
 * and {@link BadFiles} what is wrong with files.
 */
final class BadInputs {

    private BadInputs() {
    }

    /** In the order of the nodes and classes, so that equal lists make equal documents. */
    static List<BadInput> all() {
        return Stream.of(new BadTables().all(), new BadOptions().all(), new BadPorts().all(), BadFiles.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing((BadInput b) -> Templates.COLUMNS.indexOf(b.node()))
                .thenComparing(BadInput::kind).thenComparing(BadInput::what))
            .toList();
    }
}
