// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** What travels along the connections of a workflow beside the data; of its kinds only variables are needed here. */
abstract class FlowObject {
}
