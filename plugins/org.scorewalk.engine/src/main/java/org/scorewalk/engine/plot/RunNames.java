// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scorewalk.engine.sampling.Algorithm;

/**
 * What is known of each run beside its particles, for titles: the row of a table of runs.
 *
 * @param values for a run's number, its properties by name, as text
 */
public record RunNames(Map<Integer, Map<String, String>> values) {

    /** Nothing is known. */
    public static final RunNames NONE = new RunNames(Map.of());

    /** Name of the property that tells how a run was sampled. */
    public static final String ALGORITHM = "algorithm";

    /** Name of the property that holds the number of steps. */
    public static final String STEPS = "steps";

    /** Name of the property that holds the step size. */
    public static final String STEP_SIZE = "step size";

    /** @return whether the run consists of exact draws, the reference for the others */
    boolean isExact(final int run) {
        return Algorithm.EXACT.label().equals(of(run).get(ALGORITHM));
    }

    /** @return whether steps and step size of the run are known */
    boolean hasSteps(final int run) {
        return of(run).containsKey(STEPS) && of(run).containsKey(STEP_SIZE);
    }

    /**
     * @param run the run's number
     * @return a short name for people
     */
    public String describe(final int run) {
        if (isExact(run)) {
            return "Exact draws";
        }
        final Map<String, String> known = of(run);
        return hasSteps(run) ? "Run " + run + ": " + known.get(STEPS) + " steps of " + known.get(STEP_SIZE)
            : "Run " + run;
    }

    private Map<String, String> of(final int run) {
        return values.getOrDefault(run, Map.of());
    }

    /** @return a new map of placeholders for the run's titles */
    Map<String, String> placeholders(final int run) {
        final Map<String, String> placeholders = new LinkedHashMap<>(of(run));
        placeholders.put("run", Integer.toString(run));
        return placeholders;
    }

    /**
     * @param value a number
     * @return as a person writes it: {@code 1000}, {@code 0.001}, {@code 1.5E-9}
     */
    public static String plain(final double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        final double size = Math.abs(value);
        return size >= 1e-6 && size < 1e15 ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
            : Double.toString(value);
    }
}
