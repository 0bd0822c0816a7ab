// SPDX-License-Identifier: Apache-2.0
// GAN Trainer: samples that are numbers, over the real ones.
"use strict";

const trainingNumbers = (() => {
  const { $ } = scorewalk;
  const { info, now } = training;
  let scatter = null;
  let histograms = null;
  let onPage;

  function create() {
    $("numberPanels").hidden = false;
    ganNumbers.choices($("x"), $("y"), info.columns.slice(0, info.shownColumns));
    scatter = charts.create($("scatter"));
    histograms = charts.create($("histograms"), { onResize: drawHistograms });
    onPage = ganNumbers.pager($("histograms"), info.shownColumns, info.columns.length, drawHistograms);
  }

  function drawScatter() {
    const x = Number($("x").value);
    const y = Number($("y").value);
    const limits = (j) => ganNumbers.limits(info.minimum[j], info.maximum[j]);
    const points = (columns) => (columns.length === 0 ? [] : Array.from(columns[x], (v, r) => [v, columns[y][r]]));
    // the generated ones are few where a user asks for few, and have to be seen on the real ones
    const many = Math.max(training.current().columns[0].length, now.real.columns[0].length) > 500;
    const cloud = (name, data, color, symbol) => ({ type: "scatter", name, data, symbol, symbolSize: many ? 4 : 6,
      itemStyle: { color, opacity: many ? 0.5 : 0.75 }, animation: false });
    const generated = points(training.current().columns);
    const series = [cloud("generated", generated, gan.GENERATED, "circle")];
    if ($("real").checked) {
      series.unshift(cloud("real", points(now.real.columns), gan.REAL, "diamond"));
    }
    scatter.draw(
      {
        grid: { left: 12, right: 18, top: 44, bottom: 26, containLabel: true },
        legend: { data: series.map((s) => s.name).reverse(), right: 8, left: "auto" },
        xAxis: charts.axis(info.columns[x], limits(x)),
        yAxis: charts.yAxis(info.columns[y], limits(y)),
        dataZoom: charts.zoom("xy"),
        tooltip: {
          formatter: (p) =>
            charts.tip([
              p.seriesName,
              info.columns[x] + " " + scorewalk.number(p.value[0]),
              info.columns[y] + " " + scorewalk.number(p.value[1]),
            ]),
        },
        series,
      },
      "Scatter plot at epoch "
        + training.current().epoch
        + ": "
        + info.columns[x]
        + " across, "
        + info.columns[y]
        + " up; "
        + generated.length
        + " generated rows"
        + ($("real").checked ? " and " + series[0].data.length + " real ones." : ".")
    );
  }

  function drawHistograms() {
    const [from, to] = onPage();
    const list = [];
    for (let j = from; j < to; j++) {
      const series = [{ name: "generated", values: training.current().columns[j], color: gan.GENERATED }];
      if ($("real").checked) {
        series.unshift({ name: "real", values: now.real.columns[j], color: gan.REAL, dashed: true });
      }
      list.push({ name: info.columns[j], min: info.minimum[j], max: info.maximum[j], series });
    }
    histograms.draw(
      ganNumbers.histograms($("histograms"), list),
      "Histograms at epoch " + training.current().epoch + ". " + list.map(ganNumbers.words).join(". ") + "."
    );
  }

  function draw() {
    drawScatter();
    drawHistograms();
  }

  /** The parts of a saved picture. */
  const pictures = () => [scatter, gan.label($("pages")), histograms];

  const ready = () => Promise.resolve();

  return { create, draw, drawScatter, pictures, ready, scatter: () => scatter, histograms: () => histograms };
})();
