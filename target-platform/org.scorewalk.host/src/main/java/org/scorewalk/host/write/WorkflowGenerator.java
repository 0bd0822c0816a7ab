// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.scorewalk.host.ExitCode;
import org.scorewalk.host.FileTools;
import org.scorewalk.host.HostException;
import org.scorewalk.host.execute.Configurer;
import org.scorewalk.host.execute.Configurer.Outcome;
import org.scorewalk.host.load.HostNode;
import org.scorewalk.host.load.Workflow;
import org.scorewalk.host.source.WorkflowSource;
import org.scorewalk.host.write.NodeFile.Feature;
import org.scorewalk.standin.core.NodeFailure;
import org.scorewalk.standin.ui.NodeViewSession;
import org.scorewalk.standin.ui.ParametersPersistence;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Makes a workflow folder from a short description. The settings are those that the nodes themselves save: their
 * defaults for the inputs they have, changed by the description. Equal descriptions give equal bytes.
 */
public final class WorkflowGenerator {

    private static final String CREATED_BY = "5.8.0";

    private static final String VERSION = "5.1.0";

    private static final int COLUMN_WIDTH = 180;

    private static final int ROW_HEIGHT = 160;

    private final Description m_description;

    private final Path m_target;

    private final Map<Integer, HostNode> m_nodes = new LinkedHashMap<>();

    private WorkflowGenerator(final Description description, final Path target) {
        m_description = description;
        m_target = target;
    }

