// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.scorewalk.engine.InputException;

/** Which steps of a run are drawn: all, only the last, or a list of them. */
public final class StepChoice {

    /** All steps. */
    public static final StepChoice ALL = new StepChoice(null, false);

    /** The last step of each run. */
    public static final StepChoice LAST = new StepChoice(null, true);

    /** A list beyond this is a slip of the pen. */
    private static final int MAX_LISTED = 100_000;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,10})(?:-(\\d{1,10})(?::(\\d{1,10}))?)?");

    private final int[] m_list;

    private final boolean m_last;

    private StepChoice(final int[] list, final boolean last) {
        m_list = list;
        m_last = last;
    }

    /**
     * @param text step numbers and ranges, separated by commas: {@code 0, 1, 5-10, 100-1000:100} where the last means
     *            every hundredth
     * @return those steps
     * @throws InputException where the text cannot be read
     */
    public static StepChoice parse(final String text) {
        final SortedSet<Integer> steps = new TreeSet<>();
        for (final String part : text.split("[,;\\s]+")) {
            if (!part.isEmpty()) {
                range(part, steps);
            }
        }
        InputException.check(!steps.isEmpty(),
            "The option 'Steps' is empty. List step numbers, for example '0, 1, 5-10'.");
        return new StepChoice(steps.stream().mapToInt(Integer::intValue).toArray(), false);
    }

    private static void range(final String part, final SortedSet<Integer> steps) {
        final Matcher matcher = RANGE.matcher(part);
        InputException.check(matcher.matches(),
            "'%s' in the option 'Steps' is no step number. List numbers and ranges, for example '0, 1, 5-10'.", part);
        final long from = Long.parseLong(matcher.group(1));
        final long to = matcher.group(2) == null ? from : Long.parseLong(matcher.group(2));
        final long by = matcher.group(3) == null ? 1 : Long.parseLong(matcher.group(3));
        InputException.check(to >= from && by > 0 && to <= Integer.MAX_VALUE,
            "The range '%s' in the option 'Steps' is empty or too large. Give it as 'first-last' or"
            + " 'first-last:every'.", part);
        InputException.check((to - from) / by + steps.size() < MAX_LISTED,
            "The option 'Steps' lists more than %d steps. Choose all steps or list fewer.", MAX_LISTED);
        for (long step = from; step <= to; step += by) {
            steps.add((int)step);
        }
    }

    /**
     * @param steps the steps that a run has, ascending
     * @return the chosen ones among them, ascending; perhaps none
     */
    int[] of(final int[] steps) {
        if (m_last) {
            return steps.length == 0 ? steps : new int[]{steps[steps.length - 1]};
        }
        if (m_list == null) {
            return steps;
        }
        return Arrays.stream(m_list).filter(s -> Arrays.binarySearch(steps, s) >= 0).toArray();
    }

    /** @return the steps of a list that no run has; empty for other choices */
    int[] missing(final Iterable<Survey.Run> runs) {
        if (m_list == null) {
            return new int[0];
        }
        final SortedSet<Integer> missing = new TreeSet<>();
        Arrays.stream(m_list).forEach(missing::add);
        for (final Survey.Run run : runs) {
            Arrays.stream(run.steps()).forEach(missing::remove);
        }
        return missing.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @return whether all steps are chosen */
    boolean isAll() {
        return m_list == null && !m_last;
    }

    /** At most the given number of entries, evenly spaced, the first and the last included. */
    static int[] thin(final int[] steps, final int most) {
        if (steps.length <= most) {
            return steps;
        }
        final int[] result = new int[most];
        for (int i = 0; i < most; i++) {
            result[i] = steps[most == 1 ? steps.length - 1 : (int)((long)i * (steps.length - 1) / (most - 1))];
        }
        return result;
    }
}
