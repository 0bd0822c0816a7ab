// SPDX-License-Identifier: Apache-2.0
// Score Learner: some rows with noise, and where the learned score leads from them: x + sigma^2 s(x, sigma), which is
// the mean of the rows that x may come from if the score is exact.
"use strict";

const learnerNoisy = (() => {
  const { $ } = scorewalk;
  const { info, now } = learner;
  let handle = null;

  function create(chart) {
    handle = chart;
  }

  /** The mean distance of two lists of rows in standard deviations of the columns that are shown. */
  function distance(a, b) {
    let sum = 0;
    for (let r = 0; r < a[0].length; r++) {
      let squares = 0;
      a.forEach((column, i) => { squares += ((column[r] - b[i][r]) / info.scale[i]) ** 2; });
      sum += Math.sqrt(squares / a.length);
    }
    return sum / a[0].length;
  }

  function draw() {
    const level = learner.current();
    const x = Number($("x").value);
    const y = Number($("y").value);
    const points = (columns) => Array.from(columns[x], (v, r) => [v, columns[y][r]]);
    const noisy = points(level.noisy);
    const denoised = points(level.denoised);
    const cloud = (name, data, color, z, size, opacity, symbol = "circle") => ({
      type: "scatter",
      name,
      data,
      z,
      symbol,
      symbolSize: size,
      itemStyle: { color, opacity },
      animation: false,
    });
    const series = [
      { type: "lines", coordinateSystem: "cartesian2d", z: 1, silent: true, animation: false, clip: true,
        data: noisy.map((from, r) => ({ coords: [from, denoised[r]] })), tooltip: { show: false },
        lineStyle: { color: charts.color("soft"), width: 0.8, opacity: 0.35, curveness: 0 } },
      cloud("with noise", noisy, charts.color("soft"), 2, 4, 0.6),
    ];
    if ($("real").checked) {
      series.push(cloud("rows", points(now.rows), learner.ROWS, 3, now.rows[0].length > 500 ? 4 : 6, 0.4, "diamond"));
    }
    series.push(cloud("where the score leads", denoised, learner.LEARNED, 4, 5, 0.85));
    const noise = learner.noiseText(level.sigma);
    handle.draw(
      {
        title: {
          text: noise,
          left: 14,
          top: 5,
          textStyle: { fontSize: 12, fontWeight: "normal", color: charts.color("ink") },
        },
        grid: { left: 12, right: 18, top: 50, bottom: 26, containLabel: true },
        legend: { data: series.filter((s) => s.name).map((s) => s.name), right: 8, left: "auto" },
        xAxis: charts.axis(info.columns[x]),
        yAxis: charts.yAxis(info.columns[y]),
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
      noisy.length
        + " rows with "
        + noise
        + ", "
        + info.columns[x]
        + " across, "
        + info.columns[y]
        + " up. The learned score moves them by "
        + scorewalk.number(distance(level.noisy, level.denoised))
        + " standard deviations on average."
    );
  }

  return { create, draw, handles: () => [handle] };
})();
