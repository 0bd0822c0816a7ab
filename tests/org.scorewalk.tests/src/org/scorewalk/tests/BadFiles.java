// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.scorewalk.tests.BadInput.Sabotage;

/** Bad inputs that are files: workflows, archives, images, and the folder of results. */
final class BadFiles {

    private static final int FAILED = 1;

    private static final int USAGE = 2;

    private static final int NOT_LOADABLE = 4;

    private final List<BadInput> m_all = new ArrayList<>();

    static List<BadInput> all() {
        final var files = new BadFiles();
        Templates.COLUMNS.stream().filter(n -> !n.equals(Templates.HOST)).forEach(files::settingsOf);
        files.workflows();
        files.images();
        files.labels();
        files.archives();
        files.outputs();
        return files.m_all;
    }

    /** The settings of the node in the middle. */
    static Path settings(final Path workflow, final String node) {
        return workflow.resolve(node + " (#2)/settings.xml");
    }

    /** A connection as workflow.knime has it. */
    static String connection(final int source, final int dest, final int sourcePort, final int destPort) {
        final String entry = "            <entry key=\"%s\" type=\"xint\" value=\"%d\"/>\n";
        return entry.formatted("sourceID", source) + entry.formatted("destID", dest)
            + entry.formatted("sourcePort", sourcePort) + entry.formatted("destPort", destPort);
    }

    /** What every node's settings.xml may suffer. */
    private void settingsOf(final String node) {
        edit(node, "unreadable settings.xml", "cut in half", f -> {
            final String text = Files.readString(f);
            Files.writeString(f, text.substring(0, text.length() / 2));
        }, node, "(#2)");
        edit(node, "unreadable settings.xml", "empty", f -> Files.writeString(f, ""), node, "(#2)");
        edit(node, "unreadable settings.xml", "missing", Files::delete, "(#2)");
        edit(node, "unreadable settings.xml", "noise", f -> Files.write(f, new byte[]{0, 1, 2, 3, (byte)200}), "(#2)");
        edit(node, "unreadable settings.xml", "document type", f -> Host.replace(f, "<config xmlns",
            "<!DOCTYPE config [<!ENTITY e SYSTEM \"file:/etc/passwd\">]><config xmlns"), "(#2)");
        edit(node, "unknown node", "other factory", f -> Host.replace(f, "org.scorewalk.nodes.",
            "org.scorewalk.nodes.future."),
            "(#2)", "bundle");
        final String key = switch (node) {
            case Templates.SCORE -> "radiusX";
            case Templates.SAMPLER -> "particles";
            case Templates.PLOT -> "maxFrames";
            case Templates.DIAGNOSTICS -> "burnIn";
            case Templates.APPLY -> "appendScore";
            case Templates.IDX -> "limit";
            case Templates.LEARNER -> "trainingSteps";
            case Templates.TRAINER -> "epochs";
            case Templates.GENERATOR -> "count";
            default -> "gap";
        };
        edit(node, "missing setting", key, f -> Host.replace(f, "<entry key=\"" + key + "\"", "<entry key=\"gone\""),
            node, key);
        edit(node, "setting of wrong type", key, f -> {
            final String text = Files.readString(f);
            final String changed = text.replaceFirst("<entry key=\"" + key
                + "\" type=\"x(int|double|boolean)\" value=\"[^\"]*\"",
                "<entry key=\"" + key + "\" type=\"xstring\" value=\"many\"");
            if (changed.equals(text)) {
                throw new AssertionError(f + " does not hold " + key);
            }
            Files.writeString(f, changed);
        }, node, key);
        edit(node, "setting of wrong type", key + " = abc", f -> {
            final String text = Files.readString(f);
            Files.writeString(f, text.replaceFirst("(<entry key=\"" + key + "\" type=\"x[a-z]*\" value=\")[^\"]*\"",
                "$1abc\""));
        }, node);
    }

    /** An action on a file. */
    private interface Edit {
        void apply(Path file) throws IOException;
    }

    private void edit(final String node, final String kind, final String what, final Edit edit, final String... says) {
        m_all.add(new BadInput(node, kind, what, Templates.plain(node, ""), workflow -> {
            edit.apply(settings(workflow, node));
            return workflow;
        }, List.of(), NOT_LOADABLE, List.of(says)));
    }

    private void host(final String kind, final String what, final Sabotage sabotage, final int code,
        final String... says) {
        m_all.add(new BadInput("Host", kind, what, Templates.plain(Templates.SCORE, ""), sabotage, List.of(), code,
            List.of(says)));
    }

