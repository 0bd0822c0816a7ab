// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.url;

import java.net.URL;

/** The file that a node was made for. */
public interface URLConfiguration {

    /** @return the file, null if none */
    URL getUrl();
}
