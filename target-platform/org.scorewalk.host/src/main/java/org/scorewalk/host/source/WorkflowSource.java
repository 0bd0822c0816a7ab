// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.scorewalk.host.ExitCode;
import org.scorewalk.host.FileTools;
import org.scorewalk.host.HostException;

/**
 * A workflow on disk: a folder with {@code workflow.knime}, or a .knwf unpacked to a temporary folder.
 *
 * @param folder the folder that holds workflow.knime
 * @param name the workflow's name, which is the folder's name
 */
public record WorkflowSource(Path folder, String name) {

    /** The file that makes a folder a workflow. */
    public static final String WORKFLOW_FILE = "workflow.knime";

    /**
     * @param argument what the user gave: a folder, its workflow.knime, or a .knwf file
     * @param temporary an existing folder of this run; archives are unpacked below it
     * @return the workflow
     * @throws HostException if there is no such workflow
     */
    public static WorkflowSource open(final String argument, final Path temporary) throws HostException {
        final Path path;
        try {
            path = Path.of(argument).toAbsolutePath().normalize();
        } catch (final InvalidPathException e) {
            throw new HostException(ExitCode.USAGE, "'" + argument + "' is not a path.", e);
        }
        if (Files.isDirectory(path)) {
            return openFolder(path);
        }
        if (!Files.exists(path)) {
            throw HostException.usage("There is no workflow '" + argument
                + "'. Give the folder of a KNIME workflow or a .knwf file.");
        }
        if (FileTools.nameOf(path).equals(WORKFLOW_FILE)) {
            return openFolder(path.getParent());
        }
        return openArchive(path, temporary);
    }

    private static WorkflowSource openFolder(final Path folder) throws HostException {
        if (!Files.isRegularFile(folder.resolve(WORKFLOW_FILE))) {
            throw HostException.notLoadable("The folder '" + folder + "' is no KNIME workflow: it holds no file '"
                + WORKFLOW_FILE + "'. Give a folder that holds one." + workflowsBelow(folder));
        }
        return new WorkflowSource(folder, FileTools.nameOf(folder));
    }

    private static String workflowsBelow(final Path folder) {
        try (var children = Files.list(folder)) {
            final List<String> names = children.filter(c -> Files.isRegularFile(c.resolve(WORKFLOW_FILE)))
                .map(FileTools::nameOf).sorted().toList();
            return names.isEmpty() ? ""
                : " Workflows in it are " + names.stream().limit(10).collect(Collectors.joining(", "))
                    + (names.size() > 10 ? ", ..." : "") + ".";
        } catch (final IOException e) {
            return " It cannot be listed: " + FileTools.reason(e) + ".";
        }
    }

    private static WorkflowSource openArchive(final Path file, final Path temporary) throws HostException {
        try {
            final Path target = Files.createTempDirectory(temporary, "workflow").toRealPath();
            final Path root = new KnwfReader(file, KnwfReader.Limits.DEFAULT).unpackTo(target);
            final String name = root.equals(target) ? FileTools.nameOf(file).replaceFirst("\\.[A-Za-z]+$", "")
                : FileTools.nameOf(root);
            return new WorkflowSource(root, name);
        } catch (final IOException e) {
            throw new HostException(ExitCode.NOT_LOADABLE,
                "The archive '" + FileTools.nameOf(file) + "' cannot be read: " + FileTools.reason(e) + ".", e);
        }
    }
}
