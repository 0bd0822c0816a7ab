// SPDX-License-Identifier: Apache-2.0
// Particle Plot: the canvas, and where on it each run and each point stands.
"use strict";

const particleStage = (() => {
  const { state, info } = particles;
  const canvas = document.getElementById("canvas");
  const context = canvas.getContext("2d");
  let scale = 1;
  /** One a run that is shown: the track, and where its picture stands. */
  let panels = [];

  function layout(width, height) {
    const list = particles.shown();
    const single = list.length === 1;
    const marginals = single && state.marginals;
    const columns = single ? 1 : bestColumns(list.length, width, height);
    const rows = Math.ceil(list.length / columns);
    const cellWidth = width / columns;
    const cellHeight = height / rows;
    panels = list.map((track, i) => {
      const left = (i % columns) * cellWidth;
      const top = Math.floor(i / columns) * cellHeight;
      const small = cellWidth < 260 || cellHeight < 240;
      const margin = {
        left: small ? 40 : 58,
        right: (state.mode === "heat" ? (small ? 50 : 62) : 14) + (marginals ? Math.min(90, cellWidth * 0.16) : 0),
        top: (list.length > 1 ? 40 : 26) + (marginals ? Math.min(80, cellHeight * 0.16) : 0),
        bottom: small ? 28 : 42,
      };
      let w = Math.max(20, cellWidth - margin.left - margin.right);
      let h = Math.max(20, cellHeight - margin.top - margin.bottom);
      const v = info.viewport;
      if (info.equalAspect) {
        const unit = Math.min(w / (v[1] - v[0]), h / (v[3] - v[2]));
        w = unit * (v[1] - v[0]);
        h = unit * (v[3] - v[2]);
      }
      const room = cellWidth - margin.left - margin.right - w;
      return {
        track,
        single,
        small,
        marginals,
        x: Math.round(left + margin.left + room / 2),
        y: Math.round(top + margin.top + (cellHeight - margin.top - margin.bottom - h) / 2),
        w: Math.round(w),
        h: Math.round(h),
      };
    });
  }

  function bestColumns(n, width, height) {
    let best = 1;
    let bestSide = 0;
    const v = info.viewport;
    const aspect = info.equalAspect ? (v[1] - v[0]) / (v[3] - v[2]) : 1.2;
    for (let c = 1; c <= n; c++) {
      const w = width / c - 70;
      const h = height / Math.ceil(n / c) - 60;
      const side = Math.min(w, h * aspect);
      if (side > bestSide) {
        bestSide = side;
        best = c;
      }
    }
    return best;
  }

  /** Clears the canvas, in the size that it has in the page, and gives each run its place. */
  function prepare(box) {
    scale = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.max(60, Math.round(box.width));
    const height = Math.max(60, Math.round(box.height));
    if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
    }
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.fillStyle = scorewalk.style("--paper");
    context.fillRect(0, 0, width, height);
    layout(width, height);
    return panels;
  }

  const toX = (panel, x) => panel.x + ((x - info.viewport[0]) / (info.viewport[1] - info.viewport[0])) * panel.w;
  const toY = (panel, y) => panel.y + ((info.viewport[3] - y) / (info.viewport[3] - info.viewport[2])) * panel.h;

  /** The panel at a place of the canvas, if there is one. */
  function at(x, y) {
    return panels.find((p) => x >= p.x && x < p.x + p.w && y >= p.y && y < p.y + p.h);
  }

  /** The coordinates at a place of a panel. */
  function valueAt(panel, x, y) {
    const v = info.viewport;
    return [v[0] + ((x - panel.x) / panel.w) * (v[1] - v[0]), v[3] - ((y - panel.y) / panel.h) * (v[3] - v[2])];
  }

  return { canvas, context, prepare, toX, toY, at, valueAt, scale: () => scale, panels: () => panels };
})();
