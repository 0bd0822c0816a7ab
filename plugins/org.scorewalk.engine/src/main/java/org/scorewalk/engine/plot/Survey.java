// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;

/** What a table of particles holds: its runs, their steps and sizes. Made by one reading. */
final class Survey {

    /** More panels than this cannot be told apart. */
    static final int MAX_RUNS = 400;

    private final SortedMap<Integer, Run> m_runs = new TreeMap<>();

    private long m_rows;

    private Survey() {
    }

    /**
     * @param source the rows
     * @param monitor is told the progress and asked for cancellation
     * @return what the rows hold
     * @throws InputException where there are no rows or too many runs
     */
    static Survey of(final ParticleSource source, final Monitor monitor) {
        final Survey survey = new Survey();
        final Run[] last = new Run[1];
        source.scan((run, step, particle, x, y) -> {
            if (last[0] == null || last[0].m_number != run) {
                last[0] = survey.run(run);
            }
            last[0].add(step, x, y);
            survey.m_rows++;
        }, monitor);
        InputException.check(survey.m_rows > 0,
            "The table of particles has no rows. Execute a node before this one that outputs particles.");
        return survey;
    }

    private Run run(final int number) {
        Run run = m_runs.get(number);
        if (run == null) {
            InputException.check(m_runs.size() < MAX_RUNS,
                "The column that numbers the runs holds more than %d different numbers, too many to draw. Choose"
                    + " another column in 'Run column' or filter the rows.",
                MAX_RUNS);
            run = new Run(number);
            m_runs.put(number, run);
        }
        return run;
    }

    /** @return the runs by ascending number */
    Collection<Run> runs() {
        return Collections.unmodifiableCollection(m_runs.values());
    }

    /** @return number of rows */
    long rows() {
        return m_rows;
    }

    /** One run. */
    static final class Run {

        private final int m_number;

        private int[] m_steps = new int[16];

        private int m_stepCount;

        /** Steps up to here are ascending and different. */
        private int m_sorted;

        private int m_lastStep;

        private long m_rows;

        private double m_xMin = Double.POSITIVE_INFINITY;

        private double m_xMax = Double.NEGATIVE_INFINITY;

        private double m_yMin = Double.POSITIVE_INFINITY;

        private double m_yMax = Double.NEGATIVE_INFINITY;

        private Run(final int number) {
            m_number = number;
        }

        private void add(final int step, final double x, final double y) {
            m_rows++;
            if (m_stepCount == 0 || step != m_lastStep) {
                m_lastStep = step;
                if (m_stepCount == m_steps.length) {
                    // rows that are not ordered by step repeat steps: drop the repeats before more room is taken
                    compact();
                    if (m_stepCount * 2 > m_steps.length) {
                        m_steps = Arrays.copyOf(m_steps, m_steps.length * 2);
                    }
                }
                if (m_sorted == m_stepCount && (m_stepCount == 0 || m_steps[m_stepCount - 1] < step)) {
                    m_sorted++;
                }
                m_steps[m_stepCount++] = step;
            }
            m_xMin = Math.min(m_xMin, x);
            m_xMax = Math.max(m_xMax, x);
            m_yMin = Math.min(m_yMin, y);
            m_yMax = Math.max(m_yMax, y);
        }

        private void compact() {
            if (m_sorted == m_stepCount) {
                return;
            }
            Arrays.sort(m_steps, 0, m_stepCount);
            int n = 0;
            for (int i = 0; i < m_stepCount; i++) {
                if (n == 0 || m_steps[i] != m_steps[n - 1]) {
                    m_steps[n++] = m_steps[i];
                }
            }
            m_stepCount = n;
            m_sorted = n;
        }

        int number() {
            return m_number;
        }

        long rows() {
            return m_rows;
        }

        /** @return the steps that occur, ascending */
        int[] steps() {
            compact();
            return Arrays.copyOf(m_steps, m_stepCount);
        }

        int stepCount() {
            compact();
            return m_stepCount;
        }

        double xMin() {
            return m_xMin;
        }

        double xMax() {
            return m_xMax;
        }

        double yMin() {
            return m_yMin;
        }

        double yMax() {
            return m_yMax;
        }
    }
}
