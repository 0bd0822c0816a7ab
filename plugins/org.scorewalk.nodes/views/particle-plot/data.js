// SPDX-License-Identifier: Apache-2.0
// Particle Plot: what is shown, and the particles of each run and frame.
"use strict";

const particles = (() => {
  const { $ } = scorewalk;
  /** Bins a side of the density map. */
  const BINS = 64;

  const state = {
    frame: 0, frames: 1, playing: false, speed: 1, mode: "points", opacity: 0.1, accumulate: false, outline: true,
    arrows: false, trails: 0, marginals: true, run: -1, picked: new Set(),
  };
  /** What the node tells about the plot; empty until it is read. */
  const info = {};
  const tracks = [];

  /** Reads the description and the frames that came with the page. */
  function read(data) {
    Object.assign(info, JSON.parse(data.description));
    tracks.push(...info.tracks.map((t) => ({
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
    })));
    data.frames.forEach(addFrame);
    info.outlines = info.outline.map(scorewalk.floats);
    info.arrowValues = info.arrows ? scorewalk.floats(info.arrows) : null;
    info.animation = data.animation;
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
  async function loadRest(changed) {
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
          keepLoaded(changed);
          return;
        }
        if (!answer || answer.length === 0) {
          keepLoaded(changed);
          return;
        }
        answer.forEach(addFrame);
        const loaded = total - tracks.reduce((n, t) => n + missing(t), 0);
        $("note").textContent = loaded < total ? "Loading frames: " + loaded + " of " + total : "";
        changed();
      }
    }
    $("note").textContent = "";
  }

  function keepLoaded(changed) {
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
    $("note").textContent = "This file holds " + after + " of " + before + " frames.";
    setFrames();
    changed();
  }

  function setFrames() {
    state.frames = Math.max(1, ...tracks.map((t) => t.frames.length));
    state.frame = Math.min(state.frame, state.frames - 1);
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

  return {
    BINS,
    state,
    info,
    tracks,
    read,
    loadRest,
    setFrames,
    missing,
    frameOf,
    shown,
    frameList,
    countsOf,
    moments,
  };
})();
