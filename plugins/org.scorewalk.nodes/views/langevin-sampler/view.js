// SPDX-License-Identifier: Apache-2.0
// The view of the Langevin Sampler node: traces, running means, autocorrelations, acceptance and the table of runs.
// This script has the controls and the table.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  const { ALL, state, info, shown } = chains;
  let table = null;
  let drawn = 0;
  let turn = 0;

  async function choose() {
    const mine = ++turn;
    await chains.load();
    if (mine === turn) {
      draw();
    }
  }

  function draw() {
    chainPictures.draw();
    $("status").textContent = chainWords.status();
    $("status").parentNode.hidden = !$("status").textContent && !$("note").textContent;
    drawn++;
  }

  function makeTable(data) {
    const whole = new Set(["run", "steps", "particles", "rows", "divergences", "particle-steps/s"]);
    const columns = data.columns.map((c) => ({ title: c.name, number: c.number,
      text: !c.number ? undefined : whole.has(c.name) ? (v) => scorewalk.count(Math.round(v)) : scorewalk.number }));
    const several = info.runs.length > 1;
    table = charts.table($("runsPanel"), columns, data.rows, {
      caption: data.rows.length > 1 ? "Runs. Choose one to see its traces." : "The run",
      selected: () => (state.run === ALL ? -1 : data.rows.findIndex((r) => r[0] === state.run)),
      onSelect: several ? (i) => setRun(state.run === data.rows[i][0] ? ALL : data.rows[i][0]) : undefined,
    });
  }

  function setRun(run) {
    state.run = run === ALL || info.runs.some((r) => r.run === run) ? run : state.run;
    $("run").value = String(state.run);
    $("kindChoice").hidden = state.run === ALL && info.runs.length > 1 || shown()[0].particles === 1;
    $("warmupChoice").hidden = !shown().some((r) => r.warmup > 0 && r.from[0] <= r.warmup);
    if (table) {
      table.mark();
    }
    return choose();
  }

  function connect() {
    onInput("run", (e) => setRun(Number(e.value)));
    onInput("coordinate", (e) => { state.coordinate = Number(e.value); choose(); });
    onInput("kind", (e) => { state.kind = e.value; draw(); });
    onInput("warmup", (e) => { state.warmup = e.checked; draw(); });
    onClick("in", () => chainPictures.zoomBy(0.6));
    onClick("out", () => chainPictures.zoomBy(1 / 0.6));
    onClick("allSteps", () => chainPictures.zoomBy(0));
    onClick("savePng", () => charts.save(chainPictures.visible(), "langevin-sampler"));
  }

  function fill() {
    $("run").replaceChildren(...(info.runs.length > 1 ? [new Option("all runs", String(ALL))] : []),
      ...info.runs.map((r) => new Option(r.title, String(r.run))));
    $("coordinate").replaceChildren(...info.coordinates.map((c, i) => new Option(c, String(i))));
    $("coordinateChoice").hidden = info.coordinates.length === 1;
    $("runChoice").hidden = info.runs.length === 1;
  }

  /** What suits the data: few frames of many particles say most about all of them. */
  function suit() {
    state.run = info.runs.length > 1 ? ALL : info.runs[0].run;
    const first = info.runs[0];
    state.kind = first.particles > 20 && first.frames < 200 ? "all" : "chains";
    $("kind").value = state.kind;
  }

  async function begin() {
    fill();
    suit();
    chainPictures.create();
    if (scorewalk.still()) {
      chainPictures.drawAcceptance();
      await choose();
      charts.deliver(chainPictures.visible());
      return;
    }
    makeTable(info.table);
    connect();
    await setRun(state.run);
  }

  // for tests and for curious people with a console
  window.langevinSampler = {
    state,
    drawn: () => drawn,
    charts: () => chainPictures.handles,
    info: () => info,
    traces: () => [...chains.traces.keys()],
  };

  scorewalk.run({
    cannot: "The runs cannot be shown.",
    none: "There are no runs to show.\nExecute the node to see them.",
    read: chains.read,
    empty: () => (info.runs.length > 0 ? ""
      : "No run recorded a step, so there is nothing to show.\nKeep more steps, or choose smaller step sizes."),
    begin,
  });
})();
