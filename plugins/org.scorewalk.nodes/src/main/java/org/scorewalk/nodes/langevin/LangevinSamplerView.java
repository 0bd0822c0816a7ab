// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.nodes.langevin.LangevinSamplerViewService.Column;
import org.scorewalk.nodes.langevin.LangevinSamplerViewService.InitialData;
import org.scorewalk.nodes.langevin.LangevinSamplerViewService.Trace;

/** What the view's page starts with. */
final class LangevinSamplerView {

    /** Bytes of traces that travel with the page, a third more as text. */
    static final int MAX_BYTES = 3_000_000;

    /** Rows of the table of runs that the page shows at most. */
    static final int MAX_RUNS = 1000;

    /** Coordinates whose means stand in the page's table of runs. */
    private static final int MEANS = 4;

    private LangevinSamplerView() {
    }

    static InitialData initialData(final ViewInput input) {
        final PortObject[] objects = input.getInternalPortObjects();
        if (objects == null || objects.length <= LangevinSamplerViewTables.RUNS) {
            return null;
        }
        final var runs = (BufferedDataTable)objects[LangevinSamplerViewTables.RUNS];
        final int[] shown = shown(runs.getDataTableSpec());
        final List<Column> columns = new ArrayList<>();
        for (final int c : shown) {
            final var column = runs.getDataTableSpec().getColumnSpec(c);
            columns.add(new Column(column.getName(), column.getType().isCompatible(DoubleValue.class)));
        }
        final List<List<Object>> rows = new ArrayList<>();
        try (var iterator = runs.iterator()) {
            while (iterator.hasNext() && rows.size() < MAX_RUNS) {
                final DataRow row = iterator.next();
                final List<Object> values = new ArrayList<>();
                for (final int c : shown) {
                    values.add(value(row.getCell(c)));
                }
                rows.add(values);
            }
        }
        try {
            return new InitialData(description((BufferedDataTable)objects[LangevinSamplerViewTables.DESCRIPTION]),
                traces((BufferedDataTable)objects[LangevinSamplerViewTables.SERIES]), columns, rows);
        } catch (final IOException e) {
            throw new UncheckedIOException("The data of the view could not be read. Reset and execute the node.", e);
        }
    }

    /** All columns but covariances, and means of few coordinates only. */
    private static int[] shown(final DataTableSpec spec) {
        final List<Integer> columns = new ArrayList<>();
        int means = 0;
        for (int c = 0; c < spec.getNumColumns(); c++) {
            final String name = spec.getColumnSpec(c).getName();
            means += name.startsWith("mean(") ? 1 : 0;
            if (!name.startsWith("cov(") && (!name.startsWith("mean(") || means <= MEANS)) {
                columns.add(c);
            }
        }
        return columns.stream().mapToInt(c -> c).toArray();
    }

    private static Object value(final DataCell cell) {
        if (cell.isMissing()) {
            return null;
        }
        return cell instanceof DoubleValue number ? (Object)number.getDoubleValue() : cell.toString();
    }

    private static String description(final BufferedDataTable table) {
        try (var iterator = table.iterator()) {
            return ((StringValue)iterator.next().getCell(0)).getStringValue();
        }
    }

    /** The first coordinates of all runs, as many as fit; at least one trace. */
    private static List<Trace> traces(final BufferedDataTable table) throws IOException {
        int coordinates = 0;
        long bytes = 0;
        final List<long[]> sizes = new ArrayList<>();
        try (var iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final int coordinate =
                    ((IntValue)row.getCell(LangevinSamplerViewTables.COORDINATE_COLUMN)).getIntValue();
                sizes.add(new long[]{coordinate,
                    ((BinaryObjectDataValue)row.getCell(LangevinSamplerViewTables.DATA_COLUMN)).length()});
                coordinates = Math.max(coordinates, coordinate + 1);
            }
        }
        final boolean[] taken = new boolean[sizes.size()];
        for (int i = 0; i < coordinates; i++) {
            for (int r = 0; r < taken.length; r++) {
                if (sizes.get(r)[0] == i && (bytes == 0 || bytes + sizes.get(r)[1] <= MAX_BYTES)) {
                    bytes += sizes.get(r)[1];
                    taken[r] = true;
                }
            }
        }
        final List<Trace> traces = new ArrayList<>();
        try (var iterator = table.iterator()) {
            for (int r = 0; iterator.hasNext(); r++) {
                final DataRow row = iterator.next();
                if (taken[r]) {
                    traces.add(trace(row));
                }
            }
        }
        return traces;
    }

    static Trace trace(final DataRow row) throws IOException {
        final var data = (BinaryObjectDataValue)row.getCell(LangevinSamplerViewTables.DATA_COLUMN);
        try (InputStream in = data.openInputStream()) {
            return new Trace(((IntValue)row.getCell(LangevinSamplerViewTables.RUN_COLUMN)).getIntValue(),
                ((IntValue)row.getCell(LangevinSamplerViewTables.COORDINATE_COLUMN)).getIntValue(),
                Base64.getEncoder().encodeToString(in.readAllBytes()));
        }
    }
}
