// SPDX-License-Identifier: Apache-2.0
// Score Learner: the losses, some rows, and what the learned score does at each noise level.
"use strict";

const learner = (() => {
  const { $ } = scorewalk;
  /** Everywhere: what is of the rows is blue, what was learned is vermilion. */
  const ROWS = "#0072b2";
  const LEARNED = "#d55e00";

  const state = { frame: 0, playing: false, speed: 1 };
  /** What the node tells about the training; empty until it is read. */
  const info = {};
  /** Losses by step; rows, column after column; where fields lie; what is known of each noise level, or null. */
  const now = { losses: null, rows: [], viewport: [], levels: [] };

  const dimension = () => info.dimension;

  function read(data) {
    Object.assign(info, JSON.parse(data.description));
    scorewalk.check(info);
    const points = (data.losses.length * 3) / 4 / 8 / 4;
    const [step, loss, validation, seconds] = scorewalk.columns(data.losses, Math.floor(points));
    now.losses = { step, loss, validation, seconds };
    now.rows = byColumn(data.rows, info.columns.length);
    now.viewport = data.viewport;
    now.levels = info.sigmas.map(() => null);
    data.levels.forEach(addLevel);
  }

  const byColumn = (base64, columns) => scorewalk.columns(base64, Math.floor((base64.length * 3) / 4 / 8 / columns));

  function addLevel(level) {
    now.levels[level.index] = {
      sigma: info.sigmas[level.index],
      field: level.field ? byColumn(level.field, dimension()) : null,
      noisy: level.noisy ? byColumn(level.noisy, info.columns.length) : null,
      denoised: level.denoised ? byColumn(level.denoised, info.columns.length) : null,
    };
  }

  /** Asks for the levels that did not come with the page; a saved file has nobody to ask and keeps what it has. */
  async function loadRest(changed) {
    for (let k = now.levels.length - 1; k >= 0; k--) {
      if (!now.levels[k]) {
        $("note").textContent =
          "Computing noise levels: " + now.levels.filter((l) => l).length + " of " + now.levels.length;
        try {
          addLevel(await scorewalk.rpc("level", k));
        } catch (error) {
          const all = now.levels.length;
          const { sigma } = current();
          now.levels = now.levels.filter((l) => l);
          state.frame = now.levels.findIndex((l) => l.sigma === sigma);
          $("note").textContent = "This file holds " + now.levels.length + " of " + all + " noise levels.";
          changed();
          return;
        }
        changed();
      }
    }
    $("note").textContent = "";
  }

  /** The level that is shown: the wanted one, or the next smaller one that is here. */
  function current() {
    let k = state.frame;
    while (!now.levels[k]) {
      k++;
    }
    return now.levels[k];
  }

  const noiseText = (sigma) => "noise " + scorewalk.number(Number(sigma.toPrecision(2)));

  return { ROWS, LEARNED, state, info, now, dimension, read, loadRest, current, noiseText };
})();
