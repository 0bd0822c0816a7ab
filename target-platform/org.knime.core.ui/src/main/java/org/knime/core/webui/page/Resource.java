// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;

/** A file of a page. Internal to KNIME: nodes never name it. */
public interface Resource {

    String getRelativePath();

    InputStream getInputStream() throws IOException;

    ContentType getContentType();

    /** Kinds of file. */
    enum ContentType {
        HTML, SHADOW_APP, SVG, PNG
    }
}
