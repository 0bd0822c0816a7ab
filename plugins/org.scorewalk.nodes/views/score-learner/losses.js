// SPDX-License-Identifier: Apache-2.0
// Score Learner: the chart and the table of losses.
"use strict";

const learnerLosses = (() => {
  const { $ } = scorewalk;
  const { info, now } = learner;
  const MARKED_POINTS = 60;
  const TABLE_ROWS = 500;
  const NAMES = { step: "step", seconds: "seconds since training began" };
  let handle = null;

  function create(box) {
    handle = charts.create(box);
  }

  const validated = () => info.validationRows > 0;

  function draw() {
    const along = $("along").value;
    const x = now.losses[along];
    const few = x.length <= MARKED_POINTS;
    const line = (name, values, color, type) => ({
      type: "line",
      name,
      ...charts.line,
      animation: false,
      connectNulls: true,
      data: Array.from(x, (v, k) => [v, Number.isFinite(values[k]) ? values[k] : null]),
      itemStyle: { color },
      lineStyle: { width: 2, color, type },
      symbol: few ? "circle" : "none",
      symbolSize: 5,
      showSymbol: few,
    });
    const series = [line("loss", now.losses.loss, learner.ROWS, "solid")];
    if (validated()) {
      series.push(line("validation loss", now.losses.validation, learner.LEARNED, [7, 3]));
    }
    handle.draw({
      grid: { left: 12, right: 20, top: 44, bottom: scorewalk.still() ? 26 : 56, containLabel: true },
      legend: { data: series.map((s) => s.name), right: 8, left: "auto" },
      xAxis: charts.axis(NAMES[along], { min: 0, max: "dataMax", minInterval: along === "step" ? 1 : 0, nameGap: 24,
        splitLine: { show: false } }),
      yAxis: charts.yAxis("loss (" + info.method.toLowerCase() + ")"),
      dataZoom: [...charts.zoom("x"), ...(scorewalk.still() ? [] : [charts.slider()])],
      tooltip: { trigger: "axis", formatter: (items) => tip(x, items[0].value[0]) },
      series,
    }, words());
  }

  function tip(x, at) {
    let k = 0;
    x.forEach((v, i) => { k = Math.abs(v - at) < Math.abs(x[k] - at) ? i : k; });
    const { step, loss, validation, seconds } = now.losses;
    return charts.tip([
      "step " + scorewalk.count(step[k]),
      "loss " + scorewalk.number(loss[k]),
      ...(validated() ? ["validation loss " + scorewalk.number(validation[k])] : []),
      scorewalk.number(seconds[k]) + " s",
    ]);
  }

  /** Where the validation loss was lowest. */
  function best() {
    let k = 0;
    now.losses.validation.forEach((v, i) => { k = v < now.losses.validation[k] ? i : k; });
    return k;
  }

  function words() {
    const { step, loss, validation } = now.losses;
    const end = step.length - 1;
    const part = (name, v) => name + " from " + scorewalk.number(v[0]) + " to " + scorewalk.number(v[end]);
    return "Losses up to step " + scorewalk.count(step[end]) + ": " + part("loss", loss)
      + (validated() ? "; " + part("validation loss", validation) + ", lowest " + scorewalk.number(validation[best()])
        + " at step " + scorewalk.count(step[best()]) : "") + ". A score that is 0 has a loss of 1.";
  }

  function table(box) {
    const number = (title, text = scorewalk.number) => ({ title, number: true, text });
    const { step, loss, validation, seconds } = now.losses;
    const every = Math.ceil(step.length / TABLE_ROWS);
    const rows = [];
    step.forEach((s, k) => {
      if (k % every === 0 || k === step.length - 1) {
        rows.push([s, loss[k], ...(validated() ? [validation[k]] : []), seconds[k]]);
      }
    });
    charts.table(
      box,
      [
        number("step", scorewalk.count),
        number("loss"),
        ...(validated() ? [number("validation loss")] : []),
        number("seconds"),
      ],
      rows,
      { caption: every > 1 ? "Every " + every + "th row of losses" : "Losses" }
    );
  }

  return { create, draw, table, validated, best, handle: () => handle };
})();
