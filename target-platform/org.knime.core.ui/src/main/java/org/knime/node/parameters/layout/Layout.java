// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The section, or other part of the layout, that a field or group belongs to. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {
    Class<?> value();
}
