// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a parameter, or a section, that the dialog shows only on demand. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {
}
