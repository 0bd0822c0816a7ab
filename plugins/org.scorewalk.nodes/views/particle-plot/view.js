// SPDX-License-Identifier: Apache-2.0
// The view of the Particle Plot node: particles over time on a canvas.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  const BINS = 64;
  const MARGINAL_BINS = 48;
  const TRAIL_FRAMES = 25;
  const HOVER_PIXELS = 10;

  const state = {
    frame: 0, frames: 1, playing: false, speed: 1, mode: "points", opacity: 0.1, accumulate: false, outline: true,
    arrows: false, trails: 0, marginals: true, run: -1, picked: new Set(),
  };
  let info;
  let tracks;
  let animation;
  let panels = [];

  // ---------------------------------------------------------------- data

  /** Reads the description and the frames that came with the page. */
  function readData(data) {
    info = JSON.parse(data.description);
    tracks = info.tracks.map((t) => ({
      run: t.run,
      title: t.title,
      rows: t.rows,
      steps: t.steps,
      from: t.from,
      to: t.to,
      frameRows: t.frameRows,
      particles: t.particles ? scorewalk.ints(t.particles) : null,
      frames: t.from.map(() => null),
      counts: null,
      countsUpTo: -1,
    }));
    data.frames.forEach(addFrame);
    info.outlines = info.outline.map(scorewalk.floats);
    info.arrowValues = info.arrows ? scorewalk.floats(info.arrows) : null;
    animation = data.animation;
  }

  function addFrame(frame) {
    const track = tracks.find((t) => t.run === frame.run);
    if (track) {
      track.frames[frame.index] = scorewalk.floats(frame.points);
      track.countsUpTo = -1;
    }
  }

  const missing = (track) => track.frames.reduce((n, f) => n + (f ? 0 : 1), 0);

  /** Asks for the frames that did not come with the page; a saved file has nobody to ask, so it keeps what it has. */
  async function loadRest() {
    const total = tracks.reduce((n, t) => n + t.frames.length, 0);
    for (const track of tracks) {
      while (missing(track) > 0) {
        const from = track.frames.indexOf(null);
        const gap = track.frames.findIndex((f, i) => i > from && f);
        const to = gap < 0 ? track.frames.length - 1 : gap - 1;
        let answer;
        try {
          answer = await scorewalk.rpc("frames", track.run, from, to);
        } catch (error) {
          keepLoaded();
          return;
        }
        if (!answer || answer.length === 0) {
          keepLoaded();
          return;
        }
        answer.forEach(addFrame);
        const loaded = total - tracks.reduce((n, t) => n + missing(t), 0);
        $("loading").textContent = loaded < total ? "Loading frames: " + loaded + " of " + total : "";
        requestRender();
      }
    }
    $("loading").textContent = "";
  }

  function keepLoaded() {
    let before = 0;
    let after = 0;
    for (const track of tracks) {
      const kept = track.frames.map((f, i) => (f ? i : -1)).filter((i) => i >= 0);
      before += track.frames.length;
      after += kept.length;
      for (const key of ["frames", "from", "to", "frameRows"]) {
        track[key] = kept.map((i) => track[key][i]);
      }
      track.countsUpTo = -1;
    }
    $("loading").textContent = "This file holds " + after + " of " + before + " frames.";
    setFrames();
    requestRender();
  }

  function setFrames() {
    state.frames = Math.max(1, ...tracks.map((t) => t.frames.length));
    setFrame(Math.min(state.frame, state.frames - 1));
  }

  /** Runs of other lengths pass in the same time. */
  function frameOf(track) {
    const n = track.frames.length;
    let k = n === state.frames ? state.frame : Math.round((state.frame / Math.max(1, state.frames - 1)) * (n - 1));
    while (k > 0 && !track.frames[k]) {
      k--;
    }
    return k;
  }

  const shown = () => (state.run < 0 ? tracks : tracks.filter((t) => t.run === state.run));

  /** All points that are shown of a run: [x and y arrays of each frame]. */
  function frameList(track) {
    const k = frameOf(track);
    if (!state.accumulate) {
      return track.frames[k] ? [track.frames[k]] : [];
    }
    return track.frames.slice(0, k + 1).filter((f) => f);
  }

  // ---------------------------------------------------------------- layout

  function layout(width, height) {
    const list = shown();
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

  // ---------------------------------------------------------------- drawing

  const canvas = $("canvas");
  const context = canvas.getContext("2d");
  let scale = 1;
  let pending = false;
  let drawn = 0;

  function requestRender() {
    if (!pending) {
      pending = true;
      requestAnimationFrame(() => {
        pending = false;
        render();
      });
    }
  }

  function render() {
    const box = $("stage").getBoundingClientRect();
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
    panels.forEach(drawPanel);
    drawn++;
    updateTexts();
  }

  function drawPanel(panel) {
    if (state.mode === "heat") {
      drawHeat(panel);
    } else {
      drawPoints(panel);
    }
    context.save();
    context.beginPath();
    context.rect(panel.x, panel.y, panel.w, panel.h);
    context.clip();
    if (state.arrows && info.arrowValues) {
      drawArrows(panel);
    }
    if (state.outline) {
      drawOutline(panel);
    }
    drawTrails(panel);
    context.restore();
    drawAxes(panel);
    if (panel.marginals) {
      drawMarginals(panel);
    }
  }

  const toX = (panel, x) => panel.x + ((x - info.viewport[0]) / (info.viewport[1] - info.viewport[0])) * panel.w;
  const toY = (panel, y) => panel.y + ((info.viewport[3] - y) / (info.viewport[3] - info.viewport[2])) * panel.h;

  /** The coverage of a round dot for 4 x 4 positions within a pixel, made once a size. */
  let stamps = { key: "" };

  function stampsFor(diameter, alpha) {
    const key = diameter.toFixed(2) + "/" + alpha;
    if (stamps.key !== key) {
      const radius = diameter / 2;
      const offset = Math.ceil(radius);
      const size = 2 * offset + 1;
      const list = [];
      for (let p = 0; p < 16; p++) {
        const cx = offset + ((p & 3) + 0.5) / 4;
        const cy = offset + ((p >> 2) + 0.5) / 4;
        const stamp = new Float32Array(size * size);
        for (let i = 0; i < size * size; i++) {
          let inside = 0;
          for (let s = 0; s < 64; s++) {
            const dx = (i % size) + ((s & 7) + 0.5) / 8 - cx;
            const dy = Math.floor(i / size) + ((s >> 3) + 0.5) / 8 - cy;
            inside += dx * dx + dy * dy <= radius * radius ? 1 : 0;
          }
          stamp[i] = 1 - (alpha * inside) / 64;
        }
        list.push(stamp);
      }
      stamps = { key, size, offset, list };
    }
    return stamps;
  }

  /** Translucent dots: the light that passes each pixel is a product, blended with the paper once. */
  function drawPoints(panel) {
    const w = Math.max(1, Math.round(panel.w * scale));
    const h = Math.max(1, Math.round(panel.h * scale));
    if (!panel.track.light || panel.track.light.length !== w * h) {
      panel.track.light = new Float32Array(w * h);
      panel.track.image = new ImageData(w, h);
    }
    const light = panel.track.light.fill(1);
    const dots = stampsFor((panel.small ? 2.4 : 3.5) * scale, state.opacity);
    for (const points of frameList(panel.track)) {
      addDots(light, w, h, points, dots);
    }
    const data = new Uint32Array(panel.track.image.data.buffer);
    const [pr, pg, pb] = rgb(scorewalk.style("--paper"));
    const [r, g, b] = rgb(pointColor());
    for (let i = 0; i < light.length; i++) {
      const q = light[i];
      data[i] = 0xff000000 | ((b + (pb - b) * q + 0.5) << 16) | ((g + (pg - g) * q + 0.5) << 8) | (r + (pr - r) * q + 0.5);
    }
    context.putImageData(panel.track.image, Math.round(panel.x * scale), Math.round(panel.y * scale));
  }

  function addDots(light, w, h, points, dots) {
    const n = points.length / 2;
    const v = info.viewport;
    const sx = w / (v[1] - v[0]);
    const sy = h / (v[3] - v[2]);
    const { size, offset, list } = dots;
    for (let k = 0; k < n; k++) {
      const px = (points[k] - v[0]) * sx;
      const py = (v[3] - points[n + k]) * sy;
      if (!(px >= 0 && py >= 0 && px < w && py < h)) {
        continue;
      }
      const column = px | 0;
      const row = py | 0;
      const stamp = list[(((py - row) * 4) << 2) | ((px - column) * 4)];
      const left = column - offset;
      const top = row - offset;
      const fromX = left < 0 ? -left : 0;
      const toXEnd = Math.min(size, w - left);
      const toYEnd = Math.min(size, h - top);
      for (let y = top < 0 ? -top : 0; y < toYEnd; y++) {
        const target = (top + y) * w + left;
        const source = y * size;
        for (let x = fromX; x < toXEnd; x++) {
          light[target + x] *= stamp[source + x];
        }
      }
    }
  }

  function rgb(color) {
    const value = parseInt(color.slice(1), 16);
    return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  }

  /** The node's colour; on dark paper a light one where the node's would vanish. */
  function pointColor() {
    const [r, g, b] = rgb(info.pointColor);
    const dark = 0.2126 * r + 0.7152 * g + 0.0722 * b < 70;
    const onDark = rgb(scorewalk.style("--paper"))[1] < 100;
    return dark && onDark ? "#7ab7ff" : info.pointColor;
  }

  /** Counts on a grid; of all steps so far only the new ones are added when time goes on. */
  function countsOf(track) {
    const upTo = frameOf(track);
    if (!track.counts) {
      track.counts = new Float64Array(BINS * BINS);
    }
    const key = state.accumulate ? 1 : 0;
    if (track.countsUpTo === upTo && track.countsKey === key) {
      return track.counts;
    }
    let from = upTo;
    if (state.accumulate) {
      from = track.countsKey === 1 && track.countsUpTo >= 0 && track.countsUpTo < upTo ? track.countsUpTo + 1 : 0;
    }
    if (from === 0 || !state.accumulate) {
      track.counts.fill(0);
    }
    const v = info.viewport;
    const sx = BINS / (v[1] - v[0]);
    const sy = BINS / (v[3] - v[2]);
    for (let f = from; f <= upTo; f++) {
      const points = track.frames[f];
      const n = points ? points.length / 2 : 0;
      for (let k = 0; k < n; k++) {
        const i = Math.floor((points[k] - v[0]) * sx);
        const j = Math.floor((points[n + k] - v[2]) * sy);
        if (i >= 0 && j >= 0 && i < BINS && j < BINS) {
          track.counts[j * BINS + i]++;
        }
      }
    }
    track.countsUpTo = upTo;
    track.countsKey = key;
    return track.counts;
  }

  const small = document.createElement("canvas");
  small.width = BINS;
  small.height = BINS;

  function drawHeat(panel) {
    const counts = countsOf(panel.track);
    let max = 1;
    for (let i = 0; i < counts.length; i++) {
      max = counts[i] > max ? counts[i] : max;
    }
    panel.max = max;
    const image = new ImageData(BINS, BINS);
    const table = scorewalk.viridis;
    for (let j = 0; j < BINS; j++) {
      for (let i = 0; i < BINS; i++) {
        const c = 3 * Math.round((255 * counts[j * BINS + i]) / max);
        const at = 4 * ((BINS - 1 - j) * BINS + i);
        image.data[at] = table[c];
        image.data[at + 1] = table[c + 1];
        image.data[at + 2] = table[c + 2];
        image.data[at + 3] = 255;
      }
    }
    small.getContext("2d").putImageData(image, 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(small, panel.x, panel.y, panel.w, panel.h);
    drawColorBar(panel, max);
  }

  function drawColorBar(panel, max) {
    const width = panel.small ? 8 : 12;
    const x = panel.x + panel.w + (panel.marginals ? 98 : 8);
    const table = scorewalk.viridis;
    for (let k = 0; k < panel.h; k++) {
      const c = 3 * Math.round(255 * (1 - k / panel.h));
      context.fillStyle = "rgb(" + table[c] + "," + table[c + 1] + "," + table[c + 2] + ")";
      context.fillRect(x, panel.y + k, width, 1.5);
    }
    context.fillStyle = scorewalk.style("--ink");
    context.font = "11px system-ui, sans-serif";
    context.textAlign = "left";
    context.textBaseline = "middle";
    const { step, values } = scorewalk.ticks(0, max, panel.h / 45);
    for (const value of values) {
      context.fillText(scorewalk.tickText(value, step), x + width + 4, panel.y + panel.h * (1 - value / max));
    }
  }

  function drawOutline(panel) {
    context.strokeStyle = info.outlineColor;
    context.lineWidth = panel.small ? 1.3 : 1.8;
    for (const line of info.outlines) {
      const n = line.length / 2;
      context.beginPath();
      for (let k = 0; k < n; k++) {
        context.lineTo(toX(panel, line[k]), toY(panel, line[n + k]));
      }
      context.stroke();
    }
  }

  /** The score's direction, its length on a logarithmic scale: scores span orders of magnitude. */
  function drawArrows(panel) {
    const side = info.arrowsPerSide;
    const values = info.arrowValues;
    const n = side * side;
    const v = info.viewport;
    const cell = Math.min(panel.w, panel.h) / side;
    let largest = 0;
    for (let k = 0; k < n; k++) {
      largest = Math.max(largest, Math.hypot(values[k], values[n + k]));
    }
    if (!(largest > 0)) {
      return;
    }
    context.strokeStyle = state.mode === "heat" ? "#ffffff" : scorewalk.style("--soft");
    context.fillStyle = context.strokeStyle;
    context.lineWidth = 1;
    for (let k = 0; k < n; k++) {
      const x = toX(panel, v[0] + ((v[1] - v[0]) * ((k % side) + 0.5)) / side);
      const y = toY(panel, v[2] + ((v[3] - v[2]) * (Math.floor(k / side) + 0.5)) / side);
      const size = Math.hypot(values[k], values[n + k]);
      const length = (0.85 * cell * Math.log1p((size / largest) * 50)) / Math.log1p(50);
      if (length < 1) {
        continue;
      }
      // pixels have y downwards, and an axis may be stretched
      let dx = (values[k] / size) * (panel.w / (v[1] - v[0]));
      let dy = (-values[n + k] / size) * (panel.h / (v[3] - v[2]));
      const d = Math.hypot(dx, dy);
      dx /= d;
      dy /= d;
      const ex = x + (dx * length) / 2;
      const ey = y + (dy * length) / 2;
      const head = Math.min(4, length * 0.45);
      context.beginPath();
      context.moveTo(x - (dx * length) / 2, y - (dy * length) / 2);
      context.lineTo(ex, ey);
      context.stroke();
      context.beginPath();
      context.moveTo(ex + dx, ey + dy);
      context.lineTo(ex - head * dx - head * 0.5 * dy, ey - head * dy + head * 0.5 * dx);
      context.lineTo(ex - head * dx + head * 0.5 * dy, ey - head * dy - head * 0.5 * dx);
      context.fill();
    }
  }

  /** Places in a track's frames of the particles whose trails are drawn: evenly chosen ones and those picked. */
  function trailPlaces(track) {
    if (!track.particles) {
      return [];
    }
    const places = new Set();
    const n = track.particles.length;
    const wanted = Math.min(state.trails, n);
    for (let i = 0; i < wanted; i++) {
      places.add(Math.floor((i * n) / wanted));
    }
    if (state.picked.size > 0) {
      track.particles.forEach((p, i) => {
        if (state.picked.has(p)) {
          places.add(i);
        }
      });
    }
    return [...places];
  }

  function drawTrails(panel) {
    const track = panel.track;
    const upTo = frameOf(track);
    trailPlaces(track).forEach((place, index) => {
      const color = scorewalk.series[index % scorewalk.series.length];
      const path = [];
      const first = state.accumulate ? 0 : Math.max(0, upTo - TRAIL_FRAMES);
      for (let f = first; f <= upTo; f++) {
        const points = track.frames[f];
        if (points) {
          path.push([toX(panel, points[place]), toY(panel, points[points.length / 2 + place])]);
        }
      }
      context.strokeStyle = color;
      context.lineJoin = "round";
      for (let k = 1; k < path.length; k++) {
        context.globalAlpha = state.accumulate ? 0.8 : 0.15 + (0.85 * k) / path.length;
        context.lineWidth = 1.4;
        context.beginPath();
        context.moveTo(path[k - 1][0], path[k - 1][1]);
        context.lineTo(path[k][0], path[k][1]);
        context.stroke();
      }
      context.globalAlpha = 1;
      if (path.length > 0) {
        const end = path[path.length - 1];
        context.fillStyle = color;
        context.beginPath();
        context.arc(end[0], end[1], 3.2, 0, 2 * Math.PI);
        context.fill();
      }
    });
  }

  function drawAxes(panel) {
    const ink = scorewalk.style("--ink");
    const v = info.viewport;
    context.strokeStyle = ink;
    context.fillStyle = ink;
    context.lineWidth = 1;
    context.strokeRect(panel.x - 0.5, panel.y - 0.5, panel.w + 1, panel.h + 1);
    const size = panel.small ? 10 : 12;
    context.font = size + "px system-ui, sans-serif";
    const space = panel.small ? 34 : 42;
    const intervals = Math.min(8, panel.w / space);
    const xs = scorewalk.ticks(v[0], v[1], intervals);
    const ys = scorewalk.ticks(v[2], v[3], info.equalAspect ? ((v[3] - v[2]) / (v[1] - v[0])) * intervals
      : Math.min(8, panel.h / (space * 0.8)));
    context.textAlign = "center";
    context.textBaseline = "top";
    for (const value of xs.values) {
      const x = Math.round(toX(panel, value)) + 0.5;
      line(x, panel.y + panel.h, x, panel.y + panel.h + 4);
      context.fillText(scorewalk.tickText(value, xs.step), x, panel.y + panel.h + 6);
    }
    context.textAlign = "right";
    context.textBaseline = "middle";
    for (const value of ys.values) {
      const y = Math.round(toY(panel, value)) + 0.5;
      line(panel.x - 4, y, panel.x, y);
      context.fillText(scorewalk.tickText(value, ys.step), panel.x - 6, y);
    }
    context.textAlign = "center";
    if (!panel.small) {
      context.textBaseline = "top";
      context.fillText(info.xLabel, panel.x + panel.w / 2, panel.y + panel.h + 24);
      context.save();
      context.translate(panel.x - 44, panel.y + panel.h / 2);
      context.rotate(-Math.PI / 2);
      context.textBaseline = "middle";
      context.fillText(info.yLabel, 0, 0);
      context.restore();
    }
    context.textBaseline = "alphabetic";
    context.font = (panel.small ? 11 : 13) + "px system-ui, sans-serif";
    const top = panel.y - 9 - (panel.marginals ? marginalSize(panel) + 4 : 0);
    const middle = panel.x + panel.w / 2;
    if (tracks.length === 1) {
      context.fillText(stepText(panel.track), middle, top, panel.w + 60);
      return;
    }
    context.fillText(panel.track.title, middle, top - 14, panel.w + 60);
    context.fillStyle = scorewalk.style("--soft");
    context.font = "11px system-ui, sans-serif";
    context.fillText(stepText(panel.track), middle, top, panel.w + 60);
  }

  function line(x0, y0, x1, y1) {
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }

  const marginalSize = (panel) => Math.max(24, Math.min(70, panel.w * 0.15, panel.y - 34));

  function drawMarginals(panel) {
    const v = info.viewport;
    const counts = [new Float64Array(MARGINAL_BINS), new Float64Array(MARGINAL_BINS)];
    for (const points of frameList(panel.track)) {
      const n = points.length / 2;
      for (let k = 0; k < n; k++) {
        const i = Math.floor(((points[k] - v[0]) / (v[1] - v[0])) * MARGINAL_BINS);
        const j = Math.floor(((points[n + k] - v[2]) / (v[3] - v[2])) * MARGINAL_BINS);
        if (i >= 0 && i < MARGINAL_BINS) {
          counts[0][i]++;
        }
        if (j >= 0 && j < MARGINAL_BINS) {
          counts[1][j]++;
        }
      }
    }
    const size = marginalSize(panel);
    context.fillStyle = pointColor();
    context.globalAlpha = 0.55;
    const maxX = Math.max(1, ...counts[0]);
    const maxY = Math.max(1, ...counts[1]);
    for (let i = 0; i < MARGINAL_BINS; i++) {
      const bx = (panel.w * i) / MARGINAL_BINS;
      const hx = (size * counts[0][i]) / maxX;
      context.fillRect(panel.x + bx, panel.y - 3 - hx, panel.w / MARGINAL_BINS, hx);
      const by = (panel.h * (MARGINAL_BINS - 1 - i)) / MARGINAL_BINS;
      context.fillRect(panel.x + panel.w + 3, panel.y + by, (size * counts[1][i]) / maxY, panel.h / MARGINAL_BINS);
    }
    context.globalAlpha = 1;
  }

  // ---------------------------------------------------------------- texts

  function stepText(track) {
    const k = frameOf(track);
    const from = track.from[state.accumulate ? 0 : k];
    const to = track.to[k];
    return from === to ? "Step " + scorewalk.count(to) : "Steps " + scorewalk.count(from) + "–" + scorewalk.count(to);
  }

  function panelTitle(track) {
    return (tracks.length > 1 ? track.title + " · " : "") + stepText(track).toLowerCase();
  }

  function shownPoints(track) {
    return frameList(track).reduce((n, f) => n + f.length / 2, 0);
  }

  function updateTexts() {
    const list = shown();
    const points = list.reduce((n, t) => n + shownPoints(t), 0);
    time.show(list.length === 1 ? stepText(list[0]) : "Frame " + (state.frame + 1) + " of " + state.frames);
    let text = scorewalk.count(points) + (points === 1 ? " point" : " points") + " shown";
    if (info.sampled) {
      const rows = tracks.reduce((n, t) => n + t.rows, 0);
      text += ", a sample of a table of " + scorewalk.count(rows) + " rows";
    }
    if (!state.playing) {
      $("status").textContent = text + ".";
      const numbers = list.map((t) => describe(t));
      canvas.setAttribute("aria-label", "Particles at " + numbers.join("; ") + ".");
    }
    if (!$("numbersPanel").hidden) {
      numbersTable(list);
    }
  }

  function moments(track) {
    let n = 0;
    const sum = [0, 0];
    const square = [0, 0, 0];
    for (const points of frameList(track)) {
      const size = points.length / 2;
      for (let k = 0; k < size; k++) {
        const x = points[k];
        const y = points[size + k];
        n++;
        // Welford's update keeps precision far from zero
        const dx = x - sum[0];
        const dy = y - sum[1];
        sum[0] += dx / n;
        sum[1] += dy / n;
        square[0] += dx * (x - sum[0]);
        square[1] += dy * (y - sum[1]);
        square[2] += dx * (y - sum[1]);
      }
    }
    const sd = [Math.sqrt(square[0] / (n - 1)), Math.sqrt(square[1] / (n - 1))];
    return { n, mean: sum, sd, correlation: square[2] / Math.sqrt(square[0] * square[1]) };
  }

  function describe(track) {
    const m = moments(track);
    const part = (name, i) => name + " mean " + scorewalk.number(m.mean[i]) + ", standard deviation " + scorewalk.number(m.sd[i]);
    return panelTitle(track) + ": " + part(info.xColumn, 0) + ", " + part(info.yColumn, 1);
  }

  function numbersTable(list) {
    const head = ["run", "step", "points", "mean " + info.xColumn, "sd " + info.xColumn, "mean " + info.yColumn,
      "sd " + info.yColumn, "correlation"];
    const table = document.createElement("table");
    table.className = "numbers";
    const row = (cells, tag) => {
      const tr = table.insertRow();
      for (const cell of cells) {
        const td = document.createElement(tag);
        td.textContent = cell;
        tr.append(td);
      }
    };
    row(head, "th");
    for (const track of list) {
      const m = moments(track);
      row([track.title, stepText(track).replace(/^Steps? /, ""), scorewalk.count(m.n), scorewalk.number(m.mean[0]),
        scorewalk.number(m.sd[0]), scorewalk.number(m.mean[1]), scorewalk.number(m.sd[1]),
        scorewalk.number(m.correlation)], "td");
    }
    $("numbersPanel").replaceChildren(table);
  }

  // ---------------------------------------------------------------- time

  const time = player($("timeBar"), {
    state,
    words: { first: "First frame", back: "One frame back", next: "One frame on", last: "Last frame", slider: "Frame" },
    note: "Time",
    width: "9em",
    speeds: [0.25, 0.5, 1, 2, 4, 10, 40],
    at: () => state.frame,
    last: () => state.frames - 1,
    go: setFrame,
    rate: () => info.framesPerSecond,
    advance: (n) => {
      state.frame = (state.frame + n) % state.frames;
      render();
    },
    restart: () => { state.frame = 0; },
    played: requestRender,
  });

  function setFrame(frame) {
    state.frame = frame;
    requestRender();
  }

  // ---------------------------------------------------------------- hover

  function panelAt(x, y) {
    return panels.find((p) => x >= p.x && x < p.x + p.w && y >= p.y && y < p.y + p.h);
  }

  function nearest(panel, x, y) {
    const points = panel.track.frames[frameOf(panel.track)];
    let best = -1;
    let bestDistance = HOVER_PIXELS * HOVER_PIXELS;
    const n = points ? points.length / 2 : 0;
    for (let k = 0; k < n; k++) {
      const dx = toX(panel, points[k]) - x;
      const dy = toY(panel, points[n + k]) - y;
      const d = dx * dx + dy * dy;
      if (d < bestDistance) {
        bestDistance = d;
        best = k;
      }
    }
    return best;
  }

  function hover(event) {
    const box = canvas.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const panel = panelAt(x, y);
    const tip = $("tip");
    tip.hidden = !panel;
    if (!panel) {
      return;
    }
    const v = info.viewport;
    const at = [v[0] + ((x - panel.x) / panel.w) * (v[1] - v[0]), v[3] - ((y - panel.y) / panel.h) * (v[3] - v[2])];
    const k = state.mode === "points" ? nearest(panel, x, y) : -1;
    if (k >= 0) {
      const points = panel.track.frames[frameOf(panel.track)];
      at[0] = points[k];
      at[1] = points[points.length / 2 + k];
    }
    let text = info.xColumn + " " + scorewalk.number(at[0]) + "\n" + info.yColumn + " " + scorewalk.number(at[1]);
    if (k >= 0 && panel.track.particles) {
      text = "particle " + panel.track.particles[k] + "\n" + text;
    } else if (state.mode === "heat") {
      const i = Math.min(BINS - 1, Math.floor(((x - panel.x) / panel.w) * BINS));
      const j = Math.min(BINS - 1, Math.floor((1 - (y - panel.y) / panel.h) * BINS));
      text += "\n" + scorewalk.count(countsOf(panel.track)[j * BINS + i]) + " points in the bin";
    }
    scorewalk.showTip(tip, text, $("stage"), x, y);
  }

  function pick(event) {
    const box = canvas.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const panel = panelAt(x, y);
    const k = panel && panel.track.particles ? nearest(panel, x, y) : -1;
    if (k >= 0) {
      const particle = panel.track.particles[k];
      if (!state.picked.delete(particle)) {
        state.picked.add(particle);
      }
      requestRender();
    }
  }

  // ---------------------------------------------------------------- controls

  const fileName = () => "particle-plot-" + stepText(shown()[0]).toLowerCase().replace(/[^0-9a-z]+/g, "-");

  function savePng() {
    render();
    scorewalk.savePng(canvas, fileName());
  }

  async function saveGif() {
    const button = $("saveGif");
    button.disabled = true;
    try {
      const gif = animation || (await scorewalk.rpc("animation"));
      scorewalk.download(new Blob([scorewalk.bytes(gif)], { type: "image/gif" }), "particle-plot.gif");
      button.disabled = false;
    } catch (error) {
      $("loading").textContent = "The animation is not in this file: it is the node's second output.";
    }
  }

  function connect() {
    const onChange = (id, action) => onInput(id, (e) => {
      action(e);
      requestRender();
    });
    onChange("run", (e) => { state.run = Number(e.value); available(); });
    onChange("mode", (e) => { state.mode = e.value; available(); });
    onChange("opacity", (e) => { state.opacity = Number(e.value); });
    onChange("accumulate", (e) => { state.accumulate = e.checked; });
    onChange("outline", (e) => { state.outline = e.checked; });
    onChange("arrows", (e) => { state.arrows = e.checked; });
    onChange("trails", (e) => { state.trails = Number(e.value); state.picked.clear(); });
    onChange("marginals", (e) => { state.marginals = e.checked; });
    onChange("numbers", (e) => { $("numbersPanel").hidden = !e.checked; });
    onClick("savePng", savePng);
    onClick("saveGif", saveGif);
    canvas.addEventListener("pointermove", hover);
    canvas.addEventListener("pointerleave", () => { $("tip").hidden = true; });
    canvas.addEventListener("click", pick);
    time.connect();
    new ResizeObserver(requestRender).observe($("stage"));
  }

  /** Shows the controls that have a meaning for these data. */
  function available() {
    const list = shown();
    $("runChoice").hidden = tracks.length < 2;
    $("outlineChoice").hidden = info.outlines.length === 0;
    $("arrowsChoice").hidden = !info.arrowValues;
    $("trailsChoice").hidden = !list.some((t) => t.particles && t.frames.length > 1);
    $("marginalsChoice").hidden = list.length > 1;
    $("opacityChoice").hidden = state.mode !== "points";
  }

  function fillRuns() {
    const select = $("run");
    select.append(new Option("all, side by side", "-1"));
    for (const track of tracks) {
      select.append(new Option(track.title, String(track.run)));
    }
  }

  /** What suits the data: chains of few particles are seen best as a map of all steps so far. */
  function choose() {
    const points = tracks.map((t) => Math.max(0, ...t.frames.filter((f) => f).map((f) => f.length / 2)));
    const chains = tracks.some((t) => !t.particles) && points.every((n) => n < 1000)
      && tracks.every((t) => !t.particles || (t.particles.length <= 4 && t.frames.length > 100));
    if (chains) {
      state.mode = "heat";
      state.accumulate = true;
      $("mode").value = "heat";
      $("accumulate").checked = true;
    }
    // one pass in half a minute at most
    const { speeds } = time;
    time.setSpeed(speeds.find((s) => s >= 1 && state.frames / (info.framesPerSecond * s) <= 30) || speeds[speeds.length - 1]);
    // the node's opacity suits ten thousand points; fewer have to be stronger to be seen
    const factor = Math.sqrt(Math.max(1, 10000 / Math.max(1, ...points)));
    state.opacity = Math.max(info.pointOpacity, Math.min(0.8, Number((info.pointOpacity * factor).toFixed(2))));
    $("opacity").value = String(state.opacity);
    if (!chains && tracks.every((t) => t.particles && t.particles.length <= 20)) {
      state.trails = 20;
      $("trails").value = "20";
    }
  }

  function begin() {
    fillRuns();
    setFrames();
    choose();
    available();
    if (scorewalk.still()) {
      state.frame = state.frames - 1;
      render();
      scorewalk.deliver(canvas);
      return;
    }
    connect();
    render();
    if (state.frames > 1 && !scorewalk.reducedMotion.matches) {
      time.play(true);
    } else {
      setFrame(state.frames - 1);
    }
    loadRest();
  }

  // for tests and for curious people with a console
  window.particlePlot = {
    state, render, setFrame, play: time.play,
    frames: () => state.frames,
    drawn: () => drawn,
    missing: () => tracks.reduce((n, t) => n + missing(t), 0),
    /** Where a particle is seen, in pixels of the page. */
    place: (panel, k) => {
      const p = panels[panel];
      const points = p.track.frames[frameOf(p.track)];
      const box = canvas.getBoundingClientRect();
      return [box.left + toX(p, points[k]), box.top + toY(p, points[points.length / 2 + k])];
    },
  };
  scorewalk.run({
    cannot: "The particles cannot be shown.",
    none: "There are no particles to show.\nExecute the node to see them.",
    read: readData,
    begin,
  });
})();
