// SPDX-License-Identifier: Apache-2.0
// GAN Sampler: generated numbers, as scatter plot, histograms and table.
"use strict";

const generatedNumbers = (() => {
  const { $, onInput, onClick } = scorewalk;
  const { info, now, rowId, scoreName } = generated;

  const table = { columns: [], asked: false, closed: false };
  let scatter = null;
  let histograms = null;
  let onPage;

  async function needColumns(from, to) {
    if (table.asked || table.closed) {
      return;
    }
    table.asked = true;
    try {
      const list = scorewalk.columns(await scorewalk.rpc("values", from, Math.min(to, from + info.atOnce)), info.shown);
      list.forEach((values, k) => { table.columns[from + k] = values; });
      table.closed = list.length === 0;
    } catch (error) {
      table.closed = true;
    }
    if (table.closed) {
      $("note").textContent =
        "This file holds " + table.columns.filter((c) => c).length + " of " + info.columns.length + " columns.";
    }
    table.asked = false;
    draw();
  }

  function create(data) {
    table.columns = scorewalk.columns(data.values, info.shown);
    ganNumbers.choices($("x"), $("y"), info.columns);
    document.body.classList.add("tall");
    $("numberPanels").hidden = false;
    scatter = charts.create($("scatter"));
    histograms = charts.create($("histograms"), { onResize: draw });
    onPage = ganNumbers.pager($("histograms"), info.columns.length, info.columns.length, draw);
    draw();
  }

  const column = (j) => ({
    name: info.columns[j],
    min: info.minimum[j],
    max: info.maximum[j],
    series: [{ name: "generated", values: table.columns[j], color: gan.GENERATED }],
  });

  function draw() {
    if (!histograms) {
      return;
    }
    const [from, to] = onPage();
    const missing = Array.from({ length: to - from }, (_, k) => from + k).find((j) => !table.columns[j]);
    if (missing !== undefined) {
      needColumns(missing, to);
    }
    const list = [];
    for (let j = from; j < to; j++) {
      if (table.columns[j]) {
        list.push(column(j));
      }
    }
    if (list.length > 0) {
      histograms.draw(ganNumbers.histograms($("histograms"), list),
        "Histograms of generated columns. " + list.map(ganNumbers.words).join(". ") + ".");
    }
    drawScatter();
    $("status").textContent =
      (info.shown < info.rows ? "The first " + scorewalk.count(info.shown) + " of " : "")
      + scorewalk.count(info.rows)
      + " rows of "
      + info.columns.length
      + (info.columns.length === 1 ? " column" : " columns")
      + " generated.";
    if (!$("numbersPanel").hidden) {
      numbersTable();
    }
    now.drawn++;
  }

  function drawScatter() {
    const x = Number($("x").value);
    const y = Number($("y").value);
    for (const j of [x, y]) {
      if (!table.columns[j]) {
        needColumns(j, j + 1);
        return;
      }
    }
    const data = Array.from({ length: info.shown }, (_, r) => [
      table.columns[x][r],
      table.columns[y][r],
      now.scores[r],
      r,
    ]);
    const option = {
      grid: { left: 12, right: $("byScore").checked ? 76 : 18, top: 28, bottom: 26, containLabel: true },
      xAxis: charts.axis(info.columns[x], limits(x)),
      yAxis: charts.yAxis(info.columns[y], limits(y)),
      dataZoom: charts.zoom("xy"),
      tooltip: { formatter: (p) => charts.tip([rowId(p.value[3]), info.columns[x] + " " + scorewalk.number(p.value[0]),
        info.columns[y] + " " + scorewalk.number(p.value[1]), scoreName() + " " + scorewalk.number(p.value[2])]) },
      series: [{ type: "scatter", data, symbolSize: info.shown > 2000 ? 4 : 6,
        itemStyle: { color: gan.GENERATED, opacity: info.shown > 2000 ? 0.35 : 0.6 }, animation: false }],
    };
    if ($("byScore").checked) {
      option.visualMap = {
        dimension: 2,
        min: least(now.scores),
        max: Math.max(greatest(now.scores), least(now.scores) + 1e-9),
        right: 4,
        top: "middle",
        calculable: false,
        itemWidth: 12,
        text: [scorewalk.number(greatest(now.scores)), scorewalk.number(least(now.scores))],
        textStyle: { color: charts.color("ink"), fontSize: 11 },
        inRange: {
          color: [0, 64, 128, 192, 255].map((k) => "rgb(" + scorewalk.viridis.slice(3 * k, 3 * k + 3).join(",") + ")"),
        },
      };
      delete option.series[0].itemStyle.color;
    }
    scatter.draw(
      option,
      "Scatter plot of "
        + scorewalk.count(info.shown)
        + " generated rows: "
        + info.columns[x]
        + " across, "
        + info.columns[y]
        + " up; correlation "
        + scorewalk.number(correlation(table.columns[x], table.columns[y]))
        + "."
    );
  }

  const least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity);

  const limits = (j) => ganNumbers.limits(info.minimum[j], info.maximum[j]);

  function correlation(a, b) {
    const ma = ganNumbers.moments(a);
    const mb = ganNumbers.moments(b);
    let sum = 0;
    for (let r = 0; r < a.length; r++) {
      sum += (a[r] - ma.mean) * (b[r] - mb.mean);
    }
    return sum / (a.length - 1) / (ma.sd * mb.sd);
  }

  function numbersTable() {
    const number = (name) => ({ title: name, number: true, text: scorewalk.number });
    const rows = [];
    info.columns.forEach((name, j) => {
      if (table.columns[j]) {
        const m = ganNumbers.moments(table.columns[j]);
        rows.push([
          name,
          m.mean,
          m.sd,
          least(table.columns[j]),
          greatest(table.columns[j]),
          info.minimum[j],
          info.maximum[j],
        ]);
      }
    });
    charts.table($("numbersPanel"), [{ title: "column" }, number("mean"), number("standard deviation"), number("least"),
      number("greatest"), number("least learned"), number("greatest learned")], rows);
  }

  const panels = () => [scatter, gan.label($("pages")), histograms];

  function connect() {
    for (const id of ["x", "y", "byScore"]) {
      onInput(id, drawScatter);
    }
    onInput("numbers", () => {
      $("numbersPanel").hidden = !$("numbers").checked;
      draw();
    });
    onClick("savePng", () => charts.save(panels(), "generated-numbers"));
  }

  /** Hands the still picture over, or connects the controls. */
  function begin() {
    if (scorewalk.still()) {
      charts.deliver(panels());
    } else {
      connect();
    }
  }

  return { create, begin, scatter: () => scatter, histograms: () => histograms };
})();
