// SPDX-License-Identifier: Apache-2.0
// The view of the Score Function node: maps over two coordinates with arrows along the score, and profiles.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  /** The darkest colour of a map of log-densities stands for this much less than the brightest. */
  const LOG_DEPTH = 12;
  const WAIT = 180;
  const COLUMNS_OF_POINT = 60;

  const state = { first: 0, second: 1, scale: "density", arrows: true, outline: true, equal: null, profile: "density" };
  let info;
  let map = null;
  let curves = [];
  /** What is shown of each coordinate; where slices are cut. */
  let ranges;
  let point;
  let plane = null;
  let planes = new Map();
  let profiles = [];
  let highest = -Infinity;
  let served = true;
  let drawn = 0;

  const dimension = () => info.names.length;
  const key = (i, j) => i + "," + j;

  // ---------------------------------------------------------------- data

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

  function readData(data) {
    info = data;
    point = [...data.point];
    ranges = data.ranges.map((r) => [...r]);
    planes = new Map(data.planes.map((p) => [key(p.first, p.second), readPlane(p)]));
    profiles = data.profiles.map(readProfile);
    plane = dimension() > 1 ? planes.get(key(0, 1)) : null;
    highest = plane ? plane.best : 0;
  }

  const viewport = () => [...ranges[state.first], ...ranges[state.second]];

  let timer = 0;
  let turn = 0;

  /** Asks for the map of what is shown, unless that is what there is; soon, so that a drag asks once. */
  function refine(wait = WAIT) {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (!plane || !served || viewport().every((v, i) => v === plane.viewport[i])) {
        return;
      }
      const mine = ++turn;
      const answer = await ask("plane", state.first, state.second, point, viewport());
      if (answer && mine === turn) {
        usePlane(readPlane(answer));
      }
    }, wait);
  }

  function usePlane(p) {
    plane = p;
    highest = Math.max(highest, p.best);
    drawMap();
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
    $("first").value = String(state.first);
    $("second").value = String(state.second);
    fillRanges();
    const mine = ++turn;
    const atHand = planes.get(key(state.first, state.second));
    const turned = planes.get(key(state.second, state.first));
    const p = atHand || (turned && transposed(turned));
    if (p) {
      highest = p.best;
      usePlane(p);
      refine(0);
      return;
    }
    const answer = await ask("plane", state.first, state.second, point, viewport());
    if (answer && mine === turn) {
      highest = -Infinity;
      usePlane(readPlane(answer));
    } else if (!answer) {
      // stay with what there is
      state.first = plane.first;
      state.second = plane.second;
      $("first").value = String(state.first);
      $("second").value = String(state.second);
      fillRanges();
    }
  }

  let pointTurn = 0;

  /** Cuts all slices anew through another point. */
  async function setPoint(next) {
    const mine = ++pointTurn;
    const p = await ask("plane", state.first, state.second, next, viewport());
    if (!p || mine !== pointTurn) {
      fillPoint();
      return;
    }
    point = next;
    planes.clear();
    highest = -Infinity;
    turn++;
    fillPoint();
    usePlane(readPlane(p));
    for (let i = 0; i < profiles.length; i++) {
      const c = profiles[i].coordinate;
      const answer = await ask("profile", c, point, ranges[c][0], ranges[c][1]);
      if (!answer || mine !== pointTurn) {
        return;
      }
      profiles[i] = readProfile(answer);
      drawProfile(i);
    }
  }

  async function setRange(coordinate, from, to) {
    const bounds = info.bounds[coordinate] || [null, null];
    const range = [bounds[0] === null ? from : Math.max(bounds[0], from), bounds[1] === null ? to : Math.min(bounds[1], to)];
    if (!(range[0] < range[1])) {
      $("note").textContent = "The range of '" + info.names[coordinate] + "' is empty. Choose other numbers.";
      fillRanges();
      return;
    }
    ranges[coordinate] = range;
    $("note").textContent = "";
    if (plane) {
      drawMap();
      refine(0);
    }
    const i = profiles.findIndex((p) => p.coordinate === coordinate);
    if (i >= 0) {
      const answer = await ask("profile", coordinate, point, range[0], range[1]);
      if (answer) {
        profiles[i] = readProfile(answer);
        drawProfile(i);
      }
    }
  }

  // ---------------------------------------------------------------- map

  const RIGHT = 62;

  /** Where the map stands in its box: with equal scales in the middle. */
  function frame() {
    const width = map.chart.getWidth();
    const height = map.chart.getHeight();
    const box = { left: 64, top: 26, width: Math.max(30, width - 64 - (plane.values ? RIGHT : 14)),
      height: Math.max(30, height - 26 - 46) };
    if (isEqual()) {
      const [x0, x1, y0, y1] = viewport();
      const unit = Math.min(box.width / (x1 - x0), box.height / (y1 - y0));
      const w = unit * (x1 - x0);
      const h = unit * (y1 - y0);
      box.left += Math.round((box.width - w) / 2);
      box.top += Math.round((box.height - h) / 2);
      box.width = Math.round(w);
      box.height = Math.round(h);
    }
    return box;
  }

  /** Unless somebody chose: equal where the coordinates are of one size. */
  function isEqual() {
    if (state.equal !== null) {
      return state.equal;
    }
    const [x, y] = [info.ranges[state.first], info.ranges[state.second]].map((r) => r[1] - r[0]);
    return Math.max(x, y) < 3 * Math.min(x, y);
  }

  const share = (value) => state.scale === "log" ? 1 + (value - highest) / LOG_DEPTH : Math.exp(value - highest);

  function heat(p) {
    const canvas = document.createElement("canvas");
    canvas.width = p.side;
    canvas.height = p.side;
    const image = new ImageData(p.side, p.side);
    const table = scorewalk.viridis;
    for (let j = 0; j < p.side; j++) {
      for (let i = 0; i < p.side; i++) {
        const value = p.values[j * p.side + i];
        const at = 4 * ((p.side - 1 - j) * p.side + i);
        if (Number.isNaN(value)) {
          continue;
        }
        const c = 3 * Math.round(255 * Math.max(0, Math.min(1, share(value))));
        image.data.set([table[c], table[c + 1], table[c + 2], 255], at);
      }
    }
    canvas.getContext("2d").putImageData(image, 0, 0);
    return canvas;
  }

  /** The arrows as one path: the score's direction, its length on a logarithmic scale, since scores span magnitudes. */
  function arrowPath(p, api) {
    const n = p.arrows;
    const [x0, x1, y0, y1] = p.viewport;
    const [left, top] = api.coord([x0, y1]);
    const [right, bottom] = api.coord([x1, y0]);
    const cell = Math.min((right - left) / n, (bottom - top) / n);
    // a score may be immense in a corner: the longest and the shortest arrow stand for nearly the largest and smallest
    const sizes = Array.from(p.dx, (v, k) => Math.hypot(v, p.dy[k])).filter((s) => s > 0 && s < Infinity).sort((a, b) => a - b);
    const high = Math.log(sizes[Math.floor(0.95 * (sizes.length - 1))]);
    const low = Math.min(high - Math.log(50), Math.log(sizes[Math.floor(0.02 * (sizes.length - 1))]));
    const parts = [];
    for (let k = 0; k < n * n && sizes.length > 0; k++) {
      const size = Math.hypot(p.dx[k], p.dy[k]);
      const length = 0.85 * cell * Math.min(1, (Math.log(size) - low) / (high - low));
      if (!(length >= 1.5)) {
        continue;
      }
      const x = left + ((right - left) * ((k % n) + 0.5)) / n;
      const y = bottom + ((top - bottom) * (Math.floor(k / n) + 0.5)) / n;
      let dx = (p.dx[k] * (right - left)) / (x1 - x0);
      let dy = (p.dy[k] * (top - bottom)) / (y1 - y0);
      const d = Math.hypot(dx, dy);
      dx /= d;
      dy /= d;
      const ex = x + (dx * length) / 2;
      const ey = y + (dy * length) / 2;
      const head = Math.min(4.5, length * 0.5);
      const f = (v) => v.toFixed(1);
      parts.push("M" + f(x - (dx * length) / 2) + " " + f(y - (dy * length) / 2) + "L" + f(ex) + " " + f(ey)
        + "M" + f(ex - head * dx - head * 0.6 * dy) + " " + f(ey - head * dy + head * 0.6 * dx) + "L" + f(ex) + " " + f(ey)
        + "L" + f(ex - head * dx + head * 0.6 * dy) + " " + f(ey - head * dy - head * 0.6 * dx));
    }
    return parts.join("");
  }

  const path = (pathData, style) => ({ type: "path", shape: { pathData }, style: { fill: "none", ...style }, silent: true });

  function mapSeries(p) {
    const custom = (z, renderItem) => ({ type: "custom", z, clip: true, silent: true, animation: false, data: [[0, 0]], renderItem });
    const series = [];
    if (p.values) {
      const picture = heat(p);
      series.push(custom(1, (params, api) => {
        const [left, top] = api.coord([p.viewport[0], p.viewport[3]]);
        const [right, bottom] = api.coord([p.viewport[1], p.viewport[2]]);
        return { type: "image", style: { image: picture, x: left, y: top, width: right - left, height: bottom - top } };
      }));
    }
    if (state.arrows) {
      series.push(custom(3, (params, api) => {
        const data = arrowPath(p, api);
        const children = p.values ? [path(data, { stroke: "rgba(0,0,0,0.55)", lineWidth: 2.8 }),
          path(data, { stroke: "#fff", lineWidth: 1.2 })] : [path(data, { stroke: charts.color("ink"), lineWidth: 1.2 })];
        return { type: "group", children };
      }));
    }
    if (state.outline && p.values) {
      p.outline.forEach((l) => series.push({
        type: "line", z: 4, data: Array.from({ length: l.length / 2 }, (_, k) => [l[k], l[l.length / 2 + k]]), ...charts.line,
        silent: true, animation: false, lineStyle: { color: "#ff5a36", width: 1.8 }, clip: true,
      }));
    }
    if (dimension() > 2) {
      series.push({ type: "scatter", z: 5, symbol: "diamond", symbolSize: 12, silent: true, animation: false, clip: true,
        data: [[point[p.first], point[p.second]]], itemStyle: { color: "#fff", borderColor: "#000", borderWidth: 1.5 } });
    }
    return series;
  }

  /** The key to the colours, to the right of the map. */
  function colorBar(box) {
    const bar = document.createElement("canvas");
    bar.width = 1;
    bar.height = 256;
    const image = new ImageData(1, 256);
    for (let k = 0; k < 256; k++) {
      image.data.set([...scorewalk.viridis.subarray(3 * (255 - k), 3 * (256 - k)), 255], 4 * k);
    }
    bar.getContext("2d").putImageData(image, 0, 0);
    const x = box.left + box.width + 10;
    const log = state.scale === "log";
    const labels = log ? [0, -3, -6, -9, -12] : [1, 0.75, 0.5, 0.25, 0];
    const text = (value, i) => ({
      type: "text", silent: true, left: x + 17, top: box.top + (box.height * i) / 4 - 6,
      style: { text: String(value).replace("-", "−"), fill: charts.color("ink"), font: "11px system-ui, sans-serif" },
    });
    return [{ type: "image", silent: true, style: { image: bar, x, y: box.top, width: 12, height: box.height } },
      ...labels.map(text)];
  }

  function drawMap() {
    const p = plane;
    const box = frame();
    const [x0, x1, y0, y1] = viewport();
    const exact = { min: x0, max: x1, scale: false, splitNumber: Math.max(2, Math.round(box.width / 80)) };
    const label = { showMinLabel: false, showMaxLabel: false };
    const more = (axis) => ({ ...axis, axisLabel: { ...axis.axisLabel, ...label }, splitLine: { show: !p.values,
      lineStyle: { color: charts.color("line"), opacity: 0.5 } } });
    map.draw({
      animation: false,
      grid: { ...box, containLabel: false, show: true, borderColor: charts.color("ink"), borderWidth: 1, z: 6 },
      xAxis: more(charts.axis(info.names[p.first], exact)),
      yAxis: more(charts.yAxis(info.names[p.second], { ...exact, min: y0, max: y1,
        splitNumber: Math.max(2, Math.round(box.height / 50)) })),
      series: mapSeries(p),
      graphic: p.values ? colorBar(box) : [],
    }, mapWords());
    drawn++;
    $("equal").checked = isEqual();
    $("status").textContent = statusText();
  }

  /** The place of the highest density that the slice holds. */
  function peak(p) {
    const [x0, x1, y0, y1] = p.viewport;
    return [x0 + ((x1 - x0) * ((p.at % p.side) + 0.5)) / p.side, y0 + ((y1 - y0) * (Math.floor(p.at / p.side) + 0.5)) / p.side];
  }

  const span = (name, r) => name + " from " + scorewalk.number(r[0]) + " to " + scorewalk.number(r[1]);

  function mapWords() {
    const [a, b] = [info.names[plane.first], info.names[plane.second]];
    const where = span(a, ranges[plane.first]) + " and " + span(b, ranges[plane.second]);
    if (!plane.values) {
      return "Arrows along the score for " + where + ".";
    }
    const [x, y] = peak(plane);
    return "Map of the " + (state.scale === "log" ? "logarithm of the " : "") + "density for " + where + ", highest near "
      + a + " " + scorewalk.number(x) + ", " + b + " " + scorewalk.number(y) + (state.arrows ? ", with arrows along the score." : ".");
  }

  function statusText() {
    const sliced = dimension() > 2 ? " Slices through the point ◆, all other coordinates fixed there." : "";
    if (!info.hasLogDensity) {
      return info.family + ": a score without a density. Longer arrows mean a larger score, on a logarithmic scale." + sliced;
    }
    const colors = dimension() === 1 ? " The density is scaled so that the area shown is 1." : state.scale === "log"
      ? " Colours: log density less its highest value." : " Colours: density relative to its highest value.";
    return info.family + "." + colors + sliced;
  }

  // ---------------------------------------------------------------- moving the map

  function zoomMap(factor, at = [0.5, 0.5]) {
    for (const [k, i] of [[0, state.first], [1, state.second]]) {
      const [from, to] = ranges[i];
      const middle = from + at[k] * (to - from);
      limit(i, middle - (middle - from) * factor, middle + (to - middle) * factor);
    }
    moved();
  }

  function moveMap(dx, dy) {
    for (const [d, i] of [[dx, state.first], [dy, state.second]]) {
      const [from, to] = ranges[i];
      limit(i, from + d * (to - from), to + d * (to - from));
    }
    moved();
  }

  /** Takes a range that numbers can tell apart. */
  function limit(i, from, to) {
    const width = to - from;
    if (Number.isFinite(width) && width > 1e-6 * Math.max(Math.abs(from), Math.abs(to), 1e-100)) {
      ranges[i] = [from, to];
    }
  }

  function moved() {
    drawMap();
    fillRanges();
    refine();
  }

  function showAll() {
    if (!plane) {
      curves.forEach((c) => c.chart.dispatchAction({ type: "dataZoom", start: 0, end: 100 }));
      setRange(0, ...info.ranges[0]).then(fillRanges);
      return;
    }
    for (const i of [state.first, state.second]) {
      ranges[i] = [...info.ranges[i]];
    }
    fillRanges();
    const first = planes.get(key(state.first, state.second));
    if (first) {
      turn++;
      usePlane(first);
    } else {
      moved();
    }
  }

  /** The place of an event in the map, as shares of its width and height from the lower left corner. */
  function shares(event) {
    const box = $("map").getBoundingClientRect();
    const f = frame();
    return [(event.clientX - box.left - f.left) / f.width, 1 - (event.clientY - box.top - f.top) / f.height];
  }

  const inside = (s) => s.every((v) => v >= 0 && v <= 1);

  const valueAt = (s) => [state.first, state.second].map((i, k) => ranges[i][0] + s[k] * (ranges[i][1] - ranges[i][0]));

  function connectMap() {
    const box = $("map");
    let drag = null;
    box.addEventListener("wheel", (event) => {
      const s = shares(event);
      if (inside(s)) {
        event.preventDefault();
        zoomMap(Math.exp(Math.max(-0.5, Math.min(0.5, event.deltaY * 0.0015))), s);
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
          moveMap(d[0], d[1]);
        }
      }
    });
    box.addEventListener("pointerup", (event) => {
      const s = shares(event);
      if (drag && !drag.far && inside(s) && dimension() > 2) {
        const [x, y] = valueAt(s);
        const next = [...point];
        next[state.first] = x;
        next[state.second] = y;
        setPoint(next);
      }
      drag = null;
    });
    box.addEventListener("pointerleave", () => { $("tip").hidden = true; });
    box.addEventListener("keydown", (event) => {
      const action = {
        ArrowLeft: () => moveMap(-0.1, 0), ArrowRight: () => moveMap(0.1, 0),
        ArrowDown: () => moveMap(0, -0.1), ArrowUp: () => moveMap(0, 0.1),
        "+": () => zoomMap(0.8), "=": () => zoomMap(0.8), "-": () => zoomMap(1.25), 0: showAll,
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
    const p = plane;
    const u = (x - p.viewport[0]) / (p.viewport[1] - p.viewport[0]);
    const v = (y - p.viewport[2]) / (p.viewport[3] - p.viewport[2]);
    const lines = [info.names[p.first] + " " + scorewalk.number(x), info.names[p.second] + " " + scorewalk.number(y)];
    if (u >= 0 && v >= 0 && u < 1 && v < 1) {
      if (p.values) {
        const value = p.values[Math.floor(v * p.side) * p.side + Math.floor(u * p.side)];
        lines.push("density " + scorewalk.number(Math.exp(value - highest)) + " of the highest");
      }
      const k = Math.floor(v * p.arrows) * p.arrows + Math.floor(u * p.arrows);
      lines.push("score near here (" + scorewalk.number(p.dx[k]) + ", " + scorewalk.number(p.dy[k]) + ")");
    }
    const stage = $("stage").getBoundingClientRect();
    scorewalk.showTip(tip, lines.join("\n"), $("stage"), event.clientX - stage.left, event.clientY - stage.top);
  }

  // ---------------------------------------------------------------- profiles

  /** Pairs of place and value, those that are no numbers left out. */
  function line(p, values) {
    const n = values.length;
    return Array.from(values, (v, k) => [p.from + ((p.to - p.from) * (k + 0.5)) / n, Number.isFinite(v) ? v : null]);
  }

  /** Densities of a profile: with area 1 in one dimension, else relative to the highest. */
  function densities(p) {
    const best = p.values.reduce((m, v) => (v > m && v < Infinity ? v : m), -Infinity);
    const relative = Array.from(p.values, (v) => Math.exp(v - best));
    if (dimension() > 1) {
      return relative;
    }
    const area = relative.reduce((a, v) => a + (v || 0), 0) * ((p.to - p.from) / relative.length);
    return relative.map((v) => v / area);
  }

  /** Ends of the vertical axis: a score that is infinite on a bound must not hide what it is where the mass is. */
  function limits(p, kind, log) {
    if (kind === "density" && !log) {
      return dimension() > 1 ? { min: 0, max: 1, interval: 0.5 } : { min: 0 };
    }
    const best = p.values ? p.values.reduce((m, v) => (v > m && v < Infinity ? v : m), -Infinity) : 0;
    const shown = Array.from(kind === "score" ? p.score : p.values, (v, k) => [v, p.values ? p.values[k] - best : 0])
      .filter(([v, l]) => Number.isFinite(v) && l > (kind === "score" ? -7 : -30)).map(([v]) => v);
    if (shown.length === 0) {
      return {};
    }
    shown.sort((a, b) => a - b);
    const at = (share) => shown[Math.round(share * (shown.length - 1))];
    const [from, to] = kind === "score" ? [at(0.01), at(0.99)] : [shown[0], shown[shown.length - 1]];
    return from < to ? { min: from - 0.05 * (to - from), max: to + 0.05 * (to - from) } : {};
  }

  function profileOption(p, kind, zoomed) {
    const name = info.names[p.coordinate];
    const log = kind === "density" && state.scale === "log";
    const values = kind === "score" ? p.score : log ? p.values : densities(p);
    const color = scorewalk.series[kind === "score" ? 0 : 5];
    const data = line(p, values);
    const marks = [];
    if (kind === "score") {
      marks.push({ yAxis: 0, lineStyle: { color: charts.color("soft"), type: "solid", width: 1 } });
    }
    if (dimension() > 1) {
      marks.push({ xAxis: point[p.coordinate], lineStyle: { color: charts.color("ink"), type: "dashed", width: 1 } });
    }
    const small = dimension() > 1;
    return {
      xAxis: charts.axis(small ? "" : name, { min: p.from, max: p.to, axisLabel: { ...charts.axis("").axisLabel,
        showMinLabel: false, showMaxLabel: false } }),
      yAxis: charts.yAxis(small ? name : kind === "score" ? "score" : log ? "log density" : "density",
        { ...limits(p, kind, log), ...(small ? { splitNumber: 3 } : {}), axisLabel: { ...charts.axis("").axisLabel,
          showMinLabel: kind === "density" && !log, showMaxLabel: kind === "density" && !log } }),
      grid: { left: 8, right: 14, top: 26, bottom: small ? 4 : 26, containLabel: true },
      dataZoom: zoomed ? charts.zoom("x") : undefined,
      tooltip: { trigger: "axis", formatter: (list) => charts.tip([name + " " + scorewalk.number(list[0].value[0]),
        (kind === "score" ? "score " : log ? "log density " : "density ") + scorewalk.number(list[0].value[1])]) },
      series: [{
        type: "line", data, clip: true, ...charts.line, lineStyle: { color, width: 1.8 }, itemStyle: { color },
        areaStyle: kind === "density" && !log ? { color, opacity: 0.15 } : undefined,
        markLine: { silent: true, symbol: "none", label: { show: false }, animation: false, precision: 15, data: marks },
      }],
    };
  }

  function profileWords(p, kind) {
    const values = kind === "score" ? p.score : p.values;
    let k = 0;
    values.forEach((v, i) => { k = v > values[k] || Number.isNaN(values[k]) ? i : k; });
    const place = (i) => p.from + ((p.to - p.from) * (i + 0.5)) / values.length;
    const where = span(info.names[p.coordinate], [p.from, p.to]);
    if (kind === "score") {
      const signs = [values[0], values[values.length - 1]].map(scorewalk.number);
      return "Score for " + where + ": from " + signs[0] + " to " + signs[1] + ".";
    }
    return "Profile of the density for " + where + ", highest near " + scorewalk.number(place(k)) + ".";
  }

  /** In one dimension a chart for the density and one for the score, else one a coordinate. */
  function drawProfile(i) {
    if (dimension() === 1) {
      const kinds = info.hasLogDensity ? ["density", "score"] : ["score"];
      kinds.forEach((kind, k) => curves[k].draw(profileOption(profiles[0], kind, true), profileWords(profiles[0], kind)));
      $("status").textContent = statusText();
      drawn++;
      return;
    }
    const kind = info.hasLogDensity ? state.profile : "score";
    curves[i].draw(profileOption(profiles[i], kind, false), profileWords(profiles[i], kind));
  }

  const drawProfiles = () => (dimension() === 1 ? drawProfile(0) : profiles.forEach((_, i) => drawProfile(i)));

  function makeCurves() {
    const count = dimension() === 1 ? (info.hasLogDensity ? 2 : 1) : profiles.length;
    for (let i = 0; i < count; i++) {
      const box = document.createElement("div");
      box.className = "chart";
      $("curves").append(box);
      const handle = charts.create(box);
      curves.push(handle);
      if (dimension() > 2) {
        handle.chart.getZr().on("click", (event) => {
          const [x] = handle.chart.convertFromPixel("grid", [event.offsetX, event.offsetY]);
          const next = [...point];
          next[profiles[i].coordinate] = x;
          setPoint(next);
        });
      }
    }
    if (count === 2 && dimension() === 1) {
      echarts.connect(curves.map((c) => c.chart));
    }
  }

  // ---------------------------------------------------------------- controls

  function numberInput(text, value, change) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "number";
    input.step = "any";
    input.value = String(Number(value.toPrecision(6)));
    input.addEventListener("change", () => {
      if (input.value !== "" && Number.isFinite(Number(input.value))) {
        change(Number(input.value));
      }
    });
    label.append(text + " ", input);
    return label;
  }

  function fillRanges() {
    const shown = plane ? [state.first, state.second] : [0];
    $("ranges").replaceChildren(...shown.flatMap((i) => [
      numberInput(info.names[i] + " from", ranges[i][0], (v) => setRange(i, v, ranges[i][1])),
      numberInput("to", ranges[i][1], (v) => setRange(i, ranges[i][0], v)),
    ]));
  }

  function fillPoint() {
    if (dimension() < 3) {
      return;
    }
    const legend = document.createElement("span");
    legend.className = "note";
    legend.textContent = "Point ◆ where slices are cut (or click into a picture):";
    const inputs = point.slice(0, COLUMNS_OF_POINT).map((v, i) => numberInput(info.names[i], v, (value) => {
      const next = [...point];
      next[i] = value;
      setPoint(next);
    }));
    $("point").replaceChildren(legend, ...inputs);
  }

  function connect() {
    onInput("first", (e) => pair("first", Number(e.value)));
    onInput("second", (e) => pair("second", Number(e.value)));
    onInput("scale", (e) => { state.scale = e.value; redraw(); });
    onInput("arrows", (e) => { state.arrows = e.checked; drawMap(); });
    onInput("outline", (e) => { state.outline = e.checked; drawMap(); });
    onInput("equal", (e) => { state.equal = e.checked; drawMap(); });
    onInput("profile", (e) => { state.profile = e.value; drawProfiles(); });
    onClick("in", () => zoomBy(0.7));
    onClick("out", () => zoomBy(1 / 0.7));
    onClick("all", showAll);
    onClick("more", () => {
      const open = $("ranges").hidden;
      $("ranges").hidden = !open;
      $("point").hidden = !open || dimension() < 3;
      $("more").setAttribute("aria-expanded", String(open));
    });
    onClick("savePng", () => charts.save(pictures(), "score-function"));
    if (map) {
      connectMap();
    }
  }

  function zoomBy(factor) {
    if (plane) {
      zoomMap(factor);
      return;
    }
    const [from, to] = ranges[0];
    const half = (factor * (to - from)) / 2;
    setRange(0, (from + to) / 2 - half, (from + to) / 2 + half).then(fillRanges);
  }

  /** A coordinate stands on one axis only: choosing the other's exchanges them. */
  function pair(axis, value) {
    const other = axis === "first" ? "second" : "first";
    if (state[other] === value) {
      state[other] = state[axis];
    }
    state[axis] = value;
    choosePair();
  }

  const redraw = () => {
    if (plane) {
      drawMap();
    }
    drawProfiles();
  };

  /** Shows the controls that have a meaning for this density. */
  function available() {
    const d = dimension();
    scorewalk.hide(".pair", d < 3);
    scorewalk.hide(".plane", d < 2);
    $("profileChoice").hidden = d < 3 || !info.hasLogDensity;
    $("scaleChoice").hidden = !info.hasLogDensity;
    $("outlineChoice").hidden = d < 2 || !info.hasLogDensity;
    $("map").hidden = d === 1;
    $("curves").hidden = d === 2;
    $("curves").classList.toggle("one", d === 1);
    $("stage").classList.toggle("many", d > 2);
    $("more").textContent = d > 2 ? "Ranges and point" : "Ranges";
    for (const id of ["first", "second"]) {
      $(id).replaceChildren(...info.names.map((name, i) => new Option(name, String(i))));
    }
    $("second").value = "1";
  }

  const pictures = () => (map ? [map, ...curves] : curves);

  function begin() {
    available();
    if (plane) {
      map = charts.create($("map"), {
        onResize: drawMap,
        help: "Wheel or + and -: zoom; drag or arrow keys: move; 0: all"
          + (dimension() > 2 ? "; click: cut the slices there" : ""),
      });
    }
    makeCurves();
    redraw();
    if (scorewalk.still()) {
      charts.deliver(pictures());
      return;
    }
    fillRanges();
    fillPoint();
    connect();
  }

  // for tests and for curious people with a console
  window.scoreFunction = {
    state, drawn: () => drawn, viewport, point: () => [...point], plane: () => plane, profiles: () => profiles,
    charts: () => ({ map, curves }), busy: () => $("note").textContent,
    /** Where a point of the map is seen, in pixels of the page. */
    place: (x, y) => {
      const box = $("map").getBoundingClientRect();
      const f = frame();
      const [x0, x1, y0, y1] = viewport();
      return [box.left + f.left + ((x - x0) / (x1 - x0)) * f.width, box.top + f.top + (1 - (y - y0) / (y1 - y0)) * f.height];
    },
  };
  scorewalk.run({
    cannot: "The density cannot be shown.",
    none: "There is no density to show.\nExecute the node to see it.",
    key: "names",
    read: readData,
    begin,
  });
})();
