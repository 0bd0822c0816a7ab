// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.output;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.scorewalk.host.ExitCode;
import org.scorewalk.host.FileTools;
import org.scorewalk.host.HostException;

/**
 * The folder of results. All files are written to a hidden folder beside their final place and moved when every one of
 * them is complete, so that an interrupted or failed run leaves the earlier results as they were. A new folder appears
 * by one rename; in an existing folder the files that the earlier run wrote are replaced and files of other origin are
 * left alone.
 */
final class OutputFolder implements AutoCloseable {

    private final Path m_target;

    private final Path m_staging;

    private final boolean m_isNew;

    private final List<Path> m_createdParents;

    /** Names in use, in lower case because some file systems know no other. */
    private final Set<String> m_names = ConcurrentHashMap.newKeySet();

    private boolean m_committed;

    private OutputFolder(final Path target, final Path staging, final boolean isNew, final List<Path> createdParents) {
        m_target = target;
        m_staging = staging;
        m_isNew = isNew;
        m_createdParents = createdParents;
    }

    /**
     * Says early, before anything is computed, when results could not be written.
     *
     * @param target the folder of results
     * @throws HostException if it cannot be used
     */
    static void check(final Path target) throws HostException {
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw HostException.usage("The results cannot go to '" + target
                + "': it is a file. Give another folder with --out.");
        }
        Path existing = target;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw HostException.usage("The results cannot go to '" + target + "': the folder '" + existing
                + "' cannot be written. Give another folder with --out.");
        }
        final Path summary = target.resolve(SummaryFile.NAME);
        if (Files.exists(summary) && !SummaryFile.isOurs(summary)) {
            throw HostException.usage("The folder '" + target + "' holds a file '" + SummaryFile.NAME
                + "' that another program wrote. Give another folder with --out.");
        }
    }

    /**
     * @param target the folder of results
     * @return a place to write them
     * @throws HostException if it cannot be made
     */
    static OutputFolder create(final Path target) throws HostException {
        final var created = new ArrayList<Path>();
        try {
            final boolean isNew = !Files.exists(target);
            final Path parent = isNew ? target.getParent() : target;
            for (Path p = parent; p != null && !Files.exists(p); p = p.getParent()) {
                created.add(p);
            }
            Files.createDirectories(parent);
            final Path staging = hiddenFolder(parent, target, "unfinished");
            return new OutputFolder(target, staging, isNew, created);
        } catch (final IOException e) {
            removeIfEmpty(created);
            throw notWritten(target, e);
        }
    }

    /**
     * With the rights of any new folder, unlike what {@link Files#createTempDirectory} makes, since it becomes the
     * final one.
     */
    private static Path hiddenFolder(final Path parent, final Path target, final String what) throws IOException {
        final var name = "." + FileTools.nameOf(target) + "-" + what + "-"
            + Long.toHexString(new SecureRandom().nextLong());
        return Files.createDirectory(parent.resolve(name));
    }

    static HostException notWritten(final Path target, final IOException e) {
        return new HostException(ExitCode.NOT_WRITTEN, "The results cannot be written to '" + target + "': "
            + FileTools.reason(e)
            + ". Make room or give another folder with --out. Earlier results there were left as they are.", e);
    }

    /**
     * @param base a name without ending, any text
     * @param ending the ending without dot; empty for a folder
     * @return a file to write, not yet existing, whose name no other call gave
     */
    Path newFile(final String base, final String ending) {
        return newFileIn(m_staging, base, ending);
    }

    /**
     * @param folder a folder that {@link #newFile} gave
     * @param base a name without ending, any text
     * @param ending the ending without dot; empty for a folder
     * @return a file to write in that folder, not yet existing, whose name no other call gave
     */
    Path newFileIn(final Path folder, final String base, final String ending) {
        final String safe = FileTools.safeName(base);
        final String dotted = ending.isEmpty() ? "" : "." + ending;
        String name = safe + dotted;
        for (int i = 2; !m_names.add(folder + "/" + name.toLowerCase(Locale.ROOT)); i++) {
            name = safe + " (" + i + ")" + dotted;
        }
        return folder.resolve(name);
    }

    /**
     * @param file a file that {@link #newFile} gave, or one in a folder that it gave
     * @return its path relative to the folder of results, with forward slashes
     */
    String relative(final Path file) {
        return m_staging.relativize(file).toString().replace('\\', '/');
    }

    /** @return the folder of results */
    Path target() {
        return m_target;
    }

    /**
     * @param next a file that will be written
     * @return all files written and that one, relative, sorted
     */
    List<String> filesWith(final Path next) throws IOException {
        final var files = new TreeSet<>(files());
        files.add(relative(next));
        return List.copyOf(files);
    }

    private List<String> files() throws IOException {
        try (var walk = Files.walk(m_staging)) {
            return walk.filter(Files::isRegularFile).map(this::relative).sorted().toList();
        }
    }

    /**
     * Puts the files to their final place.
     *
     * @throws HostException if that fails; then the earlier results are still there
     */
    void commit() throws HostException {
        try {
            if (m_isNew && moveAsWhole()) {
                m_committed = true;
                return;
            }
            moveOneByOne();
            m_committed = true;
        } catch (final IOException e) {
            throw notWritten(m_target, e);
        }
    }

    private boolean moveAsWhole() throws IOException {
        try {
            Files.move(m_staging, m_target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (final FileSystemException e) {
            if (!Files.isDirectory(m_target)) {
                throw e;
            }
            return false; // another run was faster
        }
    }

    private void moveOneByOne() throws IOException {
        final Path aside = hiddenFolder(m_staging.getParent(), m_target, "earlier");
        final Map<Path, Path> undo = new LinkedHashMap<>(); // where a file is now -> where it was
        final var folders = new TreeSet<Path>();
        try {
            final var names = new TreeSet<>(files());
            final var replaced = new TreeSet<>(SummaryFile.filesOf(m_target.resolve(SummaryFile.NAME)));
            replaced.addAll(names);
            // the summary goes first and comes last: a folder that has one is complete
            final var order = new ArrayList<>(replaced);
            order.remove(SummaryFile.NAME);
            order.add(0, SummaryFile.NAME);
            for (final String name : order) {
                final Path old = m_target.resolve(name).normalize();
                // files only: a folder of that name is not ours, whatever the summary says
                if (old.startsWith(m_target) && Files.exists(old, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)) {
                    move(old, aside.resolve(name), undo);
                    folders.add(old.getParent());
                }
            }
            names.remove(SummaryFile.NAME);
            for (final String name : names) {
                move(m_staging.resolve(name), m_target.resolve(name), undo);
            }
            move(m_staging.resolve(SummaryFile.NAME), m_target.resolve(SummaryFile.NAME), undo);
        } catch (final IOException e) {
            if (undo(undo, e)) {
                FileTools.delete(aside);
            }
            throw e;
        }
        FileTools.delete(aside);
        folders.remove(m_target);
        removeIfEmpty(List.copyOf(folders)); // folders of cell files that only the earlier run filled
    }

    private static boolean undo(final Map<Path, Path> moves, final IOException reason) {
        final var reversed = new ArrayList<>(moves.entrySet());
        Collections.reverse(reversed);
        boolean complete = true;
        for (final var move : reversed) {
            try {
                Files.move(move.getKey(), move.getValue());
            } catch (final IOException e) {
                reason.addSuppressed(e);
                complete = false;
            }
        }
        return complete;
    }

    private static void move(final Path from, final Path to, final Map<Path, Path> undo) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to);
        undo.put(to, from);
    }

    private static void removeIfEmpty(final List<Path> folders) {
        for (final Path folder : folders) { // innermost first
            try {
                Files.deleteIfExists(folder);
            } catch (final IOException e) {
                continue; // it holds something else, so somebody uses it
            }
        }
    }

    /** Removes what is unfinished; a writer that was left behind may just have added a file. */
    @Override
    public void close() throws IOException {
        try {
            FileTools.delete(m_staging);
        } catch (final DirectoryNotEmptyException e) { // NOSONAR: told if it happens again
            FileTools.delete(m_staging);
        }
        if (!m_committed) {
            removeIfEmpty(m_createdParents);
        }
    }
}
