// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.IntValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.engine.InputException;

/**
 * What the view's page gets: the records it starts with, and the public methods that it calls by name later. The object
 * may outlive a reset of the node, so it holds no data.
 */
public final class LangevinSamplerViewService {

    /**
     * What the page starts with.
     *
     * @param description a JSON text that describes the runs' traces
     * @param traces some traces; the page asks for others
     * @param columns the columns of the table of runs
     * @param rows its rows: numbers, texts and null for missing cells
     */
    public record InitialData(String description, List<Trace> traces, List<Column> columns, List<List<Object>> rows) {
    }

    /**
     * The trace of one coordinate.
     *
     * @param run the run's number, from 1
     * @param coordinate which one, from 0
     * @param data little-endian floats in Base64, see {@link LangevinSamplerViewTables}
     */
    public record Trace(int run, int coordinate, String data) {
    }

    /**
     * A column.
     *
     * @param name its name
     * @param number whether it holds numbers
     */
    public record Column(String name, boolean number) {
    }

    private final ViewInput m_input;

    LangevinSamplerViewService(final ViewInput input) {
        m_input = input;
    }

    /**
     * Traces of a coordinate.
     *
     * @param coordinate which one, from 0
     * @param runs the runs' numbers, from 1
     * @return one trace for each of these runs that there is, no more than 3 MB together
     * @throws IOException if they cannot be read
     */
    public List<Trace> traces(final int coordinate, final List<Integer> runs) throws IOException {
        final PortObject[] objects = m_input.getInternalPortObjects();
        if (objects == null || objects.length <= LangevinSamplerViewTables.RUNS) {
            throw new InputException("The node is not executed. Execute it to see its traces.");
        }
        final List<Trace> traces = new ArrayList<>();
        long size = 0;
        try (var iterator = ((BufferedDataTable)objects[LangevinSamplerViewTables.SERIES]).iterator()) {
            while (iterator.hasNext() && size < LangevinSamplerView.MAX_BYTES) {
                final DataRow row = iterator.next();
                final int of = ((IntValue)row.getCell(LangevinSamplerViewTables.COORDINATE_COLUMN)).getIntValue();
                if (of == coordinate
                    && runs.contains(((IntValue)row.getCell(LangevinSamplerViewTables.RUN_COLUMN)).getIntValue())) {
                    traces.add(LangevinSamplerView.trace(row));
                    size += traces.get(traces.size() - 1).data().length();
                }
            }
        }
        return traces;
    }
}
