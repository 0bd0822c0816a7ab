// SPDX-License-Identifier: Apache-2.0
// The view of the GAN Sampler node: generated images as a grid, the way between noise rows; or generated numbers.
"use strict";

(() => {
  const { info, now } = generated;
  /** Shows the rows: images or numbers. */
  let shown;

  function read(data) {
    generated.read(data);
    const ofImages = info.kind === "images";
    scorewalk.hide(ofImages ? ".ofNumbers" : ".ofImages");
    shown = ofImages ? generatedImages : generatedNumbers;
    shown.create(data);
  }

  // for tests and for curious people with a console
  window.ganSampler = {
    images: generatedImages.images,
    drawn: () => now.drawn,
    active: () => generatedImages.grid().active(),
    tiles: () => generatedImages.grid().tiles(),
    cached: generatedImages.cached,
    canvas: () => generatedImages.grid().canvas(),
    scatter: generatedNumbers.scatter,
    histograms: generatedNumbers.histograms,
  };

  scorewalk.run({
    cannot: "The generated rows cannot be shown.",
    none: "There are no generated rows to show.\nExecute the node to see them.",
    read,
    begin: () => shown.begin(),
  });
})();
