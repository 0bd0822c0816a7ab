// SPDX-License-Identifier: Apache-2.0
// Langevin Sampler: the curves of the charts.
"use strict";

const chainSeries = (() => {
  const { ALL, state, traceOf, ready } = chains;

  const middle = (run, b) => (run.from[b] + run.to[b]) / 2;

  /** Bins that are shown: perhaps without the warm-up. */
  const bins = (run, skipWarmup) => Array.from({ length: run.bins }, (_, b) => b)
    .filter((b) => !skipWarmup || run.from[b] > run.warmup);

  const hidesWarmup = () => !state.warmup;

  /** Means of all steps so far without start and warm-up: exact, since bins know how many frames they join. */
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

  function trace() {
    const runs = ready();
    if (state.run === ALL && runs.length !== 1) {
      return runs.map((r, i) => lineOf(r.short, pairs(r, bins(r, hidesWarmup()), traceOf(r).mean), i));
    }
    const result = [];
    for (const run of runs) {
      const t = traceOf(run);
      const list = bins(run, hidesWarmup());
      if (list.length === 0) {
        continue;
      }
      if (state.kind === "all") {
        const side = (sign) => list.map((b) => [middle(run, b), t.mean[b] + sign * t.deviation[b]]);
        result.push(
          band("mean ± standard deviation", side(-1), side(1), 0),
          lineOf("mean of all particles", pairs(run, list, t.mean), 0)
        );
      } else {
        t.chains.forEach((c, i) => {
          if (run.framesPerBin > 1) {
            result.push(band("particle " + (i + 1), pairs(run, list, c.low), pairs(run, list, c.high), i));
          }
          result.push(
            lineOf("particle " + (i + 1), pairs(run, list, c.mean), i, { lineStyle: { color: colorOf(i), width: 1 } })
          );
        });
      }
    }
    return result;
  }

  function mean() {
    const result = [];
    const runs = ready();
    runs.forEach((run, i) => {
      const t = traceOf(run);
      if (runs.length > 1) {
        result.push(lineOf(run.short, running(run, t.mean), i));
        return;
      }
      if (run.particles > 1 && state.kind === "chains") {
        t.chains.forEach((c, k) => result.push(lineOf("particle " + (k + 1), running(run, c.mean), k)));
      }
      result.push(
        lineOf("all particles", running(run, t.mean), 0, {
          lineStyle: { color: charts.color("ink"), width: 2.2 },
          itemStyle: { color: charts.color("ink") },
        })
      );
    });
    return result;
  }

  function correlation() {
    return ready().map((run, i, runs) => {
      const values = traceOf(run).correlation;
      return lineOf(
        runs.length > 1 ? run.short : "autocorrelation",
        Array.from(values, (v, lag) => [lag * run.spacing, v]),
        i
      );
    }).filter((s) => s.data.length > 0 && s.data.every((p) => Number.isFinite(p[1])));
  }

  /** Shares of accepted moves, averaged over groups of steps with some hundred moves: few moves are noise. */
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

  return { trace, mean, correlation, shares, bins, hidesWarmup, colorOf, lineOf };
})();
