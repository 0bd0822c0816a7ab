// SPDX-License-Identifier: Apache-2.0
// Score Learner: one column: the density of its rows with noise, and the learned score as a curve below.
"use strict";

const learnerLine = (() => {
  const { $ } = scorewalk;
  const { info, now } = learner;
  let density = null;
  let score = null;

  function create(chart) {
    density = chart;
    $("curve").hidden = false;
    score = charts.create($("curve"));
  }

  function option(name, title, color, data, more) {
    const [min, max] = now.viewport;
    return {
      animation: false,
      grid: { left: 12, right: 18, top: 28, bottom: 26, containLabel: true },
      xAxis: charts.axis(info.columns[0], {
        min,
        max,
        axisLabel: { ...charts.axis("").axisLabel, showMinLabel: false, showMaxLabel: false },
      }),
      yAxis: charts.yAxis(title),
      tooltip: {
        trigger: "axis",
        formatter: (list) =>
          charts.tip([
            info.columns[0] + " " + scorewalk.number(list[0].value[0]),
            ...list.map((p) => p.seriesName + " " + scorewalk.number(p.value[1])),
          ]),
      },
      series: [
        { type: "line", name, data, ...charts.line, lineStyle: { color, width: 1.8 }, itemStyle: { color }, ...more },
      ],
    };
  }

  function draw() {
    const level = learner.current();
    const noise = learner.noiseText(level.sigma);
    const [from, to] = now.viewport;
    const values = level.field[0];
    const rows = learnerDensity.line(level.sigma);
    const top = rows.reduce((a, b) => (b[1] > a[1] ? b : a));
    const drawn = option("density", "density of the rows with " + noise, learner.ROWS, rows,
      { areaStyle: { color: learner.ROWS, opacity: 0.2 } });
    drawn.yAxis.min = 0;
    if ($("real").checked) {
      // a stroke for each row
      drawn.series.push({
        type: "scatter",
        silent: true,
        animation: false,
        symbol: "rect",
        symbolSize: [1, 9],
        symbolOffset: [0, -5],
        data: Array.from(now.rows[0], (v) => [v, 0]),
        itemStyle: { color: charts.color("ink"), opacity: 0.35 },
        tooltip: { show: false },
      });
    }
    density.draw(drawn, "Density of the rows with " + noise + ", highest near " + info.columns[0] + " "
      + scorewalk.number(top[0]) + ".");
    const zero = { silent: true, symbol: "none", label: { show: false }, animation: false,
      data: [{ yAxis: 0, lineStyle: { color: charts.color("soft"), type: "solid", width: 1 } }] };
    const learned = option("learned", "score at " + noise, learner.LEARNED,
      Array.from(values, (v, k) => [from + ((to - from) * (k + 0.5)) / values.length, v]), { markLine: zero, z: 3 });
    if ($("real").checked) {
      // few rows with little noise have a wild score, which must not hide the learned one
      const [least, most] = values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [0, 0]);
      const color = charts.color("soft");
      learned.series.push({
        type: "line",
        name: "of these rows",
        data: learnerDensity.slope(level.sigma),
        ...charts.line,
        clip: true,
        lineStyle: { color, width: 1.2, type: [4, 3] },
        itemStyle: { color },
      });
      const { step } = scorewalk.ticks(1.25 * least, 1.25 * most, 6);
      learned.yAxis = {
        ...learned.yAxis,
        min: Math.floor((1.25 * least) / step) * step,
        max: Math.ceil((1.25 * most) / step) * step,
      };
      learned.legend = { data: ["learned", "of these rows"], right: 8, left: "auto" };
    }
    score.draw(learned, "Learned score at " + noise + " from " + scorewalk.number(values[0]) + " to "
      + scorewalk.number(values[values.length - 1]) + ".");
  }

  return { create, draw, handles: () => [density, score] };
})();
