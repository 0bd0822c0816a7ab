// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** Checks of a text. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /** The text has to match a regular expression. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        @Override
        public String getErrorMessage() {
            return "The text has to match the pattern " + getPattern() + ".";
        }

        protected abstract String getPattern();

        /** Not only blanks. */
        public static final class IsNotBlankValidation extends PatternValidation {

            @Override
            public String getErrorMessage() {
                return "The text must not be blank.";
            }

            @Override
            public String getPattern() {
                return "(?s).*\\S.*";
            }
        }

        /** At least one character. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {

            @Override
            public String getErrorMessage() {
                return "The text must not be empty.";
            }

            @Override
            protected int getMinLength() {
                return 1;
            }
        }

        /** Exactly one character. */
        public static final class IsSingleCharacterValidation extends PatternValidation {

            @Override
            public String getErrorMessage() {
                return "The text has to be a single character.";
            }

            @Override
            public String getPattern() {
                return "(?s).";
            }
        }
    }

    /** The text has a least length. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        @Override
        public String getErrorMessage() {
            return "The text needs at least " + getMinLength() + " characters.";
        }

        protected abstract int getMinLength();
    }

    /** The text has a greatest length. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        @Override
        public String getErrorMessage() {
            return "The text must not be longer than " + getMaxLength() + " characters.";
        }

        protected abstract int getMaxLength();

        /** At most one character. */
        public static final class HasAtMaxOneCharValidation extends MaxLengthValidation {

            @Override
            public int getMaxLength() {
                return 1;
            }
        }
    }
}
