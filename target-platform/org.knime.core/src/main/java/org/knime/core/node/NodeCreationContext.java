// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.net.URL;

/** Where a node comes from that was made by dropping a file. */
public class NodeCreationContext {

    private final URL m_url;

    /** @param url the file */
    public NodeCreationContext(final URL url) {
        m_url = url;
    }

    /** @return the file */
    public URL getUrl() {
        return m_url;
    }
}
