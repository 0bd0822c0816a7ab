// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataValue;

/** Skeleton. */
public interface DoubleVectorValue extends DataValue {
    public int getLength();
    public double getValue(int index);
}
