// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.example.golden.BinSpec;
import org.example.golden.ModelPO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.util.FileUtil;

class NodeDriverTest {

    @TempDir
    Path m_temp;

    /** An execute that may throw anything. */
    private interface Execute {
        PortObject[] run(TestNodeModel model, ExecutionContext exec) throws Exception;
    }

    private static NodeDriver node(final TestNodeModel.Work work) {
        return NodeDriver.create(new TestNodeFactory(work));
    }

    private static NodeDriver executing(final Execute execute) {
        return node(new TestNodeModel.Work() {
            @Override
            public PortObject[] execute(final TestNodeModel model, final PortObject[] in,
                final ExecutionContext exec) throws Exception {
                return execute.run(model, exec);
            }
        });
    }

    private NodeExecution execution() {
        return NodeExecution.open(m_temp, null);
    }

    private PortObject[] execute(final NodeDriver node) throws Exception {
        try (NodeExecution execution = execution()) {
            return node.execute(new PortObject[0], execution);
        }
    }

    private String failureOf(final Execute execute) {
        return catchThrowableOfType(() -> execute(executing(execute)), NodeFailure.class).getMessage();
    }

    private static <T> T throwing(final Throwable t) throws Exception {
        if (t instanceof Error e) {
            throw e;
        }
        throw (Exception)t;
    }

    // ---- settings

    @Test
    void theDefaultsOfAModelAreItsSettings() throws Exception {
        final NodeSettings settings = node(new TestNodeModel.Work() {
        }).saveSettings();
        assertThat(settings.getKey()).isEqualTo("model");
        assertThat(settings.getInt("seed")).isEqualTo(1);
    }

    @Test
    void settingsThatDoNotFitAreRefusedAndTheOldOnesStay() throws Exception {
        final NodeDriver node = node(new TestNodeModel.Work() {
            @Override
            public void validate(final NodeSettingsRO settings) throws InvalidSettingsException {
                if (settings.getInt("seed") == 666) {
                    throw new InvalidSettingsException("int must not be 666");
                }
                if (settings.getInt("seed") == 13) {
                    throw new IllegalStateException("validate runtime");
                }
            }
        });
        final NodeSettings settings = new NodeSettings("model");
        settings.addInt("seed", 5);
        node.loadSettings(settings, null, Map.of());
        assertThat(((TestNodeModel)node.model()).seed()).isEqualTo(5);
        final NodeSettings bad = new NodeSettings("model");
        bad.addInt("seed", 666);
        assertThatThrownBy(() -> node.loadSettings(bad, null, Map.of()))
            .isInstanceOf(InvalidSettingsException.class).hasMessage("int must not be 666");
        bad.addInt("seed", 13);
        assertThatThrownBy(() -> node.loadSettings(bad, null, Map.of()))
            .isInstanceOf(InvalidSettingsException.class).hasMessage("Coding issue: validate runtime");
        assertThatThrownBy(() -> node.loadSettings(new NodeSettings("model"), null, Map.of()))
            .hasMessage("Int for key \"seed\" not found.");
        assertThat(((TestNodeModel)node.model()).seed()).isEqualTo(5);
    }

    @Test
    void variablesOverwriteBeforeTheCheckAndTheGivenSettingsStayAsTheyAre() throws Exception {
        final NodeDriver node = node(new TestNodeModel.Work() {
            @Override
            public PortObjectSpec[] configure(final TestNodeModel model, final PortObjectSpec... in) {
                model.push("mine", 3);
                model.warn("v is " + model.peekFlowVariableInt("v"));
                return null;
            }
        });
        final NodeSettings settings = new NodeSettings("model");
        settings.addInt("seed", 5);
        final NodeSettings variables = new NodeSettings("variables");
        final var leaf = variables.addNodeSettings("tree").addConfig("seed");
        leaf.addString("used_variable", "v");
        leaf.addString("exposed_variable", "out");
        node.loadSettings(settings, variables, Map.of("v", new FlowVariable("v", 9)));
        node.configure();
        assertThat(((TestNodeModel)node.model()).seed()).isEqualTo(9);
        assertThat(settings.getInt("seed")).isEqualTo(5);
        assertThat(node.warning()).map(Message::getSummary).contains("v is 9");
        assertThat(node.outgoingVariables()).containsOnly(Map.entry("out", new FlowVariable("out", 9)),
            Map.entry("mine", new FlowVariable("mine", 3)));
    }

