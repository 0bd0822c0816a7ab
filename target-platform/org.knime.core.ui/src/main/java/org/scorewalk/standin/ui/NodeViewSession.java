// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;
import org.scorewalk.standin.ui.NodeDefinition.ViewDefinition;

/** The view of one node: its page, the data it starts with and answers to its calls. */
public final class NodeViewSession {

    private final ViewDefinition m_view;

    private final NodeModel m_model;

    private final Map<String, Object> m_handlers = new HashMap<>();

    private final JsonRpc m_rpc = new JsonRpc(this::handler);

    private NodeParameters m_parameters;

    private NodeViewSession(final ViewDefinition view, final NodeModel model) {
        m_view = view;
        m_model = model;
    }

    /** @return the view of a node, empty if it has none */
    public static Optional<NodeViewSession> open(final NodeFactory<?> factory, final NodeModel model) {
        return NodeAccess.definition(factory).view().map(view -> new NodeViewSession(view, model));
    }

    /**
     * Gives the view its parameters; without this call it has none.
     *
     * @param settings the saved ones, null for the default ones
     * @throws InvalidSettingsException if they cannot be read or are refused
     */
    public void loadSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var type = m_view.parametersClass();
        if (type.isPresent()) {
            final NodeParameters parameters = settings == null ? ParametersPersistence.create(type.get())
                : ParametersPersistence.load(type.get(), settings);
            parameters.validate();
            m_parameters = parameters;
        }
    }

    /** What the view shows, as plain text. */
    public String description() {
        return XmlFragments.text(m_view.description());
    }

    /** The page and the files it needs. */
    public Page page() {
        return m_view.page();
    }

    /** The text of an HTML page. */
    public String html() throws IOException {
        try (var in = m_view.page().getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the page starts with, computed anew, as JSON: a result or an error; empty for a page without. */
    public Optional<String> initialData() {
        return m_view.initialData().map(this::initialData);
    }

    private String initialData(final Function<ViewInput, ?> function) {
        try {
            return Json.text(Json.MAPPER.createObjectNode().putPOJO("result", function.apply(input())));
        } catch (final RuntimeException e) { // NOSONAR: the page shows the error
            final var answer = Json.MAPPER.createObjectNode();
            answer.set("internalError", Json.details(e).put("message", e.getMessage()));
            return Json.text(answer);
        }
    }

    /** The JSON-RPC answer to a JSON-RPC request; empty for a request without an id. */
    public String call(final String request) {
        return m_rpc.answer(request);
    }

    /** The object with a name: made once and kept. */
    private Optional<Object> handler(final String name) {
        final var maker = m_view.handlers().get(name);
        return maker == null ? Optional.empty()
            : Optional.of(m_handlers.computeIfAbsent(name, key -> maker.apply(input())));
    }

    private ViewInput input() {
        return new ViewInput() {

            @Override
            @SuppressWarnings("unchecked") // the caller names its own parameters class
            public <S extends NodeParameters> S getParameters() {
                return (S)m_parameters;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return ((PortObjectHolder)m_model).getInternalPortObjects();
            }
        };
    }
}
