// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image;

import org.knime.core.data.DataValue;

/** Skeleton. */
public interface ImageValue extends DataValue {
    public ImageContent getImageContent();
    public String getImageExtension();
}