    // ---- configure

    private static NodeDriver configuring(final java.util.concurrent.Callable<PortObjectSpec[]> specs) {
        return node(new TestNodeModel.Work() {
            @Override
            public PortObjectSpec[] configure(final TestNodeModel model, final PortObjectSpec... in)
                throws InvalidSettingsException {
                try {
                    return specs.call();
                } catch (InvalidSettingsException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        });
    }

    @Test
    void configureTellsWhyItRefuses() {
        final NodeFailure expected = catchThrowableOfType(() -> configuring(() -> {
            throw new InvalidSettingsException("configure refuses");
        }).configure(), NodeFailure.class);
        assertThat(expected).hasMessage("configure refuses");
        assertThat(expected.isExpected()).isTrue();
        final NodeFailure broken = catchThrowableOfType(() -> configuring(() -> {
            throw new IllegalStateException("configure runtime");
        }).configure(), NodeFailure.class);
        assertThat(broken).hasMessage("Configure failed (IllegalStateException): configure runtime");
        assertThat(broken.isExpected()).isFalse();
        assertThatThrownBy(() -> configuring(() -> {
            throw new NullPointerException();
        }).configure()).hasMessage("Configure failed (NullPointerException): null");
    }

    @Test
    void specsMayBeUnknown() throws Exception {
        assertThat(configuring(() -> null).configure()).containsExactly(null, null);
        assertThat(configuring(() -> new PortObjectSpec[]{null, new BinSpec(1)}).configure())
            .containsExactly(null, new BinSpec(1));
        assertThat(configuring(() -> new PortObjectSpec[1]).configure()).containsExactly(null, null);
    }

    @Test
    void aMissingTableSpecBecomesAnEmptyOneAndAWrongClassIsRefused() throws Exception {
        final AtomicReference<PortObjectSpec[]> seen = new AtomicReference<>();
        final NodeSettings config = new NodeSettings("c");
        config.addNodeSettings("Optional model").addNodeSettings("port_0").addString("object_class",
            ModelPO.class.getName());
        final NodeDriver node = NodeDriver.create(new TestNodeFactory(new TestNodeModel.Work() {
            @Override
            public PortObjectSpec[] configure(final TestNodeModel model, final PortObjectSpec... in) {
                seen.set(in);
                return null;
            }
        }, false), config);
        assertThat(node.inputTypes()).containsExactly(ModelPO.TYPE, BufferedDataTable.TYPE);
        node.configure(null, null);
        assertThat(seen.get()).containsExactly(null, new DataTableSpec());
        assertThatThrownBy(() -> node.configure(TestNodeModel.SPEC, TestNodeModel.SPEC))
            .isInstanceOf(NodeFailure.class).hasMessageStartingWith("Incompatible port spec at port 0");
        assertThatThrownBy(() -> node.configure(TestNodeModel.SPEC)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInactiveInputMakesAllOutputsInactive() throws Exception {
        final NodeDriver node = NodeDriver.create(new TestNodeFactory());
        assertThat(node.configure(InactiveBranchPortObjectSpec.INSTANCE)).hasSize(3)
            .containsOnly(InactiveBranchPortObjectSpec.INSTANCE);
        try (NodeExecution execution = execution()) {
            assertThat(node.execute(new PortObject[]{InactiveBranchPortObject.INSTANCE}, execution)).hasSize(3)
                .containsOnly(InactiveBranchPortObject.INSTANCE);
        }
    }

    // ---- execute

    @Test
    void failuresHaveTheTextsThatKnimeShows() {
        assertThat(failureOf((m, e) -> throwing(new KNIMEException("knime exception text"))))
            .isEqualTo("knime exception text");
        assertThat(failureOf((m, e) -> throwing(new KNIMEException("outer text", new IOException("inner")))))
            .isEqualTo("outer text");
        assertThat(failureOf((m, e) -> throwing(new KNIMEException((String)null)))).isEqualTo("unknown reason");
        assertThat(failureOf((m, e) -> throwing(new IllegalStateException("runtime text"))))
            .isEqualTo("Execute failed: runtime text");
        assertThat(failureOf((m, e) -> throwing(new NullPointerException())))
            .isEqualTo("Execute failed: (\"NullPointerException\"): null");
        assertThat(failureOf((m, e) -> throwing(new RuntimeException(new IllegalArgumentException("inner cause")))))
            .isEqualTo("Execute failed: java.lang.IllegalArgumentException: inner cause");
        assertThat(failureOf((m, e) -> throwing(new OutOfMemoryError("Java heap space (made)"))))
            .isEqualTo("Execute failed: Java heap space (made)");
        assertThat(failureOf((m, e) -> throwing(new NoClassDefFoundError("org/example/Nowhere"))))
            .isEqualTo("Execute failed: org/example/Nowhere");
        assertThat(failureOf((m, e) -> throwing(new IOException("sneaky io")))).isEqualTo("Execute failed: sneaky io");
        assertThat(failureOf((m, e) -> throwing(new InvalidSettingsException("plain")))).isEqualTo("plain");
        assertThat(failureOf((m, e) -> {
            final BufferedDataContainer c = e.createDataContainer(TestNodeModel.SPEC);
            c.addRowToTable(new DefaultRow("a", 1.0));
            c.addRowToTable(new DefaultRow("a", 1.0));
            return null;
        })).isEqualTo("Execute failed: Encountered duplicate row ID \"a\"");
    }

    @Test
    void resultsMustBeComplete() {
        assertThat(failureOf((m, e) -> null)).startsWith("Execute failed: Invalid result.");
        assertThat(failureOf((m, e) -> new PortObject[]{null, TestNodeModel.MODEL}))
            .isEqualTo("Execute failed: Invalid result. Execution failed, reason: data at output 0 is null.");
        assertThat(failureOf((m, e) -> new PortObject[]{TestNodeModel.table(e, 1), null}))
            .isEqualTo("Execute failed: Invalid result. Execution failed, reason: data at output 1 is null.");
        assertThat(failureOf((m, e) -> new PortObject[]{TestNodeModel.table(e, 1)}))
            .startsWith("Execute failed: Invalid result.");
        assertThat(failureOf((m, e) -> new PortObject[]{TestNodeModel.table(e, 1), TestNodeModel.table(e, 1)}))
            .isEqualTo("Invalid output port object at port 1");
    }

    @Test
    void emptyTablesAndOtherSpecsAreWarnedAbout() throws Exception {
        final NodeDriver empty =
            executing((m, e) -> new PortObject[]{TestNodeModel.table(e, 0), TestNodeModel.MODEL});
        execute(empty);
        assertThat(empty.warning()).map(Message::getSummary).contains("Node created an empty data table.");
        final NodeDriver own = executing((m, e) -> {
            m.warn("warning text");
            return new PortObject[]{TestNodeModel.table(e, 0), TestNodeModel.MODEL};
        });
        execute(own);
        assertThat(own.warning()).map(Message::getSummary).contains("warning text");
        final NodeDriver other = executing((m, e) -> {
            final BufferedDataContainer c = e.createDataContainer(
                new DataTableSpec(new String[]{"s"}, new DataType[]{StringCell.TYPE}));
            c.close();
            return new PortObject[]{c.getTable(), TestNodeModel.MODEL};
        });
        other.configure();
        execute(other);
        assertThat(other.warning()).map(Message::getSummary)
            .contains("DataSpec generated by configure does not match spec after execution.");
        final NodeDriver fine = executing((m, e) -> new PortObject[]{TestNodeModel.table(e, 1), TestNodeModel.MODEL});
        fine.configure();
        execute(fine);
        assertThat(fine.warning()).isEmpty();
    }

    @Test
    void aWarningIsForgottenByTheNextCall() throws Exception {
        final boolean[] warn = {true};
        final NodeDriver node = node(new TestNodeModel.Work() {
            @Override
            public PortObjectSpec[] configure(final TestNodeModel model, final PortObjectSpec... in) {
                model.warn(warn[0] ? "from configure" : null);
                return null;
            }
        });
        node.configure();
        assertThat(node.warning()).map(Message::getSummary).contains("from configure");
        execute(node);
        assertThat(node.warning()).isEmpty();
    }

    // ---- tables

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

    // ---- cancel

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
                thrown.set(org.assertj.core.api.Assertions
                    .catchThrowable(() -> node.execute(new PortObject[0], execution)));
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

    private static NodeExecution s_current;

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

    // ---- progress

    @Test
    void theListenerHearsTheLastStateInAnyCase() throws Exception {
        final AtomicReference<NodeProgressEvent> last = new AtomicReference<>();
        final NodeDriver node = executing((m, e) -> {
            for (int i = 0; i <= 1000; i++) {
                final int step = i;
                e.setProgress(i / 1000.0, () -> "step " + step);
            }
            return new PortObject[]{TestNodeModel.table(e, 1), TestNodeModel.MODEL};
        });
        try (NodeExecution execution = NodeExecution.open(m_temp, last::set)) {
            node.execute(new PortObject[0], execution);
        }
        assertThat(last.get().getNodeProgress().getProgress()).isEqualTo(1.0);
        assertThat(last.get().getNodeProgress().getMessage()).isEqualTo("step 1000");
    }

    @Test
    void progressIsUnknownAtFirstWithKnimesText() throws Exception {
        execute(executing((m, e) -> {
            assertThat(e.getProgressMonitor().getProgress()).isNull();
            assertThat(e.getProgressMonitor().getMessage()).isEqualTo("Performing node execution...");
            return new PortObject[]{TestNodeModel.table(e, 1), TestNodeModel.MODEL};
        }));
    }

    // ---- place

    @Test
    void aNodeReadsFilesBesideItsWorkflow() throws Exception {
        final Path workflow = Files.createDirectory(m_temp.resolve("work flow"));
        Files.createDirectory(workflow.resolve("data"));
        Files.writeString(workflow.resolve("data/a b.txt"), "hello");
        final NodeDriver node = executing((m, e) -> {
            for (final String url : new String[]{"knime://knime.workflow/data/a b.txt",
                "knime://knime.workflow/data/a%20b.txt"}) {
                assertThat(FileUtil.resolveToPath(FileUtil.toURL(url)))
                    .isEqualTo(workflow.resolve("data/a b.txt"));
                try (var in = FileUtil.openStreamWithTimeout(FileUtil.toURL(url))) {
                    assertThat(new String(in.readAllBytes())).isEqualTo("hello");
                }
            }
            return new PortObject[]{TestNodeModel.table(e, 1), TestNodeModel.MODEL};
        });
        node.setWorkflowDirectory(workflow);
        execute(node);
        assertThatThrownBy(() -> FileUtil.resolveToPath(FileUtil.toURL("knime://knime.workflow/x")))
            .isInstanceOf(IOException.class).hasMessageContaining("needs a workflow");
        assertThatThrownBy(() -> FileUtil.resolveToPath(FileUtil.toURL("knime://LOCAL/x")))
            .isInstanceOf(IOException.class).hasMessageContaining("knime://knime.workflow/");
    }
}
