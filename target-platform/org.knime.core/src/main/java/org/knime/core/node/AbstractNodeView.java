// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/**
 * The classic view of a node. Only its name is needed here: views of this project are web pages.
 *
 * @param <T> what is shown
 */
public abstract class AbstractNodeView<T extends AbstractNodeView.ViewableModel> {

    AbstractNodeView() {
        // no view is built by the stand-in
    }

    /** What a view can show. */
    public interface ViewableModel {
    }
}
