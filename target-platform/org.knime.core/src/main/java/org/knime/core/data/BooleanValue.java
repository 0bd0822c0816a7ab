// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** True or false. */
public interface BooleanValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new BooleanUtilityFactory();

    /** @return the truth */
    boolean getBooleanValue();

    /** Facts about this kind of value. */
    class BooleanUtilityFactory extends ExtensibleUtilityFactory {

        protected BooleanUtilityFactory() {
            super(BooleanValue.class);
        }

        @Override
        public String getName() {
            return "Boolean";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
