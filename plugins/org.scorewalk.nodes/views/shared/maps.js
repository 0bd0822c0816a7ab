// SPDX-License-Identifier: Apache-2.0
// Maps over two coordinates for charts: values as colours, scores as arrows.
"use strict";

const maps = (() => {
  /** Something that is drawn once, over the whole map. */
  const custom = (z, renderItem) => ({
    type: "custom",
    z,
    clip: true,
    silent: true,
    animation: false,
    data: [[0, 0]],
    renderItem,
  });

  /**
   * A picture of values on a grid.
   * @param values row by row, from below
   * @param share(value): from 0, the darkest colour, to 1, the brightest; what is no number stays as the paper is
   */
  function heat(values, side, share) {
    const canvas = document.createElement("canvas");
    canvas.width = side;
    canvas.height = side;
    const image = new ImageData(side, side);
    const table = scorewalk.viridis;
    for (let j = 0; j < side; j++) {
      for (let i = 0; i < side; i++) {
        const value = values[j * side + i];
        const at = 4 * ((side - 1 - j) * side + i);
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

  /** The series that shows such a picture where its viewport (xMin, xMax, yMin, yMax) is. */
  const picture = (canvas, viewport) => custom(1, (params, api) => {
    const [left, top] = api.coord([viewport[0], viewport[3]]);
    const [right, bottom] = api.coord([viewport[1], viewport[2]]);
    return { type: "image", style: { image: canvas, x: left, y: top, width: right - left, height: bottom - top } };
  });

  /** The arrows as one path: the score's direction, its length on a logarithmic scale, since scores span magnitudes. */
  function arrowPath(p, api) {
    const n = p.arrows;
    const [x0, x1, y0, y1] = p.viewport;
    const [left, top] = api.coord([x0, y1]);
    const [right, bottom] = api.coord([x1, y0]);
    const cell = Math.min((right - left) / n, (bottom - top) / n);
    // a score may be immense in a corner: the longest and the shortest arrow stand for nearly the largest and smallest
    const sizes = Array.from(p.dx, (v, k) => Math.hypot(v, p.dy[k]))
      .filter((s) => s > 0 && s < Infinity)
      .sort((a, b) => a - b);
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
      parts.push(
        "M"
          + f(x - (dx * length) / 2)
          + " "
          + f(y - (dy * length) / 2)
          + "L"
          + f(ex)
          + " "
          + f(ey)
          + "M"
          + f(ex - head * dx - head * 0.6 * dy)
          + " "
          + f(ey - head * dy + head * 0.6 * dx)
          + "L"
          + f(ex)
          + " "
          + f(ey)
          + "L"
          + f(ex - head * dx + head * 0.6 * dy)
          + " "
          + f(ey - head * dy - head * 0.6 * dx)
      );
    }
    return parts.join("");
  }

  const path = (pathData, style) => ({
    type: "path",
    shape: { pathData },
    style: { fill: "none", ...style },
    silent: true,
  });

  /**
   * The series that shows scores as arrows.
   * @param p arrows: how many a side; viewport; dx, dy: the scores in the middles of equal cells, row by row from below
   * @param onPicture whether there are colours below, on which white arrows with a dark rim are seen
   */
  const arrows = (p, onPicture) => custom(3, (params, api) => {
    const data = arrowPath(p, api);
    const children = onPicture ? [path(data, { stroke: "rgba(0,0,0,0.55)", lineWidth: 2.8 }),
      path(data, { stroke: "#fff", lineWidth: 1.2 })] : [path(data, { stroke: charts.color("ink"), lineWidth: 1.2 })];
    return { type: "group", children };
  });

  /**
   * Where a map stands in the box of its chart: with equal scales in the middle.
   * @param viewport xMin, xMax, yMin, yMax
   * @param withBar whether a key to the colours stands at its right
   */
  function frame(chart, viewport, equal, withBar) {
    const width = chart.getWidth();
    const height = chart.getHeight();
    const box = {
      left: 64,
      top: 26,
      width: Math.max(30, width - 64 - (withBar ? 62 : 14)),
      height: Math.max(30, height - 26 - 46),
    };
    if (equal) {
      const [x0, x1, y0, y1] = viewport;
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

  /** The key to the colours, to the right of the map: labels from the top down. */
  function colorBar(box, labels) {
    const bar = document.createElement("canvas");
    bar.width = 1;
    bar.height = 256;
    const image = new ImageData(1, 256);
    for (let k = 0; k < 256; k++) {
      image.data.set([...scorewalk.viridis.subarray(3 * (255 - k), 3 * (256 - k)), 255], 4 * k);
    }
    bar.getContext("2d").putImageData(image, 0, 0);
    const x = box.left + box.width + 10;
    const text = (value, i) => ({
      type: "text", silent: true, left: x + 17, top: box.top + (box.height * i) / (labels.length - 1) - 6,
      style: { text: String(value).replace("-", "−"), fill: charts.color("ink"), font: "11px system-ui, sans-serif" },
    });
    return [{ type: "image", silent: true, style: { image: bar, x, y: box.top, width: 12, height: box.height } },
      ...labels.map(text)];
  }

  return { heat, picture, arrows, frame, colorBar };
})();
