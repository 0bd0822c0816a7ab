// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.write;

import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBaseWO;
import org.scorewalk.host.load.HostNode;
import org.scorewalk.standin.core.BundleInfo;

/** The settings.xml of a node that is reset, with the keys in KNIME's order. */
final class NodeFile {

    private static final String KEY = "settings.xml";

    /** What belongs to an execution or to a message of the moment. */
    private static final Set<String> NOT_KEPT = Set.of("internalObjects", "nodecontainer_message");

    private NodeFile() {
    }

    /**
     * @param node a node of a loaded workflow
     * @param configured whether KNIME will be able to configure it
     * @return the stored file, reset, with the settings that the node has now
     * @throws InvalidSettingsException if the stored file is not as it was when it was loaded
     */
    static NodeSettings reset(final HostNode node, final boolean configured) throws InvalidSettingsException {
        final NodeSettings stored = node.file();
        final var file = new NodeSettings(KEY);
        for (final String key : stored.keySet()) {
            final AbstractConfigEntry entry = stored.getEntry(key);
            switch (key) {
                case "flow_stack" -> file.addNodeSettings(key);
                case "model" -> addCopy(file, key, node.model() == null ? stored.getNodeSettings(key) : node.model());
                case "state" -> file.addString(key, state(configured));
                case "hasContent", "isInactive" -> file.addBoolean(key, false);
                case "ports" -> addPorts(file, node);
                case "filestores" -> addFileStores(file);
                default -> {
                    if (!NOT_KEPT.contains(key)) {
                        file.addEntry(entry);
                    }
                }
            }
        }
        if (!stored.containsKey("model") && node.model() != null) {
            addCopy(file, "model", node.model());
        }
        return file;
    }

    /**
     * @param node a new node
     * @param configured whether KNIME will be able to configure it
     * @param view the settings of its view, null if it has none
     * @param annotation the text below the node, null for none
     * @param feature the feature to install for this node
     * @return its file
     */
    static NodeSettings create(final HostNode node, final boolean configured, final NodeSettings view,
        final NodeSettings annotation,
        final Feature feature) {
        final var file = new NodeSettings(KEY);
        file.addString("node_file", KEY);
        file.addNodeSettings("flow_stack");
        file.addNodeSettings("internal_node_subsettings").addString("memory_policy", "CacheSmallInMemory");
        if (node.definition().parametersClass().isPresent()) {
            addCopy(file, "model", node.driver().saveSettings());
        } else {
            file.addNodeSettings("model");
        }
        if (view != null) {
            addCopy(file, "view", view);
        }
        if (annotation != null) {
            addCopy(file, "nodeAnnotation", annotation);
        }
        file.addString("customDescription", null);
        file.addString("state", state(configured));
        file.addString("factory", node.factory());
        file.addString("node-name", node.name());
        addBundle(file, node.bundle());
        file.addString("node-feature-name", feature.name());
        file.addString("node-feature-symbolic-name", feature.symbolicName());
        file.addString("node-feature-vendor", feature.vendor());
        file.addString("node-feature-version", feature.version());
        file.addNodeSettings("factory_settings");
        addCreationConfig(file, node);
        file.addString("name", node.name());
        file.addBoolean("hasContent", false);
        file.addBoolean("isInactive", false);
        addPorts(file, node);
        addFileStores(file);
        return file;
    }

    /** Where KNIME finds a node that is not installed. */
    record Feature(String name, String symbolicName, String vendor, String version) {
        /** KNIME's own form for a node whose feature is not known. */
        static final Feature UNKNOWN = new Feature(null, null, null, "0.0.0");

        static Feature of(final BundleInfo bundle) {
            if ("org.knime.base".equals(bundle.symbolicName())) {
                return new Feature("KNIME Base nodes", "org.knime.features.base.feature.group", bundle.vendor(),
                    plain(bundle.version()));
            }
            if (!"org.scorewalk.nodes".equals(bundle.symbolicName())) {
                return UNKNOWN;
            }
            return new Feature("Scorewalk: Langevin Sampling and Generative Models",
                "org.scorewalk.feature.feature.group", bundle.vendor(), plain(bundle.version()));
        }
    }

    /** Without the qualifier, which differs from build to build. */
    private static String plain(final String version) {
        final String[] parts = version.split("\\.");
        return parts.length > 3 ? parts[0] + "." + parts[1] + "." + parts[2] : version;
    }

    static String state(final boolean configured) {
        return configured ? "CONFIGURED" : "IDLE";
    }

    private static void addBundle(final NodeSettings file, final BundleInfo bundle) {
        file.addString("node-bundle-name", bundle.name());
        file.addString("node-bundle-symbolic-name", bundle.symbolicName());
        file.addString("node-bundle-vendor", bundle.vendor());
        file.addString("node-bundle-version", plain(bundle.version()));
    }

    /** One config a group of ports, with the ports that were added to it. */
    private static void addCreationConfig(final NodeSettings file, final HostNode node) {
        if (node.isForeign()) {
            return;
        }
        node.driver().creationConfig().ifPresent(c ->
            c.saveSettingsTo(file.addNodeSettings("node_creation_config")));
    }

    private static void addPorts(final NodeSettings file, final HostNode node) {
        final NodeSettingsWO ports = file.addNodeSettings("ports");
        for (int i = 1; i <= node.driver().outputTypes().length; i++) {
            final NodeSettingsWO port = ports.addNodeSettings("port_" + i);
            port.addInt("index", i);
            port.addString("port_dir_location", null);
        }
    }

    private static void addFileStores(final NodeSettings file) {
        final NodeSettingsWO stores = file.addNodeSettings("filestores");
        stores.addString("file_store_location", null);
        stores.addString("file_store_id", null);
    }

    private static void addCopy(final NodeSettings parent, final String key, final NodeSettings settings) {
        settings.copyTo((ConfigBaseWO)parent.addNodeSettings(key));
    }
}
