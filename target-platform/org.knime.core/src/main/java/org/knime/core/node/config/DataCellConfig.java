// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** The form in which settings hold a cell: {@code datacell} names the class, a config of that name holds the value. */
final class DataCellConfig {

    private static final String CELL_CLASS = "datacell";

    private DataCellConfig() {
    }

    static void save(final DataCell cell, final Config config) {
        if (cell == null) {
            config.addString(CELL_CLASS, null);
            return;
        }
        final String name = cell.getClass().getName();
        final String valueKey = cell.getClass().getSimpleName();
        config.addString(CELL_CLASS, name);
        final Config value = config.addConfig(name);
        if (cell instanceof DoubleCell c) {
            value.addDouble(valueKey, c.getDoubleValue());
        } else if (cell instanceof IntCell c) {
            value.addInt(valueKey, c.getIntValue());
        } else if (cell instanceof LongCell c) {
            value.addLong(valueKey, c.getLongValue());
        } else if (cell instanceof BooleanCell c) {
            value.addBoolean(valueKey, c.getBooleanValue());
        } else if (cell instanceof StringCell c) {
            value.addString(valueKey, c.getStringValue());
        } else if (!cell.isMissing()) {
            throw new IllegalArgumentException("A cell of type " + cell.getType() + " cannot be kept in settings.");
        }
    }

    static DataCell load(final Config config) throws InvalidSettingsException {
        final String name = config.getString(CELL_CLASS);
        if (name == null) {
            return null;
        }
        final Config value = config.getConfig(name);
        if (name.equals(DoubleCell.class.getName())) {
            return new DoubleCell(value.getDouble("DoubleCell"));
        }
        if (name.equals(IntCell.class.getName())) {
            return new IntCell(value.getInt("IntCell"));
        }
        if (name.equals(LongCell.class.getName())) {
            return new LongCell(value.getLong("LongCell"));
        }
        if (name.equals(BooleanCell.class.getName())) {
            return value.getBoolean("BooleanCell") ? BooleanCell.TRUE : BooleanCell.FALSE;
        }
        if (name.equals(StringCell.class.getName())) {
            final String text = value.getString("StringCell");
            if (text == null) {
                throw new InvalidSettingsException("The text of a String cell is missing.");
            }
            return new StringCell(text);
        }
        if (name.equals(DataType.getMissingCell().getClass().getName())) {
            return DataType.getMissingCell();
        }
        throw new InvalidSettingsException("Cells of class \"" + name + "\" cannot be read from settings.");
    }
}
