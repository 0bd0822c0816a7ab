// SPDX-License-Identifier: Apache-2.0
// Particle Plot: what the pointer points at, and the particles that it picks.
"use strict";

const particlePointer = (() => {
  const { $ } = scorewalk;
  const { BINS, state, info } = particles;
  const { canvas, toX, toY } = particleStage;
  const HOVER_PIXELS = 10;

  /** The particle next to a place of the canvas, or -1. */
  function nearest(panel, x, y) {
    const points = panel.track.frames[particles.frameOf(panel.track)];
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

  function place(event) {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  /** Tells what the pointer points at. */
  function hover(event) {
    const [x, y] = place(event);
    const panel = particleStage.at(x, y);
    const tip = $("tip");
    tip.hidden = !panel;
    if (!panel) {
      return;
    }
    const at = particleStage.valueAt(panel, x, y);
    const k = state.mode === "points" ? nearest(panel, x, y) : -1;
    if (k >= 0) {
      const points = panel.track.frames[particles.frameOf(panel.track)];
      at[0] = points[k];
      at[1] = points[points.length / 2 + k];
    }
    let text = info.xColumn + " " + scorewalk.number(at[0]) + "\n" + info.yColumn + " " + scorewalk.number(at[1]);
    if (k >= 0 && panel.track.particles) {
      text = "particle " + panel.track.particles[k] + "\n" + text;
    } else if (state.mode === "heat") {
      const i = Math.min(BINS - 1, Math.floor(((x - panel.x) / panel.w) * BINS));
      const j = Math.min(BINS - 1, Math.floor((1 - (y - panel.y) / panel.h) * BINS));
      text += "\n" + scorewalk.count(particles.countsOf(panel.track)[j * BINS + i]) + " points in the bin";
    }
    scorewalk.showTip(tip, text, $("stage"), x, y);
  }

  /** Shows or hides the trail of the particle that is clicked. */
  function pick(event, changed) {
    const [x, y] = place(event);
    const panel = particleStage.at(x, y);
    const k = panel && panel.track.particles ? nearest(panel, x, y) : -1;
    if (k >= 0) {
      const particle = panel.track.particles[k];
      if (!state.picked.delete(particle)) {
        state.picked.add(particle);
      }
      changed();
    }
  }

  /** From now on the pointer works; changed() is called when a picture has to be drawn. */
  function connect(changed) {
    canvas.addEventListener("pointermove", hover);
    canvas.addEventListener("pointerleave", () => { $("tip").hidden = true; });
    canvas.addEventListener("click", (event) => pick(event, changed));
  }

  return { connect };
})();
