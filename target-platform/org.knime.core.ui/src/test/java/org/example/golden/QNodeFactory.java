// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Optional ports, all cell types, image, view. */
public final class QNodeFactory extends DefaultNodeFactory {

    public static final class QParams implements NodeParameters {
        @Widget(title = "rows", description = "d")
        int m_rows = 3;

        public QParams() {
            Log.add("QParams()");
        }
    }

    public static final class QViewParams implements NodeParameters {
        @Widget(title = "title", description = "d")
        String m_title = "Title";

        public QViewParams() {
            Log.add("QViewParams()");
        }
    }

    /** Data service. */
    public static final class Frames {
        private final ViewInput m_in;

        Frames(final ViewInput in) {
            m_in = in;
            Log.add("Frames(ViewInput)");
        }

        public double[] frame(final int i) {
            Log.add("Frames.frame");
            return new double[]{i, i + 0.5, Double.NaN};
        }

        public Map<String, Object> sum(final double a, final String s) {
            Map<String, Object> m = new TreeMap<>();
            m.put("a", a);
            m.put("s", s);
            m.put("nul", null);
            return m;
        }

        public void nothing() {
        }

        public String nul() {
            return null;
        }

        public int bad() {
            throw new IllegalStateException("bad state in handler");
        }

        public int checked() throws IOException {
            throw new IOException("io in handler");
        }

        public int tables() {
            return m_in.getInternalPortObjects().length;
        }

        public int count(final List<Integer> l) {
            return l.size();
        }
    }

    public record Init(int rows, double[] xs, String title, Map<String, Integer> m, String nul) {
    }

    static DataTableSpec spec() {
        return new DataTableSpec("golden table", new DataColumnSpec[]{
                new DataColumnSpecCreator("i", IntCell.TYPE).createSpec(),
                new DataColumnSpecCreator("l", LongCell.TYPE).createSpec(),
                new DataColumnSpecCreator("d", DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator("s", StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator("b", BooleanCell.TYPE).createSpec(),
                new DataColumnSpecCreator("png", DataType.getType(PNGImageCell.class)).createSpec(),
                new DataColumnSpecCreator("bin", BinaryObjectDataCell.TYPE).createSpec(),
                new DataColumnSpecCreator("list", ListCell.getCollectionType(DoubleCell.TYPE)).createSpec()});
    }

    static byte[] png() {
        try (InputStream in = QNodeFactory.class.getResourceAsStream("n.png")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String s(final PortObjectSpec[] s) {
        return Arrays.stream(s)
            .map(x -> x == null ? "null"
                : x.getClass().getSimpleName()
                    + (x instanceof DataTableSpec t ? "(" + t.getNumColumns() + " columns)" : ""))
            .collect(Collectors.joining(", ", "[", "]"));
    }

    static String o(final PortObject[] s) {
        return s == null ? "null"
            : Arrays.stream(s).map(x -> x == null ? "null" : x.getClass().getSimpleName())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static final DefaultNode NODE = DefaultNode.create().name("Golden Q").icon("n.png")
        .shortDescription("Optional ports").fullDescription("Optional ports, <i>many</i> types.").sinceVersion(5, 8, 0)
        .dynamicPorts(p -> p
            .addInputPortGroup("Optional table",
                g -> g.name("Optional table").description("o").optional().supportedTypes(BufferedDataTable.TYPE))
            .addInputPortGroup("Optional model",
                g -> g.name("Optional model").description("o").optional().supportedTypes(ModelPO.TYPE))
            .addInputPortGroup("Table", g -> g.name("Table").description("t").fixed(BufferedDataTable.TYPE))
            .addOutputPortGroup("Model", g -> g.name("Model").description("t").fixed(ModelPO.TYPE))
            .addOutputPortGroup("Result", g -> g.name("Result").description("t").fixed(BufferedDataTable.TYPE))
            .addOutputPortGroup("Image", g -> g.name("Image").description("t").fixed(ImagePortObject.TYPE)))
        .model(m -> m.parametersClass(QParams.class).configure((i, o) -> {
            Log.add("Q.configure in=" + s(i.getInPortSpecs()) + " outTypes=" + i.getOutPortTypes().length);
            try {
                Log.add("Q.configure getInTableSpecs=" + s(i.getInTableSpecs()));
            } catch (RuntimeException e) {
                Log.add("Q.configure getInTableSpecs threw " + e);
            }
            o.setOutSpecs(new ModelSpec("q", 2), spec(), new ImagePortObjectSpec(PNGImageContent.TYPE));
        }).execute((i, o) -> {
            Log.add("Q.execute in=" + o(i.getInPortObjects()));
            try {
                Log.add("Q.execute getInTables=" + o(i.getInTables()));
            } catch (RuntimeException e) {
                Log.add("Q.execute getInTables threw " + e);
            }
            QParams p = i.getParameters();
            var exec = i.getExecutionContext();
            var c = exec.createDataContainer(spec());
            var f = new BinaryObjectCellFactory(exec);
            try {
                for (int r = 0; r < p.m_rows; r++) {
                    DataCell d = r == 1 ? new DoubleCell(Double.NaN)
                        : r == 2 ? new MissingCell("no value") : new DoubleCell(r + 0.25);
                    c.addRowToTable(
                        new DefaultRow(RowKey.createRowKey((long)r), new IntCell(r - 1), new LongCell(10000000000L + r),
                            d, new StringCell("s" + r % 2 + (r == 0 ? "\n<&>" : "")), BooleanCell.get(r % 2 == 0),
                            new PNGImageContent(png()).toImageCell(), f.create(new byte[]{1, 2, (byte)r}),
                            CollectionCellFactory.createListCell(List.of(new DoubleCell(r), new DoubleCell(0.5)))));
                }
            } catch (IOException e) {
                throw new KNIMEException("io", e);
            }
            c.close();
            o.setOutData(new ModelPO(new ModelSpec("q", 2), 1.0, Double.NaN), c.getTable(),
                new ImagePortObject(new PNGImageContent(png()), new ImagePortObjectSpec(PNGImageContent.TYPE)));
            o.setInternalData(c.getTable(), new ModelPO(new ModelSpec("internal", 1), 7.0));
        }))
        .addView(v -> v.parametersClass(QViewParams.class).description("Golden view")
            .page(p -> p.fromFile().bundleClass(QNodeFactory.class).basePath("html").relativeFilePath("view.html"))
            .<Init>initialData(d -> d.data(QNodeFactory::init)).dataService(s -> s.handler(Frames::new)));

    static Init init(final ViewInput in) {
        Log.add("Q.view initialData internal=" + o(in.getInternalPortObjects()) + " tables=" + o(tables(in)));
        QViewParams p = in.getParameters();
        if (p == null) {
            Log.add("view getParameters() is null");
            p = new QViewParams();
            p.m_title = "parameters were null";
        }
        if ("throw".equals(p.m_title)) {
            throw new IllegalStateException("initial data failed");
        }
        if (in.getInternalPortObjects() == null) {
            return new Init(-1, null, p.m_title, null, null);
        }
        return new Init((int)((BufferedDataTable)in.getInternalPortObjects()[0]).size(),
            new double[]{1, 0.1, Double.NaN, Double.POSITIVE_INFINITY}, p.m_title + "\n<é>",
            new TreeMap<>(Map.of("k", 1)), null);
    }

    private static PortObject[] tables(final ViewInput in) {
        try {
            return in.getInternalTables();
        } catch (RuntimeException e) {
            Log.add("getInternalTables threw " + e);
            return null;
        }
    }

    public QNodeFactory() {
        super(NODE);
        Log.add("QNodeFactory()");
    }
}
