// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

/** Lists possible texts that have types. */
public non-sealed interface TypedStringChoicesProvider extends ChoicesStateProvider<TypedStringChoice> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }
}
