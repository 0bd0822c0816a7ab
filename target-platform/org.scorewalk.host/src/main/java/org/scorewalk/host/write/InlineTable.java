// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.write;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.NodeSettings;
import org.scorewalk.host.HostException;
import org.scorewalk.host.foreign.CellTexts;
import org.scorewalk.host.foreign.TableCreatorFactory;
import org.scorewalk.host.foreign.TypedTable;
import org.scorewalk.host.load.HostNode;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A table written into a description: {@code {"columns": {"x": "double", ...}, "rows": [[1.5, ...], ...]}}. It becomes
 * the settings of a Table Creator.
 */
final class InlineTable {

    private final HostNode m_node;

    private final JsonNode m_json;

    private final List<TypedTable.Column> m_columns = new ArrayList<>();

    private final List<String> m_types = new ArrayList<>();

    private InlineTable(final HostNode node, final JsonNode json) {
        m_node = node;
        m_json = json;
    }

    /**
     * @param node a node of a description
     * @param json its table
     * @param settings takes the settings
     * @throws HostException if the node takes no table, or what is written is none
     */
    static void save(final HostNode node, final JsonNode json, final NodeSettings settings) throws HostException {
        new InlineTable(node, json).save(settings);
    }

    private void save(final NodeSettings settings) throws HostException {
        if (!TableCreatorFactory.KNIME_FACTORY.equals(m_node.factory())) {
            throw bad("only a \"Table Creator\" takes a table");
        }
        final JsonNode columns = m_json.path("columns");
        final JsonNode rows = m_json.path("rows");
        if (m_json.size() != 2 || !columns.isObject() || columns.isEmpty() || !rows.isArray()) {
            throw bad("a table has \"columns\", with a type for each name, and \"rows\", a list of lists");
        }
        for (final var column : columns.properties()) {
            final String type = column.getValue().asText();
            if (CellTexts.cellClass(type) == null) {
                throw bad("the column \"" + column.getKey() + "\" has the unknown type '" + type + "'; known are "
                    + String.join(", ", CellTexts.names()));
            }
            m_columns.add(new TypedTable.Column(column.getKey(), CellTexts.cellClass(type)));
            m_types.add(type);
        }
        final var texts = new ArrayList<String[]>();
        for (final JsonNode row : rows) {
            texts.add(row(row, texts.size() + 1));
        }
        final var table = new TypedTable(m_columns, texts);
        if (table.endsEmpty()) {
            throw bad("its last row has missing cells only, and a Table Creator does not store such a row");
        }
        table.save(m_node.factory(), settings);
    }

    private String[] row(final JsonNode row, final int number) throws HostException {
        if (!row.isArray() || row.size() != m_columns.size()) {
            throw bad("row " + number + " must be a list of " + m_columns.size() + " values");
        }
        final String[] texts = new String[m_columns.size()];
        for (int c = 0; c < texts.length; c++) {
            final JsonNode value = row.get(c);
            if (!value.isNull()) {
                texts[c] = text(value, m_types.get(c), "column \"" + m_columns.get(c).name() + "\" of row " + number);
            }
        }
        return texts;
    }

    private String text(final JsonNode value, final String type, final String where) throws HostException {
        final boolean fits = switch (type) {
            case "int" -> value.isIntegralNumber() && value.canConvertToInt();
            case "long" -> value.isIntegralNumber() && value.canConvertToLong();
            case "double" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isTextual() && !value.asText().isEmpty(); // the empty text stands for a missing cell
        };
        if (!fits) {
            throw bad("the value " + value + " in " + where + " is not of the type '" + type
                + "'; a missing cell is written as null");
        }
        return value.asText();
    }

    private HostException bad(final String what) {
        return HostException.usage("The table of node " + m_node.title() + " cannot be used: " + what + ".");
    }
}
