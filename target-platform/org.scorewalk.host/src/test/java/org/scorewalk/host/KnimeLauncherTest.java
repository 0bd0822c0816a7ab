// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How a KNIME is started, seen from a program in its place; a real one cannot be had here. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class KnimeLauncherTest {

    @TempDir
    Path m_folder;

    private final ByteArrayOutputStream m_out = new ByteArrayOutputStream();

    private int run(final String script) throws Exception {
        final Path home = Files.createDirectories(m_folder.resolve("knime home/plugins")).getParent();
        Files.createFile(home.resolve("knime"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("knime"), "#!/bin/sh\n" + script);
        final Path workflow = Files.createDirectory(m_folder.resolve("my workflow"));
        final var out = new PrintStream(m_out);
        return new KnimeLauncher(out, out).run(home.toString(), workflow.toString(), m_folder);
    }

    @Test
    void startsTheBatchApplicationAndKeepsNothing() throws Exception {
        assertThat(run("for a in \"$@\"; do echo \"[$a]\"; done\n")).isEqualTo(ExitCode.OK);

        assertThat(m_out.toString()).contains("[-application]\n[org.knime.product.KNIME_BATCH_APPLICATION]\n",
            "[-workflowDir=" + m_folder.resolve("my workflow") + "]", "[-reset]", "[-nosave]", "[-nosplash]");
    }

    @Test
    void tellsAFailedRun() throws Exception {
        assertThat(run("exit 4\n")).isEqualTo(ExitCode.NODE_FAILED);
    }

    @Test
    void saysWhatToInstallWhereTheBatchApplicationIsMissing() throws Exception {
        final String message = "Application \"org.knime.product.KNIME_BATCH_APPLICATION\" could not be found";

        assertThat(run("echo '" + message + "'; exit 13\n")).isEqualTo(ExitCode.NODE_FAILED);

        assertThat(m_out.toString()).contains("Since KNIME 5.9 it is an extension of its own");
    }

    @Test
    void saysWhatToSetWhereThereIsNoKnime() throws IOException {
        final var launcher = new KnimeLauncher(System.out, System.err);

        assertThatThrownBy(() -> launcher.run(null, "x", m_folder)).hasMessageContaining("KNIME_HOME");
        assertThatThrownBy(() -> launcher.run(m_folder.toString(), "x", m_folder))
            .hasMessageContaining("holds no KNIME");
    }
}
