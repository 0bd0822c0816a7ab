// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field with this annotation is an option of the dialog and of the node's description.
 * Both texts are XML fragments: {@code &} and {@code <} have to be escaped.
 *
 * <p>There is no {@code effect} member here on purpose: its type differs between KNIME 5.8 and 5.12.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Inherited
public @interface Widget {
    String title();

    String description();

    boolean advanced() default false;
}
