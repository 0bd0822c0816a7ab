// SPDX-License-Identifier: Apache-2.0
// GAN Sampler: what is generated, and the discriminator's score of each row.
"use strict";

const generated = (() => {
  /** What the node tells about the rows; empty until it is read. */
  const info = {};
  const now = { scores: null, drawn: 0 };

  function read(data) {
    Object.assign(info, JSON.parse(data.description));
    scorewalk.check(info);
    [now.scores] = scorewalk.columns(data.scores, info.shown);
  }

  const rowId = (row) => "Row" + row;
  const scoreName = () => (info.scoreIsProbability ? "probability to be real" : "discriminator score");
  const scoreText = (row) =>
    info.scoreIsProbability ? now.scores[row].toPrecision(2) : scorewalk.number(now.scores[row]);

  return { info, now, read, rowId, scoreName, scoreText };
})();
