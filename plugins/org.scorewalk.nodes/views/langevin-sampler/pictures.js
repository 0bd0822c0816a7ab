// SPDX-License-Identifier: Apache-2.0
// Langevin Sampler: the four charts.
"use strict";

const chainPictures = (() => {
  const { $ } = scorewalk;
  const { ALL, state, info, shown, name } = chains;
  const { bins, hidesWarmup, colorOf, lineOf } = chainSeries;
  const handles = {};

  function tipOf(unit) {
    return {
      trigger: "axis",
      formatter: (list) => charts.tip([unit + " " + scorewalk.count(list[0].value[0]),
        ...list.filter((p) => p.seriesType === "line").map((p) => p.seriesName + ": " + scorewalk.number(p.value[1]))]),
    };
  }

  const steps = () => {
    const runs = shown();
    const from = Math.min(
      ...runs.map((r) => (bins(r, hidesWarmup()).length > 0 ? r.from[bins(r, hidesWarmup())[0]] : r.from[0]))
    );
    const to = Math.max(...runs.map((r) => r.to[r.bins - 1]));
    return from < to ? { min: from, max: to, minInterval: 1 } : { minInterval: 1 };
  };

  const several = (series) => new Set(series.filter((s) => s.type === "line").map((s) => s.name)).size > 1;

  function lines(series, title, more = {}) {
    return {
      xAxis: charts.axis("step", steps()),
      yAxis: charts.yAxis(title),
      series,
      legend: several(series)
        ? { data: [...new Set(series.filter((s) => s.type === "line").map((s) => s.name))] }
        : undefined,
      tooltip: tipOf("step"),
      dataZoom: charts.zoom("x"),
      ...more,
    };
  }

  function empty(handle, sentence) {
    handle.draw(
      {
        graphic: [
          {
            type: "text",
            left: "center",
            top: "middle",
            style: {
              text: sentence,
              fill: charts.color("soft"),
              font: "13px system-ui, sans-serif",
              lineHeight: 18,
              width: Math.max(80, handle.chart.getWidth() - 40),
              overflow: "break",
              textAlign: "center",
            },
          },
        ],
        series: [],
      },
      sentence
    );
  }

  function drawTrace() {
    const series = chainSeries.trace();
    const points = Math.max(0, ...series.map((s) => s.data.length));
    if (points === 0) {
      empty(handles.trace, "This run has no recorded steps to show.");
      return;
    }
    const title = name() + (state.run === ALL && info.runs.length > 1 ? ", mean of all particles" : "");
    handles.trace.draw(lines(series, title), chainWords.trace());
  }

  function drawMean() {
    const series = chainSeries.mean();
    const runs = shown().length;
    if (!series.some((s) => s.data.length > 1)) {
      empty(
        handles.mean,
        "A running mean needs more recorded steps after the start"
          + (shown().some((r) => r.warmup > 0) ? " and the warm-up." : ".")
      );
      return;
    }
    const title = "running mean of " + name() + (runs === 1 && series.length > 1 ? " (dark: all particles)" : "");
    handles.mean.draw(lines(series, title, { legend: undefined }), chainWords.mean(series));
  }

  function drawCorrelation() {
    const series = chainSeries.correlation();
    if (series.length === 0) {
      empty(
        handles.correlation,
        "An autocorrelation needs 20 or more recorded steps after the warm-up, at equal distances."
      );
      return;
    }
    const longest = Math.max(...series.map((s) => s.data[s.data.length - 1][0]));
    series[0].markLine = { silent: true, symbol: "none", label: { show: false }, animation: false,
      data: [{ yAxis: 0, lineStyle: { color: charts.color("soft"), type: "solid", width: 1 } }] };
    const least = Math.min(...series.map((s) => Math.min(...s.data.map((p) => p[1]))));
    handles.correlation.draw(
      {
        xAxis: charts.axis("lag in steps", { min: 0, max: longest, minInterval: 1 }),
        yAxis: charts.yAxis("autocorrelation of " + name(), {
          min: Math.min(0, Math.floor(least / 0.2) * 0.2),
          max: 1,
          interval: 0.2,
        }),
        series,
        tooltip: tipOf("lag"),
        dataZoom: charts.zoom("x"),
      },
      chainWords.correlation(series)
    );
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
    const moved = run && run.moved ? chainSeries.shares(run) : [];
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
    handles.acceptance.draw(
      {
        xAxis: {
          ...charts.axis("run"),
          type: "category",
          data: list.map((r) => String(r.run)),
          splitLine: { show: false },
          axisLabel: { color: charts.color("ink"), fontSize: 11 },
        },
        yAxis: charts.yAxis("mean acceptance after warm-up", axis),
        series: [
          {
            type: "bar",
            barMaxWidth: 40,
            data: list.map((r) => ({
              value: r.acceptance,
              itemStyle: { color: colorOf(one ? 0 : info.runs.indexOf(r)) },
            })),
            label: {
              show: list.length <= 8,
              position: "top",
              color: charts.color("ink"),
              formatter: (p) => scorewalk.number(p.value),
            },
          },
        ],
        tooltip: {
          trigger: "item",
          formatter: (p) => charts.tip(["run " + p.name, "acceptance " + scorewalk.number(p.value)]),
        },
      },
      "Mean acceptance: " + list.map((r) => "run " + r.run + " " + scorewalk.number(r.acceptance)).join(", ") + "."
    );
  }

  function create() {
    for (const id of ["trace", "mean", "correlation", "acceptance"]) {
      handles[id] = charts.create($(id));
    }
    echarts.connect([handles.trace.chart, handles.mean.chart]);
  }

  function draw() {
    drawTrace();
    drawMean();
    drawCorrelation();
    drawAcceptance();
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

  const visible = () => Object.values(handles).filter((h) => !h.box.hidden);

  return { handles, create, draw, drawAcceptance, zoomBy, visible };
})();
