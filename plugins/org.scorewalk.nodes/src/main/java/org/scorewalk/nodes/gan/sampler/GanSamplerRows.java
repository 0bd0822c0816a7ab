// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.sampler;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.nodes.gan.GanViewData;
import org.scorewalk.nodes.util.ViewData;

/**
 * What the view's page gets: the records it starts with, and the public methods that it calls by name later. The object
 * may outlive a reset of the node, so it holds no data.
 */
public final class GanSamplerRows {

    /**
     * A generated image.
     *
     * @param row its row's number, from 0
     * @param png the image in Base64
     */
    public record Picture(int row, String png) {
    }

    /**
     * What the page starts with.
     *
     * @param description a JSON text; null where there is nothing to show
     * @param scores the discriminator's score of each row that is shown, as {@link ViewData#doubles} writes numbers
     * @param pictures the first images; the page asks for the others
     * @param values the first columns of numbers, column after column; the page asks for the others
     */
    public record InitialData(String description, String scores, List<Picture> pictures, String values) {
    }

    private final ViewInput m_input;

    GanSamplerRows(final ViewInput input) {
        m_input = input;
    }

    /**
     * Generated images.
     *
     * @param rows their rows' numbers, from 0
     * @return as many of them as fit into an answer, in the order of the table
     */
    public List<Picture> pictures(final int[] rows) {
        final BitSet wanted = new BitSet();
        IntStream.of(rows).filter(r -> r >= 0 && r < GanSamplerView.MAX_ROWS).forEach(wanted::set);
        final List<Picture> pictures = new ArrayList<>();
        long characters = 0;
        try (var iterator = ViewData.rows(table(), wanted.nextSetBit(0), wanted.length(), 0)) {
            for (int r = wanted.nextSetBit(0); iterator.hasNext() && characters < GanViewData.MAX_CHARACTERS; r++) {
                final DataRow row = iterator.next();
                if (wanted.get(r)) {
                    final String png = GanViewData.image(row.getCell(0));
                    pictures.add(new Picture(r, png));
                    characters += png.length();
                }
            }
        }
        return pictures;
    }

    /**
     * Columns of generated numbers.
     *
     * @param from the first column's number, from 0
     * @param to the number of the column after the last one
     * @return the numbers of the rows that are shown, column after column: all columns that fit into an answer
     */
    public String values(final int from, final int to) {
        final BufferedDataTable table = table();
        final long rows = Math.min(table.size(), GanSamplerView.MAX_ROWS);
        final int end = Math.min(to, from + GanViewData.columnsAtOnce(rows));
        return ViewData.numbers(table, IntStream.range(from, end).toArray(), 0, rows);
    }

    private BufferedDataTable table() {
        final PortObject[] objects = m_input.getInternalPortObjects();
        if (!ViewData.isThere(objects, GanSamplerView.OBJECTS)) {
            throw new IllegalStateException("The node is not executed. Execute it to see what it generates.");
        }
        return (BufferedDataTable)objects[GanSamplerView.ROWS];
    }
}
