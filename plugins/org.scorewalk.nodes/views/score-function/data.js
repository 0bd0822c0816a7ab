// SPDX-License-Identifier: Apache-2.0
// Score Function: what is shown, and the slices and profiles that the node computes of it.
"use strict";

const slices = (() => {
  const { $ } = scorewalk;
  const WAIT = 180;

  const state = { first: 0, second: 1, scale: "density", arrows: true, outline: true, equal: null, profile: "density" };
  /** What the node tells about the density; empty until it is read. */
  const info = {};
  /** What is shown of each coordinate; where slices are cut; the map; the profiles; the highest log-density so far. */
  const now = { ranges: [], point: [], plane: null, profiles: [], highest: -Infinity };
  /** Maps that are at hand, by their pair of coordinates. */
  let planes = new Map();
  let served = true;
  /** Who shows what has changed: plane(), profile(i), ranges() and point(). */
  let heard;

  const dimension = () => info.names.length;
  const key = (i, j) => i + "," + j;

  function readPlane(p) {
    const scores = scorewalk.floats(p.scores);
    const n = p.arrows * p.arrows;
    const result = {
      first: p.first, second: p.second, viewport: p.viewport, side: p.side, arrows: p.arrows,
      values: p.logDensity ? scorewalk.floats(p.logDensity) : null,
      dx: scores.subarray(0, n), dy: scores.subarray(n), outline: p.outline.map(scorewalk.floats), best: -Infinity,
      at: 0,
    };
    if (result.values) {
      result.values.forEach((v, k) => {
        if (v > result.best && v < Infinity) {
          result.best = v;
          result.at = k;
        }
      });
    }
    return result;
  }

  /** The slice with its axes exchanged. */
  function transposed(p) {
    const turn = (a, n) => a && Float32Array.from(a, (_, k) => a[(k % n) * n + Math.floor(k / n)]);
    const [x0, x1, y0, y1] = p.viewport;
    return {
      ...p, first: p.second, second: p.first, viewport: [y0, y1, x0, x1],
      values: turn(p.values, p.side), dx: turn(p.dy, p.arrows), dy: turn(p.dx, p.arrows),
      at: (p.at % p.side) * p.side + Math.floor(p.at / p.side),
      outline: p.outline.map((l) => {
        const turned = new Float32Array(l.length);
        turned.set(l.subarray(l.length / 2));
        turned.set(l.subarray(0, l.length / 2), l.length / 2);
        return turned;
      }),
    };
  }

  const readProfile = (p) => ({
    coordinate: p.coordinate, from: p.from, to: p.to,
    values: p.logDensity ? scorewalk.floats(p.logDensity) : null, score: scorewalk.floats(p.score),
  });

  function read(data) {
    Object.assign(info, data);
    now.point = [...data.point];
    now.ranges = data.ranges.map((r) => [...r]);
    planes = new Map(data.planes.map((p) => [key(p.first, p.second), readPlane(p)]));
    now.profiles = data.profiles.map(readProfile);
    now.plane = dimension() > 1 ? planes.get(key(0, 1)) : null;
    now.highest = now.plane ? now.plane.best : 0;
  }

  const viewport = () => [...now.ranges[state.first], ...now.ranges[state.second]];

  let timer = 0;
  let turn = 0;

  /** Asks for the map of what is shown, unless that is what there is; soon, so that a drag asks once. */
  function refine(wait = WAIT) {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (!now.plane || !served || viewport().every((v, i) => v === now.plane.viewport[i])) {
        return;
      }
      const mine = ++turn;
      const answer = await ask("plane", state.first, state.second, now.point, viewport());
      if (answer && mine === turn) {
        usePlane(readPlane(answer));
      }
    }, wait);
  }

  function usePlane(p) {
    now.plane = p;
    now.highest = Math.max(now.highest, p.best);
    heard.plane();
  }

  /** An answer of the node, or null and a note where nobody answers. */
  async function ask(method, ...params) {
    try {
      $("note").textContent = "Computing…";
      const answer = await scorewalk.rpc(method, ...params);
      $("note").textContent = "";
      return answer;
    } catch (error) {
      served = !scorewalk.standalone;
      $("note").textContent = served ? error.message : "This file holds the first pictures only; the view in KNIME"
        + " computes others.";
      return null;
    }
  }

  /** The map of a pair of coordinates, from what is at hand or from the node. */
  async function choosePair() {
    heard.ranges();
    const mine = ++turn;
    const atHand = planes.get(key(state.first, state.second));
    const turned = planes.get(key(state.second, state.first));
    const p = atHand || (turned && transposed(turned));
    if (p) {
      now.highest = p.best;
      usePlane(p);
      refine(0);
      return;
    }
    const answer = await ask("plane", state.first, state.second, now.point, viewport());
    if (answer && mine === turn) {
      now.highest = -Infinity;
      usePlane(readPlane(answer));
    } else if (!answer) {
      // stay with what there is
      state.first = now.plane.first;
      state.second = now.plane.second;
      heard.ranges();
    }
  }

  let pointTurn = 0;

  /** Cuts all slices anew through another point. */
  async function setPoint(next) {
    const mine = ++pointTurn;
    const p = await ask("plane", state.first, state.second, next, viewport());
    if (!p || mine !== pointTurn) {
      heard.point();
      return;
    }
    now.point = next;
    planes.clear();
    now.highest = -Infinity;
    turn++;
    heard.point();
    usePlane(readPlane(p));
    for (let i = 0; i < now.profiles.length; i++) {
      const c = now.profiles[i].coordinate;
      const answer = await ask("profile", c, now.point, now.ranges[c][0], now.ranges[c][1]);
      if (!answer || mine !== pointTurn) {
        return;
      }
      now.profiles[i] = readProfile(answer);
      heard.profile(i);
    }
  }

  async function setRange(coordinate, from, to) {
    const bounds = info.bounds[coordinate] || [null, null];
    const range = [
      bounds[0] === null ? from : Math.max(bounds[0], from),
      bounds[1] === null ? to : Math.min(bounds[1], to),
    ];
    if (!(range[0] < range[1])) {
      $("note").textContent = "The range of '" + info.names[coordinate] + "' is empty. Choose other numbers.";
      heard.ranges();
      return;
    }
    now.ranges[coordinate] = range;
    $("note").textContent = "";
    if (now.plane) {
      heard.plane();
      refine(0);
    }
    const i = now.profiles.findIndex((p) => p.coordinate === coordinate);
    if (i >= 0) {
      const answer = await ask("profile", coordinate, now.point, range[0], range[1]);
      if (answer) {
        now.profiles[i] = readProfile(answer);
        heard.profile(i);
      }
    }
  }

  function zoom(factor, at = [0.5, 0.5]) {
    for (const [k, i] of [[0, state.first], [1, state.second]]) {
      const [from, to] = now.ranges[i];
      const middle = from + at[k] * (to - from);
      limit(i, middle - (middle - from) * factor, middle + (to - middle) * factor);
    }
    moved();
  }

  function move(dx, dy) {
    for (const [d, i] of [[dx, state.first], [dy, state.second]]) {
      const [from, to] = now.ranges[i];
      limit(i, from + d * (to - from), to + d * (to - from));
    }
    moved();
  }

  /** Takes a range that numbers can tell apart. */
  function limit(i, from, to) {
    const width = to - from;
    if (Number.isFinite(width) && width > 1e-6 * Math.max(Math.abs(from), Math.abs(to), 1e-100)) {
      now.ranges[i] = [from, to];
    }
  }

  function moved() {
    heard.plane();
    heard.ranges();
    refine();
  }

  /** Shows the whole map again, at once if it is at hand. */
  function showAll() {
    for (const i of [state.first, state.second]) {
      now.ranges[i] = [...info.ranges[i]];
    }
    heard.ranges();
    const first = planes.get(key(state.first, state.second));
    if (first) {
      turn++;
      usePlane(first);
    } else {
      moved();
    }
  }

  const listen = (who) => { heard = who; };

  return {
    state, info, now, dimension, viewport, read, listen, choosePair, setPoint, setRange, zoom, move, showAll,
  };
})();
