// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.scorewalk.standin.core.NodeDriver;
import org.scorewalk.standin.core.NodeExecution;
import org.scorewalk.standin.core.NodeFailure;

/** Runs a node as the host does, without files around it. */
final class Nodes {

    private Nodes() {
    }

    /** Executes a new node with its default settings, changed as asked, and gives its outputs to somebody. */
    static void execute(final NodeFactory<?> factory, final Path temp, final Consumer<NodeSettings> change,
        final Consumer<PortObject[]> results, final PortObject... inputs) {
        try (NodeDriver node = NodeDriver.create(factory); NodeExecution execution = NodeExecution.open(temp, null)) {
            final NodeSettings settings = node.saveSettings();
            change.accept(settings);
            node.loadSettings(settings, null, Map.of());
            final PortObjectSpec[] specs = new PortObjectSpec[inputs.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = inputs[i] == null ? null : inputs[i].getSpec();
            }
            node.configure(specs);
            results.accept(node.execute(inputs, execution));
        } catch (InvalidSettingsException | NodeFailure | CanceledExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
