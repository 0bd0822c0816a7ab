// SPDX-License-Identifier: Apache-2.0
// Particle Plot: frames, axes and titles of the panels.
"use strict";

const particleAxes = (() => {
  const { info, tracks } = particles;
  const { context, toX, toY } = particleStage;

  function draw(panel) {
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
    const top = panel.y - 9 - (panel.marginals ? particleMarks.marginalSize(panel) + 4 : 0);
    const middle = panel.x + panel.w / 2;
    if (tracks.length === 1) {
      context.fillText(particleWords.stepText(panel.track), middle, top, panel.w + 60);
      return;
    }
    context.fillText(panel.track.title, middle, top - 14, panel.w + 60);
    context.fillStyle = scorewalk.style("--soft");
    context.font = "11px system-ui, sans-serif";
    context.fillText(particleWords.stepText(panel.track), middle, top, panel.w + 60);
  }

  function line(x0, y0, x1, y1) {
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }

  return { draw };
})();
