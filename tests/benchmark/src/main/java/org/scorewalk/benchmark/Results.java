// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was measured; what was left out is missing. Becomes docs/benchmark.json as it stands. */
final class Results {

    /** Where it was measured. */
    final Map<String, String> machine = new LinkedHashMap<>();

    int rounds;

    final List<Comparison.Result> comparisons = new ArrayList<>();

    Processes.WholeRun wholeRun;

    Processes.NetworkUse network;

    long nativesOfSampling = -1;

    /** Seconds: bare loop, node. */
    final Map<String, List<Double>> images = new LinkedHashMap<>();

    /** Seconds: bare loop, engine, node. */
    final Map<String, List<Double>> table = new LinkedHashMap<>();

    final List<Growth.Curve> growth = new ArrayList<>();

    /** MiB of heap and process at each size, by the work's name. */
    final Map<String, Map<Integer, double[]>> memory = new LinkedHashMap<>();
}
