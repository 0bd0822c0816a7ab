// SPDX-License-Identifier: Apache-2.0
// Score Function: pointer, wheel and keys on the map, and what the pointer points at.
"use strict";

const scorePointer = (() => {
  const { $ } = scorewalk;
  const { state, info, now, dimension } = slices;

  /** The place of an event in the map, as shares of its width and height from the lower left corner. */
  function shares(event) {
    const box = $("map").getBoundingClientRect();
    const f = scoreMap.frame();
    return [(event.clientX - box.left - f.left) / f.width, 1 - (event.clientY - box.top - f.top) / f.height];
  }

  const inside = (s) => s.every((v) => v >= 0 && v <= 1);

  const valueAt = (s) =>
    [state.first, state.second].map((i, k) => now.ranges[i][0] + s[k] * (now.ranges[i][1] - now.ranges[i][0]));

  function connect() {
    const box = $("map");
    let drag = null;
    box.addEventListener("wheel", (event) => {
      const s = shares(event);
      if (inside(s)) {
        event.preventDefault();
        slices.zoom(Math.exp(Math.max(-0.5, Math.min(0.5, event.deltaY * 0.0015))), s);
      }
    }, { passive: false });
    box.addEventListener("pointerdown", (event) => {
      drag = event.button === 0 ? { s: shares(event), far: false } : null;
    });
    box.addEventListener("pointermove", (event) => {
      const s = shares(event);
      hover(event, s);
      if (drag && event.buttons & 1) {
        const d = [drag.s[0] - s[0], drag.s[1] - s[1]];
        if (drag.far || Math.hypot(...d) > 0.01) {
          if (!drag.far) {
            box.setPointerCapture(event.pointerId);
          }
          drag = { s, far: true };
          slices.move(d[0], d[1]);
        }
      }
    });
    box.addEventListener("pointerup", (event) => {
      const s = shares(event);
      if (drag && !drag.far && inside(s) && dimension() > 2) {
        const [x, y] = valueAt(s);
        const next = [...now.point];
        next[state.first] = x;
        next[state.second] = y;
        slices.setPoint(next);
      }
      drag = null;
    });
    box.addEventListener("pointerleave", () => { $("tip").hidden = true; });
    box.addEventListener("keydown", (event) => {
      const action = {
        ArrowLeft: () => slices.move(-0.1, 0), ArrowRight: () => slices.move(0.1, 0),
        ArrowDown: () => slices.move(0, -0.1), ArrowUp: () => slices.move(0, 0.1),
        "+": () => slices.zoom(0.8), "=": () => slices.zoom(0.8), "-": () => slices.zoom(1.25), 0: slices.showAll,
      }[event.key];
      if (action && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        action();
      }
    });
  }

  function hover(event, s) {
    const tip = $("tip");
    tip.hidden = !inside(s) || event.buttons !== 0;
    if (tip.hidden) {
      return;
    }
    const [x, y] = valueAt(s);
    const p = now.plane;
    const u = (x - p.viewport[0]) / (p.viewport[1] - p.viewport[0]);
    const v = (y - p.viewport[2]) / (p.viewport[3] - p.viewport[2]);
    const lines = [info.names[p.first] + " " + scorewalk.number(x), info.names[p.second] + " " + scorewalk.number(y)];
    if (u >= 0 && v >= 0 && u < 1 && v < 1) {
      if (p.values) {
        const value = p.values[Math.floor(v * p.side) * p.side + Math.floor(u * p.side)];
        lines.push("density " + scorewalk.number(Math.exp(value - now.highest)) + " of the highest");
      }
      const k = Math.floor(v * p.arrows) * p.arrows + Math.floor(u * p.arrows);
      lines.push("score near here (" + scorewalk.number(p.dx[k]) + ", " + scorewalk.number(p.dy[k]) + ")");
    }
    const stage = $("stage").getBoundingClientRect();
    scorewalk.showTip(tip, lines.join("\n"), $("stage"), event.clientX - stage.left, event.clientY - stage.top);
  }

  return { connect };
})();
