// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** A constant of an expression. Keys are frozen: see docs/frozen-names.md. */
final class ConstantDeclaration implements NodeParameters {

    @Widget(title = "Name", description = """
            The name in the expression: letters, digits and underscores, no digit first. A new constant is
            by default called c.""")
    String m_name;

    @Widget(title = "Value", description = """
            The value that stands for the name in the expression: any number, by default 1.""")
    double m_value;

    ConstantDeclaration() {
        this("c", 1);
    }

    ConstantDeclaration(final String name, final double value) {
        m_name = name;
        m_value = value;
    }

    /** The name without blanks around it. */
    String name() {
        return m_name == null ? "" : m_name.strip();
    }
}
