// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.scorewalk.nodes.gan.GanViewData;
import org.scorewalk.nodes.gan.trainer.GanTrainerSamples.Frame;
import org.scorewalk.nodes.util.ViewData;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Finds samples in the stored tables: those of an epoch stand together, and all epochs have as many of them. */
final class SampleLayout {

    /** The columns before the image or the learned columns. */
    static final int BEFORE = 2;

    private final BufferedDataTable m_samples;

    private final BufferedDataTable m_real;

    private final boolean m_images;

    private final int m_perFrame;

    private final int m_shown;

    private final int m_columns;

    private final int m_frames;

    private final int m_atOnce;

    private final long m_firstIteration;

    SampleLayout(final PortObject[] objects) {
        m_samples = (BufferedDataTable)objects[GanTrainerView.SAMPLES];
        m_real = (BufferedDataTable)objects[GanTrainerView.REAL];
        final JsonNode json = read(ViewData.description((BufferedDataTable)objects[0]));
        m_images = "images".equals(json.get("kind").textValue());
        m_perFrame = json.get("samples").intValue();
        m_shown = json.get("shown").intValue();
        m_columns = m_images ? 1 : json.get("shownColumns").intValue();
        m_frames = json.get("epochs").size();
        m_firstIteration = json.get("firstIteration").longValue();
        m_atOnce = json.get("framesAtOnce").intValue();
    }

    private static JsonNode read(final String description) {
        try {
            return new ObjectMapper().readTree(description);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("The data of the view cannot be read. Reset and execute the node.", e);
        }
    }

    int frames() {
        return m_frames;
    }

    /** How many iterations an earlier training had made. */
    long firstIteration() {
        return m_firstIteration;
    }

    int framesAtOnce() {
        return m_atOnce;
    }

    Frame frame(final int index) {
        final long from = (long)index * m_perFrame;
        return read(m_samples, index, BEFORE, from, from + m_shown);
    }

    Frame real() {
        return read(m_real, 0, 0, 0, m_real.size());
    }

    private Frame read(final BufferedDataTable table, final int index, final int before, final long from,
        final long to) {
        final int[] columns = IntStream.range(before, before + m_columns).toArray();
        if (!m_images) {
            return new Frame(index, List.of(), ViewData.numbers(table, columns, from, to));
        }
        final List<String> pictures = new ArrayList<>();
        try (var iterator = ViewData.rows(table, from, to, columns)) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                pictures.add(GanViewData.image(row.getCell(before)));
            }
        }
        return new Frame(index, pictures, null);
    }
}
