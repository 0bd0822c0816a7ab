// SPDX-License-Identifier: Apache-2.0
// The view of the Langevin Sampler node: traces, running means, autocorrelations, acceptance and the table of runs.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  const ALL = -1;
  const MOST_AT_ONCE = 12;

  const state = { run: ALL, coordinate: 0, kind: "chains", warmup: true };
  let info;
  let table = null;
  let handles = {};
  const traces = new Map();
  let drawn = 0;

  // ---------------------------------------------------------------- data

  const key = (run, coordinate) => run + "/" + coordinate;

  let runs;

  function readData(data) {
    runs = { columns: data.columns, rows: data.rows };
    info = JSON.parse(data.description);
    for (const run of info.runs) {
      run.from = scorewalk.ints(run.from);
      run.to = scorewalk.ints(run.to);
      run.counts = scorewalk.ints(run.counts);
      run.moved = run.moved ? scorewalk.floats(run.moved) : null;
      run.title = "Run " + run.run + ": " + run.algorithm + (run.stepSize ? ", step size " + scorewalk.number(run.stepSize) : "");
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

  const shown = () => (state.run === ALL ? info.runs.slice(0, MOST_AT_ONCE) : info.runs.filter((r) => r.run === state.run));

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

  let turn = 0;

  async function choose() {
    const mine = ++turn;
    await load();
    if (mine === turn) {
      draw();
    }
  }

  // ---------------------------------------------------------------- series

  const middle = (run, b) => (run.from[b] + run.to[b]) / 2;

  /** Bins that are shown: perhaps without the warm-up. */
  const bins = (run, skipWarmup) => Array.from({ length: run.bins }, (_, b) => b)
    .filter((b) => !skipWarmup || run.from[b] > run.warmup);

  const hidesWarmup = () => !state.warmup;

  /** Means of all steps so far, the start and the warm-up left out: exact, since bins know how many frames they join. */
  function running(run, values) {
    let sum = 0;
    let count = 0;
    return bins(run, true).filter((b) => run.to[b] > 0).map((b) => {
      sum += values[b] * run.counts[b];
      count += run.counts[b];
      return [run.to[b], sum / count];
    });
  }

  const colorOf = (i) => scorewalk.series[[5, 0, 1, 2, 3, 4, 6, 7][i % 8]];

  const dash = (i) => (i < 8 ? "solid" : "dashed");

  const lineOf = (name, data, i, more = {}) => ({
    type: "line", name, data, ...charts.line, itemStyle: { color: colorOf(i) },
    // a single point would not be seen as a line
    symbol: data.length === 1 ? "circle" : "none",
    lineStyle: { color: colorOf(i), width: 1.3, type: dash(i) }, ...more,
  });

  /** The area between two curves; all its points are data, so that the axis holds them, the first one draws it. */
  const band = (name, low, high, i) => ({
    type: "custom", name, silent: true, clip: true, z: 1, data: [...low, ...high], itemStyle: { color: colorOf(i) },
    tooltip: { show: false },
    renderItem: (params, api) => (params.dataIndex > 0 ? null : {
      type: "polygon", silent: true, style: { fill: colorOf(i), opacity: 0.2 },
      shape: { points: [...low, ...[...high].reverse()].map((p) => api.coord(p)) },
    }),
  });

  const pairs = (run, list, values) => list.map((b) => [middle(run, b), values[b]]);

  function traceSeries() {
    const runs = shown().filter((r) => traces.has(key(r.run, state.coordinate)));
    if (state.run === ALL && runs.length !== 1) {
      return runs.map((r, i) => lineOf(r.short, pairs(r, bins(r, hidesWarmup()), traces.get(key(r.run, state.coordinate)).mean), i));
    }
    const result = [];
    for (const run of runs) {
      const t = traces.get(key(run.run, state.coordinate));
      const list = bins(run, hidesWarmup());
      if (list.length === 0) {
        continue;
      }
      if (state.kind === "all") {
        const side = (sign) => list.map((b) => [middle(run, b), t.mean[b] + sign * t.deviation[b]]);
        result.push(band("mean ± standard deviation", side(-1), side(1), 0), lineOf("mean of all particles", pairs(run, list, t.mean), 0));
      } else {
        t.chains.forEach((c, i) => {
          if (run.framesPerBin > 1) {
            result.push(band("particle " + (i + 1), pairs(run, list, c.low), pairs(run, list, c.high), i));
          }
          result.push(lineOf("particle " + (i + 1), pairs(run, list, c.mean), i, { lineStyle: { color: colorOf(i), width: 1 } }));
        });
      }
    }
    return result;
  }

  function meanSeries() {
    const result = [];
    const runs = shown().filter((r) => traces.has(key(r.run, state.coordinate)));
    runs.forEach((run, i) => {
      const t = traces.get(key(run.run, state.coordinate));
      if (runs.length > 1) {
        result.push(lineOf(run.short, running(run, t.mean), i));
        return;
      }
      if (run.particles > 1 && state.kind === "chains") {
        t.chains.forEach((c, k) => result.push(lineOf("particle " + (k + 1), running(run, c.mean), k)));
      }
      result.push(lineOf("all particles", running(run, t.mean), 0, { lineStyle: { color: charts.color("ink"), width: 2.2 },
        itemStyle: { color: charts.color("ink") } }));
    });
    return result;
  }

  function correlationSeries() {
    return shown().filter((r) => traces.has(key(r.run, state.coordinate))).map((run, i, runs) => {
      const values = traces.get(key(run.run, state.coordinate)).correlation;
      return lineOf(runs.length > 1 ? run.short : "autocorrelation", Array.from(values, (v, lag) => [lag * run.spacing, v]), i);
    }).filter((s) => s.data.length > 0 && s.data.every((p) => Number.isFinite(p[1])));
  }

  // ---------------------------------------------------------------- charts

  const name = () => info.coordinates[state.coordinate];

  function tipOf(unit) {
    return {
      trigger: "axis",
      formatter: (list) => charts.tip([unit + " " + scorewalk.count(list[0].value[0]),
        ...list.filter((p) => p.seriesType === "line").map((p) => p.seriesName + ": " + scorewalk.number(p.value[1]))]),
    };
  }

  const steps = () => {
    const runs = shown();
    const from = Math.min(...runs.map((r) => (bins(r, hidesWarmup()).length > 0 ? r.from[bins(r, hidesWarmup())[0]] : r.from[0])));
    const to = Math.max(...runs.map((r) => r.to[r.bins - 1]));
    return from < to ? { min: from, max: to, minInterval: 1 } : { minInterval: 1 };
  };

  const several = (series) => new Set(series.filter((s) => s.type === "line").map((s) => s.name)).size > 1;

  function lines(series, title, more = {}) {
    return {
      xAxis: charts.axis("step", steps()),
      yAxis: charts.yAxis(title),
      series,
      legend: several(series) ? { data: [...new Set(series.filter((s) => s.type === "line").map((s) => s.name))] } : undefined,
      tooltip: tipOf("step"),
      dataZoom: charts.zoom("x"),
      ...more,
    };
  }

  function empty(handle, sentence) {
    handle.draw({
      graphic: [{ type: "text", left: "center", top: "middle", style: { text: sentence, fill: charts.color("soft"),
        font: "13px system-ui, sans-serif", lineHeight: 18, width: Math.max(80, handle.chart.getWidth() - 40), overflow: "break", textAlign: "center" } }],
      series: [],
    }, sentence);
  }

  function draw() {
    drawTrace();
    drawMean();
    drawCorrelation();
    drawAcceptance();
    $("status").textContent = statusText();
    $("status").parentNode.hidden = !$("status").textContent && !$("note").textContent;
    drawn++;
  }

  function drawTrace() {
    const series = traceSeries();
    const points = Math.max(0, ...series.map((s) => s.data.length));
    if (points === 0) {
      empty(handles.trace, "This run has no recorded steps to show.");
      return;
    }
    const title = name() + (state.run === ALL && info.runs.length > 1 ? ", mean of all particles" : "");
    handles.trace.draw(lines(series, title), traceWords());
  }

  function drawMean() {
    const series = meanSeries();
    const runs = shown().length;
    if (!series.some((s) => s.data.length > 1)) {
      empty(handles.mean, "A running mean needs more recorded steps after the start" + (shown().some((r) => r.warmup > 0)
        ? " and the warm-up." : "."));
      return;
    }
    const title = "running mean of " + name() + (runs === 1 && series.length > 1 ? " (dark: all particles)" : "");
    handles.mean.draw(lines(series, title, { legend: undefined }), meanWords(series));
  }

  function drawCorrelation() {
    const series = correlationSeries();
    if (series.length === 0) {
      empty(handles.correlation, "An autocorrelation needs 20 or more recorded steps after the warm-up, at equal distances.");
      return;
    }
    const longest = Math.max(...series.map((s) => s.data[s.data.length - 1][0]));
    series[0].markLine = { silent: true, symbol: "none", label: { show: false }, animation: false,
      data: [{ yAxis: 0, lineStyle: { color: charts.color("soft"), type: "solid", width: 1 } }] };
    const least = Math.min(...series.map((s) => Math.min(...s.data.map((p) => p[1]))));
    handles.correlation.draw({
      xAxis: charts.axis("lag in steps", { min: 0, max: longest, minInterval: 1 }),
      yAxis: charts.yAxis("autocorrelation of " + name(), { min: Math.min(0, Math.floor(least / 0.2) * 0.2), max: 1, interval: 0.2 }),
      series, tooltip: tipOf("lag"), dataZoom: charts.zoom("x"),
    }, correlationWords(series));
  }

  /** Shares of accepted moves, averaged over groups of steps with some hundred moves each, since few moves are noise. */
  function shares(run) {
    const list = bins(run, hidesWarmup()).filter((b) => Number.isFinite(run.moved[b]));
    const size = Math.max(1, Math.min(Math.ceil(list.length / 8), Math.ceil(400 / (run.particles * run.framesPerBin))));
    const result = [];
    for (let g = 0; g < list.length; g += size) {
      const group = list.slice(g, g + size);
      const count = group.reduce((n, b) => n + run.counts[b], 0);
      result.push([(run.from[group[0]] + run.to[group[group.length - 1]]) / 2,
        group.reduce((s, b) => s + run.moved[b] * run.counts[b], 0) / count]);
    }
    return result;
  }

  function drawAcceptance() {
    const adjusted = info.runs.filter((r) => r.acceptance !== undefined);
    const one = state.run !== ALL || info.runs.length === 1;
    const run = one ? shown()[0] : null;
    const has = one ? run.acceptance !== undefined : adjusted.length > 0;
    $("acceptance").hidden = !has;
    $("correlation").classList.toggle("alone", !has);
    if (!has) {
      return;
    }
    const moved = run && run.moved ? shares(run) : [];
    const axis = { min: 0, max: 1, interval: 0.25 };
    if (moved.length > 1) {
      const mean = scorewalk.number(run.acceptance);
      handles.acceptance.draw({
        xAxis: charts.axis("step", steps()),
        yAxis: charts.yAxis("accepted moves (dashed: mean, " + mean + ")", axis),
        series: [lineOf("share accepted", moved, 0, {
          markLine: { silent: true, symbol: "none", animation: false, precision: 15, label: { show: false },
            data: [{ yAxis: run.acceptance, lineStyle: { color: charts.color("ink"), type: "dashed", width: 1 } }] },
        })],
        tooltip: tipOf("step"), dataZoom: charts.zoom("x"),
      }, "Share of moves accepted over the steps; mean after warm-up " + mean + ".");
      return;
    }
    const list = (one ? [run] : adjusted).slice(0, 40);
    handles.acceptance.draw({
      xAxis: { ...charts.axis("run"), type: "category", data: list.map((r) => String(r.run)), splitLine: { show: false },
        axisLabel: { color: charts.color("ink"), fontSize: 11 } },
      yAxis: charts.yAxis("mean acceptance after warm-up", axis),
      series: [{ type: "bar", barMaxWidth: 40, data: list.map((r) => ({ value: r.acceptance,
        itemStyle: { color: colorOf(one ? 0 : info.runs.indexOf(r)) } })),
        label: { show: list.length <= 8, position: "top", color: charts.color("ink"), formatter: (p) => scorewalk.number(p.value) } }],
      tooltip: { trigger: "item", formatter: (p) => charts.tip(["run " + p.name, "acceptance " + scorewalk.number(p.value)]) },
    }, "Mean acceptance: " + list.map((r) => "run " + r.run + " " + scorewalk.number(r.acceptance)).join(", ") + ".");
  }

  // ---------------------------------------------------------------- texts

  function traceWords() {
    return "Trace of " + name() + ". " + shown().map((r) => {
      const t = traces.get(key(r.run, state.coordinate));
      return t ? r.title + ", steps " + r.from[0] + " to " + r.to[r.bins - 1] + ": the mean of all particles goes from "
        + scorewalk.number(t.mean[0]) + " to " + scorewalk.number(t.mean[r.bins - 1]) : r.title;
    }).join("; ") + ".";
  }

  const meanWords = (series) => "Running mean of " + name() + ", at the end: " + series.filter((s) => s.data.length > 0)
    .map((s) => s.name + " " + scorewalk.number(s.data[s.data.length - 1][1])).join(", ") + ".";

  function correlationWords(series) {
    const low = (s) => s.data.find((p) => p[1] < 0.1);
    return "Autocorrelation of " + name() + ": " + series.map((s) => s.name
      + (low(s) ? " falls below 0.1 at lag " + low(s)[0] : " stays above 0.1 up to lag " + s.data[s.data.length - 1][0])).join(", ") + ".";
  }

  function statusText() {
    const runs = shown();
    const parts = [];
    if (state.run === ALL && info.runs.length > 1) {
      parts.push(info.runs.length > MOST_AT_ONCE ? "The first " + MOST_AT_ONCE + " of " + info.runs.length + " runs." : "All runs.");
    } else if (state.kind === "chains" && runs[0].particles > runs[0].chains) {
      parts.push("The first " + runs[0].chains + " of " + scorewalk.count(runs[0].particles) + " particles.");
    }
    if (runs.length === 1 && state.kind === "all" && runs[0].particles > 1) {
      parts.push("Mean of all " + scorewalk.count(runs[0].particles) + " particles; the band reaches one standard deviation to both sides.");
    }
    const joined = Math.max(...runs.map((r) => r.framesPerBin));
    if (joined > 1) {
      parts.push("A point of a trace joins " + (runs.length > 1 ? "up to " : "") + scorewalk.count(joined)
        + " recorded steps: the line is their mean" + (state.run !== ALL && state.kind === "chains"
        ? ", the band reaches from the lowest to the highest value." : "."));
    }
    const draws = runs.filter((r) => r.draws > 0);
    if (draws.length === 1) {
      const r = draws[0];
      parts.push("Autocorrelation of the last " + scorewalk.count(r.draws) + " recorded steps of "
        + (r.drawChains === r.particles ? (r.particles === 1 ? "the particle." : "all particles.") : "the first " + scorewalk.count(r.drawChains) + " particles."));
    }
    if (info.dimension > info.coordinates.length) {
      parts.push("The first " + info.coordinates.length + " of " + info.dimension + " coordinates can be chosen.");
    }
    return parts.join(" ");
  }

  // ---------------------------------------------------------------- controls

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

  function zoomBy(factor) {
    for (const handle of [handles.trace, handles.mean]) {
      const [zoom] = handle.chart.getOption().dataZoom || [];
      if (zoom) {
        const half = factor === 0 ? 50 : Math.min(50, Math.max(0.2, (factor * (zoom.end - zoom.start)) / 2));
        const at = Math.max(half, Math.min(100 - half, (zoom.start + zoom.end) / 2));
        handle.chart.dispatchAction({ type: "dataZoom", start: at - half, end: at + half });
      }
    }
  }

  function connect() {
    onInput("run", (e) => setRun(Number(e.value)));
    onInput("coordinate", (e) => { state.coordinate = Number(e.value); choose(); });
    onInput("kind", (e) => { state.kind = e.value; draw(); });
    onInput("warmup", (e) => { state.warmup = e.checked; draw(); });
    onClick("in", () => zoomBy(0.6));
    onClick("out", () => zoomBy(1 / 0.6));
    onClick("allSteps", () => zoomBy(0));
    onClick("savePng", () => charts.save(visible(), "langevin-sampler"));
  }

  const visible = () => Object.values(handles).filter((h) => !h.box.hidden);

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
    for (const id of ["trace", "mean", "correlation", "acceptance"]) {
      handles[id] = charts.create($(id));
    }
    echarts.connect([handles.trace.chart, handles.mean.chart]);
    if (scorewalk.still()) {
      drawAcceptance();
      await choose();
      visible().forEach((h) => h.chart.resize());
      charts.deliver(visible());
      return;
    }
    makeTable(runs);
    connect();
    await setRun(state.run);
  }

  // for tests and for curious people with a console
  window.langevinSampler = {
    state, drawn: () => drawn, charts: () => handles, info: () => info, traces: () => [...traces.keys()],
  };
  scorewalk.run({
    cannot: "The runs cannot be shown.",
    none: "There are no runs to show.\nExecute the node to see them.",
    read: readData,
    empty: () => (info.runs.length > 0 ? ""
      : "No run recorded a step, so there is nothing to show.\nKeep more steps, or choose smaller step sizes."),
    begin,
  });
})();
