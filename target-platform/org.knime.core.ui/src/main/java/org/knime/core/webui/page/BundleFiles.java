// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the files of a bundle: through its class loader, or, where a build tool keeps classes and other files apart,
 * in the folder of the project that the classes were compiled in.
 */
final class BundleFiles {

    private static final int FOLDERS_UP = 3; // target/classes of a Maven project, bin of an Eclipse one

    private BundleFiles() {
    }

    static URL find(final Class<?> bundleClass, final String path) {
        final var url = bundleClass.getResource("/" + path);
        return url != null ? url : beside(bundleClass, path).orElseThrow(() -> new NullPointerException(
            "The file '" + path + "' is not in the bundle of " + bundleClass.getName() + "."));
    }

    private static Optional<URL> beside(final Class<?> bundleClass, final String path) {
        final var source = bundleClass.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return Optional.empty();
        }
        try {
            var folder = Path.of(source.getLocation().toURI());
            for (int i = 0; i < FOLDERS_UP && folder != null && Files.isDirectory(folder); i++) {
                final var file = folder.resolve(path);
                if (Files.isRegularFile(file)) {
                    return Optional.of(file.toUri().toURL());
                }
                folder = folder.getParent();
            }
            return Optional.empty();
        } catch (final URISyntaxException | MalformedURLException e) {
            throw new IllegalStateException("The location " + source.getLocation() + " cannot be read.", e);
        }
    }
}
