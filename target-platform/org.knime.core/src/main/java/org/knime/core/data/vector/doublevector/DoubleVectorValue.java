// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Numbers in order. */
public interface DoubleVectorValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new DoubleVectorUtilityFactory();

    /** @return how many there are */
    int getLength();

    /**
     * @param index from 0
     * @return the number there
     */
    double getValue(int index);

    /** Facts about this kind of value. */
    class DoubleVectorUtilityFactory extends ExtensibleUtilityFactory {

        protected DoubleVectorUtilityFactory() {
            super(DoubleVectorValue.class);
        }

        @Override
        public String getName() {
            return "Double Vector";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
