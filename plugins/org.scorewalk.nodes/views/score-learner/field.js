// SPDX-License-Identifier: Apache-2.0
// Score Learner: the learned score of two columns as arrows, over the density of the rows with the same noise.
"use strict";

const learnerField = (() => {
  const { $ } = scorewalk;
  const { info, now } = learner;
  let handle = null;

  function create(chart) {
    handle = chart;
  }

  /** Equal scales where the columns are of one size. */
  function isEqual() {
    const [x0, x1, y0, y1] = now.viewport;
    return Math.max(x1 - x0, y1 - y0) < 3 * Math.min(x1 - x0, y1 - y0);
  }

  function draw() {
    const level = learner.current();
    const [dx, dy] = level.field;
    const [x0, x1, y0, y1] = now.viewport;
    const coloured = $("density").checked;
    const box = maps.frame(handle.chart, now.viewport, isEqual(), coloured);
    const axis = (make, name, min, max, intervals) => {
      const a = make(name, { min, max, scale: false, splitNumber: Math.max(2, intervals) });
      return {
        ...a,
        axisLabel: { ...a.axisLabel, showMinLabel: false, showMaxLabel: false },
        splitLine: { show: false },
      };
    };
    const series = [];
    if (coloured) {
      series.push(
        maps.picture(
          maps.heat(learnerDensity.plane(level.sigma), learnerDensity.BINS, (v) => v),
          now.viewport
        )
      );
    }
    if ($("real").checked) {
      series.push({
        type: "scatter",
        z: 2,
        silent: true,
        animation: false,
        clip: true,
        symbolSize: now.rows[0].length > 500 ? 3 : 5,
        data: Array.from(now.rows[0], (v, r) => [v, now.rows[1][r]]),
        itemStyle: { color: coloured ? "#ff5a36" : learner.ROWS, opacity: coloured ? 0.6 : 0.4 },
      });
    }
    series.push(maps.arrows({ arrows: Math.round(Math.sqrt(dx.length)), viewport: now.viewport, dx, dy }, coloured));
    handle.draw(
      {
        animation: false,
        title: {
          text: "learned score at " + learner.noiseText(level.sigma),
          left: box.left + box.width / 2,
          top: box.top - 24,
          textAlign: "center",
          textStyle: { fontSize: 12, fontWeight: "normal", color: charts.color("ink") },
        },
        grid: { ...box, containLabel: false, show: true, borderColor: charts.color("ink"), borderWidth: 1, z: 6 },
        xAxis: axis(charts.axis, info.columns[0], x0, x1, Math.round(box.width / 80)),
        yAxis: axis(charts.yAxis, info.columns[1], y0, y1, Math.round(box.height / 50)),
        series,
        graphic: coloured ? maps.colorBar(box, [1, 0.75, 0.5, 0.25, 0]) : [],
      },
      "Arrows along the learned score for "
        + info.columns[0]
        + " and "
        + info.columns[1]
        + " at "
        + learner.noiseText(level.sigma)
        + (coloured ? ", over the density of the rows with this noise." : ".")
    );
  }

  return { create, draw, handles: () => [handle] };
})();
