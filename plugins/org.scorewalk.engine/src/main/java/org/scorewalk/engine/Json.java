// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

import static org.scorewalk.engine.InputException.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes JSON trees; reading is meant for documents of strangers. No object is bound to JSON anywhere. */
public final class Json {

    private static final int MAX_DEPTH = 32;

    private static final int MAX_NUMBER_LENGTH = 64;

    private static final ObjectMapper MAPPER =
        new ObjectMapper(new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {
    }

    /**
     * Writes a tree.
     *
     * @param tree the tree
     * @return its JSON in UTF-8
     */
    public static byte[] write(final JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written.", e);
        }
    }

    /**
     * Reads a tree of at most {@value #MAX_DEPTH} levels without duplicate keys or overlong numbers.
     *
     * @param json JSON in UTF-8
     * @return the tree
     * @throws InputException if it is no such JSON
     */
    public static JsonNode read(final byte[] json) {
        try {
            checkShape(json);
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new InputException("The text is no valid JSON.", e);
        }
    }

    /**
     * Reads a tree.
     *
     * @param json JSON
     * @return the tree
     * @throws InputException if it is no JSON of the kind that {@link #read(byte[])} takes
     */
    public static JsonNode read(final String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Walks through the tokens first, since a tree of hostile depth would overflow the stack of whoever visits it. */
    private static void checkShape(final byte[] json) throws IOException {
        try (var parser = MAPPER.getFactory().createParser(json)) {
            int depth = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                    check(depth <= MAX_DEPTH, "The JSON document is nested too deeply.");
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token.isNumeric()) {
                    check(parser.getTextLength() <= MAX_NUMBER_LENGTH, "The JSON document has an overlong number.");
                }
            }
        }
    }
}
