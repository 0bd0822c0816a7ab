// SPDX-License-Identifier: Apache-2.0
// Langevin Sampler: what is seen, in words.
"use strict";

const chainWords = (() => {
  const { ALL, MOST_AT_ONCE, state, info, shown, traceOf, name } = chains;

  function trace() {
    return "Trace of " + name() + ". " + shown().map((r) => {
      const t = traceOf(r);
      return t ? r.title + ", steps " + r.from[0] + " to " + r.to[r.bins - 1] + ": the mean of all particles goes from "
        + scorewalk.number(t.mean[0]) + " to " + scorewalk.number(t.mean[r.bins - 1]) : r.title;
    }).join("; ") + ".";
  }

  const mean = (series) => "Running mean of " + name() + ", at the end: " + series.filter((s) => s.data.length > 0)
    .map((s) => s.name + " " + scorewalk.number(s.data[s.data.length - 1][1])).join(", ") + ".";

  function correlation(series) {
    const low = (s) => s.data.find((p) => p[1] < 0.1);
    return (
      "Autocorrelation of "
      + name()
      + ": "
      + series
        .map(
          (s) =>
            s.name
            + (low(s)
              ? " falls below 0.1 at lag " + low(s)[0]
              : " stays above 0.1 up to lag " + s.data[s.data.length - 1][0])
        )
        .join(", ")
      + "."
    );
  }

  function status() {
    const runs = shown();
    const parts = [];
    if (state.run === ALL && info.runs.length > 1) {
      parts.push(
        info.runs.length > MOST_AT_ONCE
          ? "The first " + MOST_AT_ONCE + " of " + info.runs.length + " runs."
          : "All runs."
      );
    } else if (state.kind === "chains" && runs[0].particles > runs[0].chains) {
      parts.push("The first " + runs[0].chains + " of " + scorewalk.count(runs[0].particles) + " particles.");
    }
    if (runs.length === 1 && state.kind === "all" && runs[0].particles > 1) {
      parts.push(
        "Mean of all "
          + scorewalk.count(runs[0].particles)
          + " particles; the band reaches one standard deviation to both sides."
      );
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
      parts.push(
        "Autocorrelation of the last "
          + scorewalk.count(r.draws)
          + " recorded steps of "
          + (r.drawChains === r.particles
            ? r.particles === 1
              ? "the particle."
              : "all particles."
            : "the first " + scorewalk.count(r.drawChains) + " particles.")
      );
    }
    if (info.dimension > info.coordinates.length) {
      parts.push("The first " + info.coordinates.length + " of " + info.dimension + " coordinates can be chosen.");
    }
    return parts.join(" ");
  }

  return { trace, mean, correlation, status };
})();
