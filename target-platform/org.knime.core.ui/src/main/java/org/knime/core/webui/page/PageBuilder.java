// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;

import org.knime.core.webui.page.Page.RequireBundle;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.core.webui.page.Page.RequireRelativePath;
import org.knime.core.webui.page.Page.StringSupplier;

/** The steps that make a page. */
final class PageBuilder implements RequireFromFileOrString {

    @Override
    public RequireBundle fromFile() {
        return clazz -> basePath -> relativeFilePath -> new FromFilePage(clazz, basePath, relativeFilePath);
    }

    @Override
    public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
        return relativePath -> new Page(
            new SuppliedResource(relativePath, () -> new ByteArrayInputStream(content.get().getBytes(charset))));
    }
}
