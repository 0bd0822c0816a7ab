// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** .knwf files, good and hostile. */
class ArchiveTest {

    @TempDir
    Path m_folder;

    private Path m_workflow;

    @BeforeEach
    void makeWorkflow() throws IOException {
        m_workflow = Program.workflow(m_folder, "numbers", "{'nodes': [{'node': 'Numbers'}]}");
    }

    /** Something that writes entries. */
    private interface Entries {
        void write(ZipOutputStream zip) throws IOException;
    }

    private Path zip(final Entries more) throws IOException {
        final Path file = m_folder.resolve("some file.knwf");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file)); var walk = Files.walk(m_workflow)) {
            for (final Path path : walk.filter(Files::isRegularFile).toList()) {
                put(zip, "inner name/" + m_workflow.relativize(path).toString().replace('\\', '/'),
                    Files.readAllBytes(path));
            }
            more.write(zip);
        }
        return file;
    }

    private static void put(final ZipOutputStream zip, final String name, final byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    void runsAnArchiveUnderTheNameOfItsFolder() throws IOException {
        final Path out = m_folder.resolve("out");

        final var result = Program.run(zip(z -> put(z, "inner name/data/x.txt", new byte[]{1})), "--out", out);

        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(Program.summary(out).path("workflow").asText()).isEqualTo("inner name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.txt", "inner name/../../evil.txt", "/evil.txt", "C:/evil.txt",
        "inner name\\..\\evil.txt",
        "inner name//evil.txt", "./evil.txt"})
    void refusesEntriesThatLeaveTheFolder(final String name) throws IOException {
        final var result = Program.run(zip(z -> put(z, name, new byte[]{1})), "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains(name).contains("Do not trust this file");
        assertThat(m_folder.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void refusesAnArchiveThatSwellsBeyondMeasure() throws IOException {
        final Path file = zip(z -> {
            z.putNextEntry(new ZipEntry("inner name/data/zeros"));
            for (int i = 0; i < 300; i++) {
                z.write(new byte[1 << 20]);
            }
            z.closeEntry();
        });

        final var result = Program.run(file, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("out of proportion");
    }

    @Test
    void refusesEntriesThatStandTwice() throws IOException {
        final Path file = zip(z -> put(z, "inner name/workflow.knimf", new byte[]{1}));
        // ZipOutputStream itself refuses two of the same name, so one is renamed afterwards
        final byte[] bytes = Files.readAllBytes(file);
        final String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("workflow.knimf", "workflow.knime");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));

        final var result = Program.run(file, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("'inner name/workflow.knime' twice");
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        final Path file = Files.writeString(m_folder.resolve("text.knwf"), "no zip");

        final var result = Program.run(file);

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("not a readable zip").doesNotContain("\tat ");
    }

    @Test
    void refusesADamagedArchive() throws IOException {
        final Path file = zip(z -> put(z, "inner name/data/noise", noise()));
        try (var damage = new RandomAccessFile(file.toFile(), "rw")) {
            damage.seek(damage.length() / 2);
            damage.write(new byte[64]);
        }

        final var result = Program.run(file, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("damaged");
    }

    private static byte[] noise() {
        final byte[] noise = new byte[100_000];
        new java.util.Random(1).nextBytes(noise);
        return noise;
    }

    @Test
    void refusesAnArchiveOfSeveralWorkflows() throws IOException {
        final var result = Program.run(zip(z -> put(z, "another/workflow.knime", new byte[]{1})), "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("2 workflows (another, inner name)");
    }
}
