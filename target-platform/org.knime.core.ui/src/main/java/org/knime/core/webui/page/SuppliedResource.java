// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** A file whose bytes are made when they are asked for. */
record SuppliedResource(String getRelativePath, Content content) implements Resource {

    /** Opens the bytes. */
    @FunctionalInterface
    interface Content {

        InputStream open() throws IOException;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return content.open();
    }

    @Override
    public ContentType getContentType() {
        final var ending = getRelativePath.substring(getRelativePath.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "html" -> ContentType.HTML;
            case "js" -> ContentType.SHADOW_APP;
            case "svg" -> ContentType.SVG;
            case "png" -> ContentType.PNG;
            default -> throw new IllegalArgumentException(
                "The file '" + getRelativePath + "' is neither html, js, svg nor png.");
        };
    }
}
