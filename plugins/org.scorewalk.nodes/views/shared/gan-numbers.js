// SPDX-License-Identifier: Apache-2.0
// Histograms and scatter plots of the columns of numbers that a GAN learns and generates.
"use strict";

const ganNumbers = (() => {
  const BINS = 30;

  /** The share of values in each bin of an interval. */
  function shares(values, min, max, bins = BINS) {
    const counts = new Array(bins).fill(0);
    let n = 0;
    for (const v of values) {
      if (Number.isFinite(v)) {
        n++;
        counts[Math.max(0, Math.min(bins - 1, Math.floor(((v - min) / (max - min)) * bins)))]++;
      }
    }
    return counts.map((c) => (n > 0 ? (100 * c) / n : 0));
  }

  function moments(values) {
    let n = 0;
    let mean = 0;
    let square = 0;
    for (const v of values) {
      n++;
      const d = v - mean;
      mean += d / n;
      square += d * (v - mean);
    }
    return { n, mean, sd: n > 1 ? Math.sqrt(square / (n - 1)) : NaN };
  }

  /** A range to draw in: a constant column gets some room. */
  const range = (min, max) =>
    max > min ? [min, max] : [min - Math.max(1e-9, Math.abs(min) * 0.05), max + Math.max(1e-9, Math.abs(max) * 0.05)];

  /** Round ends of an axis that holds a range. */
  function limits(min, max) {
    const [from, to] = range(min, max);
    const { step } = scorewalk.ticks(from, to, 6);
    return { min: Math.floor(from / step + 1e-9) * step, max: Math.ceil(to / step - 1e-9) * step };
  }

  /** How many small histograms fit into a box: [columns, rows]. */
  const cells = (box) => [
    Math.max(1, Math.floor(box.clientWidth / 180)),
    Math.max(1, Math.floor(box.clientHeight / 120)),
  ];

  /**
   * Small histograms side by side.
   * @param box the box of the chart
   * @param list [{name, min, max, series: [{name, values, color}]}], as many as fit
   */
  function histograms(box, list) {
    const [across, down] = cells(box);
    const nx = Math.min(across, list.length);
    const ny = Math.min(down, Math.ceil(list.length / nx));
    const w = box.clientWidth / nx;
    const h = Math.min(box.clientHeight / ny, 260);
    const option = {
      grid: [],
      xAxis: [],
      yAxis: [],
      title: [],
      series: [],
      tooltip: { trigger: "axis", formatter: tip },
    };
    list.forEach((column, k) => {
      const [min, max] = range(column.min, column.max);
      const left = (k % nx) * w;
      const top = Math.floor(k / nx) * h;
      option.grid.push({ left: left + 12, top: top + 24, width: w - 28, height: h - 46, containLabel: false });
      option.title.push({
        text: column.name,
        left: left + w / 2,
        top: top + 2,
        textAlign: "center",
        textStyle: {
          fontSize: 12,
          fontWeight: "normal",
          color: charts.color("ink"),
          width: w - 16,
          overflow: "truncate",
        },
      });
      option.xAxis.push(charts.axis("", { gridIndex: k, min, max, splitLine: { show: false }, interval: max - min,
        axisLabel: { color: charts.color("soft"), fontSize: 10, showMinLabel: true, showMaxLabel: true,
          alignMinLabel: "left", alignMaxLabel: "right", formatter: (v) => scorewalk.number(v) } }));
      option.yAxis.push({ type: "value", gridIndex: k, show: false, min: 0 });
      for (const s of column.series) {
        const share = shares(s.values, min, max);
        const data = share.map((v, i) => [min + ((max - min) * i) / BINS, v]);
        data.push([max, share[BINS - 1]]);
        option.series.push({
          type: "line",
          name: s.name,
          step: "end",
          xAxisIndex: k,
          yAxisIndex: k,
          symbol: "none",
          data,
          lineStyle: { width: 1.4, color: s.color, type: s.dashed ? "dashed" : "solid" },
          itemStyle: { color: s.color },
          areaStyle: { color: s.color, opacity: 0.28 },
          emphasis: { disabled: true },
          animation: false,
        });
      }
    });
    return option;
  }

  function tip(items) {
    const from = items[0].value[0];
    return charts.tip(
      ["from " + scorewalk.number(from)].concat(
        items.map((i) => i.seriesName + " " + scorewalk.number(i.value[1]) + " %")
      )
    );
  }

  /**
   * Turns the pages of histograms where there are more columns than fit: the elements pageBack, pageNext and pageLabel.
   * @param box the box of the chart
   * @param count how many columns there are to turn through
   * @param total how many the table has
   * @param turned() draws another page
   */
  function pager(box, count, total, turned) {
    const [back, next, label] = ["pageBack", "pageNext", "pageLabel"].map((id) => document.getElementById(id));
    let page = 0;
    const turn = (by) => {
      page += by;
      turned();
    };
    back.addEventListener("click", () => turn(-1));
    next.addEventListener("click", () => turn(1));
    /** The columns of the page: the first one, and the one after the last. */
    return () => {
      const [across, down] = cells(box);
      const perPage = Math.max(1, across * down);
      const pages = Math.ceil(count / perPage);
      page = Math.max(0, Math.min(pages - 1, page));
      const from = page * perPage;
      const to = Math.min(count, from + perPage);
      back.disabled = page === 0;
      next.disabled = page >= pages - 1;
      back.hidden = next.hidden = pages < 2;
      label.textContent = pages < 2 ? "Share of the rows" : "Columns " + (from + 1) + " to " + to + " of " + total;
      return [from, to];
    };
  }

  /** Words for a histogram. */
  const words = (column) => column.name + ": " + column.series.map((s) => {
    const m = moments(s.values);
    return s.name + " mean " + scorewalk.number(m.mean) + ", standard deviation " + scorewalk.number(m.sd);
  }).join("; ");

  /** Fills two choices of columns. */
  function choices(x, y, names) {
    for (const [select, chosen] of [[x, 0], [y, Math.min(1, names.length - 1)]]) {
      names.forEach((name, i) => select.append(new Option(name, String(i))));
      select.value = String(chosen);
    }
  }

  return { histograms, pager, moments, limits, words, choices };
})();
