// SPDX-License-Identifier: Apache-2.0
// Particle Plot: density map, outline, arrows along the score, trails and marginal histograms.
"use strict";

const particleMarks = (() => {
  const { BINS, state, info } = particles;
  const { context, toX, toY } = particleStage;
  const MARGINAL_BINS = 48;
  const TRAIL_FRAMES = 25;

  const small = document.createElement("canvas");
  small.width = BINS;
  small.height = BINS;

  function heat(panel) {
    const counts = particles.countsOf(panel.track);
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
    colorBar(panel, max);
  }

  function colorBar(panel, max) {
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

  function outline(panel) {
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
  function arrows(panel) {
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

  function trails(panel) {
    const track = panel.track;
    const upTo = particles.frameOf(track);
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

  const marginalSize = (panel) => Math.max(24, Math.min(70, panel.w * 0.15, panel.y - 34));

  function marginals(panel) {
    const v = info.viewport;
    const counts = [new Float64Array(MARGINAL_BINS), new Float64Array(MARGINAL_BINS)];
    for (const points of particles.frameList(panel.track)) {
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
    context.fillStyle = particleDots.color();
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

  return { heat, outline, arrows, trails, marginals, marginalSize };
})();
