// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each dialog is as it was written down: keys, kinds, defaults, sections, order, titles, choices, limits, what is
 * folded away and what appears when. After a change that is meant, {@code ./build snapshots} writes the files anew.
 */
class DialogSnapshotTest {

    private static final Path FOLDER = Path.of("src/test/resources/dialogs");

    static List<String> factories() {
        return Nodes.factories();
    }

    private static Path file(final String factory) {
        return FOLDER.resolve(Nodes.shortName(factory) + ".txt");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void isAsItWasWrittenDown(final String factory) throws Exception {
        final String text = DialogText.of(factory);
        final Path file = file(factory);
        if (Boolean.getBoolean("scorewalk.write.snapshots")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(file).as("no snapshot of this dialog: './build snapshots' writes it").exists();
        assertThat(Files.readString(file).replace("\r\n", "\n")).as("the dialog has changed: look at %s, and if that "
            + "is meant, './build snapshots' writes it anew", file).isEqualTo(text);
    }

    @Test
    void noSnapshotIsLeftOver() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
                factories().stream().map(f -> file(f).getFileName().toString()).toList());
        }
    }

    /** Common order: what decides comes first, random numbers last; no dialog of many options is without sections. */
    @ParameterizedTest
    @MethodSource("factories")
    void longDialogsHaveSections(final String factory) throws Exception {
        final String[] lines = DialogText.of(factory).split("\n\n\\[|\nHidden at first")[0].split("\n");
        assertThat(lines.length).as("options above the first section of %s", factory).isLessThan(16);
    }
}
