// SPDX-License-Identifier: Apache-2.0
// Score Function: the map over two coordinates, with arrows along the score and outlines.
"use strict";

const scoreMap = (() => {
  const { state, info, now, dimension } = slices;
  /** The darkest colour of a map of log-densities stands for this much less than the brightest. */
  const LOG_DEPTH = 12;
  let handle = null;

  const RIGHT = 62;

  /** Where the map stands in its box: with equal scales in the middle. */
  function frame() {
    const width = handle.chart.getWidth();
    const height = handle.chart.getHeight();
    const box = { left: 64, top: 26, width: Math.max(30, width - 64 - (now.plane.values ? RIGHT : 14)),
      height: Math.max(30, height - 26 - 46) };
    if (isEqual()) {
      const [x0, x1, y0, y1] = slices.viewport();
      const unit = Math.min(box.width / (x1 - x0), box.height / (y1 - y0));
      const w = unit * (x1 - x0);
      const h = unit * (y1 - y0);
      box.left += Math.round((box.width - w) / 2);
      box.top += Math.round((box.height - h) / 2);
      box.width = Math.round(w);
      box.height = Math.round(h);
    }
    return box;
  }

  /** Unless somebody chose: equal where the coordinates are of one size. */
  function isEqual() {
    if (state.equal !== null) {
      return state.equal;
    }
    const [x, y] = [info.ranges[state.first], info.ranges[state.second]].map((r) => r[1] - r[0]);
    return Math.max(x, y) < 3 * Math.min(x, y);
  }

  /** Where a log-density stands between the darkest and the brightest colour. */
  const share = (value) => state.scale === "log" ? 1 + (value - now.highest) / LOG_DEPTH : Math.exp(value - now.highest);

  function heat(p) {
    const canvas = document.createElement("canvas");
    canvas.width = p.side;
    canvas.height = p.side;
    const image = new ImageData(p.side, p.side);
    const table = scorewalk.viridis;
    for (let j = 0; j < p.side; j++) {
      for (let i = 0; i < p.side; i++) {
        const value = p.values[j * p.side + i];
        const at = 4 * ((p.side - 1 - j) * p.side + i);
        if (Number.isNaN(value)) {
          continue;
        }
        const c = 3 * Math.round(255 * Math.max(0, Math.min(1, share(value))));
        image.data.set([table[c], table[c + 1], table[c + 2], 255], at);
      }
    }
    canvas.getContext("2d").putImageData(image, 0, 0);
    return canvas;
  }

  /** The arrows as one path: the score's direction, its length on a logarithmic scale, since scores span magnitudes. */
  function arrowPath(p, api) {
    const n = p.arrows;
    const [x0, x1, y0, y1] = p.viewport;
    const [left, top] = api.coord([x0, y1]);
    const [right, bottom] = api.coord([x1, y0]);
    const cell = Math.min((right - left) / n, (bottom - top) / n);
    // a score may be immense in a corner: the longest and the shortest arrow stand for nearly the largest and smallest
    const sizes = Array.from(p.dx, (v, k) => Math.hypot(v, p.dy[k])).filter((s) => s > 0 && s < Infinity).sort((a, b) => a - b);
    const high = Math.log(sizes[Math.floor(0.95 * (sizes.length - 1))]);
    const low = Math.min(high - Math.log(50), Math.log(sizes[Math.floor(0.02 * (sizes.length - 1))]));
    const parts = [];
    for (let k = 0; k < n * n && sizes.length > 0; k++) {
      const size = Math.hypot(p.dx[k], p.dy[k]);
      const length = 0.85 * cell * Math.min(1, (Math.log(size) - low) / (high - low));
      if (!(length >= 1.5)) {
        continue;
      }
      const x = left + ((right - left) * ((k % n) + 0.5)) / n;
      const y = bottom + ((top - bottom) * (Math.floor(k / n) + 0.5)) / n;
      let dx = (p.dx[k] * (right - left)) / (x1 - x0);
      let dy = (p.dy[k] * (top - bottom)) / (y1 - y0);
      const d = Math.hypot(dx, dy);
      dx /= d;
      dy /= d;
      const ex = x + (dx * length) / 2;
      const ey = y + (dy * length) / 2;
      const head = Math.min(4.5, length * 0.5);
      const f = (v) => v.toFixed(1);
      parts.push("M" + f(x - (dx * length) / 2) + " " + f(y - (dy * length) / 2) + "L" + f(ex) + " " + f(ey)
        + "M" + f(ex - head * dx - head * 0.6 * dy) + " " + f(ey - head * dy + head * 0.6 * dx) + "L" + f(ex) + " " + f(ey)
        + "L" + f(ex - head * dx + head * 0.6 * dy) + " " + f(ey - head * dy - head * 0.6 * dx));
    }
    return parts.join("");
  }

  const path = (pathData, style) => ({ type: "path", shape: { pathData }, style: { fill: "none", ...style }, silent: true });

  function mapSeries(p) {
    const custom = (z, renderItem) => ({ type: "custom", z, clip: true, silent: true, animation: false, data: [[0, 0]], renderItem });
    const series = [];
    if (p.values) {
      const picture = heat(p);
      series.push(custom(1, (params, api) => {
        const [left, top] = api.coord([p.viewport[0], p.viewport[3]]);
        const [right, bottom] = api.coord([p.viewport[1], p.viewport[2]]);
        return { type: "image", style: { image: picture, x: left, y: top, width: right - left, height: bottom - top } };
      }));
    }
    if (state.arrows) {
      series.push(custom(3, (params, api) => {
        const data = arrowPath(p, api);
        const children = p.values ? [path(data, { stroke: "rgba(0,0,0,0.55)", lineWidth: 2.8 }),
          path(data, { stroke: "#fff", lineWidth: 1.2 })] : [path(data, { stroke: charts.color("ink"), lineWidth: 1.2 })];
        return { type: "group", children };
      }));
    }
    if (state.outline && p.values) {
      p.outline.forEach((l) => series.push({
        type: "line", z: 4, data: Array.from({ length: l.length / 2 }, (_, k) => [l[k], l[l.length / 2 + k]]), ...charts.line,
        silent: true, animation: false, lineStyle: { color: "#ff5a36", width: 1.8 }, clip: true,
      }));
    }
    if (dimension() > 2) {
      series.push({ type: "scatter", z: 5, symbol: "diamond", symbolSize: 12, silent: true, animation: false, clip: true,
        data: [[now.point[p.first], now.point[p.second]]], itemStyle: { color: "#fff", borderColor: "#000", borderWidth: 1.5 } });
    }
    return series;
  }

  /** The key to the colours, to the right of the map. */
  function colorBar(box) {
    const bar = document.createElement("canvas");
    bar.width = 1;
    bar.height = 256;
    const image = new ImageData(1, 256);
    for (let k = 0; k < 256; k++) {
      image.data.set([...scorewalk.viridis.subarray(3 * (255 - k), 3 * (256 - k)), 255], 4 * k);
    }
    bar.getContext("2d").putImageData(image, 0, 0);
    const x = box.left + box.width + 10;
    const log = state.scale === "log";
    const labels = log ? [0, -3, -6, -9, -12] : [1, 0.75, 0.5, 0.25, 0];
    const text = (value, i) => ({
      type: "text", silent: true, left: x + 17, top: box.top + (box.height * i) / 4 - 6,
      style: { text: String(value).replace("-", "−"), fill: charts.color("ink"), font: "11px system-ui, sans-serif" },
    });
    return [{ type: "image", silent: true, style: { image: bar, x, y: box.top, width: 12, height: box.height } },
      ...labels.map(text)];
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
      graphic: p.values ? colorBar(box) : [],
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
    return [box.left + f.left + ((x - x0) / (x1 - x0)) * f.width, box.top + f.top + (1 - (y - y0) / (y1 - y0)) * f.height];
  }

  return { create, draw, isEqual, frame, place, handle: () => handle };
})();
