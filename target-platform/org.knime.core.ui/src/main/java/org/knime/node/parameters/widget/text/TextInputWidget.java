// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Checks of a text field. They guard the dialog only. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {
    String placeholder() default "";

    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    Class<? extends StateProvider<String>> placeholderProvider() default NoStringProvider.class;

    Class<? extends StateProvider<? extends PatternValidation>> patternValidationProvider()
        default NoPatternProvider.class;

    Class<? extends StateProvider<? extends MaxLengthValidation>> maxLengthValidationProvider()
        default NoMaxLengthProvider.class;

    Class<? extends StateProvider<? extends MinLengthValidation>> minLengthValidationProvider()
        default NoMinLengthProvider.class;
}
