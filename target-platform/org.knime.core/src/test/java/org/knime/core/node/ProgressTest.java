// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What was seen of KNIME's progress. */
class ProgressTest {

    private final ExecutionMonitor m_exec = new ExecutionMonitor();

    private Double progress() {
        return m_exec.getProgressMonitor().getProgress();
    }

    @Test
    void onlyNumbersBetweenZeroAndOneCount() {
        assertThat(progress()).isNull();
        m_exec.setProgress(0.5);
        m_exec.setProgress(-1);
        m_exec.setProgress(2);
        assertThat(progress()).isEqualTo(0.5);
        m_exec.setProgress(0.2);
        m_exec.setProgress(Double.NaN);
        assertThat(progress()).isEqualTo(0.2);
    }

    @Test
    void aMessageStaysUntilAnotherIsSet() {
        m_exec.setMessage("msg");
        m_exec.setProgress(0.1);
        assertThat(m_exec.getProgressMonitor().getMessage()).isEqualTo("msg");
        m_exec.setProgress(0.6, (String)null);
        assertThat(m_exec.getProgressMonitor().getMessage()).isNull();
    }

    @Test
    void aPartStartsFromTheWholesValue() {
        m_exec.setProgress(0.6);
        final ExecutionMonitor sub = m_exec.createSubProgress(0.5);
        sub.setProgress(0.5, "sub msg");
        assertThat(progress()).isCloseTo(0.85, within(1e-12));
        assertThat(m_exec.getProgressMonitor().getMessage()).isNull();
        sub.setProgress(1.0);
        assertThat(progress()).isCloseTo(0.85, within(1e-12)); // 1.1 is ignored
        m_exec.createSilentSubProgress(0.1).setProgress(1.0, "silent");
        assertThat(progress()).isCloseTo(0.95, within(1e-12));
        assertThat(m_exec.getProgressMonitor().getMessages()).doesNotContain("silent");
    }

    @Test
    void partsFollowEachOther() {
        m_exec.setMessage("main");
        final ExecutionMonitor first = m_exec.createSubProgress(0.5);
        first.setMessage("sub");
        first.setProgress(0.5, "half");
        assertThat(progress()).isEqualTo(0.25);
        assertThat(m_exec.getProgressMonitor().getMessage()).isEqualTo("main");
        assertThat(m_exec.getProgressMonitor().getMessages()).containsExactly("main", "half");
        first.setProgress(1.0);
        final ExecutionMonitor second = m_exec.createSubProgress(0.25);
        second.setProgress(1.0);
        assertThat(progress()).isEqualTo(0.75);
        assertThat(second.createSubProgress(0.5).getProgressMonitor().getProgress()).isZero();
    }

    @Test
    void partsOfPartsReachTheWhole() {
        final ExecutionMonitor half = m_exec.createSubProgress(0.5);
        final ExecutionMonitor quarter = half.createSubProgress(0.5);
        quarter.setProgress(1.0, "deep");
        assertThat(progress()).isEqualTo(0.25);
        assertThat(m_exec.getProgressMonitor().getMessages()).containsExactly("deep");
        quarter.setMessage((String)null);
        assertThat(m_exec.getProgressMonitor().getMessages()).isEmpty();
    }

    @Test
    void manySmallStepsOfParallelPartsReachTheEnd() {
        final ExecutionMonitor[] parts = new ExecutionMonitor[7];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = m_exec.createSubProgress(1.0 / parts.length);
        }
        IntStream.range(0, parts.length).parallel().forEach(i -> {
            for (int k = 1; k <= 10_000; k++) {
                parts[i].setProgress(k / 10_000.0);
            }
        });
        assertThat(progress()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void theSizeOfAPartIsChecked() {
        assertThatThrownBy(() -> m_exec.createSubProgress(1.5)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("Invalid sub progress size: 1.5");
        assertThatThrownBy(() -> m_exec.createSubProgress(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cancelReachesPartsButNotThoseThatCannotBeCanceled() {
        final ExecutionMonitor part = m_exec.createSubProgress(0.5).createSilentSubProgress(0.5);
        assertThatCode(part::checkCanceled).doesNotThrowAnyException();
        m_exec.getProgressMonitor().setExecuteCanceled();
        assertThatThrownBy(part::checkCanceled).isInstanceOf(CanceledExecutionException.class)
            .hasMessage("Execution canceled");
        assertThatCode(m_exec.createNonCancelableSubProgress()::checkCanceled).doesNotThrowAnyException();
        m_exec.getProgressMonitor().reset();
        assertThatCode(part::checkCanceled).doesNotThrowAnyException();
    }

    @Test
    void anInterruptCountsAsCancelAndTheFlagStays() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(m_exec::checkCanceled).isInstanceOf(CanceledExecutionException.class)
            .hasMessage("Execution canceled");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void textsAreMadeOnlyWhenSomeoneReadsThem() {
        final AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < 100_000; i++) {
            m_exec.setProgress(i / 100_000.0, () -> "text " + made.incrementAndGet());
        }
        assertThat(made).hasValue(0);
        assertThat(m_exec.getProgressMonitor().getMessage()).isEqualTo("text 1");
    }

    @Test
    void listenersAreNotFloodedAndTheirTextsNeither() {
        final AtomicInteger heard = new AtomicInteger();
        final AtomicInteger made = new AtomicInteger();
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor(e -> heard.incrementAndGet());
        final long start = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            monitor.setProgress(i / 100_000.0, () -> "text " + made.incrementAndGet());
        }
        final long tickets = (System.nanoTime() - start) / 50_000_000 + 1;
        assertThat(heard.get()).isBetween(1, (int)tickets);
        assertThat(made.get()).isEqualTo(heard.get());
    }
}
