// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.scorewalk.host.FileTools;
import org.scorewalk.host.load.ConfigFile.UnreadableException;
import org.scorewalk.host.load.WorkflowModel.Node;
import org.scorewalk.host.source.WorkflowSource;

/**
 * Reads workflow.knime and the settings.xml of every node.
 * <p>
 * KNIME loads around a defect: a node or a connection that it cannot read is left out, and the rest still runs. Here
 * everything that would change the graph is an error. Book-keeping that a reset workflow holds empty may be missing;
 * that is noted only.
 */
final class WorkflowReader {

    private static final String REPAIR = " Open the workflow in KNIME, repair it there and save it.";

    private static final String HARMLESS = " KNIME reports that as an error; no result depends on it.";

    private static final Set<String> LOAD_VERSIONS = Set.of("4.1.0", "5.1.0");

    private static final int NEWEST_MAJOR = 5;

    private static final int NEWEST_MINOR = 12;

    private static final Set<String> STATES = Set.of("IDLE", "CONFIGURED", "EXECUTED", "EXECUTINGREMOTELY");

    private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(\\..*)?");

    private static final Pattern OSGI_VERSION = Pattern.compile("\\d+(\\.\\d+(\\.\\d+(\\.[A-Za-z0-9_-]+)?)?)?");

    private final WorkflowSource m_source;

    private final Problems m_problems;

    WorkflowReader(final WorkflowSource source, final Problems problems) {
        m_source = source;
        m_problems = problems;
    }

    /**
     * @return the workflow, or null if not even workflow.knime could be read; incomplete if there are errors
     */
    WorkflowModel read() {
        final NodeSettings file;
        try {
            file = ConfigFile.read(m_source.folder().resolve(WorkflowSource.WORKFLOW_FILE));
        } catch (final UnreadableException e) {
            m_problems.error("The file '" + WorkflowSource.WORKFLOW_FILE + "' of the workflow '" + m_source.name()
                + "' cannot be read: " + e.getMessage()
                + ". Restore it from a backup, or export the workflow again from KNIME.", e);
            return null;
        }
        if (!checkVersions(file)) {
            return null;
        }
        checkState(file, "The workflow '" + m_source.name() + "'");
        if (!file.containsKey("workflow_credentials")) {
            m_problems.note("The workflow has no key 'workflow_credentials'." + HARMLESS);
        }
        final Map<Integer, Node> nodes = readNodes(file);
        return new WorkflowModel(file, List.copyOf(nodes.values()),
            new ConnectionReader(file, nodes, m_problems).read());
    }

    private boolean checkVersions(final NodeSettings file) {
        final String version = file.getString("version", null);
        if (version == null) {
            m_problems.error("The workflow has no key 'version', so its format is unknown." + REPAIR);
            return false;
        }
        if (!LOAD_VERSIONS.contains(version)) {
            final Matcher m = VERSION.matcher(version);
            final boolean old = m.matches() && new java.math.BigInteger(m.group(1)).intValue() <= 4;
            m_problems.error("The workflow is stored in format version '" + version + "', "
                + (old ? "which is older than KNIME 4.1. Open it in KNIME 5.8 or newer and save it."
                    : "which this program does not know. Run it in the KNIME version that saved it."));
            return false;
        }
        final String createdBy = file.getString("created_by", null);
        if (createdBy != null) {
            final Matcher m = VERSION.matcher(createdBy);
            if (m.matches()) {
                final int major = Integer.parseInt(m.group(1));
                final int minor = Integer.parseInt(m.group(2));
                if (major > NEWEST_MAJOR || major == NEWEST_MAJOR && minor > NEWEST_MINOR) {
                    m_problems.error("The workflow was saved by KNIME " + createdBy + ", which is newer than KNIME "
                        + NEWEST_MAJOR + "."
                        + NEWEST_MINOR + ", the newest one that this program knows. Run it in that KNIME, or save it "
                        + "with an older one.");
                    return false;
                }
            }
        }
        return true;
    }

    private void checkState(final NodeSettings settings, final String what) {
        final String state = settings.getString("state", null);
        if (state == null) {
            m_problems.error(what + " has no key 'state' of type xstring." + REPAIR);
        } else if (!STATES.contains(state)) {
            m_problems.error(what + " is stored with the state '" + state
                + "', which KNIME does not know; IDLE, CONFIGURED and EXECUTED " + "are possible." + REPAIR);
        }
    }

