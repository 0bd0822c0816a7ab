// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.write;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.scorewalk.host.ExitCode;
import org.scorewalk.host.FileTools;
import org.scorewalk.host.HostException;
import org.scorewalk.host.execute.Configurer.Outcome;
import org.scorewalk.host.load.HostNode;
import org.scorewalk.host.load.Workflow;
import org.scorewalk.host.source.WorkflowSource;

/**
 * Writes a workflow, reset, as a .knwf: the folder without results, as KNIME's export leaves them out, with the states
 * that KNIME will reach when it opens the file. Equal workflows give equal bytes.
 */
public final class KnwfWriter {

    private static final String ENDING = ".knwf";

    /** Zip files know times from 1980 on only; a fixed one keeps the bytes equal. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final Set<String> NEVER = Set.of(".savedWithData", ".knimeLock");

    private KnwfWriter() {
    }

    /**
     * @param target the file to write
     * @throws HostException if it cannot be used
     */
    public static void check(final Path target) throws HostException {
        final String name = FileTools.nameOf(target);
        if (!name.toLowerCase(java.util.Locale.ROOT).endsWith(ENDING) || name.length() == ENDING.length()) {
            throw HostException.usage("--save takes the name of a file that ends with '.knwf', not '" + target + "'.");
        }
        final Path parent = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target) || parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw HostException.usage("The workflow cannot be saved as '" + target + "': "
                + (Files.isDirectory(target) ? "this is a folder." : "the folder '" + parent
                + "' does not exist or cannot be written."));
        }
    }

    /**
     * @param workflow the workflow to save; the settings are those that its nodes have now
     * @param states what configuring its nodes gave
     * @param target the file to write; an older one is replaced when the new one is complete
     * @throws HostException if it cannot be written
     */
    public static void write(final Workflow workflow, final Map<HostNode, Outcome> states, final Path target)
        throws HostException {
        final Path absolute = target.toAbsolutePath().normalize();
        Path part = null;
        try {
            final Map<String, Object> entries = entries(workflow, states, rootName(absolute));
            part = Files.createTempFile(absolute.getParent(), "." + FileTools.nameOf(absolute), ".part");
            write(entries, part);
            giveUsualRights(part);
            Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            part = null;
        } catch (final IOException e) {
            throw new HostException(ExitCode.NOT_WRITTEN, "The workflow cannot be saved as '" + target + "': "
                + FileTools.reason(e) + ".", e);
        } catch (final UncheckedIOException e) { // from the walk, e.g. links in a circle
            throw new HostException(ExitCode.NOT_WRITTEN, "The workflow cannot be saved as '" + target + "': "
                + FileTools.reason(e.getCause()) + ".", e);
        } catch (final InvalidSettingsException e) {
            throw new HostException(ExitCode.NOT_LOADABLE, "The workflow cannot be saved: " + e.getMessage(), e);
        } finally {
            deletePart(part);
        }
    }

    private static void deletePart(final Path part) throws HostException {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (final IOException e) {
            throw new HostException(ExitCode.NOT_WRITTEN, "The unfinished file '" + part + "' cannot be deleted.", e);
        }
    }

    /** A temporary file is private; this one becomes a file like others. */
    private static void giveUsualRights(final Path part) throws IOException {
        final Path model = part.resolveSibling(part.getFileName() + "-rights");
        try {
            Files.createFile(model);
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(model));
        } catch (final UnsupportedOperationException e) { // NOSONAR: Windows has no such rights
            return;
        } finally {
            Files.deleteIfExists(model);
        }
    }

    private static String rootName(final Path target) {
        final String name = FileTools.nameOf(target);
        return name.substring(0, name.length() - ENDING.length());
    }

    /** Entry name -> bytes, or the file to copy; sorted. */
    private static Map<String, Object> entries(final Workflow workflow, final Map<HostNode, Outcome> states,
        final String root)
        throws IOException, InvalidSettingsException {
        final var entries = new TreeMap<String, Object>();
        final Path folder = workflow.source().folder();
        try (var walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (final Path file : (Iterable<Path>)walk.filter(Files::isRegularFile)::iterator) {
                if (isKept(folder, file)) {
                    entries.put(root + "/" + folder.relativize(file).toString().replace('\\', '/'), file);
                }
            }
        }
        final NodeSettings file = new NodeSettings(WorkflowSource.WORKFLOW_FILE);
        final boolean configured = states.values().stream().allMatch(Outcome::isConfigured);
        for (final String key : workflow.file().keySet()) {
            final AbstractConfigEntry entry = workflow.file().getEntry(key);
            if (key.equals("state")) {
                file.addString(key, workflow.nodes().isEmpty() ? "EXECUTED" : NodeFile.state(configured));
            } else {
                file.addEntry(entry);
            }
        }
        entries.put(root + "/" + WorkflowSource.WORKFLOW_FILE, bytes(file));
        for (final HostNode node : workflow.nodes()) {
            final String path = root + "/" + node.settingsPath();
            if (entries.put(path, bytes(NodeFile.reset(node, states.get(node).isConfigured()))) instanceof byte[]) {
                throw new InvalidSettingsException("Two nodes share the settings file '" + node.settingsPath()
                    + "'. Open the workflow in KNIME and save it again.");
            }
        }
        return entries;
    }

    /** Leaves out what KNIME's export leaves out, and links that lead out of the workflow. */
    private static boolean isKept(final Path folder, final Path file) throws IOException {
        final Path relative = folder.relativize(file);
        if (NEVER.contains(relative.toString()) || FileTools.nameOf(file).startsWith("knime.log")
            || !file.toRealPath().startsWith(folder.toRealPath())) {
            return false;
        }
        // results lie in the folders of nodes; a file of the same name elsewhere is the user's
        for (Path at = relative; at != null && at.getParent() != null; at = at.getParent()) {
            if (Files.isRegularFile(folder.resolve(at.getParent()).resolve("settings.xml"))
                && isResult(at.getFileName().toString())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isResult(final String name) {
        return name.startsWith("port_") || name.startsWith("internalTables") || name.startsWith("filestore")
            || name.startsWith("model_") || name.equals("internal") || name.equals("drop") || name.equals("data.xml");
    }

    private static byte[] bytes(final NodeSettings settings) throws IOException {
        final var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toByteArray();
    }

    private static void write(final Map<String, Object> entries, final Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (final Map.Entry<String, Object> e : entries.entrySet()) {
                final var entry = new ZipEntry(e.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                if (e.getValue() instanceof Path path) {
                    Files.copy(path, zip);
                } else {
                    zip.write((byte[])e.getValue());
                }
                zip.closeEntry();
            }
        }
    }
}
