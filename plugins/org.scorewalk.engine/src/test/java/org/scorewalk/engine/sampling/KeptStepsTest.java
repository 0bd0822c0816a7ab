// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;

class KeptStepsTest {

    private static List<Integer> steps(final KeptSteps kept, final int steps) {
        final var list = new ArrayList<Integer>();
        if (kept.start()) {
            list.add(0);
        }
        for (int step = kept.next(0, steps); step > 0; step = kept.next(step, steps)) {
            list.add(step);
        }
        assertThat(kept.count(steps)).isEqualTo(list.size());
        assertThat(kept.last(steps)).isEqualTo(list.isEmpty() ? 0 : list.get(list.size() - 1));
        return list;
    }

    @Test
    void allSteps() {
        assertThat(steps(KeptSteps.every(true, 0, 1), 4)).containsExactly(0, 1, 2, 3, 4);
        assertThat(steps(KeptSteps.every(false, 0, 1), 4)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void burnInCountsStepsAndThinningCountsFromItsEnd() {
        assertThat(steps(KeptSteps.every(false, 3, 1), 6)).containsExactly(4, 5, 6);
        assertThat(steps(KeptSteps.every(true, 3, 4), 12)).containsExactly(0, 7, 11);
        assertThat(steps(KeptSteps.every(false, 3, 4), 6)).isEmpty();
        assertThat(steps(KeptSteps.every(false, 10, 1), 6)).isEmpty();
    }

    @Test
    void onlyTheLastStep() {
        assertThat(steps(KeptSteps.last(false), 7)).containsExactly(7);
        assertThat(steps(KeptSteps.last(true), 7)).containsExactly(0, 7);
    }

    @Test
    void chosenStepsInAnyOrder() {
        assertThat(steps(KeptSteps.chosen(false, 9, 2, 2, 5), 7)).containsExactly(2, 5);
        assertThat(steps(KeptSteps.chosen(false, 3, 0), 7)).containsExactly(0, 3);
        assertThat(steps(KeptSteps.chosen(true, 3), 7)).containsExactly(0, 3);
    }

    @Test
    void theLargestNumbersDoNotOverflow() {
        final var thinned = KeptSteps.every(false, Integer.MAX_VALUE - 10, Integer.MAX_VALUE);

        assertThat(thinned.next(0, Integer.MAX_VALUE)).isEqualTo(-1);
        assertThat(KeptSteps.every(false, 0, Integer.MAX_VALUE).next(0, Integer.MAX_VALUE))
            .isEqualTo(Integer.MAX_VALUE);
        assertThat(KeptSteps.every(false, 0, 1).next(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(-1);
        assertThat(KeptSteps.every(true, 0, 1).count(Integer.MAX_VALUE)).isEqualTo(1L << 31);
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> KeptSteps.every(true, -1, 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("burn-in");
        assertThatThrownBy(() -> KeptSteps.every(true, 0, 0)).isInstanceOf(InputException.class)
            .hasMessageContaining("thinning");
        assertThatThrownBy(() -> KeptSteps.chosen(true)).isInstanceOf(InputException.class)
            .hasMessageContaining("at least one");
        assertThatThrownBy(() -> KeptSteps.chosen(true, 4, -2)).isInstanceOf(InputException.class)
            .hasMessageContaining("-2");
    }
}
