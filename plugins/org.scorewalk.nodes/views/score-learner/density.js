// SPDX-License-Identifier: Apache-2.0
// Score Learner: the density of the rows that are shown, with noise. That of rows with normal noise is the mean of the
// normal densities around them; here the rows are counted in bins, and the bins blurred.
"use strict";

const learnerDensity = (() => {
  const { info, now } = learner;
  /** Bins along an axis. */
  const BINS = 128;
  /** The least blur, in bins: rows are not placed better than this. */
  const SHARPEST = 0.75;

  /** Weights of the normal density at distances of whole bins. */
  function kernel(deviation) {
    const s = Math.max(SHARPEST, deviation);
    return Float64Array.from({ length: BINS }, (_, d) => Math.exp(-(d * d) / (2 * s * s)));
  }

  /** Blurs lines of bins: values[k * step + i * stride] for each bin i of line k. */
  function blur(values, stride, step, lines, weights) {
    const result = new Float64Array(values.length);
    for (let k = 0; k < lines; k++) {
      for (let i = 0; i < BINS; i++) {
        const value = values[k * step + i * stride];
        for (let j = 0; value > 0 && j < BINS; j++) {
          result[k * step + j * stride] += value * weights[Math.abs(i - j)];
        }
      }
    }
    return result;
  }

  const width = (axis) => now.viewport[2 * axis + 1] - now.viewport[2 * axis];

  /** The bin of each row along an axis. */
  const bins = (axis) => Array.from(now.rows[axis], (v) =>
    Math.max(0, Math.min(BINS - 1, Math.floor(((v - now.viewport[2 * axis]) / width(axis)) * BINS))));

  const weights = (axis, sigma) => kernel(((sigma * info.scale[axis]) / width(axis)) * BINS);

  /** Over two columns, relative to the highest value, row by row from below. */
  function plane(sigma) {
    const [x, y] = [bins(0), bins(1)];
    let values = new Float64Array(BINS * BINS);
    x.forEach((i, r) => { values[y[r] * BINS + i]++; });
    values = blur(values, 1, BINS, BINS, weights(0, sigma));
    values = blur(values, BINS, 1, BINS, weights(1, sigma));
    const highest = values.reduce((a, b) => Math.max(a, b), 0);
    return values.map((v) => v / highest);
  }

  /** Over one column, with area 1 (as far as it lies in the viewport): pairs of place and density. */
  function line(sigma) {
    const values = new Float64Array(BINS);
    bins(0).forEach((i) => { values[i]++; });
    const blurred = blur(values, 1, 0, 1, weights(0, sigma));
    const s = Math.max((SHARPEST * width(0)) / BINS, sigma * info.scale[0]);
    const unit = now.rows[0].length * Math.sqrt(2 * Math.PI) * s;
    return Array.from(blurred, (v, i) => [now.viewport[0] + ((i + 0.5) / BINS) * width(0), v / unit]);
  }

  /** The score of that density over one column, its logarithm's slope: pairs of place and score. */
  function slope(sigma) {
    const points = line(sigma);
    const result = [];
    for (let i = 1; i < BINS - 1; i++) {
      const value = Math.log(points[i + 1][1] / points[i - 1][1]) / (points[i + 1][0] - points[i - 1][0]);
      result.push([points[i][0], Number.isFinite(value) ? value : null]);
    }
    return result;
  }

  return { BINS, plane, line, slope };
})();
