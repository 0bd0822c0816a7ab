// SPDX-License-Identifier: Apache-2.0
// The view of the GAN Trainer node: losses, and what the generator makes of the same noise along the training. This
// script has the controls and shows the epoch that the player is at.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  const { state, info, now } = training;
  const FRAMES_PER_SECOND = 3;
  /** Draws the samples: trainingImages or trainingNumbers, or null where there are none. */
  let samples = null;
  let drawn = 0;

  /** Brings all that tells of the shown epoch up to date. */
  function show() {
    if (now.frames.length > 0) {
      const text = "Epoch " + now.frames[state.frame].epoch + (now.frames[state.frame].here ? "" : " (loading)");
      time.show(text);
      samples.draw();
      trainingLosses.follow();
    }
    drawn++;
  }

  function status() {
    const end = now.epochs.epoch.length - 1;
    let text =
      now.epochs.epoch[end]
      + (now.epochs.epoch[end] === 1 ? " epoch" : " epochs")
      + ", "
      + scorewalk.count(now.epochs.iteration[end])
      + " iterations in "
      + scorewalk.number(now.epochs.seconds[end])
      + " s. Last losses: discriminator "
      + scorewalk.number(now.epochs.d[end])
      + ", generator "
      + scorewalk.number(now.epochs.g[end])
      + ".";
    if (info.kind === "numbers" && now.frames.length > 0 && info.samples < 200) {
      text +=
        " There are " + info.samples + " samples an epoch; a greater 'Number of samples' makes the histograms finer.";
    }
    $("status").textContent = text;
  }

  // it ends at the last samples: that is what was trained
  const time = player($("timeBar"), {
    state,
    words: { first: "First samples", back: "Samples before", next: "Next samples", last: "Last samples",
      slider: "Epoch of the samples" },
    width: "9em",
    at: () => state.frame,
    last: () => now.frames.length - 1,
    go: setFrame,
    rate: () => FRAMES_PER_SECOND,
    keys: () => now.frames.length > 0,
  });

  function setFrame(frame) {
    state.frame = Math.max(0, Math.min(now.frames.length - 1, frame));
    show();
  }

  const pictures = () => [trainingLosses.handle(), ...(samples ? samples.pictures() : [])];

  function connect() {
    onInput("along", trainingLosses.draw);
    onInput("rows", trainingLosses.draw);
    onInput("size", show);
    onInput("real", show);
    onInput("x", trainingNumbers.drawScatter);
    onInput("y", trainingNumbers.drawScatter);
    onInput("numbers", (e) => {
      $("numbersPanel").hidden = !e.checked;
      trainingLosses.table($("numbersPanel"));
    });
    onClick("reset", () => charts.zoomOut(trainingLosses.handle()));
    onClick("savePng", () => charts.save(pictures(), "gan-training"));
    time.connect();
  }

  function build() {
    document.body.classList.add("tall");
    const ofImages = info.kind === "images";
    scorewalk.hide(ofImages ? ".ofNumbers" : ".ofImages");
    $("rowsChoice").hidden = !now.rows;
    $("realText").textContent = ofImages ? "real images" : "real rows";
    if (now.frames.length === 0) {
      for (const id of ["timeBar", "sizeChoice", "realChoice"]) {
        $(id).hidden = true;
      }
      scorewalk.hide(".ofNumbers");
      $("noSamples").hidden = false;
      $("noSamples").firstChild.textContent = info.sampleEvery === 0
        ? "There are no samples along the training, since the option 'Sample every' is 0."
        : "There are no samples along the training, since it ended within its first epoch.";
    } else {
      samples = ofImages ? trainingImages : trainingNumbers;
      samples.create((i) => time.to(i));
    }
    // now that its box has the size that it keeps
    trainingLosses.create($("loss"), (i) => time.to(i));
    setFrame(now.frames.length - 1);
    trainingLosses.draw();
    status();
  }

  async function begin() {
    if (samples) {
      await samples.ready();
    }
    if (scorewalk.still()) {
      charts.deliver(pictures());
      return;
    }
    connect();
    if (now.frames.length > 1 && !scorewalk.reducedMotion.matches) {
      time.play(true);
    }
    training.loadRest(show);
  }

  // for tests and for curious people with a console
  window.ganTrainer = {
    state,
    drawn: () => drawn,
    epoch: () => now.frames[state.frame].epoch,
    frames: () => now.frames.length,
    missing: () => now.frames.filter((f) => !f.here).length,
    loss: trainingLosses.handle,
    scatter: trainingNumbers.scatter,
    histograms: trainingNumbers.histograms,
    grid: trainingImages.grid,
  };

  scorewalk.run({
    cannot: "The training cannot be shown.",
    none: "There is no training to show.\nExecute the node to see it.",
    read: (data) => {
      training.read(data);
      build();
    },
    begin,
  });
})();
