// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.ExecutionContext;

/** Domain and row key facts. */
final class Domains {
    private Domains() {
    }

    static void one(final ExecutionContext exec, final String what, final DataTableSpec spec, final Boolean init,
        final DataCell... cells) {
        try {
            BufferedDataContainer c = init == null ? exec.createDataContainer(spec)
                : exec.createDataContainer(spec, init);
            for (int i = 0; i < cells.length; i++) {
                c.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), cells[i]));
            }
            c.close();
            var d = c.getTable().getDataTableSpec().getColumnSpec(0).getDomain();
            String v = d.getValues() == null ? "null"
                : d.getValues().size() > 8 ? d.getValues().size() + " values" : d.getValues().toString();
            Log.add(what + ": lower=" + d.getLowerBound() + " upper=" + d.getUpperBound() + " values=" + v + " size="
                + c.getTable().size() + " tableName=" + c.getTable().getDataTableSpec().getName());
        } catch (RuntimeException e) {
            Log.add(what + " threw " + e);
        }
    }

    static DataTableSpec spec(final DataType t) {
        return new DataTableSpec(new DataColumnSpecCreator("c", t).createSpec());
    }

    static DataTableSpec dom(final DataType t, final DataCell lo, final DataCell up, final DataCell... vals) {
        DataColumnSpecCreator c = new DataColumnSpecCreator("c", t);
        c.setDomain(vals.length > 0 ? new DataColumnDomainCreator(vals).createDomain()
            : new DataColumnDomainCreator(lo, up).createDomain());
        return new DataTableSpec("named", c.createSpec());
    }

    static StringCell[] strings(final int n) {
        StringCell[] s = new StringCell[n];
        for (int i = 0; i < n; i++) {
            s[i] = new StringCell("v" + i);
        }
        return s;
    }

    static void log(final ExecutionContext exec) {
        DataCell miss = DataType.getMissingCell();
        one(exec, "double 1,NaN,missing,-2", spec(DoubleCell.TYPE), null, new DoubleCell(1), new DoubleCell(Double.NaN),
            miss, new DoubleCell(-2));
        one(exec, "double +-Infinity and 1", spec(DoubleCell.TYPE), null, new DoubleCell(1),
            new DoubleCell(Double.POSITIVE_INFINITY), new DoubleCell(Double.NEGATIVE_INFINITY));
        one(exec, "double only Infinity", spec(DoubleCell.TYPE), null, new DoubleCell(Double.POSITIVE_INFINITY));
        one(exec, "double only NaN", spec(DoubleCell.TYPE), null, new DoubleCell(Double.NaN));
        one(exec, "double only missing", spec(DoubleCell.TYPE), null, miss, miss);
        one(exec, "double no rows", spec(DoubleCell.TYPE), null);
        one(exec, "double column with IntCells 3,1", spec(DoubleCell.TYPE), null, new IntCell(3), new IntCell(1));
        one(exec, "String no rows", spec(StringCell.TYPE), null);
        one(exec, "String b,a,missing,b", spec(StringCell.TYPE), null, new StringCell("b"), new StringCell("a"), miss,
            new StringCell("b"));
        one(exec, "String 60 different", spec(StringCell.TYPE), null, strings(60));
        one(exec, "String 61 different", spec(StringCell.TYPE), null, strings(61));
        one(exec, "double spec domain [-10,10], initDomain=true, rows 1,20",
            dom(DoubleCell.TYPE, new DoubleCell(-10), new DoubleCell(10)), true, new DoubleCell(1), new DoubleCell(20));
        one(exec, "double spec domain [-10,10], initDomain=false, rows 1,20",
            dom(DoubleCell.TYPE, new DoubleCell(-10), new DoubleCell(10)), false, new DoubleCell(1),
            new DoubleCell(20));
        one(exec, "String spec domain x,y, initDomain=true, row z",
            dom(StringCell.TYPE, null, null, new StringCell("x"), new StringCell("y")), true, new StringCell("z"));
        one(exec, "String spec domain x,y, initDomain=false, row z",
            dom(StringCell.TYPE, null, null, new StringCell("x"), new StringCell("y")), false, new StringCell("z"));
        Log.add("createRowKey(5L)=" + RowKey.createRowKey(5L) + " createRowKey(0)=" + RowKey.createRowKey(0)
            + " createRowKey(-1L)=" + t(() -> RowKey.createRowKey(-1L).toString()) + " RowKey(\" a \")=["
            + new RowKey(" a ") + "] RowKey(\"\")=[" + t(() -> new RowKey("").toString()) + "]");
        Log.add("column name \" x \" -> [" + new DataColumnSpecCreator(" x ", IntCell.TYPE).createSpec().getName()
            + "], \"\" -> [" + t(() -> new DataColumnSpecCreator("", IntCell.TYPE).createSpec().getName())
            + "], null -> " + t(() -> new DataColumnSpecCreator((String)null, IntCell.TYPE).createSpec().getName()));
        Log.add("duplicate column -> "
            + t(() -> new DataTableSpec(new DataColumnSpecCreator("x", IntCell.TYPE).createSpec(),
                new DataColumnSpecCreator("x", IntCell.TYPE).createSpec()).toString()));
        Log.add("table name default=" + new DataTableSpec().getName() + " findColumnIndex absent="
            + new DataTableSpec().findColumnIndex("q") + " getColumnSpec absent="
            + new DataTableSpec().getColumnSpec("q"));
        Log.add("toString: IntCell " + new IntCell(1) + " DoubleCell " + new DoubleCell(1) + " " + new DoubleCell(1e21)
            + " " + new DoubleCell(0.1f) + " missing " + miss + " missing with text "
            + new org.knime.core.data.MissingCell("why") + " equals "
            + miss.equals(new org.knime.core.data.MissingCell("why")) + " Int(1).equals(Double(1)) "
            + new IntCell(1).equals(new DoubleCell(1)));
    }

    private static String t(final java.util.function.Supplier<String> s) {
        try {
            return s.get();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
