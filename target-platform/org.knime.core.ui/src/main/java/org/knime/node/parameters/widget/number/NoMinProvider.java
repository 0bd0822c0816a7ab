// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.updates.StateProvider;

/** The default of an annotation: says that nothing computes this value. */
abstract class NoMinProvider implements StateProvider<NumberInputWidgetValidation.MinValidation> {
}
