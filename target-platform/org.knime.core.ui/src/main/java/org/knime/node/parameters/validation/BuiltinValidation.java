// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.validation;

/** A check that the dialog makes while the user types. It guards the dialog only. */
public interface BuiltinValidation {

    String getErrorMessage();
}
