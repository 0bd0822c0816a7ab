// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Skeleton. */
public final class FileUtil {
    private FileUtil() { }
    public static File createTempDir(final String prefix) throws IOException { throw new UnsupportedOperationException(); }
    public static File createTempDir(final String prefix, final File rootDir) throws IOException { throw new UnsupportedOperationException(); }
    public static File createTempFile(final String prefix, final String suffix) throws IOException { throw new UnsupportedOperationException(); }
    public static File createTempFile(final String prefix, final String suffix, final boolean deleteOnExit) throws IOException { throw new UnsupportedOperationException(); }
    public static boolean deleteRecursively(final File dir) { throw new UnsupportedOperationException(); }
    public static File getFileFromURL(final URL fileUrl) { throw new UnsupportedOperationException(); }
    public static URL toURL(final String urlOrPath) throws InvalidPathException, MalformedURLException { throw new UnsupportedOperationException(); }
    public static Path resolveToPath(final URL url) throws IOException, URISyntaxException { throw new UnsupportedOperationException(); }

    /**
     * Opens a URL with the default limits of time.
     *
     * @param url the URL
     * @return its bytes
     * @throws IOException if it cannot be read
     */
    public static InputStream openStreamWithTimeout(final URL url) throws IOException {
        final var connection = url.openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection.getInputStream();
    }

    private static final int TIMEOUT_MILLIS = 10_000;
}