    private void workflows() {
        host("no workflow", "folder that does not exist", w -> w.resolveSibling("nowhere"), USAGE, "nowhere");
        host("no workflow", "folder without workflow.knime", w -> {
            Files.delete(w.resolve("workflow.knime"));
            return w;
        }, NOT_LOADABLE, "workflow.knime");
        host("unreadable workflow.knime", "cut in half", w -> {
            final Path file = w.resolve("workflow.knime");
            final String text = Files.readString(file);
            Files.writeString(file, text.substring(0, text.length() / 2));
            return w;
        }, NOT_LOADABLE, "workflow.knime");
        host("unknown node", "node of another extension", w -> {
            Host.replace(w.resolve("Score Function (#2)/settings.xml"), "org.scorewalk.nodes", "org.nowhere.nodes");
            return w;
        }, NOT_LOADABLE, "Score Function", "(#2)", "org.nowhere.nodes", "KNIME");
    }

    // ---- archives

    private static byte[] zip(final String name, final byte[] content) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] archive(final Path workflow) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (final String file : Host.files(workflow)) {
                zip.putNextEntry(new ZipEntry("workflow/" + file));
                Files.copy(workflow.resolve(file), zip);
            }
        }
        return bytes.toByteArray();
    }

    /** Makes the content of a file from a workflow. */
    private interface Content {
        byte[] of(Path workflow) throws IOException;
    }

    private void archive(final String what, final int code, final Content content, final String... says) {
        host(code == 0 ? "nothing" : "corrupt .knwf", what,
            workflow -> Files.write(workflow.resolveSibling("bad.knwf"), content.of(workflow)), code, says);
    }

    private void archives() {
        archive("good archive", 0, BadFiles::archive);
        archive("empty file", NOT_LOADABLE, w -> new byte[0], "bad.knwf");
        archive("text", NOT_LOADABLE, w -> "no archive".getBytes(StandardCharsets.US_ASCII), "bad.knwf");
        archive("truncated", NOT_LOADABLE, w -> Arrays.copyOf(archive(w), archive(w).length / 2), "bad.knwf");
        archive("damaged in the middle", NOT_LOADABLE, w -> {
            final byte[] bytes = archive(w);
            for (int i = bytes.length / 5; i < bytes.length / 5 + 200; i++) {
                bytes[i] ^= 0x55;
            }
            return bytes;
        }, "bad.knwf");
        archive("without workflow", NOT_LOADABLE, w -> zip("notes.txt", new byte[]{'x'}), "bad.knwf", "workflow");
        archive("path that leads out", NOT_LOADABLE, w -> zip("../outside.txt", new byte[]{'x'}), "bad.knwf",
            "outside.txt");
        archive("absolute path", NOT_LOADABLE, w -> zip("/tmp/scorewalk-outside.txt", new byte[]{'x'}), "bad.knwf",
            "outside.txt");
        archive("bomb", NOT_LOADABLE, w -> zip("workflow/workflow.knime", new byte[100 << 20]), "bad.knwf");
    }

    // ---- IDX files

    /** An IDX file of bytes with some values. */
    static byte[] idx(final int type, final int... dimensions) {
        int size = 1;
        for (final int d : dimensions) {
            size *= d;
        }
        final var buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + size);
        buffer.put((byte)0).put((byte)0).put((byte)type).put((byte)dimensions.length);
        Arrays.stream(dimensions).forEach(buffer::putInt);
        for (int i = 0; i < size; i++) {
            buffer.put((byte)(i * 7 % 10));
        }
        return buffer.array();
    }

    private static byte[] gzip(final byte[] content) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] changed(final byte[] bytes, final int index, final int value) {
        bytes[index] = (byte)value;
        return bytes;
    }

    private void idx(final String kind, final String what, final String settings, final int code, final Content images,
        final Content labels, final String... says) {
        final String more = labels == null ? "" : ", 'labels': 'knime://knime.workflow/data/labels'";
        m_all.add(new BadInput(Templates.IDX, kind, what,
            Templates.plain(Templates.IDX, "'images': 'knime://knime.workflow/data/images'" + more + settings),
            workflow -> {
                final Path data = Files.createDirectories(workflow.resolve("data"));
                if (images != null) {
                    Files.write(data.resolve("images"), images.of(workflow));
                }
                if (labels != null) {
                    Files.write(data.resolve("labels"), labels.of(workflow));
                }
                return workflow;
            }, List.of(), code, List.of(says)));
    }

    private void image(final String what, final Content content, final String... says) {
        idx("corrupt IDX file", what, "", FAILED, content, null, says);
    }

    private void images() {
        idx("nothing", "plain", "", 0, w -> idx(8, 5, 8, 8), w -> idx(8, 5));
        idx("nothing", "gzip", "", 0, w -> gzip(idx(8, 5, 8, 8)), w -> gzip(idx(8, 5)));
        idx("missing file", "images", "", FAILED, null, null, "data/images", "'Image file'", "Correct");
        m_all.add(new BadInput(Templates.IDX, "missing file", "no name", Templates.plain(Templates.IDX, ""),
            Sabotage.NONE,
            List.of(), FAILED, List.of("'Image file'", "Give")));
        m_all.add(new BadInput(Templates.IDX, "missing file", "a folder", Templates.plain(Templates.IDX,
            "'images': 'knime://knime.workflow/data'"), workflow -> Files.createDirectories(workflow.resolve("data"))
            .getParent(),
            List.of(), FAILED, List.of("'Image file'")));
        m_all.add(new BadInput(Templates.IDX, "missing file", "no URL", Templates.plain(Templates.IDX,
            "'images': 'abc://x y'"),
            Sabotage.NONE, List.of(), FAILED, List.of("'Image file'")));
        image("empty", w -> new byte[0], "image file", "header");
        image("header cut", w -> Arrays.copyOf(idx(8, 5, 8, 8), 7), "image file", "header");
        image("other magic number", w -> changed(idx(8, 5, 8, 8), 0, 7), "image file", "IDX");
        image("text", w -> "This is no IDX file at all.".getBytes(StandardCharsets.US_ASCII), "image file", "IDX");
        image("doubles", w -> idx(14, 5, 8, 8), "image file", "unsigned bytes");
        image("labels instead of images", w -> idx(8, 5), "image file", "labels");
        image("too many dimensions", w -> idx(8, 2, 2, 2, 2, 2), "image file", "dimensions");
        image("no image", w -> idx(8, 0, 8, 8), "image file", "0");
        image("no pixel", w -> idx(8, 5, 0, 8), "image file", "0");
        image("negative length", w -> changed(idx(8, 5, 8, 8), 4, 0xFF), "image file");
        image("truncated", w -> Arrays.copyOf(idx(8, 5, 8, 8), 200), "image file", "truncated");
        image("surplus bytes", w -> Arrays.copyOf(idx(8, 5, 8, 8), 2000), "image file", "bytes");
        image("claims a billion images", w -> changed(idx(8, 5, 8, 8), 4, 0x40), "image file", "claims");
        image("truncated gzip", w -> Arrays.copyOf(gzip(idx(8, 50, 28, 28)), 100), "image file");
        image("damaged gzip", w -> changed(gzip(idx(8, 50, 28, 28)), 40, 0x55), "image file");
        image("gzip that claims a billion images", w -> gzip(changed(idx(8, 5, 8, 8), 4, 0x40)), "image file",
            "claims");
        image("gzip cut after the header", w -> Arrays.copyOf(gzip(idx(8, 5, 8, 8)), 12), "image file");
    }

    private void labels() {
        final Content good = w -> idx(8, 5, 8, 8);
        idx("corrupt IDX file", "fewer labels", "", FAILED, good, w -> idx(8, 4), "5", "4", "labels");
        idx("corrupt IDX file", "images instead of labels", "", FAILED, good, w -> idx(8, 5, 2, 2), "label file");
        idx("corrupt IDX file", "truncated labels", "", FAILED, good, w -> Arrays.copyOf(idx(8, 5), 10), "label file");
        idx("chosen thing is not there", "class", ", 'classes': '99'", FAILED, good, w -> idx(8, 5), "99");
        idx("one-row table", "one image", "", 0, w -> idx(8, 1, 8, 8), null);
        idx("wrong dimension", "one pixel", "", 0, w -> idx(8, 3, 1, 1), null);
    }

    // ---- results

    private void outputs() {
        out("a file", "out", f -> Files.writeString(f, "mine"), "out", "it is a file", "--out");
        out("below a file", "out/below", f -> Files.writeString(f.getParent(), "mine"), "out", "cannot be written",
            "--out");
        out("summary of another program", "out", f -> Files.writeString(Files.createDirectories(f).resolve(
            "summary.json"), "{}"),
            "summary.json", "another program", "--out");
        m_all.add(new BadInput("Host", "wrong usage", "unknown option", Templates.plain(Templates.SCORE, ""),
            Sabotage.NONE,
            List.of("--nowhere"), USAGE, List.of("--nowhere")));
        m_all.add(new BadInput("Host", "wrong usage", "no threads", Templates.plain(Templates.SCORE, ""), Sabotage.NONE,
            List.of("--threads", "0"), USAGE, List.of("--threads", "1 or more")));
        m_all.add(new BadInput("Host", "wrong usage", "--set of no node", Templates.plain(Templates.SCORE, ""),
            Sabotage.NONE,
            List.of("--set", "Nobody.seed=1"), USAGE, List.of("Nobody")));
        m_all.add(new BadInput("Host", "wrong usage", "--set without value", Templates.plain(Templates.SCORE, ""),
            Sabotage.NONE,
            List.of("--set", "#2.radiusX"), USAGE, List.of("#2.radiusX")));
    }

    private void out(final String what, final String out, final Edit edit, final String... says) {
        m_all.add(new BadInput("Host", "wrong output folder", what, Templates.plain(Templates.SCORE, ""), workflow -> {
            edit.apply(workflow.resolveSibling(out));
            return workflow;
        }, List.of("--out", out), USAGE, List.of(says)));
    }
}
