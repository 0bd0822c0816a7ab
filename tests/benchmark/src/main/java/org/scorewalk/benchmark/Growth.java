// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the time grows with the size of the work, four sizes an axis. */
final class Growth {

    /** Warm-up by time, so that small sizes are compiled as well as large ones. */
    private static final String[] OPTIONS = {"-bm", "avgt", "-wi", "2", "-w", "1s", "-i", "3", "-r", "1s"};

    /** An axis: what grows, who measures it, the sizes if the benchmark does not name them, what to expect and why. */
    record Axis(String title, String benchmark, String parameter, double expected, String reason) {
    }

    /** The median seconds at each size. */
    record Curve(Axis axis, List<Double> sizes, List<Double> seconds) {

        double exponent() {
            return Statistics.exponent(sizes, seconds);
        }
    }

    static final List<Axis> AXES = List.of(
        new Axis("particles (ring, 10 steps)", "GrowthBenchmark.particles", "", 1, ""),
        new Axis("steps (ring, 10,000 particles)", "GrowthBenchmark.steps", "", 1, ""),
        new Axis("coordinates (standard normal)", "GrowthBenchmark.dimension", "", 1, ""),
        new Axis("coordinates (Gaussian with a full covariance)", "GrowthBenchmark.fullDimension", "", 2,
            "the score is a product with a d x d matrix"),
        new Axis("threads (ring, 1,000,000 x 10)", "GrowthBenchmark.threads", "", 0,
            "falls up to the number of cores, then stays"),
        new Axis("rows written (Langevin Sampler)", "TableBenchmark.node", "rows=10000,40000,160000,640000", 1, ""),
        new Axis("images read (IDX Reader)", "ImageBenchmark.node", "images=2000,6000,18000,54000", 1, ""),
        new Axis("epochs (GAN, 1,280 images)", "GrowthBenchmark.epochs", "", 1, ""));

    private Growth() {
    }

    static Curve measure(final Axis axis) throws IOException, InterruptedException {
        final List<String> options = new ArrayList<>(List.of(OPTIONS));
        if (!axis.parameter().isEmpty()) {
            options.addAll(List.of("-p", axis.parameter()));
        }
        final Map<String, Double> results = Jmh.run(axis.benchmark(), options.toArray(String[]::new));
        return new Curve(axis, results.keySet().stream().map(Double::valueOf).toList(),
            List.copyOf(results.values()));
    }
}
