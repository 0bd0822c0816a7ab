// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.FluentNodeAPI;

/**
 * The page of a view and the files it needs. Internal to KNIME: nodes reach it through the steps of a view's
 * definition and never name it.
 */
public sealed class Page implements Resource, FluentNodeAPI permits FromFilePage {

    private final Resource m_page;

    private final Map<String, Resource> m_resources = new LinkedHashMap<>();

    Page(final Resource page) {
        m_page = page;
    }

    public static RequireFromFileOrString create() {
        return new PageBuilder();
    }

    /** Adds a text under a path relative to the page. */
    public Page addResourceFromString(final Supplier<String> content, final String relativePath) {
        add(new SuppliedResource(relativePath,
            () -> new ByteArrayInputStream(content.get().getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    final void add(final Resource resource) {
        m_resources.put(resource.getRelativePath(), resource);
    }

    public Optional<Resource> getResource(final String relativePath) {
        return Optional.ofNullable(m_resources.get(relativePath));
    }

    @Override
    public String getRelativePath() {
        return m_page.getRelativePath();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return m_page.getInputStream();
    }

    @Override
    public ContentType getContentType() {
        return m_page.getContentType();
    }

    /** First step: where the page comes from. */
    public interface RequireFromFileOrString {

        RequireBundle fromFile();

        RequireRelativePath fromString(StringSupplier content, Charset charset);

        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }
    }

    /** The bundle that holds the file. */
    public interface RequireBundle {

        RequireBasePath bundleClass(Class<?> clazz);
    }

    /** The folder in the bundle. */
    @FunctionalInterface
    public interface RequireBasePath {

        RequireRelativeFilePath basePath(String basePath);
    }

    /** The file in the folder. */
    @FunctionalInterface
    public interface RequireRelativeFilePath {

        FromFilePage relativeFilePath(String relativeFilePath);
    }

    /** The path under which a text is served. */
    @FunctionalInterface
    public interface RequireRelativePath {

        Page relativePath(String relativePath);
    }

    /** Makes a page's text. */
    @FunctionalInterface
    public interface StringSupplier extends Supplier<String> {
    }
}
