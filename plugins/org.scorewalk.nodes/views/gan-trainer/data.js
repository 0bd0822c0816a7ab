// SPDX-License-Identifier: Apache-2.0
// GAN Trainer: the course of the training, and the samples along it.
"use strict";

const training = (() => {
  const { $ } = scorewalk;
  const state = { frame: 0, playing: false, speed: 1 };
  /** What the node tells about the training; empty until it is read. */
  const info = {};
  /** The curves by epoch and within epochs (or null); the samples of each epoch; real rows. */
  const now = { epochs: null, rows: null, frames: [], real: null };

  /** Points of a curve: arrays epoch, iteration, d, g, seconds. */
  function curve(base64) {
    const count = (base64.length * 3) / 4 / 8 / 5;
    const [epoch, iteration, d, g, seconds] = scorewalk.columns(base64, Math.floor(count));
    return { epoch, iteration, d, g, seconds };
  }

  function read(data) {
    Object.assign(info, JSON.parse(data.description));
    scorewalk.check(info);
    now.epochs = curve(data.epochLosses);
    now.rows = data.rowLosses ? curve(data.rowLosses) : null;
    now.frames = info.epochs.map((epoch) => ({ epoch, here: false, pictures: [], columns: [] }));
    data.frames.forEach(addFrame);
    now.real = { pictures: data.real.pictures, columns: data.real.values ? byColumn(data.real.values) : [] };
  }

  const byColumn = (values) => scorewalk.columns(values, Math.floor((values.length * 3) / 4 / 8 / info.shownColumns));

  function addFrame(frame) {
    const f = now.frames[frame.index];
    f.pictures = frame.pictures;
    f.columns = frame.values ? scorewalk.columns(frame.values, info.shown) : [];
    f.here = true;
  }

  /** Asks for the samples that did not come with the page; a saved file has nobody to ask and keeps what it has. */
  async function loadRest(changed) {
    for (;;) {
      const from = now.frames.findIndex((f) => !f.here);
      if (from < 0) {
        break;
      }
      let to = from;
      while (to + 1 < now.frames.length && !now.frames[to + 1].here) {
        to++;
      }
      try {
        const answer = await scorewalk.rpc("frames", from, to);
        if (!answer || answer.length === 0) {
          throw new Error("no samples");
        }
        answer.forEach(addFrame);
      } catch (error) {
        const all = now.frames.length;
        const epoch = now.frames[state.frame].epoch;
        now.frames = now.frames.filter((f) => f.here);
        $("note").textContent = "This file holds the samples of " + now.frames.length + " of " + all + " epochs.";
        state.frame = Math.max(0, now.frames.findIndex((f) => f.epoch >= epoch));
        changed();
        return;
      }
      const loaded = now.frames.filter((f) => f.here).length;
      $("note").textContent =
        loaded < now.frames.length ? "Loading samples: " + loaded + " of " + now.frames.length + " epochs" : "";
      changed();
    }
  }

  /** The samples that are shown: those of the wanted epoch, or of the last one before that is here. */
  function current() {
    let k = state.frame;
    while (k > 0 && !now.frames[k].here) {
      k--;
    }
    return now.frames[k];
  }

  /** Iterations of a whole epoch. */
  function perEpoch() {
    let most = 1;
    let before = info.firstIteration;
    for (const iteration of now.epochs.iteration) {
      most = Math.max(most, iteration - before);
      before = iteration;
    }
    return most;
  }

  /** Where the points of a curve lie on the chosen axis. */
  function places(points, along) {
    if (along !== "epoch") {
      return points[along];
    }
    if (points === now.epochs) {
      return points.epoch;
    }
    const n = perEpoch();
    const ends = new Map();
    let before = info.firstIteration;
    now.epochs.epoch.forEach((e, k) => {
      ends.set(e, before);
      before = now.epochs.iteration[k];
    });
    return points.epoch.map(
      (e, k) => e - 1 + Math.min(1, (points.iteration[k] - (ends.has(e) ? ends.get(e) : points.iteration[k] - n)) / n)
    );
  }

  return { state, info, now, read, loadRest, current, places };
})();
