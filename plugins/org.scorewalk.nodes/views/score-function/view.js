// SPDX-License-Identifier: Apache-2.0
// The view of the Score Function node: maps over two coordinates with arrows along the score, and profiles. This script
// has the controls.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  const { state, info, now, dimension } = slices;
  const COLUMNS_OF_POINT = 60;
  let drawn = 0;

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
    const shown = now.plane ? [state.first, state.second] : [0];
    $("first").value = String(state.first);
    $("second").value = String(state.second);
    $("ranges").replaceChildren(...shown.flatMap((i) => [
      numberInput(info.names[i] + " from", now.ranges[i][0], (v) => slices.setRange(i, v, now.ranges[i][1])),
      numberInput("to", now.ranges[i][1], (v) => slices.setRange(i, now.ranges[i][0], v)),
    ]));
  }

  function fillPoint() {
    if (dimension() < 3) {
      return;
    }
    const legend = document.createElement("span");
    legend.className = "note";
    legend.textContent = "Point ◆ where slices are cut (or click into a picture):";
    const inputs = now.point.slice(0, COLUMNS_OF_POINT).map((v, i) => numberInput(info.names[i], v, (value) => {
      const next = [...now.point];
      next[i] = value;
      slices.setPoint(next);
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
    if (now.plane) {
      scorePointer.connect();
    }
  }

  function showAll() {
    if (now.plane) {
      slices.showAll();
      return;
    }
    scoreCurves.handles().forEach((c) => c.chart.dispatchAction({ type: "dataZoom", start: 0, end: 100 }));
    slices.setRange(0, ...info.ranges[0]).then(fillRanges);
  }

  function zoomBy(factor) {
    if (now.plane) {
      slices.zoom(factor);
      return;
    }
    const [from, to] = now.ranges[0];
    const half = (factor * (to - from)) / 2;
    slices.setRange(0, (from + to) / 2 - half, (from + to) / 2 + half).then(fillRanges);
  }

  /** A coordinate stands on one axis only: choosing the other's exchanges them. */
  function pair(axis, value) {
    const other = axis === "first" ? "second" : "first";
    if (state[other] === value) {
      state[other] = state[axis];
    }
    state[axis] = value;
    slices.choosePair();
  }

  function tell() {
    $("status").textContent = scoreWords.status();
    drawn++;
  }

  function drawMap() {
    scoreMap.draw();
    $("equal").checked = scoreMap.isEqual();
    tell();
  }

  function drawProfile(i) {
    scoreCurves.draw(i);
    if (dimension() === 1) {
      tell();
    }
  }

  const drawProfiles = () => now.profiles.forEach((_, i) => drawProfile(i));

  const redraw = () => {
    if (now.plane) {
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

  const pictures = () => (now.plane ? [scoreMap.handle(), ...scoreCurves.handles()] : scoreCurves.handles());

  function begin() {
    slices.listen({ plane: drawMap, profile: drawProfile, ranges: fillRanges, point: fillPoint });
    available();
    if (now.plane) {
      scoreMap.create($("map"), {
        onResize: drawMap,
        help: "Wheel or + and -: zoom; drag or arrow keys: move; 0: all"
          + (dimension() > 2 ? "; click: cut the slices there" : ""),
      });
    }
    scoreCurves.create($("curves"));
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
    state, drawn: () => drawn, viewport: slices.viewport, point: () => [...now.point], plane: () => now.plane,
    profiles: () => now.profiles, charts: () => ({ map: scoreMap.handle(), curves: scoreCurves.handles() }),
    busy: () => $("note").textContent,
    place: scoreMap.place,
  };

  scorewalk.run({
    cannot: "The density cannot be shown.",
    none: "There is no density to show.\nExecute the node to see it.",
    key: "names",
    read: slices.read,
    begin,
  });
})();
