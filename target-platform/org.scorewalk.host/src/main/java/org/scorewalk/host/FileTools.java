// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** File names and folders. */
public final class FileTools {

    /** File systems take 255 bytes; there must be room for a number and an ending. */
    private static final int MAX_BYTES = 200;

    /** Names that Windows reserves, with or without an ending. */
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4",
        "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileTools() {
    }

    /**
     * Makes a text usable as one path component on Linux, macOS and Windows.
     *
     * @param text any text, e.g. a node's name
     * @return the text with {@code _} for what file systems refuse; never empty, never "." or ".."
     */
    public static String safeName(final String text) {
        final var name = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (Character.isISOControl(c) || "<>:\"/\\|?*".indexOf(c) >= 0
                || Character.getType(c) == Character.SURROGATE) {
                name.append('_');
            } else {
                name.appendCodePoint(c);
            }
        });
        String result = name.toString().strip();
        while (result.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            result = result.substring(0, result.offsetByCodePoints(result.length(), -1));
        }
        result = result.strip();
        while (result.endsWith(".")) { // Windows drops trailing dots
            result = result.substring(0, result.length() - 1) + "_";
        }
        final int dot = result.indexOf('.');
        final String stem = (dot < 0 ? result : result.substring(0, dot)).toLowerCase(Locale.ROOT);
        return result.isEmpty() || RESERVED.contains(stem) ? "_" + result : result;
    }

    /**
     * Deletes a file or a folder with all it holds; links are deleted, not followed.
     *
     * @param path what to delete; nothing happens when it does not exist
     * @throws IOException if something cannot be deleted
     */
    public static void delete(final Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attrs) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(final Path file, final IOException e) throws IOException {
                if (e instanceof NoSuchFileException) { // somebody else deleted it: that is what we want
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path dir, final IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * @param path a file or folder
     * @return its own name, also for "." and "/"
     */
    public static String nameOf(final Path path) {
        final Path absolute = path.toAbsolutePath().normalize();
        final Path name = absolute.getFileName();
        return name == null ? "root" : name.toString();
    }

    /**
     * @param e an exception of the file system
     * @return its reason as a short text for the user; file system exceptions often carry nothing but the path
     */
    public static String reason(final IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof java.nio.file.FileAlreadyExistsException) {
            return "a file of that name exists";
        }
        if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
