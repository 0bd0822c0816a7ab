// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Plural;

/**
 * The chains of one run, sorted out of the rows of a particle table. Where all particles have one draw only, as when
 * the last step alone was kept, nothing is known of the course of any; they count as independent draws, which together
 * are one chain.
 *
 * @param run the run's number
 * @param x the draws, {@code double[coordinates][chains][draws]}
 */
public record Chains(int run, double[][][] x) {

    private static final int ROWS_PER_CHECK = 1 << 16;

    /**
     * Sorts rows into runs, chains and draws.
     *
     * @param run the run of each row
     * @param step the step of each row
     * @param particle the particle of each row; each is a chain
     * @param x the coordinates, {@code double[coordinates][rows]}
     * @param firstStep rows of earlier steps are left out
     * @param monitor asked for a cancel
     * @return the runs in ascending order, those without rows left out
     * @throws org.scorewalk.engine.InputException if the chains of a run differ in length
     */
    public static List<Chains> of(final int[] run, final int[] step, final int[] particle, final double[][] x,
        final int firstStep, final Monitor monitor) {
        final var rows = new TreeMap<Integer, TreeMap<Integer, List<Integer>>>();
        for (int row = 0; row < run.length; row++) {
            if (row % ROWS_PER_CHECK == 0) {
                monitor.check();
            }
            if (step[row] >= firstStep) {
                rows.computeIfAbsent(run[row], r -> new TreeMap<>())
                    .computeIfAbsent(particle[row], p -> new ArrayList<>()).add(row);
            }
        }
        final var result = new ArrayList<Chains>();
        rows.forEach((number, chains) -> result.add(new Chains(number, sort(number, chains, step, x, monitor))));
        return result;
    }

    private static double[][][] sort(final int run, final TreeMap<Integer, List<Integer>> chains, final int[] step,
        final double[][] x, final Monitor monitor) {
        final var draws = chains.firstEntry().getValue().size();
        final var sorted = new double[x.length][chains.size()][draws];
        int c = 0;
        for (final var entry : chains.entrySet()) {
            monitor.check();
            final var rows = entry.getValue();
            check(rows.size() == draws, "In run %d, particle %d has %s, but particle %d has %d. Keep the same steps "
                + "of all particles.", run, entry.getKey(), Plural.of(rows.size(), "step"), chains.firstKey(), draws);
            rows.sort((a, b) -> Integer.compare(step[a], step[b]));
            for (int t = 0; t < draws; t++) {
                for (int i = 0; i < x.length; i++) {
                    sorted[i][c][t] = x[i][rows.get(t)];
                }
            }
            c++;
        }
        return draws == 1 && chains.size() > 1 ? together(sorted) : sorted;
    }

    /** One draw of each of many chains, as many draws of one chain. */
    private static double[][][] together(final double[][][] x) {
        final var one = new double[x.length][1][];
        for (int i = 0; i < x.length; i++) {
            one[i][0] = Statistics.flat(x[i]);
        }
        return one;
    }

    /**
     * How many chains there are.
     *
     * @return at least 1
     */
    public int chains() {
        return x[0].length;
    }

    /**
     * How many draws each chain has.
     *
     * @return at least 1
     */
    public int draws() {
        return x[0][0].length;
    }

    /**
     * All draws, chain by chain.
     *
     * @return {@code double[coordinates][chains * draws]}
     */
    public double[][] pooled() {
        final var pooled = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            pooled[i] = Statistics.flat(x[i]);
        }
        return pooled;
    }
}
