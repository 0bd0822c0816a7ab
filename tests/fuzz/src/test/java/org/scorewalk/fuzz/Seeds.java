// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortUtil;
import org.scorewalk.engine.StoredDocument;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.gan.GanDocument;
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;
import org.scorewalk.engine.model.ModelFile;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.nodes.port.GanPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;

/** Good inputs to start from, made by the program itself. */
final class Seeds {

    private static final int DIGEST = 32;

    private static final Path TEST_WORKFLOWS = Workflows.ROOT.resolve("test-workflows");

    private Seeds() {
    }

    static List<byte[]> of(final Class<?> target) {
        try {
            return make(target);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> make(final Class<?> target) throws IOException {
        return switch (target.getSimpleName()) {
            case "SettingsXmlTarget" -> settings();
            case "WorkflowXmlTarget" -> workflows();
            case "DescriptionTarget" -> descriptions();
            case "KnwfTarget" -> List.of(archive());
            case "ZipEntriesTarget" -> entries();
            case "ModelFileTarget" -> models();
            case "DensityTarget" -> densities();
            case "PortTarget" -> ports();
            case "SpecXmlTarget" -> specs();
            case "IdxTarget" -> idx();
            case "ExpressionTarget" -> expressions();
            case "PngTarget" -> pictures();
            case "CsvTarget" -> List.of("x,y,name\n1,-2.5e3,\"a, \"\"b\"\"\"\n,0,c\n".getBytes(StandardCharsets.UTF_8),
                "RowID;flag;n\r\nRow0;true;3000000000\r\n".getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("no seeds for " + target);
        };
    }

    /** Few, since each is tried many times: one of each node. */
    private static List<byte[]> settings() throws IOException {
        try (Stream<Path> files = Files.walk(TEST_WORKFLOWS)) {
            final Map<String, Path> byNode = new TreeMap<>();
            files.filter(f -> f.endsWith("settings.xml")).sorted()
                .forEach(f -> byNode.putIfAbsent(f.getParent().getFileName().toString().replaceAll(" .#.*", ""), f));
            return read(List.copyOf(byNode.values()));
        }
    }

    private static List<byte[]> workflows() throws IOException {
        return read(List.of(ring().resolve("workflow.knime"), TEST_WORKFLOWS.resolve("gan-digits/workflow.knime")));
    }

    private static List<byte[]> descriptions() throws IOException {
        return read(List.of(TEST_WORKFLOWS.resolve("langevin-ring.json"), TEST_WORKFLOWS.resolve("gan-digits.json")));
    }

    private static List<byte[]> read(final List<Path> files) throws IOException {
        final List<byte[]> all = new ArrayList<>();
        for (final Path file : files) {
            all.add(Files.readAllBytes(file));
        }
        return all;
    }

    private static Path ring() {
        return TEST_WORKFLOWS.resolve("langevin-ring");
    }

    private static byte[] archive() throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes); var files = Files.walk(ring())) {
            for (final Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry("ring/" + ring().relativize(file)));
                Files.copy(file, zip);
            }
        }
        return bytes.toByteArray();
    }

    private static List<byte[]> entries() throws IOException {
        final byte[] workflow = Files.readAllBytes(ring().resolve("workflow.knime"));
        final byte[] small = {'x'};
        final List<Object> all = new ArrayList<>();
        try (var files = Files.walk(ring())) {
            for (final Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add("ring/" + ring().relativize(file));
                all.add(Files.readAllBytes(file));
            }
        }
        return List.of(ZipEntriesTarget.entries(all.toArray()),
            ZipEntriesTarget.entries("ring/workflow.knime", workflow),
            ZipEntriesTarget.entries("ring/workflow.knime", small, "ring/workflow.knime", small),
            ZipEntriesTarget.entries("ring/workflow.knime", small, "ring/../../outside", small),
            ZipEntriesTarget.entries("ring/workflow.knime", small, "ring/workflow.knime/below", small),
            ZipEntriesTarget.entries("/workflow.knime", small, "ring\\workflow.knime", small),
            ZipEntriesTarget.entries("a/workflow.knime", small, "b/workflow.knime", small, "c:/d", small));
    }

    private static GanModel gan(final GanShape shape) {
        return GanTrainer.untrained(GanSettings.builder().generator(3, new int[]{4}, Activation.SILU)
            .discriminator(new int[]{5}, Activation.LEAKY_RELU).build(), shape);
    }

    private static List<GanModel> gans() {
        return List.of(gan(new GanShape.Images(4, 2, 3)),
            gan(new GanShape.Table(List.of("a", "b"), new double[]{0, -1}, new double[]{1, 5})));
    }

    private static List<byte[]> models() throws IOException {
        final List<byte[]> all = new ArrayList<>();
        for (final GanModel gan : gans()) {
            final var out = new ByteArrayOutputStream();
            ModelFile.write(GanDocument.write(gan), out);
            all.add(Arrays.copyOf(out.toByteArray(), out.size() - DIGEST));
        }
        return all;
    }

    private static List<Density> functions() {
        return List.of(new RingDensity(1, 2, 0, 0, 0.1),
            new GaussianDensity(new double[]{0, 1}, new double[][]{{1, 0.5}, {0.5, 1}}, List.of("a", "b")),
            new ExpressionDensity(new ExpressionModel("-x^2 / 2 + log(c)", "normal($a$ | x, 1)",
                List.of(Parameter.real("x")), Map.of("c", 2.0), List.of("a"), List.of(new double[]{1, 2}))));
    }

    private static List<byte[]> densities() throws IOException {
        final List<byte[]> all = new ArrayList<>();
        for (final Density density : functions()) {
            final var document = density.document();
            final var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                new StoredDocument(document.toJson(), document.arrays()).write(zip, "scorewalk-score-function", 1);
            }
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                zip.getNextEntry();
                final byte[] json = zip.readAllBytes();
                zip.getNextEntry();
                final byte[] numbers = zip.readAllBytes();
                all.add(ByteBuffer.allocate(2 + json.length + numbers.length).putShort((short)json.length).put(json)
                    .put(numbers).array());
            }
        }
        return all;
    }

    private static List<PortObject> portObjects() {
        final List<PortObject> all = new ArrayList<>();
        functions().forEach(f -> all.add(new ScoreFunctionPortObject(f)));
        gans().forEach(g -> all.add(new GanPortObject(g)));
        return all;
    }

    private static List<byte[]> ports() throws IOException {
        final List<byte[]> all = new ArrayList<>();
        for (final PortObject port : portObjects()) {
            final var out = new ByteArrayOutputStream();
            out.write(1);
            try {
                PortUtil.writeObjectToStream(port, out, new ExecutionMonitor());
            } catch (final CanceledExecutionException e) {
                throw new IOException(e);
            }
            all.add(out.toByteArray());
        }
        return all;
    }

    private static List<byte[]> specs() throws IOException {
        final List<byte[]> all = new ArrayList<>();
        for (final PortObject port : portObjects()) {
            final var out = new ByteArrayOutputStream();
            try (var zip = PortUtil.getPortObjectSpecZipOutputStream(out)) {
                if (port instanceof ScoreFunctionPortObject p) {
                    PortUtil.getPortObjectSpecSerializer(org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec.class)
                        .savePortObjectSpec((org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec)p.getSpec(), zip);
                } else {
                    PortUtil.getPortObjectSpecSerializer(org.scorewalk.nodes.port.GanPortObjectSpec.class)
                        .savePortObjectSpec((org.scorewalk.nodes.port.GanPortObjectSpec)port.getSpec(), zip);
                }
            }
            try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
                for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                    if (e.getName().equals("content.xml")) {
                        all.add(zip.readAllBytes());
                    }
                }
            }
        }
        return all;
    }

    private static byte[] idx(final int labels, final int... dimensions) {
        final int values = Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
        final var out = ByteBuffer.allocate(1 + (labels > 0 ? 8 + labels : 0) + 4 + 4 * dimensions.length + values);
        out.put((byte)(labels > 0 ? 8 + labels : 0));
        if (labels > 0) {
            out.putInt(0x0801).putInt(labels);
            for (int i = 0; i < labels; i++) {
                out.put((byte)(i % 10));
            }
        }
        out.putInt(0x0800 + dimensions.length);
        Arrays.stream(dimensions).forEach(out::putInt);
        return out.array();
    }

    private static List<byte[]> idx() throws IOException {
        final byte[] plain = idx(0, 3, 2, 2);
        final var packed = new ByteArrayOutputStream();
        packed.write(0);
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(plain, 1, plain.length - 1);
        }
        return List.of(plain, idx(5, 5, 3, 3), idx(2, 2, 2, 2, 3), packed.toByteArray());
    }

    private static List<byte[]> expressions() {
        return Stream.of("-x^2/2 - sum(y^2) - exp(z)", "log(x^2 + c) + dot(y, y) - abs(z)",
            "normal(x | 0, 1) + gamma(z + 1 | 2, 1)\nnormal($a$ | x + y[1] * $b$, exp(z))",
            "1, 2 3; 4, 5 6", "[1 2] [3 4]", "(((x)))", "-1e308*x*1e-320", "if(x > 0, -x, x) + max(x, z)",
            "sum(k = 1:3, y[k]) + log1p(z^2) + sqrt(1 + x^2)").map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static List<byte[]> pictures() throws IOException {
        final List<byte[]> all = new ArrayList<>();
        for (final int type : new int[]{BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_USHORT_GRAY}) {
            final var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(5, 4, type), "png", out);
            all.add(out.toByteArray());
        }
        return all;
    }
}
