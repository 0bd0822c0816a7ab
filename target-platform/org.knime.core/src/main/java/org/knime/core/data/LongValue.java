// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A number of 64 bits. */
public interface LongValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new LongUtilityFactory();

    /** @return the number */
    long getLongValue();

    /** Facts about this kind of value. */
    class LongUtilityFactory extends ExtensibleUtilityFactory {

        protected LongUtilityFactory() {
            super(LongValue.class);
        }

        @Override
        public String getName() {
            return "Number (Long Integer)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
