// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.example.golden.BinPO;
import org.example.golden.BinSpec;
import org.example.golden.ModelPO;
import org.example.golden.ModelSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.scorewalk.standin.core.Golden;
import org.scorewalk.standin.core.PortObjects;

class PortFileTest {

    private static final String Q = "q/both/workflow-executed/Golden Q (#3)/";

    private static final ExecutionMonitor EXEC = new ExecutionMonitor();

    private static byte[] file(final PortObject object) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        PortUtil.writeObjectToStream(object, out, EXEC);
        return out.toByteArray();
    }

    private static PortObject read(final byte[] file) throws Exception {
        return PortUtil.readObjectFromStream(new ByteArrayInputStream(file), EXEC);
    }

    @SuppressWarnings("unchecked")
    private static byte[] objectZip(final PortObject object) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PortObjectZipOutputStream zip = PortUtil.getPortObjectZipOutputStream(out)) {
            ((PortObjectSerializer<PortObject>)PortUtil.getPortObjectSerializer(object.getClass()))
                .savePortObject(object, zip, EXEC);
        }
        return out.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static byte[] specZip(final PortObjectSpec spec) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream zip = PortUtil.getPortObjectSpecZipOutputStream(out)) {
            ((PortObjectSpecSerializer<PortObjectSpec>)PortUtil.getPortObjectSpecSerializer(spec.getClass()))
                .savePortObjectSpec(spec, zip);
        }
        return out.toByteArray();
    }

    private static <T extends PortObjectSpec> T loadSpec(final Class<T> type, final String golden) throws Exception {
        try (var in = PortUtil.getPortObjectSpecZipInputStream(Golden.open(golden))) {
            return PortUtil.getPortObjectSpecSerializer(type).loadPortObjectSpec(in);
        }
    }

    private static <T extends PortObject> T loadObject(final Class<T> type, final PortObjectSpec spec,
        final String golden) throws Exception {
        try (var in = PortUtil.getPortObjectZipInputStream(Golden.open(golden))) {
            return PortUtil.getPortObjectSerializer(type).loadPortObject(in, spec, EXEC);
        }
    }

    /** Same entries in the same order with the same bytes; entries that are zips themselves are compared alike. */
    private static void assertSameZip(final byte[] actual, final byte[] expected) {
        final Map<String, byte[]> a = Golden.unzip(actual);
        final Map<String, byte[]> e = Golden.unzip(expected);
        assertThat(new ArrayList<>(a.keySet())).isEqualTo(new ArrayList<>(e.keySet()));
        e.forEach((name, bytes) -> {
            if (name.equals("object.file") || name.equals("objectSpec.file")) {
                assertSameZip(a.get(name), bytes);
            } else {
                assertThat(a.get(name)).as(name).isEqualTo(bytes);
            }
        });
    }

    @Test
    void readsAndWritesAgainTheModelWriterFileOfASimpleObject() throws Exception {
        final byte[] golden = Golden.bytes("model-writer/simple-port.model");
        final PortObject object = read(golden);
        assertThat(object).isInstanceOf(ModelPO.class);
        assertSameZip(file(object), golden);
        assertThat(PortUtil.readObjectSpecFromStream(new ByteArrayInputStream(golden))).isEqualTo(object.getSpec());
    }

    @Test
    void readsAndWritesAgainTheModelWriterFileOfABinaryObject() throws Exception {
        final byte[] golden = Golden.bytes("model-writer/binary-port.model");
        final BinPO object = (BinPO)read(golden);
        assertThat(object.entries()).containsExactly("weights.bin(256)", "info.txt(6)");
        assertThat(object.getSpec()).isEqualTo(new BinSpec(256));
        assertSameZip(file(object), golden);
    }

    @Test
    void writesThePortZipsThatKnimeWroteForTheSameObjects() throws Exception {
        final ModelSpec spec = new ModelSpec("q", 2);
        assertSameZip(specZip(spec), Golden.bytes(Q + "port_1/spec/spec.zip"));
        assertSameZip(objectZip(new ModelPO(spec, 1.0, Double.NaN)), Golden.bytes(Q + "port_1/object/portobject.zip"));
        final byte[] data = new byte[256];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte)i;
        }
        final String r = "r/workflow-executed/Golden R (#1)/port_1/";
        assertSameZip(specZip(new BinSpec(256)), Golden.bytes(r + "spec/spec.zip"));
        assertSameZip(objectZip(new BinPO(data)), Golden.bytes(r + "object/portobject.zip"));
        assertSameZip(specZip(new ImagePortObjectSpec(PNGImageContent.TYPE)),
            Golden.bytes(Q + "port_3/spec/spec.zip"));
    }

    @Test
    void readsAndWritesAgainAPictureAtAPort() throws Exception {
        final ImagePortObjectSpec spec = loadSpec(ImagePortObjectSpec.class, Q + "port_3/spec/spec.zip");
        assertThat(spec.getDataType()).isEqualTo(PNGImageContent.TYPE);
        final ImagePortObject image = loadObject(ImagePortObject.class, spec, Q + "port_3/object/portobject.zip");
        assertThat(image.getSummary()).isEqualTo("PNG Image 16 x 16 with 463 B");
        assertSameZip(objectZip(image), Golden.bytes(Q + "port_3/object/portobject.zip"));
    }

    @Test
    void aTableSpecSurvivesItsZip() throws Exception {
        final DataTableSpec spec =
            new DataTableSpec("t", new DataColumnSpecCreator("a", IntCell.TYPE).createSpec());
        final byte[] zip = specZip(spec);
        try (var in = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(PortUtil.getPortObjectSpecSerializer(DataTableSpec.class).loadPortObjectSpec(in))
                .isEqualTo(spec);
        }
    }

    @Test
    void objectsOfOneClassAreEqualByContent() {
        final ModelSpec spec = new ModelSpec("q", 2);
        assertThat(new ModelPO(spec, 1, 2)).isEqualTo(new ModelPO(spec, 1, 2))
            .hasSameHashCodeAs(new ModelPO(spec, 1, 2)).isNotEqualTo(new ModelPO(spec, 1, 3));
        assertThat(spec).isEqualTo(new ModelSpec("q", 2)).isNotEqualTo(new ModelSpec("q", 3))
            .isNotEqualTo(new BinSpec(2));
    }

    @Test
    void anObjectIsHandedOnAsACopy() throws Exception {
        final ModelPO object = new ModelPO(new ModelSpec("q", 2), 1, 2);
        final PortObject copy = PortObjects.copy(object, EXEC);
        assertThat(copy).isNotSameAs(object).isEqualTo(object);
        assertThat(copy.getSpec()).isNotSameAs(object.getSpec()).isEqualTo(object.getSpec());
        assertThat(PortObjects.copy(FlowVariablePortObject.INSTANCE, EXEC)).isSameAs(FlowVariablePortObject.INSTANCE);
    }

    @Test
    void anObjectThatIsNotRegisteredCannotBeHandedOn() {
        final PortObject stranger = new PortObject() {
            @Override
            public String getSummary() {
                return "";
            }

            @Override
            public PortObjectSpec getSpec() {
                return new ModelSpec("q", 1);
            }

            @Override
            public javax.swing.JComponent[] getViews() {
                return null;
            }
        };
        assertThatThrownBy(() -> PortObjects.copy(stranger, EXEC)).isInstanceOf(IOException.class)
            .hasMessageContaining("No serializer").hasMessageContaining("org.knime.core.PortType");
    }

    @Test
    void aFileIsReadFromDisk(@TempDir final Path dir) throws Exception {
        final BinPO object = new BinPO(new byte[]{1, 2});
        final var file = dir.resolve("x.model").toFile();
        PortUtil.writeObjectToFile(object, file, EXEC);
        assertThat(((BinPO)PortUtil.readObjectFromFile(file, EXEC)).data()).containsExactly(1, 2);
        assertThat(PortUtil.readObjectSpecFromFile(file)).isEqualTo(new BinSpec(2));
    }

    private static byte[] withClass(final String name) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final Map.Entry<String, byte[]> e : Golden.unzip(Golden.bytes("model-writer/simple-port.model"))
                .entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey()));
                final String text = new String(e.getValue(), java.nio.charset.StandardCharsets.ISO_8859_1);
                zip.write(e.getKey().equals("content.xml")
                    ? text.replace("org.example.golden.ModelPO", name).getBytes(java.nio.charset.StandardCharsets.UTF_8)
                    : e.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void aFileCannotNameAClassThatIsNotRegisteredOrAnotherThanItHolds() throws Exception {
        final byte[] stranger = withClass("java.lang.Runtime");
        assertThatThrownBy(() -> read(stranger)).isInstanceOf(IOException.class)
            .hasMessageContaining("java.lang.Runtime").hasMessageContaining("no installed extension");
        final byte[] other = withClass("org.example.golden.BinPO");
        assertThatThrownBy(() -> read(other)).isInstanceOf(IOException.class).hasMessageContaining("meta.xml");
        assertThatThrownBy(() -> read(new byte[]{1, 2, 3})).isInstanceOf(IOException.class);
    }

    @Test
    void typesComeFromTheExtensionPoint() {
        assertThat(ModelPO.TYPE.getName()).isEqualTo("Golden Model");
        assertThat(ModelPO.TYPE.getColor()).isEqualTo(0x336699);
        assertThat(ModelPO.TYPE.getPortObjectSpecClass()).isEqualTo(ModelSpec.class);
        assertThat(ImagePortObject.TYPE.getColor()).isEqualTo(0x41BE78);
        assertThat(PortTypeRegistry.getInstance().availablePortTypes()).contains(ModelPO.TYPE, BinPO.TYPE,
            BufferedDataTable.TYPE, FlowVariablePortObject.TYPE, PortObject.TYPE);
        assertThat(PortTypeRegistry.getInstance().getObjectClass("org.example.golden.BinPO")).contains(BinPO.class);
        assertThat(PortTypeRegistry.getInstance().getObjectClass("java.lang.String")).isEmpty();
        assertThat(PortTypeRegistry.getInstance().getSpecClass("org.example.golden.BinSpec")).contains(BinSpec.class);
    }

    @Test
    void typesAreEqualByClassAndByWhetherTheyAreOptional() {
        final PortTypeRegistry registry = PortTypeRegistry.getInstance();
        assertThat(registry.getPortType(ModelPO.class)).isEqualTo(ModelPO.TYPE);
        assertThat(registry.getPortType(ModelPO.class, true)).isNotEqualTo(ModelPO.TYPE);
        assertThat(registry.getPortType(ModelPO.class, true).isOptional()).isTrue();
        assertThat(PortObject.TYPE.isSuperTypeOf(ModelPO.TYPE)).isTrue();
        assertThat(ModelPO.TYPE.isSuperTypeOf(PortObject.TYPE)).isFalse();
        assertThat(ModelPO.TYPE.acceptsPortObjectSpec(new BinSpec(1))).isFalse();
        assertThat(registry.getPortType(InactiveBranchPortObject.class).getPortObjectClass())
            .isEqualTo(InactiveBranchPortObject.class);
    }
}
