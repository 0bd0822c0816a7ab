// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.io.File;
import java.io.IOException;
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
}
