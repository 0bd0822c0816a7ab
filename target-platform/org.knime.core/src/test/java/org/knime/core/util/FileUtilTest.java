// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUtilTest {

    @Test
    void pathsAndUrlsNameFiles(@TempDir final Path dir) throws Exception {
        final Path file = Files.writeString(dir.resolve("a b#%.txt"), "x");
        assertThat(FileUtil.resolveToPath(FileUtil.toURL(file.toString()))).isEqualTo(file);
        assertThat(FileUtil.resolveToPath(FileUtil.toURL(file.toUri().toString()))).isEqualTo(file);
        assertThat(FileUtil.getFileFromURL(file.toUri().toURL())).isEqualTo(file.toFile());
        assertThat(FileUtil.resolveToPath(FileUtil.toURL("relative.txt")))
            .isEqualTo(Path.of("relative.txt").toAbsolutePath());
        assertThat(FileUtil.resolveToPath(FileUtil.toURL("https://example.org/x"))).isNull();
        assertThatThrownBy(() -> FileUtil.getFileFromURL(FileUtil.toURL("https://example.org/x")))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileUtil.toURL("nosuchscheme:x")).isInstanceOf(java.net.MalformedURLException.class);
    }

    @Test
    void aFolderIsDeletedWithAllThatItHoldsButLinksAreNotFollowed(@TempDir final Path dir) throws Exception {
        final Path kept = Files.writeString(dir.resolve("kept"), "x");
        final File made = FileUtil.createTempDir("made", dir.toFile());
        Files.writeString(Files.createDirectories(made.toPath().resolve("a/b")).resolve("f"), "x");
        Files.createSymbolicLink(made.toPath().resolve("link"), dir);
        assertThat(FileUtil.deleteRecursively(made)).isTrue();
        assertThat(made).doesNotExist();
        assertThat(kept).exists();
        assertThat(FileUtil.deleteRecursively(made)).isTrue();
    }

    @Test
    void versionsAreReadAndCompared() {
        assertThat(new Version("5.8.0").compareTo(new Version(5, 12, 0))).isNegative();
        assertThat(new Version("5.8")).isEqualTo(new Version(5, 8, 0)).hasToString("5.8.0");
        assertThat(new Version("5.12.0.v2026")).hasToString("5.12.0.v2026");
        assertThat(new Version("5.12.0.v2026").isSameOrNewer(new Version(5, 12, 0))).isTrue();
        assertThatThrownBy(() -> new Version("x.y")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("Invalid version \"x.y\"");
    }
}
