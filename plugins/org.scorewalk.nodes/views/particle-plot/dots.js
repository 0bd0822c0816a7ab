// SPDX-License-Identifier: Apache-2.0
// Particle Plot: particles as translucent dots.
"use strict";

const particleDots = (() => {
  const { state, info } = particles;
  const { context } = particleStage;

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
  function draw(panel) {
    const scale = particleStage.scale();
    const w = Math.max(1, Math.round(panel.w * scale));
    const h = Math.max(1, Math.round(panel.h * scale));
    if (!panel.track.light || panel.track.light.length !== w * h) {
      panel.track.light = new Float32Array(w * h);
      panel.track.image = new ImageData(w, h);
    }
    const light = panel.track.light.fill(1);
    const dots = stampsFor((panel.small ? 2.4 : 3.5) * scale, state.opacity);
    for (const points of particles.frameList(panel.track)) {
      addDots(light, w, h, points, dots);
    }
    const data = new Uint32Array(panel.track.image.data.buffer);
    const [pr, pg, pb] = rgb(scorewalk.style("--paper"));
    const [r, g, b] = rgb(color());
    for (let i = 0; i < light.length; i++) {
      const q = light[i];
      data[i] =
        0xff000000 | ((b + (pb - b) * q + 0.5) << 16) | ((g + (pg - g) * q + 0.5) << 8) | (r + (pr - r) * q + 0.5);
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
  function color() {
    const [r, g, b] = rgb(info.pointColor);
    const dark = 0.2126 * r + 0.7152 * g + 0.0722 * b < 70;
    const onDark = rgb(scorewalk.style("--paper"))[1] < 100;
    return dark && onDark ? "#7ab7ff" : info.pointColor;
  }

  return { draw, color };
})();
