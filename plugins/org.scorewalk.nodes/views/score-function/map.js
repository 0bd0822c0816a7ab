// SPDX-License-Identifier: Apache-2.0
// Score Function: the map over two coordinates, with arrows along the score and outlines.
"use strict";

const scoreMap = (() => {
  const { state, info, now, dimension } = slices;
  /** The darkest colour of a map of log-densities stands for this much less than the brightest. */
  const LOG_DEPTH = 12;
  const LABELS = { density: [1, 0.75, 0.5, 0.25, 0], log: [0, -3, -6, -9, -12] };
  let handle = null;

  /** Where the map stands in its box. */
  const frame = () => maps.frame(handle.chart, slices.viewport(), isEqual(), Boolean(now.plane.values));

  /** Unless somebody chose: equal where the coordinates are of one size. */
  function isEqual() {
    if (state.equal !== null) {
      return state.equal;
    }
    const [x, y] = [info.ranges[state.first], info.ranges[state.second]].map((r) => r[1] - r[0]);
    return Math.max(x, y) < 3 * Math.min(x, y);
  }

  /** Where a log-density stands between the darkest and the brightest colour. */
  const share = (value) =>
    state.scale === "log" ? 1 + (value - now.highest) / LOG_DEPTH : Math.exp(value - now.highest);

  function mapSeries(p) {
    const series = [];
    if (p.values) {
      series.push(maps.picture(maps.heat(p.values, p.side, share), p.viewport));
    }
    if (state.arrows) {
      series.push(maps.arrows(p, Boolean(p.values)));
    }
    if (state.outline && p.values) {
      p.outline.forEach((l) =>
        series.push({
          type: "line",
          z: 4,
          data: Array.from({ length: l.length / 2 }, (_, k) => [l[k], l[l.length / 2 + k]]),
          ...charts.line,
          silent: true,
          animation: false,
          lineStyle: { color: "#ff5a36", width: 1.8 },
          clip: true,
        })
      );
    }
    if (dimension() > 2) {
      series.push({
        type: "scatter",
        z: 5,
        symbol: "diamond",
        symbolSize: 12,
        silent: true,
        animation: false,
        clip: true,
        data: [[now.point[p.first], now.point[p.second]]],
        itemStyle: { color: "#fff", borderColor: "#000", borderWidth: 1.5 },
      });
    }
    return series;
  }

  function draw() {
    const p = now.plane;
    const box = frame();
    const [x0, x1, y0, y1] = slices.viewport();
    const exact = { min: x0, max: x1, scale: false, splitNumber: Math.max(2, Math.round(box.width / 80)) };
    const label = { showMinLabel: false, showMaxLabel: false };
    const more = (axis) => ({ ...axis, axisLabel: { ...axis.axisLabel, ...label }, splitLine: { show: !p.values,
      lineStyle: { color: charts.color("line"), opacity: 0.5 } } });
    handle.draw({
      animation: false,
      grid: { ...box, containLabel: false, show: true, borderColor: charts.color("ink"), borderWidth: 1, z: 6 },
      xAxis: more(charts.axis(info.names[p.first], exact)),
      yAxis: more(charts.yAxis(info.names[p.second], { ...exact, min: y0, max: y1,
        splitNumber: Math.max(2, Math.round(box.height / 50)) })),
      series: mapSeries(p),
      graphic: p.values ? maps.colorBar(box, LABELS[state.scale]) : [],
    }, scoreWords.map());
  }

  /** Makes the chart; options as for all charts. */
  function create(box, options) {
    handle = charts.create(box, options);
  }

  /** Where a point of the map is seen, in pixels of the page. */
  function place(x, y) {
    const box = handle.box.getBoundingClientRect();
    const f = frame();
    const [x0, x1, y0, y1] = slices.viewport();
    return [
      box.left + f.left + ((x - x0) / (x1 - x0)) * f.width,
      box.top + f.top + (1 - (y - y0) / (y1 - y0)) * f.height,
    ];
  }

  return { create, draw, isEqual, frame, place, handle: () => handle };
})();
