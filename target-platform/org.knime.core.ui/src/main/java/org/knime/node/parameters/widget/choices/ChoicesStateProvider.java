// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.updates.StateProvider;

/** Lists possible values. */
public sealed interface ChoicesStateProvider<S> extends StateProvider<List<S>>
    permits EnumChoicesProvider, StringChoicesProvider, TypedStringChoicesProvider {
}
