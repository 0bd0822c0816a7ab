// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Source which fails in a chosen way. */
public final class ENodeFactory extends DefaultNodeFactory {
    public static final class EParams implements NodeParameters {
        @Widget(title = "what", description = "d")
        String m_what = "ok";

        public EParams() {
            Log.add("EParams()");
        }

        @Override
        public void validate() throws InvalidSettingsException {
            Log.add("EParams.validate " + m_what);
            if ("invalid".equals(m_what)) {
                throw new InvalidSettingsException("validate refuses");
            }
            if ("validateRuntime".equals(m_what)) {
                throw new IllegalArgumentException("validate runtime");
            }
        }
    }

    static DataTableSpec spec() {
        return new DataTableSpec(new DataColumnSpecCreator("d", DoubleCell.TYPE).createSpec());
    }

    static DefaultRow row(final String k, final double d) {
        return new DefaultRow(k, new DoubleCell(d));
    }

    private static final DefaultNode NODE = DefaultNode.create().name("Golden E").icon("n.png")
        .shortDescription("Failures").fullDescription("Failures.").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputTable("T1", "t").addOutputPort("M1", "m", ModelPO.TYPE))
        .model(m -> m.parametersClass(EParams.class).configure((i, o) -> {
            EParams p = i.getParameters();
            Log.add("E.configure " + p.m_what);
            switch (p.m_what) {
                case "confInvalid":
                    throw new InvalidSettingsException("configure refuses");
                case "confRuntime":
                    throw new IllegalStateException("configure runtime");
                case "confNPE":
                    throw new NullPointerException();
                case "confNull":
                    return;
                case "confOne":
                    o.setOutSpecs(spec());
                    return;
                case "confThree":
                    o.setOutSpecs(spec(), new ModelSpec("e", 1), spec());
                    return;
                case "confWrong":
                    o.setOutSpecs(new ModelSpec("e", 1), spec());
                    return;
                case "confIndex":
                    o.setOutSpec(5, spec());
                    return;
                case "confWarn":
                    o.setWarningMessage("from configure");
                    break;
                case "confIn":
                    i.getInPortSpec(0);
                    break;
                default:
            }
            o.setOutSpecs(spec(), new ModelSpec("e", 1));
        }).execute(ENodeFactory::execute));

    static void execute(final ExecuteInput i, final ExecuteOutput o) throws CanceledExecutionException, KNIMEException {
        EParams p = i.getParameters();
        ExecutionContext exec = i.getExecutionContext();
        Log.add("E.execute " + p.m_what);
        BufferedDataContainer c = exec.createDataContainer(spec());
        ModelPO po = new ModelPO(new ModelSpec("e", 1), 1.0);
        String at = "add";
        try {
            switch (p.m_what) {
                case "knime":
                    throw new KNIMEException("knime exception text");
                case "knimeCause":
                    throw new KNIMEException("outer text", new IllegalArgumentException("inner text"));
                case "knimeNull":
                    throw new KNIMEException((String)null);
                case "runtime":
                    throw new IllegalStateException("runtime text");
                case "npe":
                    throw new NullPointerException();
                case "runtimeCause":
                    throw new RuntimeException(new IllegalArgumentException("inner cause"));
                case "canceled":
                    throw new CanceledExecutionException("canceled text");
                case "canceledNoText":
                    throw new CanceledExecutionException();
                case "oom":
                    throw new OutOfMemoryError("Java heap space (made)");
                case "linkage":
                    throw new NoClassDefFoundError("org/example/Nowhere");
                case "error":
                    throw new Error("plain error");
                case "sneaky":
                    sneak(new java.io.IOException("sneaky io"));
                    break;
                case "dup2":
                    c.addRowToTable(row("a", 1));
                    c.addRowToTable(row("a", 2));
                    at = "added both";
                    break;
                case "dup250":
                    for (int k = 0; k < 250; k++) {
                        at = "row " + k;
                        c.addRowToTable(row("r" + (k == 10 ? 9 : k), k));
                    }
                    at = "added all";
                    break;
                case "dupfar":
                    for (int k = 0; k < 250; k++) {
                        at = "row " + k;
                        c.addRowToTable(row("r" + (k == 240 ? 0 : k), k));
                    }
                    at = "added all";
                    break;
                case "type":
                    c.addRowToTable(new DefaultRow("a", new StringCell("x")));
                    at = "added";
                    break;
                case "intInDouble":
                    c.addRowToTable(new DefaultRow("a", new IntCell(1)));
                    c.addRowToTable(new DefaultRow("b", new LongCell(2)));
                    at = "added";
                    break;
                case "count":
                    c.addRowToTable(new DefaultRow("a", new DoubleCell(1), new DoubleCell(2)));
                    at = "added";
                    break;
                case "nullRow":
                    c.addRowToTable(null);
                    break;
                case "nullKey":
                    c.addRowToTable(new DefaultRow((String)null, new DoubleCell(1)));
                    break;
                case "notClosed":
                    c.addRowToTable(row("a", 1));
                    o.setOutData(c.getTable(), po);
                    return;
                case "afterClose":
                    c.close();
                    c.addRowToTable(row("a", 1));
                    break;
                case "twiceClose":
                    c.addRowToTable(row("a", 1));
                    c.close();
                    c.close();
                    break;
                case "noOutput":
                    return;
                case "oneOutput":
                    c.addRowToTable(row("a", 1));
                    c.close();
                    o.setOutData(0, c.getTable());
                    return;
                case "oneOutputArr":
                    c.addRowToTable(row("a", 1));
                    c.close();
                    o.setOutData(c.getTable());
                    return;
                case "threeOutputs":
                    c.addRowToTable(row("a", 1));
                    c.close();
                    o.setOutData(c.getTable(), po, po);
                    return;
                case "nullOutput":
                    c.addRowToTable(row("a", 1));
                    c.close();
                    o.setOutData(c.getTable(), (ModelPO)null);
                    return;
                case "wrongOutput":
                    c.addRowToTable(row("a", 1));
                    c.close();
                    o.setOutData(po, c.getTable());
                    return;
                case "index5":
                    o.setOutData(5, po);
                    return;
                case "otherSpec": {
                    var c2 = exec.createDataContainer(PNodeFactory.spec());
                    c2.close();
                    o.setOutData(c2.getTable(), po);
                    return;
                }
                case "otherModelSpec":
                    c.addRowToTable(row("a", 1));
                    c.close();
                    o.setOutData(c.getTable(), new ModelPO(new ModelSpec("different", 9), 1.0));
                    return;
                case "empty":
                    c.close();
                    o.setOutData(c.getTable(), po);
                    return;
                case "warn":
                    o.setWarningMessage("warning text");
                    c.addRowToTable(row("a", 1));
                    break;
                case "warnFail":
                    o.setWarningMessage("warning text");
                    throw new KNIMEException("then failed");
                case "confWarn2":
                    break;
                case "slow":
                    for (int k = 0; k < 3000; k++) {
                        exec.setProgress(k / 3000.0, "step " + k);
                        exec.checkCanceled();
                        sleep(10);
                    }
                    break;
                case "slowDeaf":
                    for (int k = 0; k < 60; k++) {
                        sleepDeaf(50);
                    }
                    break;
                case "slowInterrupted":
                    try {
                        Thread.sleep(30000);
                    } catch (InterruptedException e) {
                        Log.add("interrupted; flag=" + Thread.currentThread().isInterrupted());
                        Thread.currentThread().interrupt();
                        exec.checkCanceled();
                    }
                    break;
                case "progress":
                    exec.setProgress(0.5);
                    Log.add("p " + exec.getProgressMonitor().getProgress());
                    exec.setProgress(-1);
                    Log.add("p after -1 " + exec.getProgressMonitor().getProgress());
                    exec.setProgress(2);
                    Log.add("p after 2 " + exec.getProgressMonitor().getProgress());
                    exec.setProgress(0.2);
                    Log.add("p after 0.2 (lower) " + exec.getProgressMonitor().getProgress());
                    exec.setProgress(Double.NaN);
                    Log.add("p after NaN " + exec.getProgressMonitor().getProgress());
                    exec.setMessage("msg");
                    Log.add("msg " + exec.getProgressMonitor().getMessage());
                    exec.setProgress(0.6, (String)null);
                    Log.add("msg after null " + exec.getProgressMonitor().getMessage());
                    var sub = exec.createSubProgress(0.5);
                    sub.setProgress(0.5, "sub msg");
                    Log.add("sub 0.5 of 0.5: parent " + exec.getProgressMonitor().getProgress() + " msg "
                        + exec.getProgressMonitor().getMessage());
                    sub.setProgress(1.0);
                    Log.add("sub 1: parent " + exec.getProgressMonitor().getProgress() + " msg "
                        + exec.getProgressMonitor().getMessage());
                    var sil = exec.createSilentSubProgress(0.1);
                    sil.setProgress(1.0, "silent");
                    Log.add("silent: parent " + exec.getProgressMonitor().getProgress() + " msg "
                        + exec.getProgressMonitor().getMessage());
                    try {
                        exec.createSubProgress(1.5);
                        Log.add("sub 1.5 ok");
                    } catch (RuntimeException e) {
                        Log.add("sub 1.5 " + e);
                    }
                    break;
                case "progress2":
                    exec.setMessage("main");
                    var s2 = exec.createSubProgress(0.5);
                    s2.setMessage("sub");
                    Log.add("main+sub message: " + exec.getProgressMonitor().getMessage());
                    s2.setProgress(0.5, "half");
                    Log.add("sub 0.5 of 0.5 from nothing: " + exec.getProgressMonitor().getProgress() + " message "
                        + exec.getProgressMonitor().getMessage() + " messages "
                        + exec.getProgressMonitor().getMessages());
                    s2.setProgress(1.0);
                    var s3 = exec.createSubProgress(0.25);
                    s3.setProgress(1.0);
                    Log.add("second sub 1 of 0.25: " + exec.getProgressMonitor().getProgress());
                    var s4 = s3.createSubProgress(0.5);
                    Log.add("sub of sub " + s4.getProgressMonitor().getProgress());
                    Thread.currentThread().interrupt();
                    try {
                        exec.checkCanceled();
                        Log.add(
                            "interrupt flag set, checkCanceled passes; flag=" + Thread.currentThread().isInterrupted());
                    } catch (CanceledExecutionException e) {
                        Log.add("interrupt flag set without cancel: checkCanceled throws " + e.getMessage() + "; flag="
                            + Thread.interrupted());
                    }
                    c.addRowToTable(row("a", 1));
                    break;
                case "domains":
                    Domains.log(exec);
                    c.addRowToTable(row("a", 1));
                    break;
                default:
                    c.addRowToTable(row("a", 1));
            }
            String before = at;
            at = "close";
            Log.add("E close after: " + before);
            c.close();
            at = "closed";
            o.setOutData(c.getTable(), po);
        } catch (CanceledExecutionException | KNIMEException | RuntimeException | Error e) {
            Log.add("E seen in execute at [" + at + "]: " + e + (e.getCause() == null ? "" : " <- " + e.getCause()));
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(final Throwable t) throws T {
        throw (T)t;
    }

    private static void sleep(final int ms) throws CanceledExecutionException {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Log.add("interrupted in sleep");
            throw new CanceledExecutionException("interrupted");
        }
    }

    private static void sleepDeaf(final int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Log.add("deaf: interrupt swallowed");
        }
    }

    public ENodeFactory() {
        super(NODE);
    }
}
