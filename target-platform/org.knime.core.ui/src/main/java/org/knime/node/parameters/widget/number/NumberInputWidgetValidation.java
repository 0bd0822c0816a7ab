// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** Limits of a number. */
public sealed interface NumberInputWidgetValidation extends BuiltinValidation {

    /** Whether the limit itself is excluded. */
    default boolean isExclusive() {
        return false;
    }

    /** A lower limit. */
    abstract non-sealed class MinValidation implements NumberInputWidgetValidation {

        @Override
        public String getErrorMessage() {
            return "The value has to be " + (isExclusive() ? "greater than " : "at least ") + Limits.text(getMin())
                + ".";
        }

        protected abstract double getMin();

        /** Zero or more. */
        public static final class IsNonNegativeValidation extends MinValidation {

            @Override
            public double getMin() {
                return 0;
            }
        }

        /** One or more. */
        public static final class IsPositiveIntegerValidation extends MinValidation {

            @Override
            public double getMin() {
                return 1;
            }
        }

        /** More than zero. */
        public static final class IsPositiveDoubleValidation extends MinValidation {

            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** An upper limit. */
    abstract non-sealed class MaxValidation implements NumberInputWidgetValidation {

        @Override
        public String getErrorMessage() {
            return "The value has to be " + (isExclusive() ? "less than " : "at most ") + Limits.text(getMax()) + ".";
        }

        protected abstract double getMax();
    }
}
