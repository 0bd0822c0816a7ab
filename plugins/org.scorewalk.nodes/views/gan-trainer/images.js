// SPDX-License-Identifier: Apache-2.0
// GAN Trainer: samples that are images, beside real ones.
"use strict";

const trainingImages = (() => {
  const { $ } = scorewalk;
  const { state, info, now } = training;
  let grid = null;
  let realGrid;
  let large;

  /** Makes the grids; go(i) is called to show other samples. */
  function create(go) {
    const ratio = info.height / info.width;
    $("imagePanels").hidden = false;
    const common = { ratio, caption: () => "", captions: () => false, size: () => Number($("size").value) };
    grid = gan.pictures($("grid"), { ...common,
      count: () => info.shown,
      png: (i) => training.current().pictures[i],
      title: (i) => "Sample " + (i + 1) + ", epoch " + training.current().epoch,
      open: (i) => large.open(i),
    });
    realGrid = gan.pictures($("realGrid"), { ...common,
      count: () => now.real.pictures.length,
      png: (i) => now.real.pictures[i],
      title: (i) => "Real image " + (i + 1),
      open: (i) => largeReal.open(i),
    });
    const largeReal = gan.large({
      ratio,
      count: () => now.real.pictures.length,
      png: (i) => now.real.pictures[i],
      text: (i) => "Real image " + (i + 1) + " of " + now.real.pictures.length + " shown",
      name: (i) => "real-" + (i + 1),
      moved: (i) => realGrid.activate(i),
      closed: () => realGrid.focus(),
    });
    large = gan.large({
      ratio,
      count: () => info.shown,
      png: (i) => training.current().pictures[i],
      text: (i) => "Sample " + (i + 1) + " of " + info.shown + ", epoch " + training.current().epoch,
      name: (i) => "sample-" + (i + 1) + "-epoch-" + training.current().epoch,
      moved: (i) => grid.activate(i),
      closed: () => grid.focus(),
      key: (key) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[key];
        return by && (go(state.frame + by), true);
      },
      strip: (i) =>
        now.frames
          .map((f, k) => ({ f, k }))
          .filter((e) => e.f.here)
          .map(({ f, k }) => ({
            png: f.pictures[i],
            short: String(f.epoch),
            label: "Epoch " + f.epoch,
            current: f === training.current(),
            choose: () => go(k),
          })),
    });
    const side =
      Math.sqrt(
        ($("imagePanels").clientWidth * Math.max(200, $("imagePanels").clientHeight * 0.6)) / Math.max(1, info.shown)
      ) - 12;
    $("size").value = String(Math.max(40, Math.min(140, side)));
  }

  function draw() {
    const withReal = $("real").checked;
    $("gridTitle").textContent = "Epoch " + training.current().epoch + ", always of the same noise"
      + (info.shown < info.samples ? " (the first " + info.shown + " of " + info.samples + ")" : "");
    $("realTitle").textContent = "Real images, some of those that are learned";
    $("realTitle").hidden = !withReal;
    $("realGrid").hidden = !withReal;
    // the real ones take what is left
    $("grid").style.flex = withReal ? "0 1 auto" : "1 1 auto";
    grid.refresh();
    realGrid.refresh();
    large.refresh();
  }

  /** The parts of a saved picture. */
  const pictures = () => [gan.label($("gridTitle")), grid,
    ...($("real").checked ? [gan.label($("realTitle")), realGrid] : [])];

  /** Resolves when what is shown is decoded. */
  const ready = () => Promise.allSettled([grid.ready(), realGrid.ready()]);

  return { create, draw, pictures, ready, grid: () => grid };
})();
