// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.gan.GanData;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;
import org.scorewalk.engine.sampling.FrameSink;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.Sampler;

/**
 * A program that does one piece of work and prints the peak of its heap and of its whole process in MiB. The collector
 * is given little room, so the peak is near what is needed.
 */
public final class MemoryProbe {

    private static final double MIB = 1 << 20;

    private MemoryProbe() {
    }

    public static void main(final String[] arguments) throws IOException {
        final int size = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "particles" -> Sampler.run(SamplingBenchmark.plan(size, 10, KeptSteps.last(false)), FrameSink.NONE,
                Monitor.SILENT);
            case "steps" -> Sampler.run(SamplingBenchmark.plan(10_000, size, KeptSteps.last(false)), FrameSink.NONE,
                Monitor.SILENT);
            case "epochs" -> GanTrainer.train(GanSettings.builder().epochs(size).build(),
                GanData.images(new GanShape.Images(TestImages.SIDE, TestImages.SIDE, 1), TestImages.pixels(1280)),
                Optional.empty(), GanTrainer.Observer.NONE, Monitor.SILENT);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        long heap = 0;
        for (final MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heap += pool.getPeakUsage().getUsed();
            }
        }
        System.out.printf(Locale.ROOT, "%.1f %.1f%n", heap / MIB, resident());
    }

    /** The peak of the resident memory, where the system tells it. */
    private static double resident() throws IOException {
        final Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024).findFirst()
            .orElse(Double.NaN);
    }
}
