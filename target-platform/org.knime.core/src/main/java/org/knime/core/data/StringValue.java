// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A text. */
public interface StringValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new StringUtilityFactory();

    /** @return the text, never null */
    String getStringValue();

    /** Facts about this kind of value. */
    class StringUtilityFactory extends ExtensibleUtilityFactory {

        protected StringUtilityFactory() {
            super(StringValue.class);
        }

        @Override
        public String getName() {
            return "String";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
