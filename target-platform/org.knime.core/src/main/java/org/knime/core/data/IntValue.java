// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A number of 32 bits. */
public interface IntValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new IntUtilityFactory();

    /** @return the number */
    int getIntValue();

    /** Facts about this kind of value. */
    class IntUtilityFactory extends ExtensibleUtilityFactory {

        protected IntUtilityFactory() {
            super(IntValue.class);
        }

        @Override
        public String getName() {
            return "Number (Integer)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
