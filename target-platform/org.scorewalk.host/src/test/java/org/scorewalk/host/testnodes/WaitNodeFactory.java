// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.testnodes;

import java.util.concurrent.CountDownLatch;

import org.example.golden.Tables;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Takes its time, with progress, an open table and a file on disk. */
public final class WaitNodeFactory extends DefaultNodeFactory {

    static final class Parameters implements NodeParameters {
        @Widget(title = "Milliseconds", description = "How long.")
        int m_millis = 100;
    }

    /** Counted down by each start; tests set their own. */
    public static volatile CountDownLatch started = new CountDownLatch(1);

    /** How many of these nodes were at work at the same time. */
    public static volatile int most;

    private static int atWork;

    private static final DefaultNode NODE = DefaultNode.create().name("Wait").icon("n.png").shortDescription("Waits.")
        .fullDescription("Waits.").sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputTable("In", "Any table.").addOutputTable("Out", "One row.")) //
        .model(m -> m.parametersClass(Parameters.class).configure((i, o) -> o.setOutSpec(0, Tables.SPEC))
            .execute(WaitNodeFactory::execute));

    private static synchronized void count(final int change) {
        atWork += change;
        most = Math.max(most, atWork);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException {
        final Parameters p = in.getParameters();
        final ExecutionContext exec = in.getExecutionContext();
        final var open = exec.createDataContainer(Tables.SPEC);
        count(1);
        started.countDown();
        try {
            final long start = System.nanoTime();
            double done = 0;
            for (long row = 0; done < 1; row++) {
                exec.checkCanceled();
                open.addRowToTable(new DefaultRow(RowKey.createRowKey(row),
                    new StringCell("some text that takes room")));
                done = (System.nanoTime() - start) / 1e6 / p.m_millis;
                exec.setProgress(Math.min(done, 1), "waiting: 7 ticks/s, 1 s left");
                Thread.sleep(1);
            }
        } catch (final InterruptedException e) {
            throw new CanceledExecutionException();
        } finally {
            count(-1);
        }
        out.setOutData(0, Tables.oneRow(exec, "waited"));
    }

    public WaitNodeFactory() {
        super(NODE);
    }
}
