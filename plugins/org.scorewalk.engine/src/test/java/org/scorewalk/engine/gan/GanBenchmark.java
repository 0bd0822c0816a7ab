// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;

import com.sun.management.OperatingSystemMXBean;

/**
 * Not a test: iterations per second, and per second of processor time, of the default GAN, counted as
 * {@code benchmark_torch.py} counts those of PyTorch.
 * Arguments: the folder with train-images-idx3-ubyte.gz, the number of threads, the number of iterations.
 */
public final class GanBenchmark {

    private GanBenchmark() {
    }

    public static void main(final String[] arguments) throws IOException {
        System.setProperty(Parallelism.PROPERTY, arguments[1]);
        final int count = Integer.parseInt(arguments[2]);
        final int warmUp = 200; // the compiler's time, not the network's
        final byte[] raw;
        try (GZIPInputStream in = new GZIPInputStream(
            Files.newInputStream(Path.of(arguments[0], "train-images-idx3-ubyte.gz")))) {
            raw = in.readAllBytes();
        }
        final List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < 64 * (warmUp + count) && 16 + (i + 1) * 784 <= raw.length; i++) {
            images.add(Arrays.copyOfRange(raw, 16 + i * 784, 16 + (i + 1) * 784));
        }
        final OperatingSystemMXBean system = (OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean();
        final double[] seconds = new double[2];
        final double[] processor = new double[2];
        final int epochs = (warmUp + count + images.size() / 64 - 1) / (images.size() / 64);
        GanTrainer.train(GanSettings.builder().lossEvery(1).epochs(epochs).build(),
            GanData.images(new GanShape.Images(28, 28, 1), images), Optional.empty(), new GanTrainer.Observer() {
                @Override
                public void losses(final LossRow row) {
                    if (row.iteration() == warmUp) {
                        seconds[0] = row.seconds();
                        processor[0] = system.getProcessCpuTime() * 1e-9;
                    } else if (row.iteration() == warmUp + count) {
                        seconds[1] = row.seconds();
                        processor[1] = system.getProcessCpuTime() * 1e-9;
                    }
                }

                @Override
                public void samples(final int epoch, final float[] rows) {
                    // none
                }
            }, Monitor.SILENT);
        System.err.printf(Locale.ROOT, "%.1f %.1f%n", count / (seconds[1] - seconds[0]),
            count / (processor[1] - processor[0]));
    }
}
