// SPDX-License-Identifier: Apache-2.0
// Score Function: profiles along single coordinates.
"use strict";

const scoreCurves = (() => {
  const { state, info, now, dimension } = slices;
  const curves = [];

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
      marks.push({
        xAxis: now.point[p.coordinate],
        lineStyle: { color: charts.color("ink"), type: "dashed", width: 1 },
      });
    }
    const small = dimension() > 1;
    return {
      xAxis: charts.axis(small ? "" : name, {
        min: p.from,
        max: p.to,
        axisLabel: { ...charts.axis("").axisLabel, showMinLabel: false, showMaxLabel: false },
      }),
      yAxis: charts.yAxis(small ? name : kind === "score" ? "score" : log ? "log density" : "density", {
        ...limits(p, kind, log),
        ...(small ? { splitNumber: 3 } : {}),
        axisLabel: {
          ...charts.axis("").axisLabel,
          showMinLabel: kind === "density" && !log,
          showMaxLabel: kind === "density" && !log,
        },
      }),
      grid: { left: 8, right: 14, top: 26, bottom: small ? 4 : 26, containLabel: true },
      dataZoom: zoomed ? charts.zoom("x") : undefined,
      tooltip: {
        trigger: "axis",
        formatter: (list) =>
          charts.tip([
            name + " " + scorewalk.number(list[0].value[0]),
            (kind === "score" ? "score " : log ? "log density " : "density ") + scorewalk.number(list[0].value[1]),
          ]),
      },
      series: [
        {
          type: "line",
          data,
          clip: true,
          ...charts.line,
          lineStyle: { color, width: 1.8 },
          itemStyle: { color },
          areaStyle: kind === "density" && !log ? { color, opacity: 0.15 } : undefined,
          markLine: {
            silent: true,
            symbol: "none",
            label: { show: false },
            animation: false,
            precision: 15,
            data: marks,
          },
        },
      ],
    };
  }

  /** In one dimension a chart for the density and one for the score, else one a coordinate. */
  function draw(i) {
    if (dimension() === 1) {
      const kinds = info.hasLogDensity ? ["density", "score"] : ["score"];
      const [p] = now.profiles;
      kinds.forEach((kind, k) => curves[k].draw(profileOption(p, kind, true), scoreWords.profile(p, kind)));
      return;
    }
    const kind = info.hasLogDensity ? state.profile : "score";
    curves[i].draw(profileOption(now.profiles[i], kind, false), scoreWords.profile(now.profiles[i], kind));
  }

  /** Makes the charts; where there are more than two coordinates, a click cuts the slices anew. */
  function create(box) {
    const count = dimension() === 1 ? (info.hasLogDensity ? 2 : 1) : now.profiles.length;
    for (let i = 0; i < count; i++) {
      const chart = document.createElement("div");
      chart.className = "chart";
      box.append(chart);
      const handle = charts.create(chart);
      curves.push(handle);
      if (dimension() > 2) {
        handle.chart.getZr().on("click", (event) => {
          const [x] = handle.chart.convertFromPixel("grid", [event.offsetX, event.offsetY]);
          const next = [...now.point];
          next[now.profiles[i].coordinate] = x;
          slices.setPoint(next);
        });
      }
    }
    if (count === 2 && dimension() === 1) {
      echarts.connect(curves.map((c) => c.chart));
    }
  }

  return { create, draw, handles: () => curves };
})();
