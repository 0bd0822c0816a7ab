// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Answers JSON-RPC 2.0 requests by calling public methods of objects. A method of a named object is asked for as
 * {@code name.method}. An object is made when it is first needed.
 */
final class JsonRpc {

    private static final String ID = "id";

    private static final int PARSE_ERROR = -32700;

    private static final int INVALID_REQUEST = -32600;

    private static final int METHOD_NOT_FOUND = -32601;

    private static final int INVALID_PARAMS = -32602;

    private static final int HANDLER_FAILED = -32000;

    private final Function<String, Optional<Object>> m_handlers;

    /** @param handlers the object with a name; the empty name is that of a single one */
    JsonRpc(final Function<String, Optional<Object>> handlers) {
        m_handlers = handlers;
    }

    /** The answer; empty for a request without an id, which is executed nevertheless. */
    String answer(final String request) {
        final JsonNode message;
        try {
            message = Json.MAPPER.readTree(request);
        } catch (final JsonProcessingException e) { // NOSONAR: the answer says so
            return error(TextNode.valueOf("null"), PARSE_ERROR, "JSON parse error", null);
        }
        if (!message.isObject() || !message.path("method").isTextual()) {
            return error(TextNode.valueOf("null"), INVALID_REQUEST, "Invalid Request", null);
        }
        final var id = message.get(ID);
        final var answer = call(id, message.get("method").asText(), message.path("params"));
        return id == null ? "" : answer;
    }

    private String call(final JsonNode id, final String name, final JsonNode params) {
        final var dot = name.lastIndexOf('.');
        final var handler = m_handlers.apply(dot < 0 ? "" : name.substring(0, dot));
        final var methods = handler.stream().flatMap(object -> Arrays.stream(object.getClass().getMethods()))
            .filter(method -> method.getDeclaringClass() != Object.class
                && method.getName().equals(name.substring(dot + 1)))
            .toList();
        if (methods.isEmpty()) {
            return error(id, METHOD_NOT_FOUND, "method not found", null);
        }
        if (params.isObject()) {
            return error(id, INVALID_PARAMS, "method parameters invalid", null);
        }
        final var method = methods.stream().filter(candidate -> candidate.getParameterCount() == params.size())
            .findFirst();
        return method.isEmpty() ? error(id, INVALID_PARAMS, "method parameters invalid", null)
            : invoke(id, handler.get(), method.get(), params); // NOSONAR: a method has its object
    }

    private static String invoke(final JsonNode id, final Object handler, final Method method, final JsonNode params) {
        final var types = method.getGenericParameterTypes();
        final var arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            try {
                arguments[i] = Json.MAPPER.readerFor(Json.MAPPER.constructType(types[i])).readValue(params.get(i));
            } catch (final IOException e) { // NOSONAR: the answer says so
                return error(id, INVALID_PARAMS, "Failed to read method parameter at index " + i, null);
            }
        }
        try {
            final var answer = Json.MAPPER.createObjectNode().put("jsonrpc", "2.0");
            return Json.text(answer.<ObjectNode> set(ID, id).putPOJO("result", method.invoke(handler, arguments)));
        } catch (final InvocationTargetException e) {
            return failure(id, e.getCause());
        } catch (final IllegalAccessException | RuntimeException e) {
            return failure(id, e);
        }
    }

    private static String failure(final JsonNode id, final Throwable exception) {
        return error(id, HANDLER_FAILED, exception.getMessage(), Json.details(exception));
    }

    private static String error(final JsonNode id, final int code, final String message, final ObjectNode data) {
        final var answer = Json.MAPPER.createObjectNode().put("jsonrpc", "2.0").<ObjectNode> set(ID, id);
        final var error = answer.putObject("error").put("code", code).put("message", message);
        if (data != null) {
            error.set("data", data);
        }
        return Json.text(answer);
    }
}
