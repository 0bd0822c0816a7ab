// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A floating-point number. */
public interface DoubleValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new DoubleUtilityFactory();

    /** @return the number */
    double getDoubleValue();

    /** Facts about this kind of value. */
    class DoubleUtilityFactory extends ExtensibleUtilityFactory {

        protected DoubleUtilityFactory() {
            super(DoubleValue.class);
        }

        @Override
        public String getName() {
            return "Number (Float)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
