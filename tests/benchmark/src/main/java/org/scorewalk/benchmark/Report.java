// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes the results for people and for programs. */
final class Report {

    private static final int[] COLOURS =
        {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0x7F7F7F};

    private final StringBuilder m_text = new StringBuilder();

    private final Results m_results;

    private Report(final Results results) {
        m_results = results;
    }

    static void write(final Results results, final Path folder) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        final JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY).build();
        Files.writeString(folder.resolve("benchmark.json"), mapper.writeValueAsString(results) + "\n");
        if (!results.growth.isEmpty()) {
            figure(results.growth, folder.resolve("images/benchmark-growth.png"));
        }
        Files.writeString(folder.resolve("benchmark.md"), new Report(results).page(), StandardCharsets.UTF_8);
    }

    private String page() {
        line("# Benchmark");
        line("");
        line("Made by `./build benchmark`; the seconds behind the ratios are in [benchmark.json](benchmark.json).");
        line("");
        m_results.machine.forEach((name, value) -> line("- %s: %s", name, value));
        line("- rounds: %d; contenders take turns, each in a process of its own with the same number of threads",
            m_results.rounds);
        line("");
        line("Where the time goes, and what was tried where an aim is missed: [speed.md](speed.md).");
        line("");
        comparisons();
        processes();
        nodes();
        growth();
        memory();
        return m_text.toString();
    }

    private void comparisons() {
        if (m_results.comparisons.isEmpty()) {
            return;
        }
        line("## Beside PyTorch");
        line("");
        line("How many times faster Scorewalk is: median of the rounds, in brackets the smallest and the largest. "
            + "*Notebook*: PyTorch and");
        line("matplotlib as the authors of the notebooks would write it. *Tuned*: what an expert would make of it: "
            + "operations in place, Adam's");
        line("`foreach` form, data ready in memory. PyTorch computes with 32 bits; Scorewalk does so in networks only "
            + "and samples with 64.");
        line("Of the rings, all frames are kept where they have a million points together (the first), else the last.");
        line("");
        line("| Work | Notebook | aim | Tuned | aim |");
        line("|---|---|---|---|---|");
        for (final Comparison.Result result : m_results.comparisons) {
            line("| %s | %s | %s | %s | %s |", result.task().title(), ratio(result.ratios(result.notebook())),
                aim(result.task().notebookAim()), ratio(result.ratios(result.tuned())),
                aim(result.task().tunedAim()));
        }
        line("");
    }

    private void processes() {
        if (m_results.wholeRun == null) {
            return;
        }
        line("## Whole programs");
        line("");
        line("| Program | Measured | Aim |");
        line("|---|---|---|");
        if (!m_results.wholeRun.script().isEmpty()) {
            final double ours = Statistics.median(m_results.wholeRun.ours());
            line("| `./run test-workflows/langevin-ring` beside a Python script of the same part of the notebook "
                + "| %.1f times as fast | 1 |", Statistics.median(m_results.wholeRun.script()) / ours);
        }
        line("| First use of a network in a fresh process, native libraries unpacked before | %.2f s | under 1 s |",
            Statistics.median(m_results.network.later()));
        line("| The very first use, which unpacks them | %.2f s | under 6 s |",
            Statistics.median(m_results.network.first()));
        line("| Native libraries that `langevin-ring` unpacks or loads | %d | 0 |", m_results.nativesOfSampling);
        line("");
    }

    private void nodes() {
        if (m_results.table.isEmpty()) {
            return;
        }
        final double bare = Statistics.median(m_results.table.get("bareLoop"));
        final double engine = Statistics.median(m_results.table.get("engine"));
        final double node = Statistics.median(m_results.table.get("node"));
        line("## Nodes beside bare loops");
        line("");
        line("| What | Ratio | Aim |");
        line("|---|---|---|");
        line("| Writing 1,000,000 particle rows in Langevin Sampler (node without engine) / a bare loop that writes "
            + "rows | %.2f | at most 2 |", (node - engine) / bare);
        line("| Langevin Sampler / (engine + that bare loop) | %.2f | at most 1.2 |", node / (engine + bare));
        line("| IDX Reader, 60,000 images to cells / a bare loop that encodes them | %.2f | at most 1.5 |",
            Statistics.median(m_results.images.get("node")) / Statistics.median(m_results.images.get("bareLoop")));
        line("");
    }

    private void growth() {
        if (m_results.growth.isEmpty()) {
            return;
        }
        line("## How the time grows");
        line("");
        line("Exponents of a power law through four sizes; fixed costs make them smaller than their limit.");
        line("");
        line("| With | Sizes | Exponent | Expected | Why |");
        line("|---|---|---|---|---|");
        for (final Growth.Curve curve : m_results.growth) {
            line("| %s | %s | %.2f | %.0f | %s |", curve.axis().title(), sizes(curve.sizes()), curve.exponent(),
                curve.axis().expected(), curve.axis().reason());
        }
        line("");
        line("![Time beside that of the smallest size](images/benchmark-growth.png)");
        line("");
    }

    private void memory() {
        if (m_results.memory.isEmpty()) {
            return;
        }
        line("## How the memory grows");
        line("");
        line("Peaks in MiB: the heap, and the whole process with native memory and the program itself.");
        line("");
        line("| With | Size | Heap | Process |");
        line("|---|---|---|---|");
        for (final Map.Entry<String, Map<Integer, double[]>> work : m_results.memory.entrySet()) {
            work.getValue().forEach((size, peaks) -> line("| %s | %,d | %.0f | %.0f |", work.getKey(), size, peaks[0],
                peaks[1]));
        }
        line("");
    }

    private static String ratio(final List<Double> ratios) {
        return ratios.isEmpty() ? "-" : String.format(Locale.ROOT, "%s (%s to %s)", digits(Statistics.median(ratios)),
            digits(Statistics.quantile(ratios, 0)), digits(Statistics.quantile(ratios, 1)));
    }

    private static String digits(final double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String aim(final double aim) {
        return aim == 0 ? "-" : String.format(Locale.ROOT, aim % 1 == 0 ? "%.0f" : "%.1f", aim);
    }

    private static String sizes(final List<Double> sizes) {
        return String.join(", ", sizes.stream().map(size -> String.format(Locale.ROOT, "%,.0f", size)).toList());
    }

    private void line(final String format, final Object... values) {
        m_text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static void figure(final List<Growth.Curve> curves, final Path file) throws IOException {
        final XYSeriesCollection data = new XYSeriesCollection();
        for (final Growth.Curve curve : curves) {
            final XYSeries series = new XYSeries(curve.axis().title());
            for (int i = 0; i < curve.sizes().size(); i++) {
                series.add(curve.sizes().get(i) / curve.sizes().get(0),
                    curve.seconds().get(i) / curve.seconds().get(0));
            }
            data.addSeries(series);
        }
        final JFreeChart chart =
            ChartFactory.createXYLineChart(null, "size / smallest size", "time / time of the smallest size", data);
        final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        for (int i = 0; i < curves.size(); i++) {
            renderer.setSeriesPaint(i, new Color(COLOURS[i % COLOURS.length]));
            renderer.setSeriesStroke(i, new BasicStroke(2));
        }
        chart.getXYPlot().setRenderer(renderer);
        chart.getXYPlot().setDomainAxis(new LogAxis("size / smallest size"));
        chart.getXYPlot().setRangeAxis(new LogAxis("time / time of the smallest size"));
        chart.getXYPlot().setBackgroundPaint(Color.WHITE);
        chart.getXYPlot().setRangeGridlinePaint(Color.LIGHT_GRAY);
        chart.getXYPlot().setDomainGridlinePaint(Color.LIGHT_GRAY);
        chart.setBackgroundPaint(Color.WHITE);
        ChartUtils.saveChartAsPNG(file.toFile(), chart, 900, 560);
    }
}
