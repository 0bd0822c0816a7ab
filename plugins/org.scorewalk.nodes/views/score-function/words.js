// SPDX-License-Identifier: Apache-2.0
// Score Function: what is seen, in words.
"use strict";

const scoreWords = (() => {
  const { state, info, now, dimension } = slices;

  /** The place of the highest density that the slice holds. */
  function peak(p) {
    const [x0, x1, y0, y1] = p.viewport;
    return [
      x0 + ((x1 - x0) * ((p.at % p.side) + 0.5)) / p.side,
      y0 + ((y1 - y0) * (Math.floor(p.at / p.side) + 0.5)) / p.side,
    ];
  }

  const span = (name, r) => name + " from " + scorewalk.number(r[0]) + " to " + scorewalk.number(r[1]);

  function map() {
    const [a, b] = [info.names[now.plane.first], info.names[now.plane.second]];
    const where = span(a, now.ranges[now.plane.first]) + " and " + span(b, now.ranges[now.plane.second]);
    if (!now.plane.values) {
      return "Arrows along the score for " + where + ".";
    }
    const [x, y] = peak(now.plane);
    return (
      "Map of the "
      + (state.scale === "log" ? "logarithm of the " : "")
      + "density for "
      + where
      + ", highest near "
      + a
      + " "
      + scorewalk.number(x)
      + ", "
      + b
      + " "
      + scorewalk.number(y)
      + (state.arrows ? ", with arrows along the score." : ".")
    );
  }

  function status() {
    const sliced = dimension() > 2 ? " Slices through the point ◆, all other coordinates fixed there." : "";
    if (!info.hasLogDensity) {
      return (
        info.family + ": a score without a density. Longer arrows mean a larger score, on a logarithmic scale." + sliced
      );
    }
    const colors = dimension() === 1 ? " The density is scaled so that the area shown is 1." : state.scale === "log"
      ? " Colours: log density less its highest value." : " Colours: density relative to its highest value.";
    return info.family + "." + colors + sliced;
  }

  function profile(p, kind) {
    const values = kind === "score" ? p.score : p.values;
    let k = 0;
    values.forEach((v, i) => { k = v > values[k] || Number.isNaN(values[k]) ? i : k; });
    const place = (i) => p.from + ((p.to - p.from) * (i + 0.5)) / values.length;
    const where = span(info.names[p.coordinate], [p.from, p.to]);
    if (kind === "score") {
      const signs = [values[0], values[values.length - 1]].map(scorewalk.number);
      return "Score for " + where + ": from " + signs[0] + " to " + signs[1] + ".";
    }
    return "Profile of the density for " + where + ", highest near " + scorewalk.number(place(k)) + ".";
  }

  return { map, status, profile };
})();
