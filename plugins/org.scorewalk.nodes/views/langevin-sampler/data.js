// SPDX-License-Identifier: Apache-2.0
// Langevin Sampler: which run and coordinate is shown, and the traces that the node made.
"use strict";

const chains = (() => {
  const { $ } = scorewalk;
  const ALL = -1;
  const MOST_AT_ONCE = 12;

  const state = { run: ALL, coordinate: 0, kind: "chains", warmup: true };
  /** What the node tells about the runs; empty until it is read. */
  const info = {};
  const traces = new Map();

  const key = (run, coordinate) => run + "/" + coordinate;

  function read(data) {
    Object.assign(info, JSON.parse(data.description), { table: { columns: data.columns, rows: data.rows } });
    for (const run of info.runs) {
      run.from = scorewalk.ints(run.from);
      run.to = scorewalk.ints(run.to);
      run.counts = scorewalk.ints(run.counts);
      run.moved = run.moved ? scorewalk.floats(run.moved) : null;
      run.title =
        "Run " + run.run + ": " + run.algorithm + (run.stepSize ? ", step size " + scorewalk.number(run.stepSize) : "");
      run.short = "run " + run.run + (run.stepSize ? ", h = " + scorewalk.number(run.stepSize) : ", " + run.algorithm);
    }
    data.traces.forEach(addTrace);
  }

  /** The numbers of a trace in their order, see LangevinSamplerViewTables. */
  function addTrace(trace) {
    const run = info.runs.find((r) => r.run === trace.run);
    const values = scorewalk.floats(trace.data);
    let at = 0;
    const next = (n) => values.subarray(at, at += n);
    const n = run.bins;
    const joined = run.framesPerBin > 1;
    const result = { mean: next(n), deviation: next(n), chains: [], correlation: null };
    for (let c = 0; c < run.chains; c++) {
      const mean = next(n);
      result.chains.push({ mean, low: joined ? next(n) : mean, high: joined ? next(n) : mean });
    }
    result.correlation = values.subarray(at);
    traces.set(key(trace.run, trace.coordinate), result);
  }

  const shown = () =>
    state.run === ALL ? info.runs.slice(0, MOST_AT_ONCE) : info.runs.filter((r) => r.run === state.run);

  /** Asks for the traces that are not at hand. */
  async function load() {
    for (;;) {
      const missing = shown().map((r) => r.run).filter((r) => !traces.has(key(r, state.coordinate)));
      if (missing.length === 0) {
        return;
      }
      $("status").parentNode.hidden = false;
      $("note").textContent = "Loading…";
      let answer = null;
      try {
        answer = await scorewalk.rpc("traces", state.coordinate, missing);
      } catch (error) {
        $("note").textContent = scorewalk.standalone
          ? "This file holds the first traces only; the view in KNIME shows all." : error.message;
        return;
      }
      answer.forEach(addTrace);
      if (answer.length === 0) {
        return;
      }
      $("note").textContent = "";
    }
  }

  /** The trace of a run along the chosen coordinate, or nothing where it is not at hand. */
  const traceOf = (run) => traces.get(key(run.run, state.coordinate));

  /** The runs that are shown and whose traces are at hand. */
  const ready = () => shown().filter(traceOf);

  const name = () => info.coordinates[state.coordinate];

  return { ALL, MOST_AT_ONCE, state, info, traces, read, load, shown, traceOf, ready, name };
})();
