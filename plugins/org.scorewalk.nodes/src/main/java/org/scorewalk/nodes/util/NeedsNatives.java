// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the factory of a node that loads native libraries when it is executed, so that whoever runs a workflow can
 * provide them for those workflows that need them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NeedsNatives {
}
