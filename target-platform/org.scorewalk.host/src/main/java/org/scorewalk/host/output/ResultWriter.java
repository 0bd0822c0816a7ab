// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.output;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import org.knime.core.data.image.ImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortUtil;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.scorewalk.host.HostException;
import org.scorewalk.host.execute.NodeResult;
import org.scorewalk.host.execute.NodeResult.State;
import org.scorewalk.host.execute.ResultSink;
import org.scorewalk.host.load.HostNode;
import org.scorewalk.host.settings.SettingsJson;
import org.scorewalk.standin.ui.NodeViewSession;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes what the nodes give: tables as CSV, images as PNG, other port objects in KNIME's own file form, views as HTML,
 * and a summary of it all. The files get their final names when {@link #finish} is called, not before.
 */
public final class ResultWriter implements ResultSink, AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OutputFolder m_folder;

    private final String m_workflow;

    private final BooleanSupplier m_cancelled;

    /** What was written for a node, by its number. */
    private final Map<Integer, ObjectNode> m_written = new ConcurrentHashMap<>();

    /**
     * @param target the folder of results
     * @param workflow the workflow's name
     * @param cancelled asked now and then; true ends the writing
     * @throws HostException if the folder cannot be written
     */
    public ResultWriter(final Path target, final String workflow, final BooleanSupplier cancelled)
        throws HostException {
        m_folder = OutputFolder.create(target);
        m_workflow = workflow;
        m_cancelled = cancelled;
    }

    /**
     * Says early, before anything is computed, when results could not be written.
     *
     * @param target the folder of results
     * @throws HostException if it cannot be used
     */
    public static void check(final Path target) throws HostException {
        OutputFolder.check(target);
    }

    /**
     * @param target the folder of results
     * @param e why it could not be written
     * @return the same for the user
     */
    public static HostException notWritten(final Path target, final IOException e) {
        return OutputFolder.notWritten(target, e);
    }

    @Override
    public void accept(final NodeResult result, final PortObject[] outputs) throws IOException {
        final HostNode node = result.node();
        final ObjectNode json = MAPPER.createObjectNode();
        if (result.state() == State.EXECUTED) {
            final ArrayNode ports = json.putArray("outputs");
            final List<String> names = node.outputNames();
            for (int i = 0; i < outputs.length; i++) {
                if (m_cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                final String port = i < names.size() ? names.get(i) : "Output " + (i + 1);
                final ObjectNode written = ports.addObject().put("port", i + 1).put("name", port);
                write(outputs[i], node.label() + " - " + port, written, node.driver().outputTypes()[i].getName());
            }
            writeView(node, json);
        }
        m_written.put(node.id(), json);
    }

    private void write(final PortObject object, final String base, final ObjectNode json, final String type)
        throws IOException {
        json.put("type", type).put("summary", object.getSummary());
        final ArrayNode files = MAPPER.createArrayNode();
        if (object instanceof BufferedDataTable table) {
            json.put("rows", table.size()).put("columns", table.getDataTableSpec().getNumColumns());
            new TableFile(m_folder, base, m_cancelled).write(table).forEach(files::add);
        } else if (object instanceof ImagePortObject image) {
            files.add(writeImage(image, base));
        } else if (!(object instanceof FlowVariablePortObject) && !(object instanceof InactiveBranchPortObject)) {
            final Path file = m_folder.newFile(base, "model");
            try (OutputStream out = new BufferedOutputStream(stoppable(Files.newOutputStream(file)))) {
                PortUtil.writeObjectToStream(object, out, new ExecutionMonitor());
            } catch (final CanceledExecutionException e) {
                throw new CancellationException();
            }
            files.add(m_folder.relative(file));
        }
        json.set("files", files);
    }

    /** Large models take seconds, most of them for compression, and look for no cancel themselves. */
    private OutputStream stoppable(final OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(final byte[] b, final int from, final int length) throws IOException {
                if (m_cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                out.write(b, from, length);
            }
        };
    }

    private String writeImage(final ImagePortObject image, final String base) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        ((ImageValue)image.toDataCell()).getImageContent().save(bytes);
        final byte[] content = bytes.toByteArray();
        final Path file = m_folder.newFile(base, FileKind.ending(content, content.length));
        Files.write(file, content);
        return m_folder.relative(file);
    }

    private void writeView(final HostNode node, final ObjectNode json) throws IOException {
        final NodeViewSession view = NodeViewSession.open(node.driver().factory(), node.driver().model()).orElse(null);
        if (view == null) {
            return;
        }
        try {
            final NodeSettings file = node.file();
            view.loadSettings(file != null && file.containsKey("view") ? file.getNodeSettings("view") : null);
        } catch (final InvalidSettingsException e) {
            warn(json, "The view shows its defaults, because its settings cannot be used: " + e.getMessage());
        }
        final String data = view.initialData().orElse("{\"result\":null}");
        final JsonNode error = MAPPER.readTree(data).path("internalError");
        if (!error.isMissingNode()) {
            warn(json, "The view has no data: " + error.path("message").asText());
        }
        if (m_cancelled.getAsBoolean()) { // the data may have taken its time
            throw new CancellationException();
        }
        final Path page = m_folder.newFile(node.label(), "html");
        Files.writeString(page, ViewPage.standalone(view.html(), data, m_workflow, node.id()), StandardCharsets.UTF_8);
        json.put("view", m_folder.relative(page));
    }

    private static void warn(final ObjectNode json, final String text) {
        json.withArray("warnings").add(text);
    }

    /**
     * Writes the summary and puts all files to their final place.
     *
     * @param results how the nodes ended
     * @param summary what is to be told of the run as a whole
     * @return the written files relative to the folder, sorted
     * @throws HostException if that fails
     */
    public List<String> finish(final Iterable<NodeResult> results, final ObjectNode summary) throws HostException {
        try {
            final ObjectNode json = SummaryFile.create();
            json.setAll(summary);
            final ArrayNode nodes = json.putArray("nodes");
            for (final NodeResult result : results) {
                nodes.add(describe(result));
            }
            final Path file = m_folder.newFile("summary", "json");
            final List<String> files = m_folder.filesWith(file);
            files.forEach(json.putArray("files")::add);
            SummaryFile.write(file, json);
            m_folder.commit();
            return files;
        } catch (final IOException e) {
            throw OutputFolder.notWritten(m_folder.target(), e);
        }
    }

    private ObjectNode describe(final NodeResult result) {
        final HostNode node = result.node();
        final ObjectNode json = MAPPER.createObjectNode().put("id", node.id()).put("name", node.name())
            .put("factory", node.factory()).put("state", result.state().name())
            .put("seconds", Math.round(result.seconds() * 1e6) / 1e6);
        final ArrayNode messages = json.putArray("messages");
        result.messages().forEach(m -> messages.addObject().put("severity", m.severity().name()).put("text", m.text()));
        final ObjectNode written = m_written.getOrDefault(node.id(), MAPPER.createObjectNode());
        written.path("warnings").forEach(w -> messages.addObject().put("severity", "WARNING").put("text", w.asText()));
        written.remove("warnings");
        json.set("settings", SettingsJson.of(node.driver().saveSettings()));
        json.setAll(written);
        return json;
    }

    /** @return the folder of results */
    public Path target() {
        return m_folder.target();
    }

    /** Removes what is unfinished. */
    @Override
    public void close() throws IOException {
        m_folder.close();
    }
}
