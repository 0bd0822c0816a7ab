// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.imageio.ImageIO;

import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.idx.IdxImages;

/**
 * Not a test: the notebook's training on MNIST or Fashion-MNIST, with loss curves, a grid of generated images and the
 * classes that they cover. Arguments: the folder with the four IDX files (plain or .gz), the folder for results, the
 * name of the results, the number of training images (0 for all), the number of epochs, optionally the seed.
 */
public final class MnistReport {

    private static final int CLASSES = 10;

    private static final int GENERATED = 10_000;

    private MnistReport() {
    }

    private record Labelled(GanData data, List<Integer> labels) {
    }

    public static void main(final String[] arguments) throws IOException {
        final Path in = Path.of(arguments[0]);
        final Path out = Files.createDirectories(Path.of(arguments[1]));
        final String name = arguments[2];
        final Labelled train = read(in, "train", Integer.parseInt(arguments[3]));
        final Labelled test = read(in, "t10k", 0);
        final List<LossRow> losses = new ArrayList<>();
        final List<float[]> samples = new ArrayList<>();
        final List<Integer> epochs = new ArrayList<>();
        final GanSettings settings =
            GanSettings.builder().epochs(Integer.parseInt(arguments[4])).samples(1, 10)
                .seed(arguments.length > 5 ? Long.parseLong(arguments[5]) : 42).build();
        final long start = System.nanoTime();
        final GanModel model = GanTrainer.train(settings, train.data(), Optional.empty(), new GanTrainer.Observer() {
            @Override
            public void losses(final LossRow row) {
                losses.add(row);
            }

            @Override
            public void samples(final int epoch, final float[] rows) {
                epochs.add(epoch);
                samples.add(rows);
            }
        }, new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // the loss rows say enough
            }

            @Override
            public void check() {
                // never canceled
            }
        }).model();
        final double seconds = (System.nanoTime() - start) * 1e-9;

        final StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%d images, %d iterations, %.0f s, %.1f it/s with %d threads%n%n",
            train.data().rows(), model.iterations(), seconds, model.iterations() / seconds, Parallelism.threads()));
        text.append("epoch,discriminator,generator,seconds\n");
        losses.forEach(l -> text.append(String.format(Locale.ROOT, "%d,%.4f,%.4f,%.1f%n", l.epoch(), l.discriminator(),
            l.generator(), l.seconds())));
        coverage(model, train, test, text);
        Files.writeString(out.resolve(name + ".txt"), text, StandardCharsets.UTF_8);
        grid(model.generator().apply(model.noise(1, 60), 60), 6, 10, out.resolve(name + "-grid.png"));
        final int rows = samples.size();
        final int step = Math.max(1, rows / 6);
        final List<float[]> chosen = new ArrayList<>();
        for (int i = step - 1; i < rows; i += step) {
            chosen.add(samples.get(i));
        }
        final float[] history = new float[chosen.size() * 10 * 784];
        for (int i = 0; i < chosen.size(); i++) {
            System.arraycopy(chosen.get(i), 0, history, i * 7840, 7840);
        }
        grid(history, chosen.size(), 10, out.resolve(name + "-epochs.png"));
        curves(losses, out.resolve(name + "-losses.png").toFile());
    }

    private static Labelled read(final Path folder, final String part, final int limit) throws IOException {
        final List<byte[]> images = new ArrayList<>();
        final List<Integer> labels = new ArrayList<>();
        IdxImages.read(source(folder.resolve(part + "-images-idx3-ubyte")),
            Optional.of(source(folder.resolve(part + "-labels-idx1-ubyte"))),
            new IdxImages.Choice(limit, false, 0, Set.of()), new IdxImages.Sink() {
                @Override
                public void begin(final IdxImages.Size size, final int chosen) {
                    // known
                }

                @Override
                public void image(final int index, final byte[] pixels, final int label) {
                    images.add(pixels);
                    labels.add(label);
                }
            }, Monitor.SILENT);
        return new Labelled(GanData.images(new GanShape.Images(28, 28, 1), images), labels);
    }

    private static IdxImages.Source source(final Path plain) {
        final Path file = Files.exists(plain) ? plain : Path.of(plain + ".gz");
        return new IdxImages.Source() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long length() throws IOException {
                return Files.size(file);
            }
        };
    }

    private static void coverage(final GanModel model, final Labelled train, final Labelled test,
        final StringBuilder text) {
        final Classifier classifier =
            Classifier.train(train.data(), train.labels().stream().mapToInt(i -> i).toArray(), CLASSES, 8);
        text.append(String.format(Locale.ROOT, "%nclassifier: %.1f %% of the test images right%n",
            100 * classifier.accuracy(test.data(), test.labels())));
        final int[] counts = new int[CLASSES];
        for (final int found : classifier.classify(model.generator().apply(model.noise(1, GENERATED), GENERATED))) {
            counts[found]++;
        }
        for (int c = 0; c < counts.length; c++) {
            text.append(String.format(Locale.ROOT, "class %d: %.1f %%%n", c, 100.0 * counts[c] / GENERATED));
        }
    }

    private static void grid(final float[] x, final int rows, final int columns, final Path file) throws IOException {
        final int zoom = 2;
        final int cell = 30 * zoom;
        final BufferedImage image =
            new BufferedImage(columns * cell, rows * cell, BufferedImage.TYPE_BYTE_GRAY);
        final GanShape.Images shape = new GanShape.Images(28, 28, 1);
        for (int k = 0; k < rows * columns; k++) {
            final byte[] pixels = shape.pixels(x, k * 784);
            for (int i = 0; i < 784 * zoom * zoom; i++) {
                final int px = i % (28 * zoom);
                final int py = i / (28 * zoom);
                image.getRaster().setSample(k % columns * cell + zoom + px, k / columns * cell + zoom + py, 0,
                    pixels[py / zoom * 28 + px / zoom] & 255);
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private static void curves(final List<LossRow> losses, final File file) throws IOException {
        final XYSeries d = new XYSeries("discriminator");
        final XYSeries g = new XYSeries("generator");
        losses.forEach(l -> {
            d.add(l.epoch(), l.discriminator());
            g.add(l.epoch(), l.generator());
        });
        final XYSeriesCollection data = new XYSeriesCollection(d);
        data.addSeries(g);
        final JFreeChart chart = ChartFactory.createXYLineChart("Mean loss of each epoch", "epoch", "loss", data);
        chart.setBackgroundPaint(Color.WHITE);
        chart.getXYPlot().setBackgroundPaint(Color.WHITE);
        chart.getXYPlot().setRangeGridlinePaint(Color.LIGHT_GRAY);
        chart.getXYPlot().getRangeAxis().setLowerBound(0);
        chart.getXYPlot().getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        ImageIO.write(chart.createBufferedImage(700, 400), "png", file);
    }
}
