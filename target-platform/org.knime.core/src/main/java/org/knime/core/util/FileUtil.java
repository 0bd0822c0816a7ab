// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.scorewalk.standin.core.WorkPlace;

/**
 * Files: temporary ones, and those that a path or URL names; {@code knime://knime.workflow/} is the workflow's folder.
 */
public final class FileUtil {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private static final String KNIME = "knime";

    private static final String WORKFLOW = "knime.workflow";

    private static final int TIMEOUT_MILLIS = 10_000;

    private FileUtil() {
    }

    /**
     * @param prefix of the name
     * @return a new folder, deleted when the execution or the program ends
     * @throws IOException if it cannot be made
     */
    public static File createTempDir(final String prefix) throws IOException {
        return createTempDir(prefix, null);
    }

    /**
     * @param prefix of the name
     * @param rootDir folder that holds it; null for the usual one
     * @return a new folder, deleted when the execution or the program ends
     * @throws IOException if it cannot be made
     */
    public static File createTempDir(final String prefix, final File rootDir) throws IOException {
        final Path root = rootDir == null ? WorkPlace.temp() : rootDir.toPath();
        final File dir =
            (root == null ? Files.createTempDirectory(prefix) : Files.createTempDirectory(root, prefix)).toFile();
        if (root == null || rootDir != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteRecursively(dir), "temporary folder"));
        }
        return dir;
    }

    /**
     * @param prefix of the name
     * @param suffix of the name
     * @return a new file, deleted when the execution or the program ends
     * @throws IOException if it cannot be made
     */
    public static File createTempFile(final String prefix, final String suffix) throws IOException {
        return createTempFile(prefix, suffix, true);
    }

    /**
     * @param prefix of the name
     * @param suffix of the name
     * @param deleteOnExit whether it is deleted when the program ends; it is deleted with the execution in any case
     * @return a new file
     * @throws IOException if it cannot be made
     */
    public static File createTempFile(final String prefix, final String suffix, final boolean deleteOnExit)
        throws IOException {
        final Path root = WorkPlace.temp();
        final File file = (root == null ? Files.createTempFile(prefix, suffix)
            : Files.createTempFile(root, prefix, suffix)).toFile();
        if (root == null && deleteOnExit) {
            file.deleteOnExit();
        }
        return file;
    }

    /**
     * @param dir a file, or a folder with all that it holds; links are deleted, not followed
     * @return whether it is gone
     */
    public static boolean deleteRecursively(final File dir) {
        final File[] children = Files.isSymbolicLink(dir.toPath()) ? null : dir.listFiles();
        if (children != null) {
            for (final File child : children) {
                deleteRecursively(child);
            }
        }
        try {
            Files.deleteIfExists(dir.toPath());
            return true;
        } catch (IOException e) { // NOSONAR the answer tells
            return false;
        }
    }

    /**
     * @param fileUrl a file: URL
     * @return the file
     */
    public static File getFileFromURL(final URL fileUrl) {
        if (!"file".equalsIgnoreCase(fileUrl.getProtocol())) {
            throw new IllegalArgumentException("Not a file URL: " + fileUrl);
        }
        return new File(decodedPath(fileUrl));
    }

    private static String decodedPath(final URL url) {
        try {
            final String path = url.toURI().getPath();
            return path == null ? url.getPath() : path;
        } catch (URISyntaxException e) { // NOSONAR blanks and the like were not encoded
            return url.getPath();
        }
    }

    /**
     * @param urlOrPath a URL, or a path of a file
     * @return the URL
     * @throws InvalidPathException if it is neither
     * @throws MalformedURLException if it is neither
     */
    public static URL toURL(final String urlOrPath) throws InvalidPathException, MalformedURLException {
        if (!SCHEME.matcher(urlOrPath).matches()) {
            return Path.of(urlOrPath).toAbsolutePath().toUri().toURL();
        }
        return urlOrPath.toLowerCase(java.util.Locale.ROOT).startsWith(KNIME + ":")
            ? new URL(null, urlOrPath, new WorkflowUrls()) : new URL(urlOrPath);
    }

    /**
     * @param url a URL
     * @return the file that it names; null if it names none on this machine
     * @throws IOException if it is a knime: URL that means nothing here
     * @throws URISyntaxException if it is malformed
     */
    public static Path resolveToPath(final URL url) throws IOException, URISyntaxException {
        if ("file".equalsIgnoreCase(url.getProtocol())) {
            return url.getAuthority() == null || url.getAuthority().isEmpty() ? getFileFromURL(url).toPath()
                : Path.of(new URI(url.toString()));
        }
        if (!KNIME.equalsIgnoreCase(url.getProtocol())) {
            return null;
        }
        if (!WORKFLOW.equals(url.getHost())) {
            throw new IOException("The location \"" + url + "\" means nothing outside KNIME; use a path below "
                + "knime://knime.workflow/ instead.");
        }
        final Path workflow = WorkPlace.workflow();
        if (workflow == null) {
            throw new IOException("The location \"" + url + "\" needs a workflow, and there is none.");
        }
        final String path = decodedPath(url);
        return workflow.resolve(path.startsWith("/") ? path.substring(1) : path).normalize();
    }

    /**
     * @param url a URL
     * @return its content
     * @throws IOException if it cannot be read
     */
    public static InputStream openStreamWithTimeout(final URL url) throws IOException {
        return openStreamWithTimeout(url, TIMEOUT_MILLIS);
    }

    /**
     * @param url a URL
     * @param timeoutInMilliseconds longest time to wait for a connection and for data
     * @return its content
     * @throws IOException if it cannot be read
     */
    public static InputStream openStreamWithTimeout(final URL url, final int timeoutInMilliseconds)
        throws IOException {
        try {
            final Path path = resolveToPath(url);
            if (path != null) {
                return Files.newInputStream(path);
            }
        } catch (URISyntaxException e) {
            throw new IOException("The location \"" + url + "\" is malformed: " + e.getMessage(), e);
        }
        final URLConnection connection = url.openConnection();
        connection.setConnectTimeout(timeoutInMilliseconds);
        connection.setReadTimeout(timeoutInMilliseconds);
        return connection.getInputStream();
    }

    /** Opens knime: URLs as files. */
    private static final class WorkflowUrls extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(final URL u) throws IOException {
            try {
                return resolveToPath(u).toUri().toURL().openConnection();
            } catch (URISyntaxException e) {
                throw new IOException("The location \"" + u + "\" is malformed: " + e.getMessage(), e);
            }
        }
    }
}
