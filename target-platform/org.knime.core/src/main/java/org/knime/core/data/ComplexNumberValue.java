// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A complex number. */
public interface ComplexNumberValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new ComplexNumberUtilityFactory();

    /** @return the real part */
    double getRealValue();

    /** @return the imaginary part */
    double getImaginaryValue();

    /** Facts about this kind of value. */
    class ComplexNumberUtilityFactory extends ExtensibleUtilityFactory {

        protected ComplexNumberUtilityFactory() {
            super(ComplexNumberValue.class);
        }

        @Override
        public String getName() {
            return "Complex Number";
        }
    }
}
