// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** Documents within documents: JSON below a parameter, arrays with a prefix before their names. */
final class NestedDocuments {

    private NestedDocuments() {
    }

    /** Adds the arrays of a document under a prefix. */
    static void addArrays(final String prefix, final DensityDocument document, final Map<String, double[]> to) {
        document.arrays().forEach((name, values) -> to.put(prefix + name, values));
    }

    /** The arrays with a prefix, without it. */
    static Map<String, double[]> arrays(final String prefix, final Map<String, double[]> from) {
        final var arrays = new TreeMap<String, double[]>();
        from.forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                arrays.put(name.substring(prefix.length()), values);
            }
        });
        return arrays;
    }

    /**
     * Reads an inner density. What is made of several densities holds only plain ones, or tempered ones in a product,
     * so that a document of a stranger cannot go on and on.
     */
    static Density read(final JsonNode json, final Map<String, double[]> arrays, final DensityFamily... refused) {
        final var document = DensityDocument.fromJson(json, arrays);
        for (final var family : refused) {
            check(!family.name().equals(document.family()), "The stored density holds another one of the kind '%s', "
                + "where it cannot be. Execute the node that made it once more.", family.label());
        }
        return DensityFamily.read(document);
    }
}
