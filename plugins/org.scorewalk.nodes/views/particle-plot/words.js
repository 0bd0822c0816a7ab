// SPDX-License-Identifier: Apache-2.0
// Particle Plot: what is seen, in words and numbers.
"use strict";

const particleWords = (() => {
  const { state, info, tracks } = particles;

  function stepText(track) {
    const k = particles.frameOf(track);
    const from = track.from[state.accumulate ? 0 : k];
    const to = track.to[k];
    return from === to ? "Step " + scorewalk.count(to) : "Steps " + scorewalk.count(from) + "–" + scorewalk.count(to);
  }

  function panelTitle(track) {
    return (tracks.length > 1 ? track.title + " · " : "") + stepText(track).toLowerCase();
  }

  function shownPoints(track) {
    return particles.frameList(track).reduce((n, f) => n + f.length / 2, 0);
  }

  /** How much is seen. */
  function amount(list) {
    const points = list.reduce((n, t) => n + shownPoints(t), 0);
    let text = scorewalk.count(points) + (points === 1 ? " point" : " points") + " shown";
    if (info.sampled) {
      const rows = tracks.reduce((n, t) => n + t.rows, 0);
      text += ", a sample of a table of " + scorewalk.count(rows) + " rows";
    }
    return text + ".";
  }

  /** The same in a sentence, for those who do not see it. */
  function describe(track) {
    const m = particles.moments(track);
    const part = (name, i) =>
      name + " mean " + scorewalk.number(m.mean[i]) + ", standard deviation " + scorewalk.number(m.sd[i]);
    return panelTitle(track) + ": " + part(info.xColumn, 0) + ", " + part(info.yColumn, 1);
  }

  /** Moments of what is seen, as a table. */
  function table(list) {
    const head = ["run", "step", "points", "mean " + info.xColumn, "sd " + info.xColumn, "mean " + info.yColumn,
      "sd " + info.yColumn, "correlation"];
    const result = document.createElement("table");
    result.className = "numbers";
    const row = (cells, tag) => {
      const tr = result.insertRow();
      for (const cell of cells) {
        const td = document.createElement(tag);
        td.textContent = cell;
        tr.append(td);
      }
    };
    row(head, "th");
    for (const track of list) {
      const m = particles.moments(track);
      row([track.title, stepText(track).replace(/^Steps? /, ""), scorewalk.count(m.n), scorewalk.number(m.mean[0]),
        scorewalk.number(m.sd[0]), scorewalk.number(m.mean[1]), scorewalk.number(m.sd[1]),
        scorewalk.number(m.correlation)], "td");
    }
    return result;
  }

  return { stepText, amount, describe, table };
})();
