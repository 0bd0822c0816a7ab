// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** A message in the dialog. The field has the type {@link Void}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {
    Class<? extends StateProvider<Optional<Message>>> value();

    /** A message that is shown or not. */
    interface SimpleTextMessageProvider extends StateProvider<Optional<TextMessage.Message>> {

        boolean showMessage(NodeParametersInput context);

        String title();

        String description();

        MessageType type();

        @Override
        default void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }

        @Override
        default Optional<Message> computeState(final NodeParametersInput context) {
            return showMessage(context) ? Optional.of(new Message(title(), description(), type())) : Optional.empty();
        }
    }

    /** Title, text and kind. */
    record Message(String title, String description, MessageType type) {
    }

    /** Kinds of message. */
    enum MessageType {
        INFO, WARNING, ERROR, SUCCESS
    }
}
