// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** An interval with trapezoid membership. */
public interface FuzzyIntervalValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new FuzzyIntervalUtilityFactory();

    /** @return where membership starts */
    double getMinSupport();

    /** @return where membership reaches one */
    double getMinCore();

    /** @return where membership leaves one */
    double getMaxCore();

    /** @return where membership ends */
    double getMaxSupport();

    /** @return the centre of gravity */
    double getCenterOfGravity();

    /** Facts about this kind of value. */
    class FuzzyIntervalUtilityFactory extends ExtensibleUtilityFactory {

        protected FuzzyIntervalUtilityFactory() {
            super(FuzzyIntervalValue.class);
        }

        @Override
        public String getName() {
            return "Fuzzy Interval";
        }
    }
}
