// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

/** Says which input port a list of columns belongs to. */
public interface InputTableIndexHolder {

    default int getInputTableIndex() {
        return 0;
    }
}
