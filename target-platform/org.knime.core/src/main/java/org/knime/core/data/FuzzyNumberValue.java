// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A number with triangular membership. */
public interface FuzzyNumberValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new FuzzyNumberUtilityFactory();

    /** @return where membership starts */
    double getMinSupport();

    /** @return where membership is one */
    double getCore();

    /** @return where membership ends */
    double getMaxSupport();

    /** Facts about this kind of value. */
    class FuzzyNumberUtilityFactory extends ExtensibleUtilityFactory {

        protected FuzzyNumberUtilityFactory() {
            super(FuzzyNumberValue.class);
        }

        @Override
        public String getName() {
            return "Fuzzy Number";
        }
    }
}