    private Map<Integer, Node> readNodes(final NodeSettings file) {
        final var nodes = new LinkedHashMap<Integer, Node>();
        final NodeSettings all;
        try {
            all = file.getNodeSettings("nodes");
        } catch (final InvalidSettingsException e) {
            m_problems.error("The workflow has no config 'nodes', so none of its nodes can be read." + REPAIR, e);
            return nodes;
        }
        for (final String key : all.keySet()) {
            try {
                final Node node = readNode(key, all.getNodeSettings(key));
                if (node != null && nodes.putIfAbsent(node.id(), node) != null) {
                    m_problems.error("Two nodes, " + nodes.get(node.id()).title() + " and " + node.title()
                        + ", bear the same number, so that nobody can tell which one the connections mean." + REPAIR);
                }
            } catch (final InvalidSettingsException e) {
                m_problems.error("The entry '" + key + "' of the workflow's nodes cannot be read: " + e.getMessage()
                    + REPAIR, e);
            }
        }
        return nodes;
    }

    private Node readNode(final String key, final NodeSettings entry) throws InvalidSettingsException {
        final int id = entry.getInt("id");
        final String path = entry.getString("node_settings_file");
        final String type = entry.getString("node_type", "NativeNode");
        final String folderName = path == null || path.lastIndexOf('/') < 0 ? key
            : path.substring(0, path.lastIndexOf('/'));
        if (entry.getBoolean("node_is_meta", false) || "MetaNode".equals(type) || "SubNode".equals(type)) {
            m_problems.error("Node \"" + folderName.replaceFirst(" \\(#\\d+\\)$", "") + "\" (#" + id + ") is a "
                + ("SubNode".equals(type) ? "component" : "metanode")
                + ". This program runs plain Scorewalk nodes only: expand it in "
                + "KNIME and save the workflow, or run the workflow in KNIME ('./run --knime').");
            return null;
        }
        if (!"NativeNode".equals(type)) {
            m_problems.error("Node \"" + folderName + "\" (#" + id + ") is of the unknown type '" + type
                + "'; NativeNode, MetaNode and " + "SubNode are possible." + REPAIR);
            return null;
        }
        if (id < 0 || path == null) {
            throw new InvalidSettingsException(path == null ? "\"node_settings_file\" is null." : "the id " + id
                + " is negative.");
        }
        final Path file = locate(path);
        if (file == null) {
            m_problems.error("Node \"" + folderName + "\": its settings file '" + path
                + "' lies outside the workflow's folder. " + "Do not trust this workflow.");
            return null;
        }
        return readSettings(id, path, folderName, file);
    }

    private Node readSettings(final int id, final String path, final String folderName, final Path file) {
        final NodeSettings settings;
        final String node = "Node \"" + folderName.replaceFirst(" \\(#" + id + "\\)$", "") + "\" (#" + id + ")";
        try {
            settings = ConfigFile.read(file);
        } catch (final UnreadableException e) {
            m_problems.error(node + ": its settings file '" + path + "' cannot be read: " + e.getMessage()
                + ". Restore the file from a backup, or open the workflow in KNIME, add the node anew and save it.", e);
            return null;
        }
        final String factory = settings.getString("factory", null);
        final String name = settings.getString("node-name", null);
        if (factory == null || name == null) {
            m_problems.error(node + ": the key '" + (factory == null ? "factory" : "node-name") + "' is missing in '"
                + path + "', so that the node cannot be made." + REPAIR);
            return null;
        }
        final var result = new Node(id, path, settings, name, factory);
        final String bundleVersion = settings.getString("node-bundle-version", null);
        if (bundleVersion != null && !OSGI_VERSION.matcher(bundleVersion).matches()) {
            m_problems.error("Node " + result.title() + ": the key 'node-bundle-version' holds '" + bundleVersion
                + "', which is no version, and KNIME leaves such a node out." + REPAIR);
        }
        checkState(settings, "Node " + result.title());
        for (final String key : List.of("flow_stack", "internal_node_subsettings", "hasContent", "ports",
            "filestores")) {
            if (!settings.containsKey(key)) {
                m_problems.note("Node " + result.title() + " has no key '" + key + "'." + HARMLESS);
            }
        }
        return result;
    }

    /** The file, found whatever the case of its letters as KNIME does; null if it lies outside the workflow. */
    private Path locate(final String path) {
        try {
            final Path file = m_source.folder().resolve(path).normalize();
            if (path.indexOf('\\') >= 0 || !file.startsWith(m_source.folder()) || file.equals(m_source.folder())) {
                return null;
            }
            return Files.exists(file) ? file : ignoringCase(file);
        } catch (final InvalidPathException e) {
            return null;
        }
    }

    private Path ignoringCase(final Path file) {
        Path current = m_source.folder();
        for (final Path part : m_source.folder().relativize(file)) {
            Path next = current.resolve(part);
            if (!Files.exists(next)) {
                final var found = new ArrayList<Path>();
                try (var children = Files.newDirectoryStream(current)) {
                    for (final Path child : children) {
                        if (FileTools.nameOf(child).equalsIgnoreCase(part.toString())) {
                            found.add(child);
                        }
                    }
                } catch (final IOException e) {
                    return file; // reading the file gives the message
                }
                if (found.size() != 1) {
                    return file;
                }
                next = found.get(0);
            }
            current = next;
        }
        return current;
    }
}
