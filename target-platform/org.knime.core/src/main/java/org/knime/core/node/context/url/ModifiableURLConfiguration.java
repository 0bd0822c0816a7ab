// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.url;

import java.net.URL;

import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;

/** The file that a node was made for, settable. */
public interface ModifiableURLConfiguration
    extends URLConfiguration, DeepCopy<ModifiableURLConfiguration>, NodeSettingsPersistable {

    /** @param url the file */
    void setURL(URL url);
}
