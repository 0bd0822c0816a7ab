// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.util.FileUtil;

/** What outlives an execution, and what a cancel ends. */
class NodeDriverLifeTest extends NodeDriverTestBase {

    private static long diskFiles(final Path dir) throws IOException {
        try (var files = Files.walk(dir)) {
            return files.filter(p -> !p.equals(dir)).count();
        }
    }

    @Test
    void resultsLiveUntilTheNodeIsResetAndOthersEndWithTheExecution() throws Exception {
        final AtomicReference<BufferedDataTable> internal = new AtomicReference<>();
        final AtomicReference<BufferedDataTable> lost = new AtomicReference<>();
        final NodeDriver node = executing((m, e) -> {
            internal.set(TestNodeModel.table(e, 3));
            lost.set(TestNodeModel.table(e, 4));
            m.setInternalPortObjects(new PortObject[]{internal.get()});
            return new PortObject[]{TestNodeModel.table(e, 2), TestNodeModel.MODEL};
        });
        final BufferedDataTable result = (BufferedDataTable)execute(node)[0];
        assertThat(result).hasSize(2);
        assertThat(node.internalObjects()).containsExactly(internal.get());
        assertThat(internal.get()).hasSize(3);
        assertThatThrownBy(() -> lost.get().iterator().next()).isInstanceOf(IllegalStateException.class);
        node.reset();
        assertThat(node.internalObjects()).isNull();
        assertThatThrownBy(() -> result.iterator().next()).isInstanceOf(IllegalStateException.class);
        node.close();
        node.close();
        assertThat(((TestNodeModel)node.model()).disposals()).isOne();
        assertThat(((TestNodeModel)node.model()).resets()).isEqualTo(2);
    }

    @Test
    void aTableThatIsHandedThroughIsHeldByBothNodes() throws Exception {
        final NodeDriver source =
            executing((m, e) -> new PortObject[]{TestNodeModel.table(e, 2), TestNodeModel.MODEL});
        final BufferedDataTable table = (BufferedDataTable)execute(source)[0];
        final NodeDriver second = executing((m, e) -> new PortObject[]{
            e.createSpecReplacerTable(table, new DataTableSpec(new String[]{"renamed"},
                new DataType[]{table.getSpec().getColumnSpec(0).getType()})),
            TestNodeModel.MODEL});
        final BufferedDataTable renamed = (BufferedDataTable)execute(second)[0];
        source.reset();
        assertThat(renamed).hasSize(2);
        assertThat(renamed.getSpec().getColumnNames()).containsExactly("renamed");
        second.reset();
        assertThatThrownBy(() -> renamed.iterator().next()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailureLeavesNoFile() throws Exception {
        final AtomicReference<File> made = new AtomicReference<>();
        assertThat(failureOf((m, e) -> {
            made.set(FileUtil.createTempFile("made", ".bin"));
            Files.writeString(FileUtil.createTempDir("dir").toPath().resolve("f"), "x");
            assertThat(made.get()).exists();
            assertThat(made.get().toPath()).startsWith(m_temp);
            final BufferedDataContainer c = e.createDataContainer(TestNodeModel.SPEC);
            c.addRowToTable(new DefaultRow("a", 1.0));
            throw new IllegalStateException("with an open container");
        })).isEqualTo("Execute failed: with an open container");
        assertThat(made.get()).doesNotExist();
        assertThat(diskFiles(m_temp)).isZero();
    }

    @Test
    void nothingIsMadeAfterTheExecution() throws Exception {
        final AtomicReference<ExecutionContext> kept = new AtomicReference<>();
        execute(executing((m, e) -> {
            kept.set(e);
            return new PortObject[]{TestNodeModel.table(e, 1), TestNodeModel.MODEL};
        }));
        assertThatThrownBy(() -> kept.get().createDataContainer(TestNodeModel.SPEC))
            .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Timeout(20)
    void cancelInterruptsTheNodeAndTheThreadIsFreeAfterwards() throws Exception {
        final CountDownLatch sleeping = new CountDownLatch(1);
        final NodeDriver node = executing((m, e) -> {
            sleeping.countDown();
            Thread.sleep(60_000);
            return null;
        });
        try (NodeExecution execution = execution()) {
            final AtomicReference<Throwable> thrown = new AtomicReference<>();
            final boolean[] flag = {true};
            final Thread worker = new Thread(() -> {
                thrown.set(catchThrowable(() -> node.execute(new PortObject[0], execution)));
                flag[0] = Thread.currentThread().isInterrupted();
            });
            worker.start();
            assertThat(sleeping.await(10, TimeUnit.SECONDS)).isTrue();
            execution.cancel();
            worker.join();
            assertThat(thrown.get()).isInstanceOf(CanceledExecutionException.class).hasMessage("Execution canceled");
            assertThat(flag[0]).isFalse();
            assertThat(execution.isCanceled()).isTrue();
        }
    }

    private static NodeExecution s_current;

    private void assertCanceled(final Execute execute, final String message) {
        final ThrowingCallable call = () -> {
            final NodeDriver node = executing(execute);
            try (NodeExecution execution = execution()) {
                s_current = execution;
                node.execute(new PortObject[0], execution);
            }
        };
        assertThatThrownBy(call).isInstanceOf(CanceledExecutionException.class).hasMessage(message);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whateverANodeDoesAfterACancelCountsAsCanceled() {
        assertCanceled((m, e) -> throwing(new CanceledExecutionException("canceled text")), "canceled text");
        assertCanceled((m, e) -> throwing(new CanceledExecutionException()), "Execution canceled");
        assertCanceled((m, e) -> {
            s_current.cancel();
            Thread.interrupted(); // a node that swallows the interrupt and returns normally
            return new PortObject[]{TestNodeModel.table(e, 1), TestNodeModel.MODEL};
        }, "Execution canceled");
        assertCanceled((m, e) -> {
            s_current.cancel();
            throw new IllegalStateException("broken by the interrupt");
        }, "Execution canceled");
        assertCanceled((m, e) -> {
            s_current.cancel();
            e.createSubProgress(0.5).checkCanceled();
            return null;
        }, "Execution canceled");
    }
}
