// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A titled part of the dialog and of the node's description.
 * KNIME up to 5.8 has a default for the title, later ones have none: a title is required here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {
    String title();

    String description() default "";

    boolean sideDrawer() default false;
}
