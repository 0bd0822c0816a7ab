// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.gan.GanData;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;
import org.scorewalk.engine.nn.Natives;

/** A program that prints how long the first use of a network takes in a fresh process: loading, then one iteration. */
public final class NetworkStart {

    private NetworkStart() {
    }

    /** Where the native libraries of all measurements are unpacked. */
    static Path cache() {
        return Places.root().toAbsolutePath().resolve("target/javacpp");
    }

    public static void main(final String[] arguments) {
        final GanData images =
            GanData.images(new GanShape.Images(TestImages.SIDE, TestImages.SIDE, 1), TestImages.pixels(64));
        final long start = System.nanoTime();
        Natives.load();
        GanTrainer.train(GanSettings.builder().epochs(1).build(), images, Optional.empty(), GanTrainer.Observer.NONE,
            Monitor.SILENT);
        System.out.printf(Locale.ROOT, "%.4f%n", (System.nanoTime() - start) * 1e-9);
    }
}
