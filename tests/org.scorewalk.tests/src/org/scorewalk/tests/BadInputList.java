// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.util.ArrayList;
import java.util.List;

import org.scorewalk.tests.BadInput.Sabotage;

/** A part of the list of bad inputs, and short ways to add to it. */
abstract class BadInputList {

    /** Exit codes of the host. */
    static final int FAILED = 1;

    static final int USAGE = 2;

    static final int NOT_LOADABLE = 4;

    final List<BadInput> m_all = new ArrayList<>();

    final List<BadInput> all() {
        return m_all;
    }

    final void table(final String node, final String kind, final String columns, final String rows,
        final String settings,
        final int code, final String... says) {
        add(node, kind, columns + " = " + rows + (settings.isEmpty() ? "" : " with " + settings),
            Templates.withTable(node, Templates.testTable(1, columns, rows, ""), settings), code, says);
    }

    final void add(final String node, final String kind, final String what, final String description, final int code,
        final String... says) {
        m_all.add(new BadInput(node, kind, what, description, Sabotage.NONE, List.of(), code, List.of(says)));
    }

    final void changedSpec(final String node, final String before, final String after, final String rows,
        final String settings, final String... says) {
        add(node, "table changed", before + " becomes " + after,
            Templates.withTable(node, Templates.testTable(1, before, rows, after), settings), FAILED, says);
    }

    final void typed(final String node, final String kind, final String settings, final String... says) {
        add(node, kind, settings, Templates.plain(node, settings), FAILED, says);
    }

    final void set(final String node, final String kind, final String assignment, final String description,
        final String... says) {
        m_all.add(new BadInput(node, kind, assignment, description, Sabotage.NONE, List.of("--set", "#2." + assignment),
            USAGE,
            List.of(says)));
    }

    /** A flow variable of the workflow controls the option. */
    final void variable(final String node, final String kind, final String key, final String value,
        final String description, final String... says) {
        final String withVariable = "{'variables': {'bad': " + value + "}, " + description.substring(1);
        controlled(node, kind, key + " = " + value, key, withVariable, says);
    }

    /** The flow variable that controls the option is not there. */
    final void missingVariable(final String node, final String key, final String description) {
        controlled(node, "missing variable", key, key, description, "bad", "variable");
    }

    private void controlled(final String node, final String kind, final String what, final String key,
        final String description, final String... says) {
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
        m_all.add(new BadInput(node, kind, what, description, workflow -> {
            Host.replace(BadFiles.settings(workflow, node), "<config key=\"flow_stack\"/>",
                "<config key=\"flow_stack\"/>" + tree);
            return workflow;
        }, List.of(), NOT_LOADABLE, List.of(says)));
    }
}
