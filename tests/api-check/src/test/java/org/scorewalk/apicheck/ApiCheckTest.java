// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;

/**
 * The check itself, on what the build made. The places to look at can be given by the system properties
 * {@code scorewalk.standins} and {@code scorewalk.nodes}.
 */
class ApiCheckTest {

    @Test
    void standInsDeclareOnlyWhatEveryKnimeHas() throws IOException {
        final var classes = ClassFiles.read(ClassFiles.places("scorewalk.standins",
            "../../target-platform/org.knime.core/target/classes",
            "../../target-platform/org.knime.core.ui/target/classes"));
        assertThat(classes).containsKeys("org/knime/core/node/NodeModel", "org/knime/node/DefaultNode");
        assertThat(StandInCheck.problems(ApiLists.read(), classes)).isEmpty();
    }

    @Test
    void nodesReferOnlyToWhatEveryKnimeHas() throws IOException {
        final var classes = ClassFiles.read(ClassFiles.places("scorewalk.nodes",
            "../../plugins/org.scorewalk.nodes/target/classes", "../../plugins/org.scorewalk.engine/target/classes"));
        assertThat(classes.keySet()).anyMatch(name -> name.endsWith("NodeFactory"));
        assertThat(NodeCheck.problems(ApiLists.read(), classes)).isEmpty();
    }

    @Test
    void theListsHoldBothVersions() throws IOException {
        final var lists = ApiLists.read();
        assertThat(lists).extracting(ApiList::version).containsExactly("5.8", "5.12");
        final var widget = "org/knime/node/parameters/Widget";
        final var effect = "effect()";
        assertThat(lists.get(0).member(widget, "M " + effect + "Lorg/knime/node/parameters/updates/Effect;"))
            .contains("+a");
        assertThat(lists.get(1).member(widget, "M " + effect + "[Lorg/knime/node/parameters/updates/Effect;"))
            .contains("+a");
        assertThat(lists.get(1).member(widget, "M " + effect + "Lorg/knime/node/parameters/updates/Effect;"))
            .isEmpty();
        assertThat(lists).allMatch(list -> list.member("org/knime/core/data/DataCell", "M hashCode()I").isPresent());
    }
}