    /**
     * @param description the file that describes the workflow
     * @param target the workflow's folder; one that exists must hold a workflow, whose files are replaced
     * @throws HostException if the description does not fit the nodes, or the folder cannot be written
     */
    public static void generate(final Path description, final Path target) throws HostException {
        final Path folder = target.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isRegularFile(folder.resolve(WorkflowSource.WORKFLOW_FILE))
            && !isEmpty(folder)) {
            throw HostException.usage("'" + target + "' exists and is no workflow. Give the name of a new folder.");
        }
        new WorkflowGenerator(Description.read(description), folder).generate();
    }

    private static boolean isEmpty(final Path folder) {
        try (var children = Files.list(folder)) {
            return children.findAny().isEmpty();
        } catch (final IOException e) {
            return false; // no folder, so nothing to use
        }
    }

    private void generate() throws HostException {
        try {
            for (final Description.Node node : m_description.nodes()) {
                m_nodes.put(node.id(), NodeMaker.make(node, m_target));
            }
            for (final Description.Connection c : m_description.connections()) {
                NodeMaker.connect(c, m_nodes);
            }
            final Workflow workflow;
            try {
                workflow = new Workflow(new WorkflowSource(m_target, FileTools.nameOf(m_target)), null,
                    m_nodes.values(), List.of());
            } catch (final IllegalArgumentException e) {
                throw new HostException(ExitCode.USAGE, "The description cannot be used: " + e.getMessage(), e);
            }
            setAll(workflow);
            final Map<HostNode, Outcome> states = Configurer.configure(workflow);
            write(files(states));
        } catch (final IOException e) {
            throw new HostException(ExitCode.NOT_WRITTEN, "The workflow '" + m_target + "' cannot be written: "
                + FileTools.reason(e) + ".", e);
        } finally {
            m_nodes.values().forEach(n -> n.driver().close());
        }
    }

    /** A new node gets its defaults when it can first be configured, so that they may depend on its inputs. */
    private void setAll(final Workflow workflow) throws HostException {
        final var specs = new LinkedHashMap<HostNode, PortObjectSpec[]>();
        for (final HostNode node : workflow.nodes()) {
            final PortObjectSpec[] inputs = Arrays.stream(node.inputs())
                .map(s -> s == null || specs.get(s.node()) == null ? null : specs.get(s.node())[s.port()])
                .toArray(PortObjectSpec[]::new);
            configure(node, inputs);
            final NodeSettings settings = node.driver().saveSettings();
            if (!of(node).table().isMissingNode()) {
                InlineTable.save(node, of(node).table(), settings);
            }
            final JsonNode changes = of(node).settings();
            try {
                setAll(node, settings, changes);
                if (node.definition().parametersClass().isPresent()) {
                    node.driver().loadSettings(settings, null, Map.of());
                }
            } catch (final InvalidSettingsException e) {
                throw new HostException(ExitCode.USAGE, "The settings of node " + node.title() + " do not fit: "
                    + e.getMessage(), e);
            }
            specs.put(node, configure(node, inputs));
        }
    }

    private static void setAll(final HostNode node, final NodeSettings settings, final JsonNode changes)
        throws InvalidSettingsException {
        for (final Iterator<String> keys = changes.fieldNames(); keys.hasNext();) {
            final String key = keys.next();
            node.editor().setJson(settings, key, changes.get(key));
        }
    }

    private static PortObjectSpec[] configure(final HostNode node, final PortObjectSpec[] inputs) {
        try {
            return node.driver().configure(inputs);
        } catch (final NodeFailure e) { // NOSONAR: a node that cannot be configured yet is stored as such
            return null;
        }
    }

    private Description.Node of(final HostNode node) {
        return m_description.nodes().stream().filter(n -> n.id() == node.id()).findFirst().orElseThrow();
    }

    private Map<String, byte[]> files(final Map<HostNode, Outcome> states) throws IOException, HostException {
        final var files = new TreeMap<String, byte[]>();
        files.put("workflow-metadata.xml", Metadata.write(m_description));
        final boolean configured = states.values().stream().allMatch(Outcome::isConfigured);
        final var graph = new GraphFile(m_description, m_nodes, states.keySet());
        final NodeSettings file = graph.create(CREATED_BY, VERSION, NodeFile.state(configured), COLUMN_WIDTH,
            ROW_HEIGHT);
        files.put(WorkflowSource.WORKFLOW_FILE, bytes(file));
        for (final HostNode node : m_nodes.values()) {
            final String label = of(node).label();
            files.put(GraphFile.folder(node) + "/settings.xml",
                bytes(NodeFile.create(node, states.get(node).isConfigured(), view(node),
                label == null ? null : Annotations.ofNode(label), Feature.of(node.bundle()))));
        }
        return files;
    }

    private NodeSettings view(final HostNode node) throws HostException {
        final Class<?> type = node.definition().view().flatMap(v -> v.parametersClass()).orElse(null);
        final JsonNode changes = of(node).view();
        if (type == null) {
            if (!changes.isMissingNode()) {
                throw HostException.usage("The view of node " + node.title() + " has no settings.");
            }
            return null;
        }
        final var settings = new NodeSettings("view");
        ParametersPersistence.save(ParametersPersistence.create(type), settings);
        try {
            for (final Iterator<String> keys = changes.fieldNames(); keys.hasNext();) {
                final String key = keys.next();
                HostNode.editor(type).setJson(settings, key, changes.get(key));
            }
            NodeViewSession.open(node.driver().factory(), node.driver().model()).orElseThrow().loadSettings(settings);
        } catch (final InvalidSettingsException e) {
            throw new HostException(ExitCode.USAGE, "The settings of the view of node " + node.title() + " do not fit: "
                + e.getMessage(), e);
        }
        return settings;
    }

    private static byte[] bytes(final NodeSettings settings) throws IOException {
        final var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toByteArray();
    }

    /**
     * A new folder appears by one rename; in an old one the files of the workflow are replaced and others, such as
     * data, stay.
     */
    private void write(final Map<String, byte[]> files) throws IOException {
        final Path parent = m_target.getParent();
        Files.createDirectories(parent);
        final Path staging = Files.createDirectory(
            parent.resolve("." + FileTools.nameOf(m_target) + "-" + Long.toHexString(new SecureRandom().nextLong())));
        try {
            for (final Map.Entry<String, byte[]> file : files.entrySet()) {
                final Path path = staging.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            if (Files.exists(m_target)) {
                removeOld();
                try (var children = Files.newDirectoryStream(staging)) {
                    for (final Path child : children) {
                        Files.move(child, m_target.resolve(child.getFileName()));
                    }
                }
            } else {
                Files.move(staging, m_target);
            }
        } finally {
            FileTools.delete(staging);
        }
    }

    private void removeOld() throws IOException {
        for (final String name : List.of(WorkflowSource.WORKFLOW_FILE, "workflow-metadata.xml", "workflowset.meta",
            ".savedWithData")) {
            Files.deleteIfExists(m_target.resolve(name));
        }
        try (var children = Files.newDirectoryStream(m_target, c -> Files.isRegularFile(c.resolve("settings.xml")))) {
            for (final Path child : children) {
                FileTools.delete(child);
            }
        }
    }

    static void addVariables(final NodeSettings file, final Map<String, JsonNode> variables) throws HostException {
        if (variables.isEmpty()) {
            return;
        }
        final NodeSettingsWO all = file.addNodeSettings("workflow_variables");
        int i = 0;
        for (final Map.Entry<String, JsonNode> variable : variables.entrySet()) {
            final NodeSettingsWO config = all.addNodeSettings("Var_" + i++);
            final JsonNode value = variable.getValue();
            config.addString("name", variable.getKey());
            if (value.isInt()) {
                config.addString("class", "INTEGER");
                config.addInt("value", value.intValue());
            } else if (value.isNumber()) {
                config.addString("class", "DOUBLE");
                config.addDouble("value", value.doubleValue());
            } else if (value.isBoolean()) {
                config.addString("class", "BOOLEAN");
                config.addBoolean("value", value.booleanValue());
            } else if (value.isTextual()) {
                config.addString("class", "STRING");
                config.addString("value", value.textValue());
            } else {
                throw HostException.usage("The variable '" + variable.getKey()
                    + "' must be a number, a text, true or false.");
            }
        }
    }
}
