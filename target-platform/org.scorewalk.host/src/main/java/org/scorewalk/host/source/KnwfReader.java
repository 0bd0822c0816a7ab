// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.scorewalk.host.FileTools;
import org.scorewalk.host.HostException;

/**
 * Unpacks a .knwf (a zip with one workflow folder) that may come from a stranger: names that leave the folder, entries
 * that stand twice and zips that swell beyond all measure are refused before anything is used.
 */
final class KnwfReader {

    /** What an archive may hold. */
    record Limits(int entries, long bytes, long ratio, long freeBytes) {
        /** 2 GiB in 50,000 files; at most 200 bytes from one, the first 64 MiB excepted. */
        static final Limits DEFAULT = new Limits(50_000, 2L << 30, 200, 64L << 20);
    }

    private static final int BUFFER = 1 << 16;

    private final Path m_archive;

    private final Limits m_limits;

    KnwfReader(final Path archive, final Limits limits) {
        m_archive = archive;
        m_limits = limits;
    }

    /**
     * @param target an empty folder
     * @return the folder in target that holds workflow.knime
     * @throws HostException if the archive is no workflow or breaks a limit
     * @throws IOException if the target cannot be written
     */
    Path unpackTo(final Path target) throws HostException, IOException {
        final ZipFile zip;
        try {
            zip = new ZipFile(m_archive.toFile(), StandardCharsets.UTF_8);
        } catch (final ZipException | IllegalArgumentException e) {
            throw unreadable(e);
        }
        try (zip) {
            final List<ZipEntry> files = check(zip);
            final Path root = target.resolve(rootOf(files));
            final long compressed = Files.size(m_archive);
            final long allowed = Math.min(m_limits.bytes(), m_limits.freeBytes() + m_limits.ratio() * compressed);
            long total = 0;
            for (final ZipEntry entry : files) {
                total = unpack(zip, entry, target, total, allowed);
            }
            return root.normalize();
        }
    }

    private List<ZipEntry> check(final ZipFile zip) throws HostException {
        if (zip.size() > m_limits.entries()) {
            throw refuse("holds " + zip.size() + " entries; more than " + m_limits.entries() + " are not read.", null);
        }
        final var files = new ArrayList<ZipEntry>();
        final var names = new HashSet<String>();
        final Map<String, String> parents = new HashMap<>();
        for (final var entries = zip.entries(); entries.hasMoreElements();) {
            final ZipEntry entry = next(entries);
            final String name = entry.getName();
            final String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            if (!isSafe(plain)) {
                throw refuse("holds the entry '" + printable(name) + "', which points outside the workflow's folder or "
                    + "is no valid name. Do not trust this file.", null);
            }
            if (!names.add(plain)) {
                throw refuse("holds the entry '" + printable(name) + "' twice. Export it again from KNIME.", null);
            }
            for (int slash = plain.indexOf('/'); slash > 0; slash = plain.indexOf('/', slash + 1)) {
                parents.put(plain.substring(0, slash), name);
            }
            if (!entry.isDirectory()) {
                files.add(entry);
            }
        }
        for (final ZipEntry file : files) {
            if (parents.containsKey(file.getName())) {
                throw refuse("holds '" + printable(file.getName()) + "' as a file and as a folder.", null);
            }
        }
        return files;
    }

    private ZipEntry next(final Enumeration<? extends ZipEntry> entries) throws HostException {
        try {
            return entries.nextElement();
        } catch (final IllegalArgumentException e) { // its name is no UTF-8
            throw unreadable(e);
        }
    }

    private HostException unreadable(final Exception e) {
        return refuse("is not a readable zip archive (" + e.getMessage() + "). Export it again from KNIME.", e);
    }

    private static boolean isSafe(final String name) {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0
            || name.matches("^[A-Za-z]:.*")) {
            return false;
        }
        for (final String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** The one folder with a workflow that lies in no other workflow. */
    private String rootOf(final List<ZipEntry> files) throws HostException {
        final Set<String> folders = new HashSet<>();
        for (final ZipEntry file : files) {
            final String name = file.getName();
            if (name.equals(WorkflowSource.WORKFLOW_FILE)) {
                folders.add("");
            } else if (name.endsWith("/" + WorkflowSource.WORKFLOW_FILE)) {
                folders.add(name.substring(0, name.length() - WorkflowSource.WORKFLOW_FILE.length() - 1));
            }
        }
        // metanodes and components have a workflow.knime of their own below the workflow's
        final List<String> roots = folders.stream()
            .filter(f -> folders.stream().noneMatch(o -> !o.equals(f) && (o.isEmpty() || f.startsWith(o + "/"))))
            .sorted().toList();
        if (roots.isEmpty()) {
            throw refuse("holds no workflow: there is no '" + WorkflowSource.WORKFLOW_FILE + "' in it. "
                + "Export the workflow again from KNIME.", null);
        }
        if (roots.size() > 1) {
            throw refuse("holds " + roots.size() + " workflows (" + String.join(", ", roots)
                + "). Unpack it and run one folder at a time.", null);
        }
        return roots.get(0);
    }

    private long unpack(final ZipFile zip, final ZipEntry entry, final Path target, final long before,
        final long allowed)
        throws HostException, IOException {
        final Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw refuse("holds the entry '" + printable(entry.getName())
                + "', which points outside the workflow's folder.", null);
        }
        Files.createDirectories(file.getParent());
        long total = before;
        final var crc = new CRC32(); // the zip classes of Java do not compare it
        try (InputStream in = zip.getInputStream(entry); var out = Files.newOutputStream(file)) {
            final byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n; // counted, since the sizes that the archive states may be lies
                if (total > allowed) {
                    throw refuse("unpacks to more than " + (allowed >> 20) + " MiB, which is out of proportion to its "
                        + "size. Do not trust this file; if it is yours, unpack it and run the folder.", null);
                }
                crc.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            if (crc.getValue() != entry.getCrc() || total - before != entry.getSize()) {
                throw new ZipException("its check sum is wrong");
            }
        } catch (final ZipException | java.io.EOFException e) {
            throw refuse("is damaged at the entry '" + printable(entry.getName()) + "' (" + e.getMessage()
                + "). Export it again from KNIME.", e);
        }
        return total;
    }

    private static String printable(final String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private HostException refuse(final String what, final Exception cause) {
        return new HostException(org.scorewalk.host.ExitCode.NOT_LOADABLE,
            "The archive '" + FileTools.nameOf(m_archive) + "' " + what, cause);
    }
}
