// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.util.function.Supplier;

/** A page that is a file of a bundle. The file has to be there when the page is defined. */
public non-sealed class FromFilePage extends Page {

    private final Class<?> m_bundleClass;

    private final String m_basePath;

    FromFilePage(final Class<?> bundleClass, final String basePath, final String relativeFilePath) {
        super(resource(bundleClass, basePath, relativeFilePath));
        m_bundleClass = bundleClass;
        m_basePath = basePath;
    }

    /** Adds a file under the page's folder. */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        add(resource(m_bundleClass, m_basePath, relativeFilePath));
        return this;
    }

    @Override
    public FromFilePage addResourceFromString(final Supplier<String> content, final String relativePath) {
        super.addResourceFromString(content, relativePath);
        return this;
    }

    private static Resource resource(final Class<?> bundleClass, final String basePath, final String path) {
        final var url = BundleFiles.find(bundleClass, basePath + "/" + path);
        return new SuppliedResource(path, url::openStream);
    }
}
