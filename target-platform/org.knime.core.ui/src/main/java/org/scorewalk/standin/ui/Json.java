// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.Arrays;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the JSON of views as KNIME does: what is not a number as a text, components of a record in their order. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {
    }

    /** Class and frames of an exception. */
    static ObjectNode details(final Throwable exception) {
        final var details = MAPPER.createObjectNode();
        final var frames = details.putArray("stackTrace");
        Arrays.stream(exception.getStackTrace()).map(StackTraceElement::toString).forEach(frames::add);
        return details.put("typeName", exception.getClass().getName());
    }

    static String text(final Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("The value cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
