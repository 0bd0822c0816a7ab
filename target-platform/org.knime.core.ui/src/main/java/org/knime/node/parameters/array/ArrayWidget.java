// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;

/** How an array of parameter groups looks in the dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {
    String addButtonText() default "";

    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    String elementTitle() default "";

    boolean showSortButtons() default false;

    boolean hasFixedSize() default false;

    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;

    /** The look of one element. */
    enum ElementLayout {
        VERTICAL_CARD, HORIZONTAL_SINGLE_LINE
    }
}
