// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Plural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All that is stored of a density: a small JSON document and named arrays of numbers. Every family uses the same form,
 * whether its parameters are three numbers (the ring), a matrix (the Gaussian) or the weights of a network. Immutable.
 */
public final class DensityDocument {

    /** The largest dimension. */
    public static final int MAX_DIMENSION = 1000;

    private static final int MAX_NAME_LENGTH = 256;

    private final String m_family;

    private final int m_dimension;

    private final List<String> m_coordinates;

    private final ObjectNode m_parameters;

    private final TreeMap<String, double[]> m_arrays;

    private final Set<Capability> m_capabilities;

    /**
     * @param family the name of a constant of {@link DensityFamily}
     * @param dimension the dimension, from 1 to {@value #MAX_DIMENSION}
     * @param coordinates one unique name a coordinate, or empty where they have no names
     * @param parameters the family's parameters other than arrays
     * @param arrays named arrays of numbers
     * @param capabilities what the density can do
     * @throws InputException if these do not fit together
     */
    public DensityDocument(final String family, final int dimension, final List<String> coordinates,
        final ObjectNode parameters, final Map<String, double[]> arrays, final Set<Capability> capabilities) {
        check(family != null && !family.isBlank(), "The density has no family name.");
        check(dimension >= 1 && dimension <= MAX_DIMENSION,
            "The density's dimension is %d, but it must lie between 1 and %d.", dimension, MAX_DIMENSION);
        checkCoordinates(coordinates, dimension);
        m_family = family;
        m_dimension = dimension;
        m_coordinates = List.copyOf(coordinates);
        m_parameters = parameters.deepCopy();
        m_arrays = new TreeMap<>();
        arrays.forEach((name, values) -> m_arrays.put(name, values.clone()));
        m_capabilities = capabilities.isEmpty() ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(capabilities));
    }

    private static void checkCoordinates(final List<String> coordinates, final int dimension) {
        check(coordinates.isEmpty() || coordinates.size() == dimension,
            "There %s for %s. Give one name for each coordinate, or none at all.",
            (coordinates.size() == 1 ? "is " : "are ") + Plural.of(coordinates.size(), "coordinate name"),
            Plural.of(dimension, "coordinate"));
        final var seen = new HashSet<String>();
        for (final var name : coordinates) {
            check(name != null && !name.isBlank(), "A coordinate name is empty. Give each coordinate a name.");
            check(name.equals(name.strip()), "The coordinate name '%s' starts or ends with a blank. Remove it.", name);
            check(name.length() <= MAX_NAME_LENGTH, "The coordinate name '%s...' is longer than %d characters.",
                name.substring(0, Math.min(name.length(), 40)), MAX_NAME_LENGTH);
            check(seen.add(name), "The coordinate name '%s' is given twice. Coordinate names must differ.", name);
            check(!Set.of("run", "step", "particle").contains(name),
                "A coordinate cannot be called '%s', because the particle table has a column of that name.", name);
        }
    }

    /**
     * The family's name.
     *
     * @return the name of a constant of {@link DensityFamily}
     */
    public String family() {
        return m_family;
    }

    /**
     * The dimension.
     *
     * @return from 1 to {@value #MAX_DIMENSION}
     */
    public int dimension() {
        return m_dimension;
    }

    /**
     * The coordinates' own names.
     *
     * @return one name a coordinate, or empty where they have none
     */
    public List<String> coordinates() {
        return m_coordinates;
    }

    /**
     * Names to show: the coordinates' own ones, else {@code x1}, {@code x2}, and so on.
     *
     * @return one name a coordinate
     */
    public List<String> coordinateNames() {
        return m_coordinates.isEmpty() ? defaultNames(m_dimension) : m_coordinates;
    }

    /**
     * The names of coordinates that have none.
     *
     * @param dimension how many
     * @return {@code x1}, {@code x2}, and so on
     */
    public static List<String> defaultNames(final int dimension) {
        return IntStream.rangeClosed(1, dimension).mapToObj(i -> "x" + i).toList();
    }

    /**
     * The family's parameters other than arrays.
     *
     * @return a copy
     */
    public ObjectNode parameters() {
        return m_parameters.deepCopy();
    }

    /**
     * One number among the parameters.
     *
     * @param name its name
     * @return the number
     * @throws InputException if there is no such number
     */
    public double number(final String name) {
        final var node = m_parameters.get(name);
        check(node != null && node.isNumber(), "The density '%s' lacks the number '%s'.", m_family, name);
        return node.doubleValue();
    }

    /**
     * The names of the arrays.
     *
     * @return the names in alphabetical order
     */
    public Set<String> arrayNames() {
        return Collections.unmodifiableSet(m_arrays.keySet());
    }

    /**
     * One of the arrays.
     *
     * @param name its name
     * @param length the length it must have
     * @return a copy
     * @throws InputException if there is no such array or it is not that long
     */
    public double[] array(final String name, final int length) {
        final var values = m_arrays.get(name);
        check(values != null, "The density '%s' lacks the array '%s'.", m_family, name);
        check(values.length == length, "The array '%s' of the density '%s' holds %d numbers instead of %d.", name,
            m_family, values.length, length);
        return values.clone();
    }

    /**
     * All arrays.
     *
     * @return copies by name, in alphabetical order
     */
    public Map<String, double[]> arrays() {
        final var copy = new TreeMap<String, double[]>();
        m_arrays.forEach((name, values) -> copy.put(name, values.clone()));
        return copy;
    }

    /**
     * How many numbers the arrays hold together.
     *
     * @return the sum of their lengths
     */
    public long arrayValues() {
        return m_arrays.values().stream().mapToLong(a -> a.length).sum();
    }

    /**
     * What the density can do.
     *
     * @return an unmodifiable set
     */
    public Set<Capability> capabilities() {
        return m_capabilities;
    }

    /**
     * The same density with other coordinate names.
     *
     * @param coordinates one unique name a coordinate, or empty
     * @return a new document
     */
    public DensityDocument withCoordinates(final List<String> coordinates) {
        return new DensityDocument(m_family, m_dimension, coordinates, m_parameters, m_arrays, m_capabilities);
    }

    /**
     * The same document without its arrays, for places that must stay small.
     *
     * @return a new document
     */
    public DensityDocument withoutArrays() {
        return new DensityDocument(m_family, m_dimension, m_coordinates, m_parameters, Map.of(), m_capabilities);
    }

    /**
     * Everything but the arrays as JSON: {@code family}, {@code dimension}, {@code coordinates}, {@code capabilities}
     * and {@code parameters}.
     *
     * @return a new JSON object
     */
    public ObjectNode toJson() {
        final var json = JsonNodeFactory.instance.objectNode();
        json.put("family", m_family);
        json.put("dimension", m_dimension);
        final var coordinates = json.putArray("coordinates");
        m_coordinates.forEach(coordinates::add);
        final var capabilities = json.putArray("capabilities");
        m_capabilities.forEach(c -> capabilities.add(c.name()));
        json.set("parameters", m_parameters.deepCopy());
        return json;
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @param json the JSON object, which may come from a stranger
     * @param arrays the arrays that belong to it
     * @return the document
     * @throws InputException if something is missing or of another type
     */
    public static DensityDocument fromJson(final JsonNode json, final Map<String, double[]> arrays) {
        final var family = json.path("family");
        final var dimension = json.path("dimension");
        final var parameters = json.path("parameters");
        check(family.isTextual() && dimension.isInt() && parameters instanceof ObjectNode
            && json.path("coordinates").isArray() && json.path("capabilities").isArray(),
            "The description of the density is damaged. Execute the node that made it once more.");
        final var coordinates = new ArrayList<String>();
        for (final var name : json.path("coordinates")) {
            check(name.isTextual(), "The description of the density is damaged: a coordinate name is no text.");
            coordinates.add(name.textValue());
        }
        final var capabilities = EnumSet.noneOf(Capability.class);
        for (final var name : json.path("capabilities")) {
            // a capability that this version does not know is one that it does not use
            Arrays.stream(Capability.values()).filter(c -> c.name().equals(name.textValue()))
                .forEach(capabilities::add);
        }
        return new DensityDocument(family.textValue(), dimension.intValue(), coordinates, (ObjectNode)parameters,
            arrays,
            capabilities);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DensityDocument d && toJson().equals(d.toJson())
            && m_arrays.keySet().equals(d.m_arrays.keySet())
            && m_arrays.keySet().stream().allMatch(k -> Arrays.equals(m_arrays.get(k), d.m_arrays.get(k)));
    }

    @Override
    public int hashCode() {
        var hash = toJson().hashCode();
        for (final var entry : m_arrays.entrySet()) {
            hash = 31 * hash + entry.getKey().hashCode() + Arrays.hashCode(entry.getValue());
        }
        return hash;
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
