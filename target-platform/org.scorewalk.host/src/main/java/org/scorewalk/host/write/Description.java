// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.scorewalk.host.FileTools;
import org.scorewalk.host.HostException;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A workflow as a person writes it down: JSON with comments. The format is explained in docs/host.md.
 *
 * @param text what the workflow is for
 * @param author who made it, may be null
 * @param created when it was made
 * @param tags words to find it by
 * @param links address to text
 * @param variables workflow variables by name
 * @param nodes the nodes
 * @param connections the connections
 * @param annotations texts on the canvas
 */
record Description(String text, String author, OffsetDateTime created, List<String> tags, Map<String, String> links,
    Map<String, JsonNode> variables, List<Node> nodes, List<Connection> connections, List<Annotation> annotations) {

    private static final OffsetDateTime SOME_DAY = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    /** Comments are what JSON lacks for people; trailing commas make diffs small. */
    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
        .enable(JsonReadFeature.ALLOW_TRAILING_COMMA).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final Pattern CONNECTION = Pattern.compile("\\s*(\\d+)(?::(.+?))?\\s*->\\s*(\\d+)(?::(.+?))?\\s*");

    /** A node: its name or factory, where it stands, the text below it, groups of ports to add, its settings,
     * its table. */
    record Node(int id, String node, int[] at, String label, List<String> ports, JsonNode settings, JsonNode table,
        JsonNode view) {
    }

    /** Ports are numbers from 1 or names; null is the first one. */
    record Connection(int source, String output, int dest, String input) {
    }

    /** A text with its place, width and height, colours and size of letters. */
    record Annotation(String text, int[] at, int color, int border, int size) {
    }

    static Description read(final Path file) throws HostException {
        try {
            return new Reader(file).description(MAPPER.readTree(file.toFile()));
        } catch (final JsonProcessingException e) {
            final JsonLocation at = e.getLocation();
            throw new HostException(org.scorewalk.host.ExitCode.USAGE, "The description '" + file + "' is no valid JSON"
                + (at == null ? "" : " (line " + at.getLineNr() + ")") + ": " + e.getOriginalMessage() + ".", e);
        } catch (final IOException e) {
            throw new HostException(org.scorewalk.host.ExitCode.USAGE,
                "The description '" + file + "' cannot be read: " + FileTools.reason(e) + ".", e);
        }
    }

    /** Checks as it reads, so that every message names the place. */
    private static final class Reader {

        private final Path m_file;

        Reader(final Path file) {
            m_file = file;
        }

        Description description(final JsonNode json) throws HostException {
            object(json, "the description", Set.of("description", "author", "created", "tags", "links", "variables",
                "nodes", "connections", "annotations"));
            final var tags = new ArrayList<String>();
            for (final JsonNode tag : array(json, "tags")) {
                tags.add(tag.asText());
            }
            final var links = new LinkedHashMap<String, String>();
            final var variables = new LinkedHashMap<String, JsonNode>();
            fields(json.path("links"), (k, v) -> links.put(k, v.asText()));
            fields(json.path("variables"), variables::put);
            final var nodes = new ArrayList<Node>();
            for (final JsonNode node : array(json, "nodes")) {
                nodes.add(node(node, nodes.size() + 1));
            }
            if (nodes.stream().map(Node::id).distinct().count() < nodes.size()) {
                throw bad("two nodes have the same id");
            }
            final var connections = new ArrayList<Connection>();
            for (final JsonNode connection : array(json, "connections")) {
                connections.add(connection(connection.asText()));
            }
            final var annotations = new ArrayList<Annotation>();
            for (final JsonNode annotation : array(json, "annotations")) {
                annotations.add(annotation(annotation));
            }
            return new Description(text(json, "description", ""), text(json, "author", null), created(json), tags,
                links, variables, nodes, connections, annotations);
        }

        private OffsetDateTime created(final JsonNode json) throws HostException {
            try {
                return json.has("created") ? OffsetDateTime.parse(json.get("created").asText()) : SOME_DAY;
            } catch (final DateTimeParseException e) {
                throw bad("'created' must be a time such as \"2026-01-31T12:00:00Z\"");
            }
        }

        private Node node(final JsonNode json, final int number) throws HostException {
            object(json, "node " + number, Set.of("id", "node", "at", "label", "ports", "settings", "table",
                "view"));
            final String node = text(json, "node", null);
            if (node == null) {
                throw bad("node " + number + " has no \"node\", which is its name or its factory");
            }
            final int id = json.path("id").asInt(number);
            if (id < 1) {
                throw bad("the id of node " + number + " must be a whole number above 0");
            }
            final var ports = new ArrayList<String>();
            for (final JsonNode port : array(json, "ports")) {
                ports.add(port.asText());
            }
            return new Node(id, node, json.has("at") ? numbers(json, "at", 2) : null, text(json, "label", null), ports,
                json.path("settings"), json.path("table"), json.path("view"));
        }

        private Connection connection(final String text) throws HostException {
            final Matcher m = CONNECTION.matcher(text);
            if (!m.matches()) {
                throw bad("the connection \"" + text + "\" has not the form \"1:output -> 2:input\"");
            }
            return new Connection(Integer.parseInt(m.group(1)), m.group(2), Integer.parseInt(m.group(3)), m.group(4));
        }

        private Annotation annotation(final JsonNode json) throws HostException {
            object(json, "an annotation", Set.of("text", "at", "color", "border", "size"));
            return new Annotation(text(json, "text", ""), numbers(json, "at", 4), color(json, "color", 0xFFFFFF),
                color(json, "border", 0xFFD800), json.path("size").asInt(12));
        }

        private int color(final JsonNode json, final String key, final int def) throws HostException {
            final String text = text(json, key, null);
            if (text != null && !text.matches("#[0-9A-Fa-f]{6}")) {
                throw bad("'" + key + "' must be a colour such as \"#FFD800\"");
            }
            return text == null ? def : Integer.parseInt(text.substring(1), 16);
        }

        private int[] numbers(final JsonNode json, final String key, final int count) throws HostException {
            final JsonNode array = json.path(key);
            final int[] numbers = new int[count];
            if (array.size() != count) {
                throw bad("'" + key + "' must be a list of " + count + " whole numbers");
            }
            for (int i = 0; i < count; i++) {
                if (!array.get(i).canConvertToInt() || !array.get(i).isIntegralNumber()) {
                    throw bad("'" + key + "' must be a list of " + count + " whole numbers");
                }
                numbers[i] = array.get(i).asInt();
            }
            return numbers;
        }

        /** A text may be written as a list of lines. */
        private static String text(final JsonNode json, final String key, final String def) {
            final JsonNode value = json.path(key);
            if (value.isArray()) {
                final var lines = new ArrayList<String>();
                value.forEach(l -> lines.add(l.asText()));
                return String.join("\n", lines);
            }
            return value.isMissingNode() || value.isNull() ? def : value.asText();
        }

        private JsonNode array(final JsonNode json, final String key) throws HostException {
            final JsonNode array = json.path(key);
            if (!array.isMissingNode() && !array.isArray()) {
                throw bad("'" + key + "' must be a list");
            }
            return array;
        }

        private void object(final JsonNode json, final String what, final Set<String> known) throws HostException {
            if (json == null || !json.isObject()) {
                throw bad(what + " must be an object");
            }
            for (final Iterator<String> keys = json.fieldNames(); keys.hasNext();) {
                final String key = keys.next();
                if (!known.contains(key)) {
                    throw bad(what + " has the unknown key '" + key + "'; known are "
                        + String.join(", ", new java.util.TreeSet<>(known)));
                }
            }
        }

        private static void fields(final JsonNode json, final java.util.function.BiConsumer<String,
            JsonNode> consumer) {
            json.fields().forEachRemaining(e -> consumer.accept(e.getKey(), e.getValue()));
        }

        private HostException bad(final String what) {
            return HostException.usage("The description '" + m_file + "' cannot be used: " + what + ".");
        }
    }
}
