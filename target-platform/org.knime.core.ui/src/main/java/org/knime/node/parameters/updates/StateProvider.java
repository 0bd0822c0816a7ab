// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/** Computes a value of the dialog: a field's value, its choices, its limits, a message. */
public interface StateProvider<S> {

    void init(StateProviderInitializer initializer);

    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;

    /** Says when to compute and gives access to what it depends on. */
    interface StateProviderInitializer {

        NodeParametersInput getNodeParametersInput();

        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        void computeOnButtonClick(Class<? extends ButtonReference> ref);

        void computeBeforeOpenDialog();

        void computeAfterOpenDialog();
    }
}
