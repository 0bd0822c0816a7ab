// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** The cells that KNIME makes of typed texts: for the types that tables around our nodes have. */
public final class CellTexts {

    /** What a text is read as. */
    private interface Parser {
        DataCell parse(String text);
    }

    private record Kind(String name, String cellClass, DataType type, Parser parser) {
    }

    private static final Map<String, Kind> KINDS = kinds();

    private CellTexts() {
    }

    private static Map<String, Kind> kinds() {
        final var kinds = new LinkedHashMap<String, Kind>();
        for (final Kind kind : List.of(
            new Kind("int", "org.knime.core.data.def.IntCell", IntCell.TYPE,
                t -> number(t, s -> new IntCell(Integer.parseInt(s)))),
            new Kind("long", "org.knime.core.data.def.LongCell", LongCell.TYPE,
                t -> number(t, s -> new LongCell(Long.parseLong(s)))),
            new Kind("double", "org.knime.core.data.def.DoubleCell", DoubleCell.TYPE,
                t -> number(t, s -> new DoubleCell(Double.parseDouble(s)))),
            new Kind("string", "org.knime.core.data.def.StringCell", StringCell.TYPE, StringCell::new),
            new Kind("boolean", "org.knime.core.data.def.BooleanCell", BooleanCell.TYPE,
                t -> BooleanCell.get(Boolean.parseBoolean(t))))) {
            kinds.put(kind.cellClass(), kind);
        }
        return kinds;
    }

    /** Numbers may have blanks around them, and nothing else is no number but a missing one. */
    private static DataCell number(final String text, final Parser parser) {
        final String number = text.trim();
        return number.isEmpty() ? DataType.getMissingCell() : parser.parse(number);
    }

    /** @return short names of the types, as descriptions of workflows have them */
    public static List<String> names() {
        return KINDS.values().stream().map(Kind::name).toList();
    }

    /**
     * @param name a short name
     * @return the class of the cells, as settings name it; null for an unknown name
     */
    public static String cellClass(final String name) {
        return KINDS.values().stream().filter(k -> k.name().equals(name)).map(Kind::cellClass).findFirst().orElse(null);
    }

    static boolean isKnown(final String cellClass) {
        return KINDS.containsKey(cellClass);
    }

    static DataType type(final String cellClass) throws InvalidSettingsException {
        if (!isKnown(cellClass)) {
            throw new InvalidSettingsException("Cells of the class '" + cellClass + "' cannot be made here; possible "
                + "are " + String.join(", ", KINDS.keySet()) + ".");
        }
        return KINDS.get(cellClass).type();
    }

    /**
     * @param cellClass one of the known classes
     * @param text any text
     * @return the cell that KNIME makes of it
     * @throws NumberFormatException if the text is no number of that kind
     */
    static DataCell cell(final String cellClass, final String text) {
        return KINDS.get(cellClass).parser().parse(text);
    }
}
