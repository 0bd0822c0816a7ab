// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Runs JMH in a process of its own and reads its results. */
final class Jmh {

    private Jmh() {
    }

    /** Medians in seconds per operation, by the values of the parameters, joined by commas. */
    static Map<String, Double> run(final String benchmark, final String... options)
        throws IOException, InterruptedException {
        final Path file = Files.createTempFile("jmh", ".json");
        try {
            final List<String> arguments = new ArrayList<>(List.of("^org.scorewalk.benchmark." + benchmark + "$", "-f",
                "1", "-jvmArgs", "-Xmx3g -Djava.awt.headless=true -Dscorewalk.root=" + Places.root().toAbsolutePath()
                    + " -Dorg.bytedeco.javacpp.cachedir=" + NetworkStart.cache(),
                "-rf", "json", "-rff", file.toString(), "-v", "silent", "-foe", "true"));
            arguments.addAll(List.of(options));
            ChildProcess.run(ChildProcess.java("org.openjdk.jmh.Main", arguments.toArray(String[]::new)));
            final Map<String, Double> results = new LinkedHashMap<>();
            for (final JsonNode result : JsonMapper.builder().build().readTree(file.toFile())) {
                final List<String> values = new ArrayList<>();
                result.path("params").forEach(value -> values.add(value.asText()));
                results.put(String.join(",", values),
                    result.path("primaryMetric").path("scorePercentiles").path("50.0").asDouble());
            }
            if (results.isEmpty()) {
                throw new IOException("JMH gave no result for " + benchmark);
            }
            return results;
        } finally {
            Files.delete(file);
        }
    }

    /** The median of a benchmark of which only one set of parameters runs. */
    static double one(final String benchmark, final String... options) throws IOException, InterruptedException {
        return run(benchmark, options).values().iterator().next();
    }
}
