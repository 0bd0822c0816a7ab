// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;

import org.scorewalk.engine.InputException;

/**
 * Which steps of a run are recorded. Step 0 is the start; steps are numbered from 1, burn-in included. Immutable.
 */
public final class KeptSteps {

    private enum Rule {
        EVERY, LAST, CHOSEN
    }

    private final Rule m_rule;

    private final boolean m_start;

    private final int m_burnIn;

    private final int m_thinning;

    private final int[] m_chosen;

    private KeptSteps(final Rule rule, final boolean start, final int burnIn, final int thinning, final int[] chosen) {
        m_rule = rule;
        m_start = start;
        m_burnIn = burnIn;
        m_thinning = thinning;
        m_chosen = chosen;
    }

    /**
     * All steps after the burn-in, or every k-th of them.
     *
     * @param start whether the start is recorded, too
     * @param burnIn how many of the first steps are left out, 0 or more
     * @param thinning k: steps burn-in + k, burn-in + 2 k, and so on are recorded; 1 or more
     * @return the rule
     * @throws InputException if a number is out of range
     */
    public static KeptSteps every(final boolean start, final int burnIn, final int thinning) {
        check(burnIn >= 0, "The burn-in is %d steps, but it must be 0 or more.", burnIn);
        check(thinning >= 1, "The thinning is %d, but it must be 1 or more.", thinning);
        return new KeptSteps(Rule.EVERY, start, burnIn, thinning, new int[0]);
    }

    /**
     * Only the last step of each run.
     *
     * @param start whether the start is recorded, too
     * @return the rule
     */
    public static KeptSteps last(final boolean start) {
        return new KeptSteps(Rule.LAST, start, 0, 1, new int[0]);
    }

    /**
     * Given steps; those beyond the end of a run are not recorded for that run.
     *
     * @param start whether the start is recorded, even if 0 is not among the steps
     * @param steps the steps' numbers, in any order; 0 is the start
     * @return the rule
     * @throws InputException if there are none or a number is negative
     */
    public static KeptSteps chosen(final boolean start, final int... steps) {
        check(steps.length > 0, "No step is chosen to be kept. Name at least one step.");
        final var sorted = Arrays.stream(steps).sorted().distinct().toArray();
        check(sorted[0] >= 0, "Step %d is chosen to be kept, but steps are numbered from 0.", sorted[0]);
        return new KeptSteps(Rule.CHOSEN, start || sorted[0] == 0, 0, 1, sorted);
    }

    /**
     * Whether the start is recorded.
     *
     * @return true if step 0 is kept
     */
    public boolean start() {
        return m_start;
    }

    /**
     * The next step that is recorded.
     *
     * @param step a step's number, from 0
     * @param steps the number of the run's last step
     * @return the smallest number above {@code step} that is recorded, or -1 if there is none
     */
    public int next(final int step, final int steps) {
        final long next = switch (m_rule) {
            case EVERY -> {
                final long after = Math.max(step, m_burnIn);
                yield m_burnIn + ((after - m_burnIn) / m_thinning + 1) * m_thinning;
            }
            case LAST -> step < steps ? steps : Long.MAX_VALUE;
            case CHOSEN -> {
                final int at = Arrays.binarySearch(m_chosen, step);
                final int after = at < 0 ? (-at - 1) : (at + 1);
                yield after < m_chosen.length ? m_chosen[after] : Long.MAX_VALUE;
            }
        };
        return next <= steps ? (int)next : -1;
    }

    /**
     * The next steps that are recorded.
     *
     * @param step a step's number, from 0
     * @param steps the number of the run's last step
     * @param into receives the numbers above {@code step}, as many as fit
     * @param from the index of the first
     * @return the index after the last
     */
    int next(final int step, final int steps, final int[] into, final int from) {
        int at = from;
        for (int next = step; at < into.length; at++) {
            // once among the regular steps there is no need to divide
            next = m_rule == Rule.EVERY && at > from && next <= steps - m_thinning ? (next + m_thinning)
                : next(next, steps);
            if (next < 0) {
                break;
            }
            into[at] = next;
        }
        return at;
    }

    /**
     * The last step that is recorded.
     *
     * @param steps the number of the run's last step
     * @return its number, 0 for the start or if none is recorded
     */
    public int last(final int steps) {
        return switch (m_rule) {
            case EVERY -> steps <= m_burnIn ? 0 : lastThinned(steps);
            case LAST -> steps;
            case CHOSEN -> Arrays.stream(m_chosen).filter(s -> s <= steps).max().orElse(0);
        };
    }

    private int lastThinned(final int steps) {
        final int moves = (steps - m_burnIn) / m_thinning;
        return moves == 0 ? 0 : (m_burnIn + moves * m_thinning);
    }

    /**
     * How many frames a run records.
     *
     * @param steps the number of the run's last step
     * @return the number of recorded steps, the start included if it is recorded
     */
    public long count(final int steps) {
        final long moves = switch (m_rule) {
            case EVERY -> Math.max(0, (long)steps - m_burnIn) / m_thinning;
            case LAST -> 1;
            case CHOSEN -> Arrays.stream(m_chosen).filter(s -> s > 0 && s <= steps).count();
        };
        return moves + (m_start ? 1 : 0);
    }
}
