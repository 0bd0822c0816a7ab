// SPDX-License-Identifier: Apache-2.0
// GAN Trainer: the chart and the table of losses.
"use strict";

const trainingLosses = (() => {
  const { $ } = scorewalk;
  const { state, info, now } = training;
  const MARKED_POINTS = 60;
  const TABLE_ROWS = 500;
  let handle = null;

  const names = { epoch: "epoch", iteration: "iteration", seconds: "seconds since training began" };

  function draw() {
    const along = $("along").value;
    const within = now.rows && $("rows").checked;
    const x = training.places(now.epochs, along);
    const few = x.length <= MARKED_POINTS;
    const series = [];
    const add = (name, points, at, key, color, more) =>
      series.push({
        type: "line",
        name,
        ...charts.line,
        animation: false,
        data: Array.from(at, (v, k) => [v, Number.isFinite(points[key][k]) ? points[key][k] : null]),
        itemStyle: { color },
        connectNulls: true,
        ...more,
      });
    if (within) {
      const at = training.places(now.rows, along);
      const thin = (color) => ({
        lineStyle: { width: 1, color, opacity: 0.35 },
        silent: true,
        tooltip: { show: false },
        sampling: "lttb",
      });
      add("within", now.rows, at, "d", gan.REAL, thin(gan.REAL));
      add("within", now.rows, at, "g", gan.GENERATED, thin(gan.GENERATED));
    }
    const bold = (color, type) => ({
      lineStyle: { width: 2, color, type },
      symbol: few ? "circle" : "none",
      symbolSize: 5,
      showSymbol: few,
    });
    add("discriminator", now.epochs, x, "d", gan.REAL, bold(gan.REAL, "solid"));
    add("generator", now.epochs, x, "g", gan.GENERATED, bold(gan.GENERATED, [7, 3]));
    if (info.equilibrium) {
      series[series.length - 2].markLine = level(2 * Math.LN2, "2 log 2");
      series[series.length - 1].markLine = level(Math.LN2, "log 2");
    }
    series.push({ id: "now", type: "line", data: [], silent: true, animation: false, markLine: mark() });
    handle.draw(
      {
        grid: {
          left: 12,
          right: info.equilibrium ? 52 : 20,
          top: 44,
          bottom: scorewalk.still() ? 26 : 56,
          containLabel: true,
        },
        legend: { data: ["discriminator", "generator"], right: 8, left: "auto" },
        xAxis: charts.axis(names[along], {
          min: start(along, within),
          max: "dataMax",
          minInterval: along === "seconds" ? 0 : 1,
          nameGap: 24,
          splitLine: { show: false },
        }),
        yAxis: charts.yAxis("loss (" + info.loss.toLowerCase() + ")"),
        dataZoom: [...charts.zoom("x"), ...(scorewalk.still() ? [] : [charts.slider()])],
        tooltip: { trigger: "axis", formatter: (items) => tip(items[0].value[0]) },
        series,
      },
      words()
    );
  }

  /** Where the axis begins: a curve within epochs begins before the first one is over, as does the only epoch. */
  function start(along, within) {
    const first = now.epochs.epoch[0];
    return {
      epoch: within || now.epochs.epoch.length === 1 ? first - 1 : first,
      iteration: info.firstIteration,
      seconds: 0,
    }[along];
  }

  /** What both losses are where the discriminator cannot tell: Goodfellow et al. 2014, theorem 1. */
  const level = (value, label) => ({ silent: true, symbol: "none", animation: false, data: [{ yAxis: value }],
    label: { formatter: label, position: "end", color: charts.color("soft"), fontSize: 10 },
    lineStyle: { type: [2, 4], width: 1, color: charts.color("soft") } });

  /** A line at the epoch whose samples are shown. */
  function mark() {
    if (now.frames.length === 0) {
      return { data: [] };
    }
    const k = now.epochs.epoch.findIndex((e) => e >= now.frames[state.frame].epoch);
    const at = training.places(now.epochs, $("along").value)[k < 0 ? now.epochs.epoch.length - 1 : k];
    return { silent: true, symbol: "none", animation: false, data: [{ xAxis: at }], label: { show: false },
      lineStyle: { type: "solid", width: 1.5, color: charts.color("soft") } };
  }

  function tip(x) {
    const at = training.places(now.epochs, $("along").value);
    let k = 0;
    at.forEach((v, i) => { k = Math.abs(v - x) < Math.abs(at[k] - x) ? i : k; });
    return charts.tip(["epoch " + now.epochs.epoch[k] + ", iteration " + scorewalk.count(now.epochs.iteration[k]),
      "discriminator " + scorewalk.number(now.epochs.d[k]), "generator " + scorewalk.number(now.epochs.g[k]),
      scorewalk.number(now.epochs.seconds[k]) + " s"]);
  }

  function words() {
    const end = now.epochs.epoch.length - 1;
    const part = (name, v) => name + " from " + scorewalk.number(v[0]) + " to " + scorewalk.number(v[end]) + ", lowest "
      + scorewalk.number(v.reduce((a, b) => Math.min(a, Number.isNaN(b) ? a : b), Infinity));
    return (
      "Losses of epochs "
      + now.epochs.epoch[0]
      + " to "
      + now.epochs.epoch[end]
      + ": "
      + part("discriminator", now.epochs.d)
      + "; "
      + part("generator", now.epochs.g)
      + "."
      + (info.equilibrium
        ? " A discriminator that cannot tell has a loss of 1.386, and the generator then 0.693: the dotted lines."
        : "")
    );
  }

  function table(box) {
    const number = (name, text = scorewalk.number) => ({ title: name, number: true, text });
    const every = Math.ceil(now.epochs.epoch.length / TABLE_ROWS);
    const list = [];
    now.epochs.epoch.forEach((e, k) => {
      if (k % every === 0 || k === now.epochs.epoch.length - 1) {
        list.push([e, now.epochs.iteration[k], now.epochs.d[k], now.epochs.g[k], now.epochs.seconds[k]]);
      }
    });
    charts.table(
      box,
      [
        number("epoch", String),
        number("iteration", scorewalk.count),
        number("discriminator loss"),
        number("generator loss"),
        number("seconds"),
      ],
      list,
      { caption: every > 1 ? "Every " + every + "th epoch" : "Mean losses of each epoch" }
    );
  }

  /** Goes to the samples next to a click. */
  function click(event, go) {
    const at = handle.chart.convertFromPixel({ xAxisIndex: 0 }, event.offsetX);
    if (!handle.chart.containPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]) || now.frames.length === 0) {
      return;
    }
    const along = training.places(now.epochs, $("along").value);
    const position = (f) => along[Math.max(0, now.epochs.epoch.findIndex((e) => e >= f.epoch))];
    let best = 0;
    now.frames.forEach((f, i) => {
      best = Math.abs(position(f) - at) < Math.abs(position(now.frames[best]) - at) ? i : best;
    });
    go(best);
  }

  /** Makes the chart; go(i) is called to show other samples. */
  function create(box, go) {
    handle = charts.create(box);
    handle.chart.getZr().on("click", (event) => click(event, go));
  }

  /** Shows at which epoch the samples are. */
  const follow = () => handle.chart.setOption({ series: [{ id: "now", markLine: mark() }] });

  return { create, draw, follow, table, handle: () => handle };
})();
